"""`manage.py check_index [--repair]`: compares database and index."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.search.engines import get_engine
from articles.search.engines.base import IndexLocked, IndexUnavailable
from articles.search.indexer import Difference, compare, rebuild, repair

_SHOWN = 10


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = "Compares database and index, and every file of the index with its checksum; exits 1 where they differ."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="mend what differs")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._check(options["repair"])
        except IndexLocked as error:
            raise CommandError(f"{error}; try again when it is done") from error

    def _check(self, mend: bool) -> None:
        try:
            get_engine().verify()
            difference = compare()
        except IndexUnavailable as error:
            if not mend:
                raise CommandError(f"{error}; check_index --repair builds it anew") from error
            self.stdout.write(f"{error}: rebuilt {rebuild()} articles")
            return
        if not difference:
            self.stdout.write(f"database and index agree: {get_engine().count()} articles")
            return
        self._report(difference)
        if not mend:
            raise CommandError("database and index differ; check_index --repair mends it")
        repair(difference)
        self.stdout.write("mended")

    def _report(self, difference: Difference) -> None:
        for name, ids in (("not in the index", difference.missing), ("only in the index", difference.superfluous)):
            if ids:
                shown = ", ".join(map(str, sorted(ids)[:_SHOWN]))
                self.stdout.write(f"{name}: {len(ids)} ({shown}{', …' if len(ids) > _SHOWN else ''})")

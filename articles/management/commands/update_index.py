"""`manage.py update_index`: Haystack's name for bringing the index up to date."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.search.engines.base import IndexLocked
from articles.search.indexer import compare, drain, repair


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = "Indexes what waits in the outbox and whatever else differs between database and index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--noinput", action="store_false", dest="interactive", help="nothing is asked")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = drain()
            difference = compare()
            repair(difference)
        except IndexLocked as error:
            raise CommandError(f"{error}; try again when it is done") from error
        self.stdout.write(f"updated {count + len(difference.missing) + len(difference.superfluous)} articles")

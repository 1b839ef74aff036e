"""`manage.py rebuild_index`: Haystack's name, without its danger: the live index answers until the new one is whole."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.search.engines.base import IndexLocked
from articles.search.indexer import rebuild


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = "Builds the index anew from the database, beside the live one, and switches at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--noinput", action="store_false", dest="interactive", help="nothing is asked")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = rebuild()
        except IndexLocked as error:
            raise CommandError(f"{error}; it will be live when that build is done") from error
        self.stdout.write(f"rebuilt {count} articles")

"""`manage.py clear_index`: Haystack's command, which would take search away from readers, is refused."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = "Refused: an empty index would show readers no results. Use rebuild_index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--noinput",
            action="store_false",
            dest="interactive",
            help="refused all the same",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        raise CommandError(
            "clear_index would leave readers without results. Use rebuild_index: it builds beside the live index; "
            "to start from nothing, stop the portal and remove the index directory."
        )

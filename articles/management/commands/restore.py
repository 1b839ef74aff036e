"""`restore`: a backup into an empty DATA_DIR."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.ingest.vault import BackupError, restore
from articles.management.commands.backup import database_path


class Command(BaseCommand):
    help = "Brings a backup into a DATA_DIR without a database, with the portal stopped."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="PATH", help="a folder that `backup` made")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            restore(options["path"].resolve(), database_path(), settings.DATA_DIR)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Restored. `make index` builds the index anew; then start the portal.")

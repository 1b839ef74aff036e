"""`backup`: a consistent copy while the portal runs."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from articles.ingest.vault import BackupError, back_up


def database_path() -> Path:
    """The file of the database; CommandError where it is no SQLite."""
    if connection.vendor != "sqlite":
        raise CommandError(f"this is for SQLite; use the tools of {connection.display_name}, such as pg_dump")
    return Path(str(connection.settings_dict["NAME"]))


class Command(BaseCommand):
    help = "Copies database, key and reports to a new folder, while the portal runs; `restore` brings them back."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="PATH", help="a folder that does not exist yet")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            size = back_up(database_path(), settings.DATA_DIR, options["path"].resolve())
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{options['path']}: {size / 1e6:.1f} MB")

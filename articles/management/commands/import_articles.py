"""`import_articles`: articles in, from files, folders and standard input."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone
from tqdm import tqdm

from articles.ingest.importer import Importer
from articles.ingest.reader import Options
from articles.ingest.record import Status
from articles.ingest.report import Report


class Command(BaseCommand):
    help = "Imports articles from files, folders, .gz, or - for standard input; the worker makes them searchable."
    requires_system_checks = ()  # pages have no part in an import

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
        parser.add_argument("--format", choices=("auto", "text", "jsonl", "csv"), default="auto")
        parser.add_argument("--source", default="", metavar="SLUG", help="the outlet of records that name none")
        parser.add_argument("--language", choices=("fa", "ar", "en"), default="", help="where a record names none")
        parser.add_argument("--strict", action="store_true", help="exit 1 if anything was rejected")

    def handle(self, *args: Any, **options: Any) -> None:
        report = Report(settings.DATA_DIR / "reports", timezone.now())
        choices = Options(options["format"], options["source"], options["language"])
        with tqdm(unit=" files", file=sys.stderr, disable=not sys.stderr.isatty()) as bar:
            try:
                Importer(choices, report, lambda done: bar.update(done) and None).run(options["paths"])
            except (DatabaseError, OSError) as error:
                raise CommandError(f"the import stopped: {error}; {report.summary()}. Repeat it to go on.") from error
            finally:
                report.close()
        self.stdout.write(report.summary())
        if options["strict"] and report.counts[Status.REJECTED]:
            sys.exit(1)

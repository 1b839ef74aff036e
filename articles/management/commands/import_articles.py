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
from articles.ingest.inputs import Input, find_inputs
from articles.ingest.reader import Options
from articles.ingest.record import Status
from articles.ingest.report import Report
from articles.management.new_portal import make_database

GO_ON = "Repeat the command to go on."


def progress(paths: list[str]) -> tqdm:
    """A bar over the bytes of all inputs, on a terminal only."""
    shown = sys.stderr.isatty()
    total = sum(entry.size for entry in find_inputs(paths) if isinstance(entry, Input)) if shown else 0
    return tqdm(total=total or None, unit="B", unit_scale=True, file=sys.stderr, disable=not shown)


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
        make_database()
        report = Report(settings.DATA_DIR / "reports", timezone.now())
        choices = Options(options["format"], options["source"], options["language"])
        with progress(options["paths"]) as bar:
            try:
                Importer(choices, report, bar.update).run(options["paths"])
            except (DatabaseError, OSError) as error:
                raise CommandError(f"the import stopped: {error}; {report.summary()}. {GO_ON}") from error
            except KeyboardInterrupt:
                raise CommandError(f"the import was stopped; {report.summary()}. {GO_ON}", returncode=130) from None
            finally:
                report.close()
        for rejection in report.first:
            self.stderr.write(rejection)
        self.stdout.write(report.summary())
        if options["strict"] and report.counts[Status.REJECTED]:
            sys.exit(1)

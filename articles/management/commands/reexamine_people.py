"""`manage.py reexamine_people`: look for all names in the stored articles again, or tell how far that is."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.people import book
from articles.people.reexamine import progress, queue_all

PAUSE = 2.0
"""Seconds between two lines of progress."""


class Command(BaseCommand):
    help = "Queues all stored articles to be looked through for names by the worker, while the site stays up."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--status", action="store_true", help="queue nothing; tell how far the last one came")
        parser.add_argument("--wait", action="store_true", help="tell the progress until the worker is done")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["status"]:
            book.changed()
            queue_all()
        self._tell()
        while options["wait"] and progress().waiting:
            time.sleep(PAUSE)
            self._tell()

    def _tell(self) -> None:
        now = progress()
        self.stdout.write(f"{now.done} of {now.total} articles looked through for names ({now.percent} %)")

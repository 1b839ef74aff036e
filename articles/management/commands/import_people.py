"""`manage.py import_people FILE`: persons and their names from JSON lines or Wikidata's JSON entities."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.people.data import PersonRecord, Problem, read_people
from articles.people.reexamine import queue_all
from articles.people.store import store_people


class Command(BaseCommand):
    help = "Adds persons and names from JSON lines or Wikidata JSON entities; the same file again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a .jsonl or .json file, or one of them as .gz")

    def handle(self, *args: Any, **options: Any) -> None:
        problems: list[Problem] = []
        try:
            stored = store_people(self._records(options["file"], problems))
        except OSError as error:
            raise CommandError(f"cannot read {options['file']}: {error.strerror or error}") from error
        queued = queue_all() if stored.created or stored.updated else 0
        if options["verbosity"] == 0:
            return
        if queued:
            self.stdout.write(f"{queued} stored articles wait for the worker, which looks for the new names")
        self.stdout.write(
            f"created {len(stored.created)}, updated {len(stored.updated)}, "
            f"unchanged {stored.unchanged}, rejected {len(problems)}"
        )
        if problems and not (stored.created or stored.updated or stored.unchanged):
            raise CommandError(f"{options['file']} holds no person")

    def _records(self, path: Path, problems: list[Problem]) -> Iterator[PersonRecord]:
        for record in read_people(path):
            if isinstance(record, Problem):
                problems.append(record)
                self.stderr.write(f"{path.name}, {record.place}: {record.reason}")
            else:
                yield record

"""`manage.py propose_people`: names in stored articles that no person bears yet, for an editor to decide on."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from articles.models import Article
from articles.people import book
from articles.people.decisions import record
from articles.people.proposals import Reading, lines, propose


class Command(BaseCommand):
    help = (
        "Finds names with a title or a verb of saying beside them that no person bears, keeps them for the "
        "administration, and lists the open ones: count, name, titles, example."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--articles", type=int, default=2000, help="newest articles to look through (2000)")
        parser.add_argument("--least", type=int, default=3, help="articles that a name must stand in (3)")
        parser.add_argument("--limit", type=int, default=100, help="names kept and listed (100)")

    def handle(self, *args: Any, **options: Any) -> None:
        names = book.current()
        found = propose(self._texts(options["articles"]), names.matcher, names.given, options["least"])
        found = found[: options["limit"]]
        opened = {(row.key, row.language) for row in record(found)}
        for line in lines([proposal for proposal in found if (proposal.key, proposal.language) in opened]):
            self.stdout.write(line)

    def _texts(self, number: int) -> Iterator[Reading]:
        newest = Article.objects.visible().newest().values_list("pk", "lead", "body", "language")[:number]
        for key, lead, body, language in newest.iterator(chunk_size=200):
            yield Reading(key, f"{lead}\n{body}", language)

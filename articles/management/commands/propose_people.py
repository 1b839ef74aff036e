"""`manage.py propose_people`: names in stored articles that no person bears yet, for an editor to look through."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from articles.models import Article
from articles.people import book
from articles.people.proposals import lines, propose


class Command(BaseCommand):
    help = (
        "Lists names with a title or a verb of saying beside them that no person bears: count, name, titles, example."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--articles", type=int, default=2000, help="newest articles to look through (2000)")
        parser.add_argument("--least", type=int, default=3, help="articles that a name must stand in (3)")
        parser.add_argument("--limit", type=int, default=100, help="names listed (100)")

    def handle(self, *args: Any, **options: Any) -> None:
        names = book.current()
        found = propose(self._texts(options["articles"]), names.matcher, names.given, options["least"])
        for line in lines(found[: options["limit"]]):
            self.stdout.write(line)

    def _texts(self, number: int) -> Iterator[tuple[str, str]]:
        newest = Article.objects.visible().newest().values_list("lead", "body", "language")[:number]
        for lead, body, language in newest.iterator(chunk_size=200):
            yield f"{lead}\n{body}", language

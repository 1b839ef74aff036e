"""`withdraw`: takes articles back."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.ingest.corrections import NoSuchArticle, find, withdraw


class Command(BaseCommand):
    help = "Takes articles out of pages, feeds and search; their addresses answer 410 with the reason."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("references", nargs="+", metavar="SOURCE:EXTERNAL_ID", help="as the API's external_id")
        parser.add_argument("--reason", required=True, metavar="TEXT", help="shown to readers")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            articles = [find(reference) for reference in options["references"]]
            count = withdraw(articles, options["reason"])
        except (NoSuchArticle, ValueError) as error:
            raise CommandError(f"nothing was withdrawn: {error}") from error
        self.stdout.write(f"withdrawn {count}, withdrawn before {len({a.pk for a in articles}) - count}")

"""`search`: a search in the terminal."""

from __future__ import annotations

import html
import json
import re
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from articles.api.present import search_answer
from articles.search.answer import IndexUnavailable, SearchPage
from articles.search.parameters import parse_parameters
from articles.search.searcher import search

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


class Command(BaseCommand):
    help = "Searches in the terminal; --json prints what the API answers."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("query", metavar="QUERY")
        parser.add_argument("--json", action="store_true", help="print the API's answer")
        parser.add_argument("--limit", default="20", metavar="N", help="results, 1 to 100")
        parser.add_argument("--page", default="1", metavar="N")
        parser.add_argument("--person", action="append", default=[], metavar="SLUG")
        parser.add_argument("--language", action="append", default=[], metavar="L")
        parser.add_argument("--source", action="append", default=[], metavar="S", help="slug or host")
        parser.add_argument("--from", default="", metavar="D", help="first day: day, month or year in any calendar")
        parser.add_argument("--to", default="", metavar="D", help="last day")
        parser.add_argument("--calendar", default="", metavar="C", help="gregorian, jalali or hijri")
        parser.add_argument("--sort", default="", metavar="S", help="relevance, newest or oldest")
        parser.add_argument("--match", default="", metavar="M", help="all words or any")

    def handle(self, *args: Any, **options: Any) -> None:
        params = {name: options[name] for name in ("person", "language", "source")}
        params |= {name: [options[name]] for name in ("from", "to", "calendar", "sort", "match", "page")}
        params |= {"q": [options["query"]], "page_size": [options["limit"]]}
        request, errors = parse_parameters(params)
        if errors:
            raise CommandError("; ".join(f"--{error.parameter}: {error.message}" for error in errors))
        language = (translation.get_language() or "en").partition("-")[0]
        try:
            page = search(request, language=language)
        except IndexUnavailable as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(search_answer(page, language), ensure_ascii=False, indent=2))
        else:
            self._print(page, language)

    def _print(self, page: SearchPage, language: str) -> None:
        for problem in page.query_errors:
            self.stderr.write(f"{problem.position}: {problem.message}")
        for line in filter(None, (page.notice, page.suggestion and f"? {page.suggestion}")):
            self.stdout.write(line)
        self.stdout.write(f"{page.total}")
        for number, hit in enumerate(page.hits, (page.page - 1) * page.page_size + 1):
            article = hit.article
            where = article.source.name_in(language) if article.source else ""
            self.stdout.write(f"\n{number}. {self._plain(hit.title_html)}")
            self.stdout.write(f"   {article.reference}  {article.day or ''}  {where}  {hit.score:.2f}")
            self.stdout.write(f"   {self._plain(hit.snippet_html)}")

    def _plain(self, marked: str) -> str:
        """Marks as bold on a terminal, left out elsewhere."""
        bold = self.stdout.isatty()
        text = marked.replace("<mark>", BOLD if bold else "").replace("</mark>", PLAIN if bold else "")
        return re.sub(r"\s+", " ", html.unescape(text))

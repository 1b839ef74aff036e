"""`search_batch`: many queries at once, their rankings as a TREC run file."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.models import Article
from articles.search.answer import IndexUnavailable
from articles.search.request import SearchRequest
from articles.search.searcher import rank

TAG = "newsportal"
DEEPEST = 10_000


class Command(BaseCommand):
    help = "Asks the queries of a file (id, tab, query on each line) and writes `id Q0 external_id rank score tag`."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("queries", metavar="QUERIES.tsv", type=Path)
        parser.add_argument("--output", required=True, metavar="RUN", type=Path)
        parser.add_argument("--limit", type=int, default=100, metavar="N", help=f"results a query, at most {DEEPEST}")
        parser.add_argument("--match", choices=("all", "any"), default="all")
        parser.add_argument("--language", action="append", default=[], metavar="L")

    def handle(self, *args: Any, **options: Any) -> None:
        if not 1 <= options["limit"] <= DEEPEST:
            raise CommandError(f"--limit: from 1 to {DEEPEST}")
        try:
            queries = list(_queries(options["queries"]))
            with options["output"].open("w", encoding="utf-8") as run:
                for key, query in tqdm(queries, unit=" queries", file=sys.stderr, disable=not sys.stderr.isatty()):
                    request = SearchRequest(
                        q=query,
                        match=options["match"],
                        languages=tuple(options["language"]),
                        page_size=options["limit"],
                    )
                    run.writelines(_lines(key, request))
        except (OSError, UnicodeError, IndexUnavailable) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(queries)} queries, {options['output']}")


def _queries(path: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        key, tab, query = line.partition("\t")
        if not line.strip():
            continue
        if not tab or not key.strip():
            raise CommandError(f"{path}: line {number} is not an id, a tab and a query")
        yield "_".join(key.split()), query


def _lines(key: str, request: SearchRequest) -> Iterator[str]:
    hits = rank(request)
    rows = Article.objects.select_related("source").only("external_id", "source__slug")
    articles = {article.pk: article.reference for article in rows.filter(pk__in=[hit.id for hit in hits])}
    position = 0
    for hit in hits:
        if reference := articles.get(hit.id):
            position += 1
            yield f"{key} Q0 {'_'.join(reference.split())} {position} {hit.score:.6f} {TAG}\n"

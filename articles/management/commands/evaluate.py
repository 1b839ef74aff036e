"""`evaluate`: how well the portal finds, on test collections."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.retrieval.collection import CollectionError, load
from articles.management.retrieval.evaluation import LUCENE, evaluate

HEAD = "{:<18} {:>7} {:>8} {:>8} {:>8} {:>10}   {:>8} {:>8}"
ROW = "{:<18} {:>7} {:>8.4f} {:>8.4f} {:>8.4f} {:>10.4f}   {:>8} {:>8}"


class Command(BaseCommand):
    help = "Measures retrieval on folders of corpus.jsonl[.gz], queries.tsv and qrels.tsv, in a portal of its own."
    requires_system_checks = ()  # pages have no part in it

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folders", nargs="+", metavar="DIR", type=Path)
        parser.add_argument("--match", choices=("all", "any"), default="any", help="all words of a query, or any")
        parser.add_argument("--mixed", type=int, metavar="SEED", help="rewrite passages and queries in mixed spelling")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(HEAD.format("set", "queries", "nDCG@10", "MAP", "MRR@10", "recall@100", "Lucene", "better"))
        for folder in options["folders"]:
            try:
                collection = load(folder)
                found = evaluate(collection, options["match"], options["mixed"])
            except (CollectionError, OSError) as error:
                raise CommandError(str(error)) from error
            lucene = LUCENE.get(collection.name)
            beside = (f"{lucene.ndcg:.4f}", f"{found.ndcg - lucene.ndcg:+.4f}") if lucene else ("", "")
            numbers = (found.queries, found.ndcg, found.map, found.mrr, found.recall)
            self.stdout.write(ROW.format(collection.name, *numbers, *beside))
            self.stdout.flush()

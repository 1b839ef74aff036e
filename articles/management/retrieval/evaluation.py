"""A test collection through the real import, analysis, index and search."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from random import Random

from articles.ingest.pipeline import store_many
from articles.ingest.record import ArticleRecord
from articles.management.retrieval.collection import Collection, Passage
from articles.management.retrieval.metrics import Quality, quality
from articles.management.retrieval.mixing import mixed
from articles.management.retrieval.scratch import scratch_portal
from articles.models import Article
from articles.search.indexer import drain
from articles.search.request import Match, SearchRequest
from articles.search.searcher import rank
from articles.text.language import detect_language

BATCH = 500
DEPTH = 100


@dataclass(frozen=True, slots=True)
class Reference:
    """nDCG@10 of Lucene 9's analyzer for the language, all words optional, BM25 k1 1.2 b .75, one field."""

    ndcg: float


LUCENE = {
    "fa-hamshahri": Reference(0.8825),
    "fa-parsinlu": Reference(0.7516),
    "ar-tydiqa": Reference(0.9253),
    "ar-mlqa": Reference(0.7358),
}


def evaluate(collection: Collection, match: Match, seed: int | None) -> Quality:
    """Imports the passages without recognising duplicates, works them off, asks every query that has a judgement.

    With a `seed` every passage and query is rewritten in mixed spelling first.
    """
    random = Random(seed)  # noqa: S311 - spelling, not secrets
    respell: Callable[[str], str] = str
    if seed is not None:
        respell = lambda text: mixed(text, detect_language(text), random)  # noqa: E731
    with scratch_portal():
        _import(collection.passages(), respell)
        drain()
        external = dict(Article.objects.values_list("pk", "external_id"))
        return quality(
            ([external[hit.id] for hit in rank(_request(respell(collection.queries[query]), match))], judged)
            for query, judged in collection.judgements.items()
            if query in collection.queries
        )


def _import(passages: Iterable[Passage], respell: Callable[[str], str]) -> None:
    rows = iter(passages)
    while batch := list(islice(rows, BATCH)):
        records = [
            ArticleRecord(external_id=passage.id, title=respell(passage.title), body=respell(passage.text))
            for passage in batch
        ]
        store_many(records, recognise_duplicates=False)


def _request(query: str, match: Match) -> SearchRequest:
    return SearchRequest(q=query, match=match, page_size=DEPTH)

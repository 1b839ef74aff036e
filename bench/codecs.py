"""What the format of the segments alone brings: the same words in Whoosh's own codec (W3) and in ours, asked by one
searcher, Whoosh's.

    python -m bench.codecs                 # 3,000 articles, a minute of CPU time

Prints speed of building, size, and CPU time per question, cold and warm. The totals must be the same.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")

import numpy as np
from whoosh import fields, query
from whoosh.analysis import IDTokenizer
from whoosh.index import create_in, open_dir

from articles.search.engines.base import Document
from articles.search.engines.whoosh import store
from articles.search.engines.whoosh.schema import INDEX_NAME, has_positions
from articles.search.engines.whoosh.writer import IndexWriter
from articles.search.plan import TEXT_FIELDS
from bench.corpus import Corpus
from bench.questions import questions

KINDS: dict[str, Callable[[tuple[str, ...]], query.Query]] = {
    "frequent term": lambda words: term(words[0]),
    "rare term": lambda words: term(words[0]),
    "and": lambda words: query.And([term(word) for word in words]),
    "or": lambda words: query.Or([term(word) for word in words]),
    "phrase": lambda words: query.Phrase("body_surface", list(words)),
    "prefix": lambda words: query.Prefix("body_surface", words[0]),
}
EACH = 20


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.codecs", description=__doc__)
    parser.add_argument("--size", type=int, default=3_000, help="articles")
    size = parser.parse_args().size
    corpus = Corpus(size, vocabulary_size=60_000)
    asked = [KINDS[question.kind](question.words) for question in questions(corpus, EACH) if question.kind in KINDS]
    documents = list(corpus.documents())
    totals = []
    for name, build, index_name in (("W3", build_w3, None), ("ours", build_ours, INDEX_NAME)):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "index"
            started = time.process_time()
            build(path, documents)
            seconds = time.process_time() - started
            megabytes = sum(file.stat().st_size for file in path.iterdir()) / 1e6
            print(f"{name:5} {size / seconds:6.0f} articles per CPU second, {megabytes:6.1f} MB")
            with open_dir(str(path), indexname=index_name, readonly=True).searcher() as searcher:
                for state in ("cold", "warm"):
                    print(f"{name:5} {state}: {percentiles(measured(searcher, asked))}")
                totals.append([len(searcher.search(question, limit=None)) for question in asked])
    print("the totals are the same" if totals[0] == totals[1] else "THE TOTALS DIFFER")


def term(word: str) -> query.Term:
    return query.Term("body_surface", word)


def build_ours(path: Path, documents: Iterable[Document]) -> None:
    store.create(path)
    IndexWriter(path).build(iter(documents))


def build_w3(path: Path, documents: Iterable[Document]) -> None:
    path.mkdir()
    text = {name: fields.TEXT(analyzer=IDTokenizer(), phrase=has_positions(name)) for name in TEXT_FIELDS}
    writer = create_in(str(path), fields.Schema(**text)).writer(limitmb=512)
    for document in documents:
        writer.add_document(
            **{name: [word for place in document.texts.get(name, ()) for word in place] for name in TEXT_FIELDS}
        )
    writer.commit()


def measured(searcher, asked: Iterable[query.Query]) -> list[float]:
    """CPU milliseconds for the first page of every question."""
    spent = []
    for question in asked:
        started = time.process_time()
        searcher.search(question, limit=10)
        spent.append((time.process_time() - started) * 1000)
    return spent


def percentiles(spent: list[float]) -> str:
    return f"p50 {np.percentile(spent, 50):6.2f} ms, p95 {np.percentile(spent, 95):6.2f} ms"


if __name__ == "__main__":
    main()

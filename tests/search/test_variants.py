"""Spellings and forms as readers meet them: each is imported, worked off and searched, never compared as tokens.

Of every row `text` stands in an article of its own between neutral words, and `query` must find that article (match),
must not (differ), or must find it while the other way round promises nothing (within: a part of an address, one word
of a hashtag). Match and differ hold both ways.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from articles.ingest.pipeline import store_many
from articles.ingest.record import ArticleRecord
from articles.search.indexer import drain
from articles.search.request import SearchRequest
from articles.search.searcher import search

OWN = Path(__file__).resolve().parent.parent / "data/search/variants.tsv"
LEAST = 0.98
"""Of the match rows, in each direction; of the differ rows all."""
AROUND = {
    "fa": ("نسیم بامدادی", "مهتاب و ستارگان"),
    "ar": ("نسيم عليل", "ضوء قمر ساطع"),
    "en": ("gentle breeze", "moonlit meadow"),
}
"""Neutral words before and after; none of them is in a row."""


@dataclass(frozen=True, slots=True)
class Row:
    language: str
    text: str
    query: str
    expected: str
    why: str

    def turned(self) -> Row:
        return Row(self.language, self.query, self.text, self.expected, self.why)


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [Row(*row) for row in list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]]


def imported(rows: Sequence[Row]) -> list[int]:
    """An article for each row, searchable; their ids in the order of the rows."""
    records = []
    for number, row in enumerate(rows):
        before, after = AROUND[row.language]
        records.append(ArticleRecord(f"row-{number}", before, f"{before} {row.text} {after}.", language=row.language))
    outcomes = store_many(records, recognise_duplicates=False)
    drain()
    ids = [outcome.article_id for outcome in outcomes]
    assert None not in ids
    return [pk for pk in ids if pk is not None]


def found(query: str, articles: int) -> set[int]:
    """What holds all words of the query; the fall-back to some of them is no finding."""
    page = search(SearchRequest(q=query, match="all", page_size=articles))
    return {hit.article.pk for hit in page.hits} if page.match == "all" else set()


def failures(rows: Sequence[Row]) -> list[Row]:
    """Imports all rows at once and searches for each."""
    ids = imported(rows)
    assert found(AROUND["fa"][0], len(rows)) == {pk for pk, row in zip(ids, rows, strict=True) if row.language == "fa"}
    return [
        row
        for pk, row in zip(ids, rows, strict=True)
        if (pk in found(row.query, len(rows))) != (row.expected in {"match", "within"})
    ]


def table(rows: Sequence[Row]) -> str:
    return "\n".join(f"  {row.language}  {row.text} ← {row.query}  {row.expected} ({row.why})" for row in rows)


def judge(rows: Sequence[Row]) -> None:
    """Prints the counts and the rows that fail; asserts what is promised."""
    wrong = failures(rows)
    matching = [row for row in rows if row.expected != "differ"]
    lost = [row for row in wrong if row.expected != "differ"]
    joined = [row for row in wrong if row.expected == "differ"]
    apart = len(rows) - len(matching)
    print(  # noqa: T201 - the figures, for whoever runs it with -s
        f"match {len(matching) - len(lost)} of {len(matching)}, differ {apart - len(joined)} of {apart}\n{table(wrong)}"
    )
    assert not joined, f"different words that find each other:\n{table(joined)}"
    assert len(lost) <= (1 - LEAST) * len(matching), f"not found:\n{table(lost)}"


@pytest.mark.shared
@pytest.mark.usefixtures("db", "index")
@pytest.mark.parametrize("turned", [False, True], ids=["as_listed", "other_way_round"])
def test_the_pairs_of_the_contract_hold_through_import_and_search(shared: Path, turned: bool) -> None:
    rows = read(shared / "data/variants/pairs.tsv")
    judge([row.turned() if turned else row for row in rows])


@pytest.mark.usefixtures("db", "index")
@pytest.mark.parametrize("turned", [False, True], ids=["as_listed", "other_way_round"])
def test_our_own_pairs_hold_through_import_and_search(turned: bool) -> None:
    rows = read(OWN)
    judge([row.turned() for row in rows if row.expected != "within"] if turned else rows)


@pytest.mark.shared
def test_our_own_pairs_are_others_than_those_of_the_contract(shared: Path) -> None:
    theirs = {(row.text, row.query) for row in read(shared / "data/variants/pairs.tsv")}
    assert not [row for row in read(OWN) if (row.text, row.query) in theirs]

"""What an engine is asked: a query whose words are index terms already. Pure.

The reader's words are parsed in search/query, analysed and turned into this plan by search/compile.py;
engines know nothing of languages. Every node is hashable and prints readably.

Matching and scoring: `Term`, `Phrase` and `Prefix` score with BM25; `And` and `Or` add the scores of the
children that match; `Not`, `Keyword`, `Range` and `Everything` match without a score; `Boosted` matches what
`required` matches and adds the score of `optional` where that matches too.
"""

from __future__ import annotations

from dataclasses import dataclass

TEXT_FIELDS = ("title_surface", "title_stem", "body_surface", "body_stem", "grams")
"""Fields with postings: folded surfaces with positions, stems without; the letter n-grams of title and body together,
which order what words have found and never find anything by themselves."""
KEYWORD_FIELDS = ("language", "source", "person")
"""Exact values; `person` has many values per document, the others at most one. An absent value is ''."""
NUMBER_FIELDS = ("day", "time", "id")
"""`day`: proleptic Gregorian ordinal; `time`: Unix seconds, UTC; `id`: the article's primary key. Unknown is None."""


@dataclass(frozen=True, slots=True)
class Term:
    """Documents that hold the term `text` in `field`."""

    field: str
    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Documents that hold these terms in consecutive positions of a surface field."""

    field: str
    texts: tuple[str, ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Prefix:
    """Documents with any term that begins with `text`; engines bound the number of expansions."""

    field: str
    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Everything:
    """All documents."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """Documents with any of `values` in a keyword field."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """Documents whose number lies in [low, high]; None is open; an unknown number never matches."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class And:
    children: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Or:
    children: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Not:
    child: Plan


@dataclass(frozen=True, slots=True)
class Boosted:
    required: Plan
    optional: Plan


Plan = Term | Phrase | Prefix | Everything | Keyword | Range | And | Or | Not | Boosted

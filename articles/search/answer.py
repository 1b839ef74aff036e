"""What a search answers, before any template or JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from articles.models import Article, Person
from articles.search.chips import QueryChip
from articles.search.engines.base import IndexUnavailable
from articles.search.request import Match

__all__ = ["FacetValue", "Hit", "IndexUnavailable", "MatchedForm", "QueryProblem", "SearchPage"]


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """What could not be understood in `q`; `position` is a code point of it."""

    message: str
    position: int


@dataclass(frozen=True, slots=True)
class MatchedForm:
    """Why a result matched: `text` as written answers the query word `query` by `rule` (a stable key such as
    `same`, `half_space`, `letters`, `plural`, `article`, `stem`; its label is translated at display)."""

    query: str
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class FacetValue:
    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. `title_html` and `snippet_html` are safe HTML whose only element is <mark>."""

    article: Article
    score: float
    title_html: str
    snippet_html: str
    people: tuple[Person, ...]
    matched: tuple[MatchedForm, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of results. `match` is what was done in the end, `notice` says where that differs from the request;
    `people` are the persons recognised in `q`, `understood` and `chips` its parts as understood; `facets` maps
    language, source, person, month to their values."""

    total: int
    page: int
    page_size: int
    match: Match
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetValue, ...]]
    notice: str | None = None
    suggestion: str | None = None
    query_errors: tuple[QueryProblem, ...] = ()
    people: tuple[Person, ...] = ()
    understood: tuple[str, ...] = ()
    days: Mapping[date | None, int] = field(default_factory=dict)
    chips: tuple[QueryChip, ...] = ()

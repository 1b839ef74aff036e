"""What a reader asks, parsed from a form, an address or a command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sort = Literal["relevance", "newest", "oldest"]
Match = Literal["all", "any"]


@dataclass(frozen=True, slots=True)
class ParameterError:
    """A parameter that cannot be used: the API answers 400, the page shows it beside the field."""

    parameter: str
    message: str


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A search as understood. Languages and outlets are alternatives, persons must all be there; `first` and
    `last` are inclusive Gregorian days, None is open. Values are slugs or codes without the excluding sign."""

    q: str = ""
    people: tuple[str, ...] = ()
    people_excluded: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    languages_excluded: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    sources_excluded: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    sort: Sort = "relevance"
    match: Match = "all"
    page: int = 1
    page_size: int = 20

"""Days that a reader typed among the words of a query, and the query that is left without them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from articles.search.chips import without
from articles.search.query import parse
from articles.search.query.tree import Days, Words
from articles.text.calendars import Span, find_span

LONGEST = 400
"""Letters of a query that somebody typed; what is longer was pasted, and its days are part of a text."""
FIRST_YEAR = 1583
"""An earlier ISO day would be read in another calendar (docs/calendars.md)."""


@dataclass(frozen=True, slots=True)
class DaysMeant:
    """`rest` is the query without the words that name `span`; "" where it is nothing but these."""

    span: Span
    rest: str


def days_meant(q: str, today: date) -> DaysMeant | None:
    """The days that plain words of a query name, counted from `today`.

    None where none are named or more than once, where a field of the query narrows the days already, and for days
    that no article can have: yet to come, or before FIRST_YEAR. Words between quotation marks or parentheses, after
    a minus or a field are left alone.
    """
    if len(q) > LONGEST:
        return None
    parts = parse(q).parts
    if any(isinstance(part.node, Days) for part in parts):
        return None
    rows = [part.node for part in parts if isinstance(part.node, Words) and part.start == part.node.start]
    named = [(row.start, found) for row in rows if (found := find_span(row.text, today)) is not None]
    if len(named) != 1:
        return None
    offset, found = named[0]
    if found.span.first.year < FIRST_YEAR or found.span.first > today:
        return None
    rest = without(q, (offset + found.start, offset + found.end))
    return DaysMeant(found.span, rest if any(map(str.isalnum, rest)) else "")

"""Counts of values over matching documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

import numpy as np

from articles.search.engines.base import FacetRequest
from articles.search.engines.whoosh.packing import Numbers, spans
from articles.search.engines.whoosh.snapshot import Listed, Masked, Snapshot

_WIDEST = 100_000
"""Days (some 270 years) between the first and the last, beyond which a table of them is no longer small."""


def facet_counts(snapshot: Snapshot, found: Listed | Masked, facet: FacetRequest) -> Mapping[str, int]:
    """Most frequent first, equals by value; '' counts the documents without one."""
    chosen: Numbers = found.mask if isinstance(found, Masked) else found.documents
    counts = _day_counts(snapshot, chosen, facet.unit) if facet.field == "day" else None
    if counts is None:
        counts = _keyword_counts(snapshot, chosen, facet.field)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: facet.limit])


def _keyword_counts(snapshot: Snapshot, chosen: Numbers, field: str) -> dict[str, int]:
    column = snapshot.keywords(field)
    per_document = column.counts[chosen]
    if len(column.codes) == snapshot.size and len(column.counts) and column.counts.min() == 1 == column.counts.max():
        codes = column.codes[chosen]
    else:
        codes = column.codes[spans(snapshot.keyword_starts(field)[chosen], per_document.astype(np.int64))]
    totals = np.bincount(codes.astype(np.intp), minlength=len(column.values))
    used = np.flatnonzero(totals)
    counts = {column.values[i]: total for i, total in zip(used.tolist(), totals[used].tolist(), strict=True)}
    absent = int(np.count_nonzero(per_document == 0))
    return {**counts, "": absent} if absent else counts


def _day_counts(snapshot: Snapshot, chosen: Numbers, unit: str) -> dict[str, int]:
    if unit == "month":
        return {str(value) if value else "": total for value, total in _counted(snapshot.months[chosen], 0)}
    unknown = snapshot.unknown("day")
    days = _counted(snapshot.numbers("day")[chosen], unknown)
    return {"" if value == unknown else _digits(value): total for value, total in days}


def _counted(values: Numbers, unknown: int | None) -> Iterator[tuple[int, int]]:
    """The different values, `unknown` first and the others ascending, each with its number. Days and months lie near
    each other: a table of them costs less than to sort the values."""
    known = values if unknown is None else values[values != unknown]
    if len(known) < len(values) and unknown is not None:
        yield unknown, len(values) - len(known)
    if not len(known):
        return
    least = int(known.min())
    if int(known.max()) - least > _WIDEST:
        found, totals = np.unique(known, return_counts=True)
        yield from zip(found.tolist(), totals.tolist(), strict=True)
        return
    table = np.bincount(known - known.dtype.type(least))
    for place in np.flatnonzero(table).tolist():
        yield least + place, int(table[place])


@lru_cache(maxsize=1 << 15)
def _digits(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return f"{day.year:04}{day.month:02}{day.day:02}"

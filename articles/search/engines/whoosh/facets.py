"""Counts of values over matching documents."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from articles.search.engines.base import FacetRequest
from articles.search.engines.whoosh.packing import Numbers, spans
from articles.search.engines.whoosh.snapshot import Listed, Masked, Snapshot


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
        values, totals = np.unique(snapshot.months[chosen], return_counts=True)
        return {
            str(value) if value else "": total for value, total in zip(values.tolist(), totals.tolist(), strict=True)
        }
    values, totals = np.unique(snapshot.numbers("day")[chosen], return_counts=True)
    unknown = snapshot.unknown("day")
    return {
        "" if value == unknown else _digits(value): total
        for value, total in zip(values.tolist(), totals.tolist(), strict=True)
    }


def _digits(ordinal: int) -> str:
    return str(np.datetime64(ordinal - 719_163, "D")).replace("-", "")

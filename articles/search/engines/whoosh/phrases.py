"""Phrases over positions: every occurrence is one number, and a phrase is an intersection of numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from articles.search.engines.whoosh.fields import FieldReader
from articles.search.engines.whoosh.packing import Ints, Longs, Numbers, spans, starts_of
from articles.search.engines.whoosh.segment import SegmentReader

_STRIDE_BITS = 32
_SPARSE = 16
"""A look into a sorted list costs as much as merging some sixteen of its entries."""
_NOTHING = (np.zeros(0, np.int32), np.zeros(0, np.int64))


def phrase_postings(segment: SegmentReader, field: str, terms: Sequence[bytes], base: int) -> tuple[Ints, Longs]:
    """The live documents of a segment that hold the terms in consecutive positions, numbered from `base`, and how
    often each does. No terms match nothing. Raises ValueError for a field without positions."""
    reader = segment.fields[field]
    numbers = [reader.find(term) for term in terms]
    known = [number for number in numbers if number is not None]
    if not known or len(known) < len(numbers):
        return _NOTHING
    common = _common_documents(reader, set(known))
    if segment.live is not None:
        common = common[segment.live[common]]
    if not len(common):
        return _NOTHING
    order = sorted(range(len(known)), key=lambda i: int(reader.totals[known[i]]))
    occurrences = _occurrences(reader, known[order[0]], common, order[0])
    for i in order[1:]:
        occurrences = _intersection(occurrences, _occurrences(reader, known[i], common, i))
    documents, times = np.unique(occurrences >> _STRIDE_BITS, return_counts=True)
    return (documents + base).astype(np.int32), times


def _common_documents(reader: FieldReader, numbers: set[int]) -> Ints:
    common: Ints | None = None
    for number in sorted(numbers, key=lambda number: int(reader.frequencies[number])):
        documents = reader.documents(number)
        common = documents if common is None else common[_contained(common, documents)]
    return common if common is not None else np.zeros(0, np.int32)


def _occurrences(reader: FieldReader, number: int, common: Ints, offset: int) -> Longs:
    """Document and position of the phrase's first word, as told by the word `offset` places behind it."""
    documents = reader.documents(number)
    times = reader.times(number).astype(np.int64)
    at = np.searchsorted(documents, common)
    counts = times[at]
    positions = reader.positions(number)[spans(starts_of(times)[at], counts)].astype(np.int64) - offset
    owners = np.repeat(common.astype(np.int64), counts)
    found: Longs = ((owners << _STRIDE_BITS) + positions)[positions >= 0]
    return found


def _intersection(left: Longs, right: Longs) -> Longs:
    """Both ascending, without repetition. Two long ones are merged: a stable sort knows ascending runs."""
    if len(left) > len(right):
        left, right = right, left
    if len(left) * _SPARSE < len(right):
        return left[_contained(left, right)]
    both = np.sort(np.concatenate([left, right]), kind="stable")
    found: Longs = both[:-1][both[1:] == both[:-1]]
    return found


def _contained(values: Numbers, among: Numbers) -> Numbers:
    """Which of the ascending values are among the ascending others."""
    if not len(among):
        return np.zeros(len(values), np.bool_)
    at = np.searchsorted(among, values)
    at[at == len(among)] = 0
    found: Numbers = among[at] == values
    return found

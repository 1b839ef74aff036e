"""Phrases over positions: every occurrence is one number, and a phrase is an intersection of numbers.

The positions of a segment are numbered through, document after document, with one free place behind each: a phrase
that reached from one document into the next would have to hold a word there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from articles.search.engines.whoosh.cache import ByteCache
from articles.search.engines.whoosh.fields import FieldReader
from articles.search.engines.whoosh.packing import Ints, Longs, Numbers, repeated, spans, starts_of
from articles.search.engines.whoosh.segment import SegmentReader

_SPARSE = 16
"""A look into a sorted list costs as much as merging some sixteen of its entries."""
_MARGIN = 1 << 16
"""Room below the first document for the words of a phrase: more than any phrase has."""
_MOST = 4
"""Of a term in so many times more documents than its companions, only their documents are looked at."""
_MANY = 1 << 16
"""Lists shorter than this are merged whatever they span."""
_TABLE = 1 << 20
"""Positions looked at in one piece: a table that the processor's cache holds."""
_NOTHING = (np.zeros(0, np.int32), np.zeros(0, np.int64))


def phrase_postings(
    segment: SegmentReader, field: str, terms: Sequence[bytes], base: int, cache: ByteCache
) -> tuple[Ints, Longs]:
    """The live documents of a segment that hold the terms in consecutive positions, numbered from `base`, and how
    often each does. No terms match nothing. Raises ValueError for a field without positions."""
    reader = segment.fields[field]
    numbers = [reader.find(term) for term in terms]
    known = [number for number in numbers if number is not None]
    if not known or len(known) < len(numbers):
        return _NOTHING
    common = _common_documents(reader, set(known))
    if not len(common):
        return _NOTHING
    begins = cache.get(("begins", base, field), lambda: _begins(segment.lengths(field)))

    def occurrences(i: int) -> Numbers:
        """The occurrences of word i, told by where the phrase would begin."""
        number = known[i]
        if len(common) * _MOST < reader.frequencies[number]:
            found = _occurrences_in(reader, number, begins, common)
        else:
            key = ("occurrences", base, field, number)
            found = cache.get(key, lambda: _occurrences(reader, number, begins))
        first: Numbers = found - begins.dtype.type(i)
        return first

    order = sorted(range(len(known)), key=lambda i: int(reader.totals[known[i]]))
    found = occurrences(order[0])
    for i in order[1:]:
        found = _intersection(found, occurrences(i))
    documents, times = _counted(found, begins, common)
    if segment.live is not None:
        live = segment.live[documents]
        documents, times = documents[live], times[live]
    return (documents + base).astype(np.int32), times


def _begins(lengths: Numbers) -> Numbers:
    """The number of the first position of every document; in half the room, and sorted in half the time, where a
    segment has fewer than four thousand million."""
    begins = _MARGIN + starts_of(lengths.astype(np.int64) + 1)
    small = not len(lengths) or begins[-1] + lengths[-1] < np.iinfo(np.uint32).max
    return begins.astype(np.uint32) if small else begins.astype(np.uint64)


def _common_documents(reader: FieldReader, numbers: set[int]) -> Ints:
    common: Ints | None = None
    for number in sorted(numbers, key=lambda number: int(reader.frequencies[number])):
        documents = reader.documents(number)
        common = documents if common is None else _both(common, documents)
        if not len(common):
            break
    return common if common is not None else np.zeros(0, np.int32)


def _occurrences(reader: FieldReader, number: int, begins: Numbers) -> Numbers:
    """The numbers of all positions of a term, ascending."""
    found: Numbers = repeated(begins[reader.documents(number)], reader.times(number))
    found += reader.positions(number)
    return found


def _occurrences_in(reader: FieldReader, number: int, begins: Numbers, chosen: Ints) -> Numbers:
    """The same in some of its documents only."""
    times = reader.times(number).astype(np.int64)
    at = np.searchsorted(reader.documents(number), chosen)
    counts = times[at]
    found: Numbers = repeated(begins[chosen], counts)
    found += reader.positions(number)[spans(starts_of(times)[at], counts)]
    return found


def _counted(found: Numbers, begins: Numbers, common: Ints) -> tuple[Ints, Longs]:
    """The documents of the positions found, which lie in `common`, and how many each has. Few are looked up among
    many."""
    if len(found) < len(common):
        owners = (np.searchsorted(begins, found, side="right") - 1).astype(np.int32)
        return np.unique(owners, return_counts=True)
    edges = np.append(np.searchsorted(found, begins[common]), len(found))
    times = np.diff(edges)
    return common[times > 0], times[times > 0]


def _intersection(left: Numbers, right: Numbers) -> Numbers:
    """Both ascending, without repetition. Of two long ones, one is entered in a table piece by piece and the other
    looked up; shorter ones are merged: a stable sort knows ascending runs."""
    if len(left) > len(right):
        left, right = right, left
    if len(left) * _SPARSE < len(right):
        return left[_contained(left, right)]
    if len(left) > _MANY:
        return left[_looked_up(left, right)]
    both = np.sort(np.concatenate([left, right]), kind="stable")
    found: Numbers = both[:-1][both[1:] == both[:-1]]
    return found


def _looked_up(values: Numbers, among: Numbers) -> Numbers:
    """Which of the values are among the others, both ascending and dense."""
    table = np.zeros(_TABLE, np.bool_)
    edges = np.arange(int(values[0]), int(values[-1]) + _TABLE + 1, _TABLE).astype(values.dtype)
    found = []
    begin, other = 0, int(np.searchsorted(among, edges[0]))
    for edge, end, other_end in zip(
        edges.tolist(),
        np.searchsorted(values, edges[1:]).tolist(),
        np.searchsorted(among, edges[1:]).tolist(),
        strict=False,
    ):
        table[among[other:other_end].astype(np.intp) - edge] = True
        found.append(table.take(values[begin:end].astype(np.intp) - edge, mode="clip"))
        table.fill(False)
        begin, other = end, other_end
    return np.concatenate(found)


def _both(few: Ints, many: Ints) -> Ints:
    if len(few) * _SPARSE < len(many):
        return few.compress(_contained(few, many))
    table = np.zeros(max(int(few[-1]), int(many[-1])) + 1, np.bool_)
    table[many] = True
    return few.compress(table[few])


def _contained(values: Numbers, among: Numbers) -> Numbers:
    """Which of the ascending values are among the ascending others."""
    if not len(among):
        return np.zeros(len(values), np.bool_)
    at = np.searchsorted(among, values)
    at[at == len(among)] = 0
    found: Numbers = among[at] == values
    return found

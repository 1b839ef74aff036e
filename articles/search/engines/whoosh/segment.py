"""A segment: an immutable bundle with some documents, and the set of those deleted since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import copy
from pathlib import Path

import numpy as np

from articles.search.engines.base import Document
from articles.search.engines.whoosh.bundle import Bundle, BundleWriter, NoArrays
from articles.search.engines.whoosh.columns import (
    Columns,
    KeywordColumn,
    columns_of,
    joined_columns,
    live_columns,
    read_columns,
    write_columns,
)
from articles.search.engines.whoosh.fields import FieldReader, FieldWriter
from articles.search.engines.whoosh.inverter import Inverter, Postings
from articles.search.engines.whoosh.packing import Longs, Numbers, repeated, spans, stable_order, starts_of
from articles.search.engines.whoosh.schema import has_positions
from articles.search.plan import KEYWORD_FIELDS, TEXT_FIELDS

_MERGE_POSTINGS = 1_000_000
"""Postings merged at a time: bounds the memory of a merge to some 150 MB whatever the size of the segments."""


class SegmentReader:
    """A segment mapped into memory. `live` is None where nothing was deleted."""

    def __init__(self, bundle: Bundle, deleted: Iterable[int] = ()) -> None:
        self.bundle = bundle
        self.columns: Columns = read_columns(bundle)
        self.count = self.columns.count
        self.fields = {name: FieldReader(self._of(name), name, has_positions(name)) for name in TEXT_FIELDS}
        self.live = _live(self.count, deleted)

    def without(self, deleted: Iterable[int]) -> SegmentReader:
        """The same segment with other deletions. Files never change: what was read of them is shared."""
        other = copy(self)
        other.live = _live(self.count, deleted)
        return other

    @property
    def is_complete(self) -> bool:
        """False for a segment written when the index had fewer fields: of those it lacks it has nothing."""
        return len(self.columns.lengths) == len(TEXT_FIELDS) and len(self.columns.keywords) == len(KEYWORD_FIELDS)

    def lengths(self, field: str) -> Numbers:
        """The number of positions of a text field in every document."""
        found = self.columns.lengths.get(field)
        return np.zeros(self.count, np.uint32) if found is None else found

    def keywords(self, field: str) -> KeywordColumn:
        found = self.columns.keywords.get(field)
        nothing = KeywordColumn([], np.zeros(self.count, np.uint32), np.zeros(0, np.uint32))
        return nothing if found is None else found

    def _of(self, field: str) -> Bundle | NoArrays:
        return self.bundle if field in self.columns.lengths else NoArrays()

    @property
    def live_count(self) -> int:
        return self.count if self.live is None else int(np.count_nonzero(self.live))

    def numbers_of(self, ids: Longs) -> list[int]:
        """The document numbers of articles, live or not."""
        found: list[int] = np.flatnonzero(np.isin(self.columns.numbers["id"], ids)).tolist()
        return found


def _live(count: int, deleted: Iterable[int]) -> Numbers | None:
    gone = np.fromiter(deleted, np.int64)
    if not len(gone):
        return None
    live = np.ones(count, np.bool_)
    live[gone] = False
    return live


def write_segment(path: Path, documents: Iterable[Document]) -> int:
    """Writes the documents as a new bundle, reading them one by one. Returns how many there were; none writes no file.

    Where an id comes twice, the later one counts: of the earlier only the place remains, without words or values
    to find it by, and the caller deletes it.
    """
    inverters = {name: Inverter(has_positions(name)) for name in TEXT_FIELDS}
    heads = []
    for document in documents:
        for name, inverter in inverters.items():
            inverter.add(document.texts.get(name, ()))
        heads.append(Document(document.id, {}, document.keywords, document.numbers))
    if not heads:
        return 0
    bundle = BundleWriter(path)
    try:
        lengths = {}
        for name, inverter in inverters.items():
            postings, lengths[name] = inverter.inverted()
            field = FieldWriter(bundle, name, has_positions(name))
            field.append(postings)
            field.finish()
        write_columns(bundle, columns_of(heads, lengths))
        bundle.close()
    except BaseException:
        bundle.abandon()
        raise
    return len(heads)


def merge_segments(path: Path, segments: Sequence[SegmentReader]) -> int:
    """Writes the live documents of several segments as one, without the fields that one of them lacks. Returns how
    many; none writes no file."""
    total = sum(segment.live_count for segment in segments)
    if not total:
        return 0
    bundle = BundleWriter(path)
    try:
        columns = joined_columns([live_columns(segment.columns, segment.live) for segment in segments])
        write_columns(bundle, columns)
        for name in columns.lengths:
            _merge_field(FieldWriter(bundle, name, has_positions(name)), segments, name)
        bundle.close()
    except BaseException:
        bundle.abandon()
        raise
    return total


def _merge_field(writer: FieldWriter, segments: Sequence[SegmentReader], name: str) -> None:
    fields = [segment.fields[name] for segment in segments]
    terms, ranks = _joint_dictionary(fields)
    weights = np.zeros(len(terms), np.int64)
    for field, rank in zip(fields, ranks, strict=True):
        weights[rank] += field.frequencies
    bases = [0, *np.cumsum([segment.live_count for segment in segments]).tolist()]
    maps: list[Longs | int] = [
        base if segment.live is None else base + np.cumsum(segment.live) - 1
        for segment, base in zip(segments, bases, strict=False)
    ]
    for first, last in _slices(weights):
        parts, owners = [], []
        for segment, field, rank, renumber in zip(segments, fields, ranks, maps, strict=True):
            begin, end = np.searchsorted(rank, [first, last])
            postings = field.postings(int(begin), int(end), segment.live)
            owners.append(repeated(rank[begin:end] - first, postings.frequencies))
            parts.append(_renumbered(postings, renumber))
        writer.append(_interleaved(terms[first:last], parts, np.concatenate(owners)))
    writer.finish()


def _joint_dictionary(fields: Sequence[FieldReader]) -> tuple[list[bytes], list[Longs]]:
    """The terms of all, ascending, and for every field the places of its terms among them. One dictionary at a time
    is in memory beside what they have in common."""
    numbers: defaultdict[bytes, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    as_met = [
        np.fromiter(map(numbers.__getitem__, field.terms(0, len(field))), np.int32, len(field)) for field in fields
    ]
    terms = sorted(numbers)
    places = np.empty(len(terms), np.int64)
    places[np.fromiter(map(numbers.__getitem__, terms), np.int64, len(terms))] = np.arange(len(terms))
    return terms, [places[met] for met in as_met]


def _slices(weights: Longs) -> Iterable[tuple[int, int]]:
    """Ranges of terms with some _MERGE_POSTINGS postings each, one term at least."""
    ends = np.cumsum(weights)
    first = 0
    while first < len(weights):
        done = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(ends, done + _MERGE_POSTINGS, side="right")))
        yield first, last
        first = last


def _renumbered(postings: Postings, renumber: Longs | int) -> Postings:
    documents = postings.documents + renumber if isinstance(renumber, int) else renumber[postings.documents]
    return Postings(postings.terms, postings.frequencies, documents, postings.times, postings.positions)


def _interleaved(terms: list[bytes], parts: list[Postings], owners: Longs) -> Postings:
    """Postings of several segments by term; within a term the segments keep their order. Terms left without go."""
    order = stable_order(owners, len(terms))
    documents = np.concatenate([part.documents for part in parts])[order]
    all_times = np.concatenate([part.times for part in parts])
    positions = None
    if parts[0].positions is not None:
        places = np.concatenate([part.positions for part in parts if part.positions is not None])
        positions = places[spans(starts_of(all_times)[order], all_times[order])]
    frequencies = np.bincount(owners, minlength=len(terms))
    kept = np.flatnonzero(frequencies)
    left = terms if len(kept) == len(terms) else [terms[i] for i in kept.tolist()]
    return Postings(left, frequencies[kept], documents, all_times[order], positions)

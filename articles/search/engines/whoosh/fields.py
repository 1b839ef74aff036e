"""One text field of a segment on disk: a sorted dictionary of terms and their packed postings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from zlib import crc32

import numpy as np

from articles.search.engines.whoosh.bundle import Bundle, BundleWriter, NoArrays
from articles.search.engines.whoosh.inverter import Postings
from articles.search.engines.whoosh.packing import (
    Ints,
    Longs,
    Numbers,
    PackReader,
    PackWriter,
    repeated,
    spans,
    starts_of,
)

_STEP = 32
"""Every so many terms one is kept in memory: the search within a dictionary on disk begins near its end."""
_FINGERPRINTS = 8
"""Places for each term's fingerprint: one in eight of the terms that are not there is looked for in vain."""
_LAST = b"\xff"  # no byte of UTF-8: sorts behind every continuation of a prefix


class FieldWriter:
    """Writes postings term by term in ascending order, any number of terms at a time."""

    def __init__(self, bundle: BundleWriter, name: str, with_positions: bool) -> None:
        self._bundle = bundle
        self._name = name
        self._text = bundle.spool()
        self._text_lengths: list[Longs] = []
        self._frequencies: list[Longs] = []
        self._documents = PackWriter(bundle, f"{name}.documents")
        self._times = PackWriter(bundle, f"{name}.times")
        self._positions = PackWriter(bundle, f"{name}.positions") if with_positions else None
        self._totals: list[Longs] = []

    def append(self, postings: Postings) -> None:
        if not postings.terms:
            return
        counts = postings.frequencies
        starts = starts_of(counts)
        steps = postings.documents.copy()
        steps[1:] -= postings.documents[:-1]
        steps[starts] = postings.documents[starts]
        totals = np.add.reduceat(postings.times, starts)
        self._documents.append(steps, counts)
        self._times.append(postings.times, counts)
        if self._positions is not None and postings.positions is not None:
            self._positions.append(postings.positions, totals)
        self._text.write(b"".join(postings.terms))
        self._text_lengths.append(np.fromiter(map(len, postings.terms), np.int64, len(postings.terms)))
        self._frequencies.append(counts)
        self._totals.append(totals)

    def finish(self) -> None:
        lengths = _joined(self._text_lengths)
        self._bundle.add(f"{self._name}.ends", np.cumsum(lengths))
        self._bundle.add_spool(f"{self._name}.text", self._text, np.dtype(np.uint8))
        self._bundle.add(f"{self._name}.frequencies", _joined(self._frequencies).astype(np.uint32))
        self._bundle.add(f"{self._name}.totals", _joined(self._totals).astype(np.uint32))
        self._documents.finish()
        self._times.finish()
        if self._positions is not None:
            self._positions.finish()


class FieldReader:
    """Reads a field. Terms are named by their number in the dictionary."""

    def __init__(self, bundle: Bundle | NoArrays, name: str, with_positions: bool) -> None:
        self._text = bundle.bytes(f"{name}.text")
        self._ends = bundle.array(f"{name}.ends")
        self.frequencies = bundle.array(f"{name}.frequencies")
        self.totals = bundle.array(f"{name}.totals")
        self._documents = PackReader(bundle, f"{name}.documents")
        self._times = PackReader(bundle, f"{name}.times")
        self._positions = PackReader(bundle, f"{name}.positions") if with_positions else None

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> bytes:
        start = int(self._ends[number - 1]) if number else 0
        return bytes(self._text[start : int(self._ends[number])])

    def find(self, term: bytes) -> int | None:
        """The number of a term, None where no document has it."""
        step = bisect_right(self._landmarks, term)
        first, last = (step - 1) * _STEP, min(step * _STEP, len(self._ends))
        if first < 0:
            return None
        start = self._ends.item(first - 1) if first else 0
        block = self._text[start : self._ends.item(last - 1)].tobytes()
        at = block.find(term)  # one look at all bytes costs less than to take five terms out and compare them
        if at < 0:
            return None
        bounds = [start, *self._ends[first:last].tolist()]
        while at >= 0:
            place = bisect_left(bounds, start + at)
            if bounds[place] == start + at and bounds[place + 1] == start + at + len(term):
                return first + place
            at = block.find(term, at + 1)
        return None

    def find_many(self, terms: Sequence[bytes], checksums: Longs) -> list[tuple[int, int]]:
        """The terms that are there, each as its place in `terms` and its number; `checksums` are the terms' CRC-32.

        A misspelt word asks for hundreds of terms, nearly none of which exist: the fingerprints say so of most.
        """
        maybe = np.flatnonzero(self._fingerprints[checksums & (len(self._fingerprints) - 1)]).tolist()
        return [(place, number) for place in maybe if (number := self.find(terms[place])) is not None]

    @cached_property
    def _fingerprints(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Whether any term has a CRC-32 that ends in these bits: a Bloom filter (1970) of one hash."""
        places = np.zeros(1 << (len(self) * _FINGERPRINTS).bit_length(), np.bool_)
        places[np.array([crc32(term) for term in self.terms(0, len(self))], np.int64) & (len(places) - 1)] = True
        return places

    @cached_property
    def _landmarks(self) -> list[bytes]:
        """The first of every _STEP terms."""
        return [self[number] for number in range(0, len(self), _STEP)]

    def prefixed(self, prefix: bytes) -> tuple[int, int]:
        """The first and behind-the-last number of the terms that begin with `prefix`."""
        first: int = bisect_left(self, prefix)
        last: int = bisect_left(self, prefix + _LAST, first)
        return first, last

    def documents(self, number: int) -> Ints:
        """The documents of a term, ascending."""
        steps = self._documents.run(number, int(self.frequencies[number]))
        return np.cumsum(steps, dtype=np.int32)

    def times(self, number: int) -> Numbers:
        """How often each of these documents has it."""
        return self._times.run(number, int(self.frequencies[number]))

    def positions(self, number: int) -> Numbers:
        """Where, document after document."""
        if self._positions is None:
            raise ValueError("this field has no positions: phrases need a surface field")
        return self._positions.run(number, int(self.totals[number]))

    def terms(self, first: int, last: int) -> list[bytes]:
        if first >= last:
            return []
        begin = int(self._ends[first - 1]) if first else 0
        text = bytes(self._text[begin : int(self._ends[last - 1])])
        ends = (self._ends[first:last] - begin).tolist()
        return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    def postings(self, first: int, last: int, live: Numbers | None = None) -> Postings:
        """The postings of a range of terms, without those of deleted documents (whose terms may be left with none)."""
        counts = self.frequencies[first:last].astype(np.int64)
        steps = self._documents.runs(first, last, counts)
        documents = np.cumsum(steps)
        starts = starts_of(counts)
        if len(starts):
            documents -= repeated(documents[starts] - steps[starts], counts)
        times = self._times.runs(first, last, counts)
        totals = self.totals[first:last].astype(np.int64)
        positions = self._positions.runs(first, last, totals) if self._positions is not None else None
        terms = self.terms(first, last)
        if live is None or not len(documents):
            return Postings(terms, counts, documents, times, positions)
        keep = live[documents]
        owner = repeated(np.arange(len(counts)), counts)
        if positions is not None:
            positions = positions[spans(starts_of(times)[keep], times[keep])]
        return Postings(terms, np.bincount(owner[keep], minlength=len(counts)), documents[keep], times[keep], positions)


def _joined(parts: list[Longs]) -> Longs:
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)

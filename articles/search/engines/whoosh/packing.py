"""Postings as plain numbers on disk: runs of integers, each run in the narrowest width that holds it.

A run belongs to one term. Four streams hold the runs whose numbers are all one (nothing is stored), fit a
byte, two bytes, or four. A run is then one slice of a memory-mapped array, and many consecutive runs
are at most four slices: nothing is ever decoded number by number.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from articles.search.engines.whoosh.bundle import Bundle, BundleWriter, NoArrays, Spool

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Numbers = npt.NDArray[Any]

_DIGIT = 1 << 16
"""NumPy sorts numbers of two bytes by counting, in a tenth of the time that wider ones take."""
_WIDTHS: tuple[type[np.unsignedinteger[Any]], ...] = (np.uint8, np.uint16, np.uint32)


def starts_of(counts: Numbers) -> Longs:
    """Where each of consecutive runs begins."""
    starts = np.zeros(len(counts), np.int64)
    np.cumsum(counts[:-1], out=starts[1:])
    return starts


def repeated(values: Numbers, counts: Numbers) -> Numbers:
    """np.repeat for whole numbers of few entries each: a running sum of differences, which is three times as fast."""
    if len(counts) and not counts.all():
        values, counts = values[counts > 0], counts[counts > 0]
    if not len(counts):
        return values[:0].copy()
    ends = np.cumsum(counts, dtype=np.int64)
    steps = np.zeros(int(ends[-1]), values.dtype)
    steps[0] = values[0]
    steps[ends[:-1]] = values[1:] - values[:-1]  # unsigned differences wrap around, and back
    found: Numbers = np.cumsum(steps, dtype=values.dtype, out=steps)
    return found


def spans(starts: Numbers, counts: Numbers) -> Longs:
    """The indices start, start + 1, … of every span, one span after the other."""
    index: Longs = repeated(np.asarray(starts - starts_of(counts), np.int64), counts)
    index += np.arange(len(index))
    return index


def stable_order(keys: Numbers, bound: int) -> Longs:
    """What sorts `keys`, which lie below `bound`, equals as they stand."""
    order: Longs = np.argsort((keys % _DIGIT).astype(np.uint16), kind="stable")
    while bound > _DIGIT:
        keys, bound = keys // _DIGIT, -(-bound // _DIGIT)
        order = order[np.argsort((keys % _DIGIT).astype(np.uint16)[order], kind="stable")]
    return order


class PackWriter:
    """Collects runs; the streams are spooled to files, because a big merge does not fit in memory."""

    def __init__(self, bundle: BundleWriter, name: str) -> None:
        self._bundle = bundle
        self._name = name
        self._spools: list[Spool] = [bundle.spool() for _ in _WIDTHS]
        self._kinds: list[Numbers] = []
        self._counts: list[Numbers] = []

    def append(self, values: Numbers, counts: Numbers) -> None:
        """`counts[i]` of the values belong to run i; no run is empty."""
        if not len(counts):
            return
        starts = starts_of(counts)
        highest = np.maximum.reduceat(values, starts)
        lowest = np.minimum.reduceat(values, starts)
        kinds = (1 + (highest > 0xFF) + (highest > 0xFFFF)).astype(np.uint8)
        kinds[(highest == 1) & (lowest == 1)] = 0
        of_value = repeated(kinds, counts)
        for kind, (width, spool) in enumerate(zip(_WIDTHS, self._spools, strict=True), start=1):
            spool.write(values[of_value == kind].astype(width).tobytes())
        self._kinds.append(kinds)
        self._counts.append(np.asarray(counts, np.int64))

    def finish(self) -> None:
        kinds = np.concatenate(self._kinds) if self._kinds else np.zeros(0, np.uint8)
        counts = np.concatenate(self._counts) if self._counts else np.zeros(0, np.int64)
        starts = np.zeros(len(kinds), np.int64)
        for kind in range(1, 4):
            of_kind = kinds == kind
            starts[of_kind] = starts_of(counts[of_kind])
        self._bundle.add(f"{self._name}.kinds", kinds)
        self._bundle.add(f"{self._name}.starts", starts)
        for number, (width, spool) in enumerate(zip(_WIDTHS, self._spools, strict=True), start=1):
            self._bundle.add_spool(f"{self._name}.{number}", spool, np.dtype(width))


class PackReader:
    """Reads runs from a bundle. Safe under threads: it only slices read-only arrays."""

    def __init__(self, bundle: Bundle | NoArrays, name: str) -> None:
        self._kinds = bundle.array(f"{name}.kinds")
        self._starts = bundle.array(f"{name}.starts")
        self._streams = [np.zeros(0, np.uint8), *(bundle.array(f"{name}.{number}") for number in range(1, 4))]

    def run(self, number: int, count: int) -> Numbers:
        """The run of `count` values; narrow types, no copy."""
        kind = self._kinds[number]
        if kind == 0:
            return np.ones(count, np.uint8)
        start = self._starts[number]
        found: Numbers = self._streams[kind][start : start + count]
        return found

    def runs(self, first: int, last: int, counts: Numbers) -> Longs:
        """The runs first … last - 1, one after the other; `counts` are their lengths."""
        kinds = self._kinds[first:last]
        of_value = repeated(kinds, counts)
        values = np.ones(len(of_value), np.int64)
        for kind in range(1, 4):
            of_kind = np.flatnonzero(kinds == kind)
            if len(of_kind):
                start = int(self._starts[first + of_kind[0]])
                length = int(counts[of_kind].sum())
                values[of_value == kind] = self._streams[kind][start : start + length]
        return values

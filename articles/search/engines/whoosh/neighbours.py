"""Terms that share letters with a word: the dictionary's 3-grams, turned about once for each immutable segment."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from articles.search.engines.whoosh.bundle import Bundle
from articles.search.engines.whoosh.fields import FieldReader
from articles.search.engines.whoosh.packing import Ints, Longs
from articles.search.engines.whoosh.snapshot import Snapshot

Codes = npt.NDArray[np.uint32]
EDGE = "\n"
"""Stands before and after every term, so that beginnings and endings count."""
LONGEST = 32
"""Letters of a word that are compared; longer terms are addresses."""
MANY = 50_000
"""Of a dictionary larger than this only terms of two documents or more are compared: the others, most of them slips
of the pen, are half of it and help nobody."""


@dataclass(frozen=True, slots=True)
class Grams:
    """`terms[starts[i]:starts[i + 1]]` are the terms with the 3-gram `codes[i]`, `sizes` how many 3-grams each has,
    `numbers` their places in the dictionary. 5,375 articles (33,742 terms) took 1.3 MB, built once within a second."""

    codes: Codes
    starts: Ints
    terms: Ints
    sizes: Ints
    numbers: Longs

    def likeness(self, word: str) -> tuple[Longs, npt.NDArray[np.float64]]:
        """Terms that share a 3-gram with `word`, and Dice's coefficient of each."""
        wanted, _ = _codes(f"{EDGE}{word}{EDGE}")
        wanted = np.unique(wanted)
        places = np.searchsorted(self.codes, wanted)
        known = places[(places < len(self.codes)) & (self.codes[np.minimum(places, len(self.codes) - 1)] == wanted)]
        if not len(known):
            return np.zeros(0, np.int64), np.zeros(0)
        lists = [self.terms[self.starts[place] : self.starts[place + 1]] for place in known]
        counts = np.bincount(np.concatenate(lists), minlength=len(self.sizes))
        found = np.flatnonzero(counts)
        return self.numbers[found], 2.0 * counts[found] / (self.sizes[found] + len(wanted))


def grams_of(field: FieldReader) -> Grams:
    numbers = np.arange(len(field))
    if len(field) > MANY:
        numbers = np.flatnonzero(field.frequencies > 1)
    words = [field[number].decode()[:LONGEST] for number in numbers.tolist()]
    codes, owners = _codes(EDGE + EDGE.join(words) + EDGE)
    order = np.argsort(codes, kind="stable")
    codes, owners = codes[order], owners[order]
    first = np.ones(len(codes), np.bool_)
    first[1:] = (codes[1:] != codes[:-1]) | (owners[1:] != owners[:-1])  # a 3-gram twice in one word counts once
    codes, owners = codes[first], owners[first]
    distinct, starts = np.unique(codes, return_index=True)
    sizes = np.bincount(owners, minlength=len(words)).astype(np.int32)
    return Grams(distinct, np.append(starts, len(codes)).astype(np.int32), owners, sizes, numbers)


def _codes(text: str) -> tuple[Codes, Ints]:
    """The 3-grams of words divided by EDGE as numbers, and the number of the word that each belongs to.

    Ten bits a letter keep the letters of one script apart, and the arrays at half the size.
    """
    letters = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    if len(letters) < 3:
        return np.zeros(0, np.uint32), np.zeros(0, np.int32)
    short = letters & 1023
    inside = letters[1:-1] != ord(EDGE)
    codes = (short[:-2][inside] << 20) | (short[1:-1][inside] << 10) | short[2:][inside]
    owners = np.cumsum(letters == ord(EDGE), dtype=np.int32)[:-2][inside] - 1
    return codes, owners.astype(np.int32)


_kept: WeakKeyDictionary[Bundle, dict[str, Grams]] = WeakKeyDictionary()
_lock = Lock()


def _grams(bundle: Bundle, name: str, field: FieldReader) -> Grams:
    with _lock:
        fields = _kept.setdefault(bundle, {})
        if name not in fields:
            fields[name] = grams_of(field)
        return fields[name]


def neighbours(snapshot: Snapshot, field: str, word: str, least: float, limit: int) -> list[tuple[str, float, int]]:
    """At most `limit` other terms with a likeness of `least` or more, the likest first, and how many documents hold
    each (deleted ones not yet merged away included)."""
    likeness: dict[bytes, float] = {}
    frequencies: dict[bytes, int] = defaultdict(int)
    for segment in snapshot.segments:
        reader = segment.fields[field]
        numbers, dice = _grams(segment.bundle, field, reader).likeness(word[:LONGEST])
        alike = dice >= least
        for number, value in zip(numbers[alike].tolist(), dice[alike].tolist(), strict=True):
            term = reader[number]
            likeness[term] = value
            frequencies[term] += int(reader.frequencies[number])
    likeness.pop(word.encode("utf-8", "replace"), None)
    best = sorted(likeness, key=lambda term: (-likeness[term], -frequencies[term], term))[:limit]
    return [(term.decode(), likeness[term], frequencies[term]) for term in best]

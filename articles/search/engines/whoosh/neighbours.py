"""Terms that share letters with a word: the dictionary's 3-grams, turned about once for each immutable segment."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

import numpy as np

from articles.search.engines.whoosh.bundle import Bundle
from articles.search.engines.whoosh.fields import FieldReader
from articles.search.engines.whoosh.packing import Ints, Longs
from articles.search.engines.whoosh.snapshot import Snapshot

EDGE = "\n"
"""Stands before and after every term, so that beginnings and endings count."""
LONGEST = 32
"""Letters of a word that are compared; longer terms are addresses."""


@dataclass(frozen=True, slots=True)
class Grams:
    """`terms[starts[i]:starts[i + 1]]` are the numbers of the terms with the 3-gram `codes[i]`, `sizes` their numbers
    of 3-grams. 40,000 articles take some 15 MB and a third of a second."""

    codes: Longs
    starts: Longs
    terms: Ints
    sizes: Ints

    def likeness(self, word: str) -> tuple[Longs, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
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
        return found, 2.0 * counts[found] / (self.sizes[found] + len(wanted))


def grams_of(field: FieldReader) -> Grams:
    words = [term.decode()[:LONGEST] for term in field.terms(0, len(field))]
    codes, owners = _codes(EDGE + EDGE.join(words) + EDGE)
    order = np.lexsort((owners, codes))
    codes, owners = codes[order], owners[order]
    first = np.ones(len(codes), np.bool_)
    first[1:] = (codes[1:] != codes[:-1]) | (owners[1:] != owners[:-1])  # a 3-gram twice in one word counts once
    codes, owners = codes[first], owners[first]
    distinct, starts = np.unique(codes, return_index=True)
    sizes = np.bincount(owners, minlength=len(words)).astype(np.int32)
    return Grams(distinct, np.append(starts, len(codes)).astype(np.int64), owners.astype(np.int32), sizes)


def _codes(text: str) -> tuple[Longs, Longs]:
    """The 3-grams of words divided by EDGE as numbers, and the number of the word that each belongs to."""
    letters = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).astype(np.int64)
    if len(letters) < 3:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    codes = (letters[:-2] << 42) | (letters[1:-1] << 21) | letters[2:]
    inside = letters[1:-1] != ord(EDGE)
    owners = np.cumsum(letters == ord(EDGE))[:-2] - 1
    return codes[inside], owners[inside]


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

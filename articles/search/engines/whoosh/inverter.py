"""Documents to postings: tokens are numbered as they come and sorted once, as arrays."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from articles.search.engines.whoosh.packing import Longs


@dataclass(frozen=True, slots=True)
class Postings:
    """Postings of ascending terms, flat. Term i owns the next `frequencies[i]` entries of `documents` (ascending)
    and `times`; a posting owns the next `times` entries of `positions`, where the field has positions."""

    terms: Sequence[bytes]
    frequencies: Longs
    documents: Longs
    times: Longs
    positions: Longs | None


class Inverter:
    """Collects one text field of a batch of documents."""

    def __init__(self, with_positions: bool) -> None:
        self._with_positions = with_positions
        self._numbers: dict[str, int] = {}
        self._tokens = array("I")
        self._positions = array("I")
        self._token_counts = array("I")
        self.lengths = array("I")

    def add(self, places: Sequence[tuple[str, ...]]) -> None:
        """The next document: its terms in order, alternatives of one position together."""
        numbers = self._numbers
        texts = [text for place in places for text in place]
        if len(texts) == len(places):
            positions: Sequence[int] = range(len(places))
        else:
            pairs = [(text, i) for i, place in enumerate(places) for text in dict.fromkeys(place)]
            texts = [text for text, _ in pairs]
            positions = [i for _, i in pairs]
        self._tokens.extend([numbers.setdefault(text, len(numbers)) for text in texts])
        if self._with_positions:
            self._positions.extend(positions)
        self._token_counts.append(len(texts))
        self.lengths.append(len(places))

    def postings(self) -> Postings:
        terms = sorted(self._numbers)
        rank = np.empty(len(terms), np.int64)
        rank[np.fromiter(map(self._numbers.__getitem__, terms), np.int64, len(terms))] = np.arange(len(terms))
        counts = np.frombuffer(self._token_counts, np.uint32) if self._token_counts else np.zeros(0, np.uint32)
        documents = np.repeat(np.arange(len(counts)), counts)
        if not len(documents):
            empty = np.zeros(0, np.int64)
            return Postings([], empty, empty, empty, empty if self._with_positions else None)
        keys = rank[np.frombuffer(self._tokens, np.uint32)]
        order = np.argsort(keys, kind="stable")
        keys, documents = keys[order], documents[order]
        first = np.flatnonzero(np.r_[True, (keys[1:] != keys[:-1]) | (documents[1:] != documents[:-1])])
        positions = np.frombuffer(self._positions, np.uint32)[order].astype(np.int64) if self._with_positions else None
        return Postings(
            terms=[text.encode() for text in terms],
            frequencies=np.bincount(keys[first], minlength=len(terms)),
            documents=documents[first],
            times=np.diff(np.r_[first, len(keys)]),
            positions=positions,
        )

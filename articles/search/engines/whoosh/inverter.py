"""Documents to postings: what stands at a position is numbered as it comes, and sorted once, as arrays."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import cast

import numpy as np

from articles.search.engines.base import Derived
from articles.search.engines.whoosh.packing import Longs, Numbers, repeated, spans, stable_order, starts_of


@dataclass(frozen=True, slots=True)
class Postings:
    """Postings of ascending terms, flat. Term i owns the next `frequencies[i]` entries of `documents` (ascending)
    and `times`; a posting owns the next `times` entries of `positions`, where the field has positions."""

    terms: Sequence[bytes]
    frequencies: Longs
    documents: Longs
    times: Longs
    positions: Longs | None


@dataclass(frozen=True, slots=True)
class _Terms:
    """What the numbered units stand for. Unit i owns the next `counts[i]` entries of `ranks`, which index `texts`,
    and of `offsets`, the positions from where the unit begins; it takes `places[i]` positions."""

    texts: Sequence[str]
    counts: Longs
    ranks: Longs
    offsets: Longs
    places: Longs


class Inverter:
    """Collects one text field of a batch of documents.

    A unit is what stands at one position, a term with its alternatives, or a word that terms are derived of: many
    occurrences of a unit cost a number each, its terms are looked at once.
    """

    def __init__(self, with_positions: bool) -> None:
        self._with_positions = with_positions
        self._numbers: defaultdict[Hashable, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._derivation: Derived | None = None
        self._units = array("I")
        self._unit_counts = array("I")

    def add(self, places: Sequence[tuple[str, ...]]) -> None:
        """The next document: its terms in order, alternatives of one position together."""
        units: Sequence[Hashable] = places
        if isinstance(places, Derived):
            units, self._derivation = places.words, places
        self._units.extend(map(self._numbers.__getitem__, units))
        self._unit_counts.append(len(units))

    def inverted(self) -> tuple[Postings, Numbers]:
        """The postings, and the number of positions of every document."""
        terms = self._terms()
        units = np.frombuffer(self._units, np.uint32) if self._units else np.zeros(0, np.uint32)
        unit_counts = np.array(self._unit_counts, np.int64)
        owners = repeated(np.arange(len(unit_counts), dtype=np.int32), unit_counts)
        lengths = np.bincount(owners, terms.places[units], len(unit_counts)).astype(np.uint32)
        counts = terms.counts[units]
        if not counts.sum():
            empty = np.zeros(0, np.int64)
            return Postings([], empty, empty, empty, empty if self._with_positions else None), lengths
        taken = spans(starts_of(terms.counts)[units], counts)
        keys, documents = terms.ranks[taken], repeated(owners, counts)
        positions = None
        if self._with_positions:
            begins = starts_of(terms.places[units])
            first = repeated(begins[np.minimum(starts_of(unit_counts), len(units) - 1)], unit_counts)
            positions = repeated(begins - first, counts) + terms.offsets[taken]
        return _sorted(terms.texts, keys, documents, positions), lengths

    def _terms(self) -> _Terms:
        # A word comes as a text, a position as a tuple: both can be in one field.
        derived = [isinstance(unit, str) for unit in self._numbers]
        of_unit = [self._terms_of(unit) for unit in self._numbers]
        counts = np.fromiter(map(len, of_unit), np.int64, len(of_unit))
        texts = sorted(set(chain.from_iterable(of_unit)))
        rank = {text: i for i, text in enumerate(texts)}
        ranks = np.fromiter(map(rank.__getitem__, chain.from_iterable(of_unit)), np.int64, int(counts.sum()))
        is_derived = np.array(derived, np.bool_)
        within = np.arange(len(ranks)) - repeated(starts_of(counts), counts)
        offsets = np.where(np.repeat(is_derived, counts), within, 0)
        return _Terms(texts, counts, ranks, offsets, np.where(is_derived, counts, 1))

    def _terms_of(self, unit: Hashable) -> tuple[str, ...]:
        if isinstance(unit, str) and self._derivation is not None:
            return self._derivation.terms_of(unit)
        place = cast("tuple[str, ...]", unit)
        return place if len(place) == 1 else tuple(dict.fromkeys(place))


def _sorted(texts: Sequence[str], keys: Longs, documents: Numbers, positions: Longs | None) -> Postings:
    """Occurrences in the order of documents and positions, sorted by term."""
    order = stable_order(keys, len(texts))
    keys, documents = keys[order], documents[order]
    first = np.flatnonzero(np.r_[True, (keys[1:] != keys[:-1]) | (documents[1:] != documents[:-1])])
    return Postings(
        terms=[text.encode() for text in texts],
        frequencies=np.bincount(keys[first], minlength=len(texts)),
        documents=documents[first].astype(np.int64),
        times=np.diff(np.r_[first, len(keys)]),
        positions=None if positions is None else positions[order],
    )

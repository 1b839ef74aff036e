"""The postings of one term as Whoosh's matchers walk them: by block, by posting, with positions."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, Protocol

import numpy as np
from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.system import pack_uint

from articles.search.engines.whoosh.columns import KeywordColumn
from articles.search.engines.whoosh.packing import Longs, Numbers, starts_of

BLOCK = 128
"""Postings of a block: Whoosh's collector leaves a block out whose best score cannot reach the page."""


class Terms(Protocol):
    """A sorted dictionary whose terms are named by their number, as fields.FieldReader is."""

    frequencies: Numbers
    totals: Numbers

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> bytes: ...

    def find(self, term: bytes) -> int | None: ...

    def documents(self, number: int) -> Numbers: ...

    def times(self, number: int) -> Numbers: ...

    def positions(self, number: int) -> Numbers: ...


def first_from(terms: Terms, text: bytes) -> int:
    """The number of the first term that is not below `text`."""
    return bisect_left(terms, text)


class KeywordTerms:
    """The values of a keyword column as a dictionary of terms. Values that no document has any more are not in it."""

    def __init__(self, column: KeywordColumn) -> None:
        used = np.bincount(column.codes, minlength=len(column.values))
        texts = [value.encode() for value in column.values]
        self._order: list[int] = sorted(np.flatnonzero(used).tolist(), key=texts.__getitem__)
        self._texts: list[bytes] = [texts[code] for code in self._order]
        self._codes = column.codes
        self._owners = np.repeat(np.arange(len(column.counts)), column.counts)
        self.frequencies: Numbers = used[self._order]
        self.totals: Numbers = self.frequencies

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, number: int) -> bytes:
        return self._texts[number]

    def find(self, term: bytes) -> int | None:
        number = first_from(self, term)
        return number if number < len(self) and self[number] == term else None

    def documents(self, number: int) -> Longs:
        found: Longs = self._owners[self._codes == self._order[number]]
        return found

    def times(self, number: int) -> Numbers:
        return np.ones(int(self.frequencies[number]), np.uint8)

    def positions(self, number: int) -> Numbers:
        raise ValueError("keywords have no positions")


class ColumnarMatcher(LeafMatcher):
    """Walks the postings of a term, deleted documents included: Whoosh's reader leaves those out itself.

    `lengths` are the lengths of the field in every document of the segment, None for a field without.
    """

    def __init__(
        self, terms: Terms, number: int, lengths: Numbers | None, term: tuple[str, bytes], format_: Any, scorer: Any
    ) -> None:
        documents, times = terms.documents(number), terms.times(number)
        self.format = format_
        self.scorer = scorer
        self._term = term
        self._terms = terms
        self._number = number
        self._ids: list[int] = documents.tolist()
        self._weights: list[float] = times.astype(np.float64).tolist()
        of_term = np.zeros(len(documents), np.uint32) if lengths is None else lengths[documents]
        starts = np.arange(0, len(documents), BLOCK)
        self._most: list[float] = np.maximum.reduceat(times, starts).astype(np.float64).tolist()
        self._shortest: list[int] = np.minimum.reduceat(of_term, starts).tolist()
        self._longest: list[int] = np.maximum.reduceat(of_term, starts).tolist()
        self._starts: Longs | None = None
        self._positions: Numbers | None = None
        self._i = 0

    def is_active(self) -> bool:
        return self._i < len(self._ids)

    def reset(self) -> None:
        self._i = 0

    def id(self) -> int:
        return self._ids[self._i]

    def all_ids(self) -> Any:
        return iter(self._ids[self._i :])

    def weight(self) -> float:
        return self._weights[self._i]

    def next(self) -> bool:
        """Returns whether another block was entered."""
        if not self.is_active():
            raise ReadTooFar
        self._i += 1
        return self._i % BLOCK == 0

    def skip_to(self, targetid: int) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._i = bisect_left(self._ids, targetid, self._i)

    def skip_to_quality(self, minquality: float) -> int:
        """Leaves out blocks whose best score is not above `minquality`. Returns how many."""
        skipped = 0
        while self.is_active() and self.block_quality() <= minquality:
            self._i = (self._i // BLOCK + 1) * BLOCK
            skipped += 1
        return skipped

    def block_min_id(self) -> int:
        return self._ids[self._i // BLOCK * BLOCK]

    def block_max_id(self) -> int:
        return self._ids[min((self._i // BLOCK + 1) * BLOCK, len(self._ids)) - 1]

    def block_min_length(self) -> int:
        return self._shortest[self._i // BLOCK]

    def block_max_length(self) -> int:
        return self._longest[self._i // BLOCK]

    def block_max_weight(self) -> float:
        return self._most[self._i // BLOCK]

    def value(self) -> bytes:
        """The posting as the field's format writes it."""
        if self.supports("positions"):
            encoded: bytes = self.format.encode(self._places())
            return encoded
        return b"" if self.format.fixed_value_size() == 0 else pack_uint(int(self._weights[self._i]))

    def value_as(self, astype: str) -> Any:
        """`positions`: where the term stands in the document; anything else as the field's format reads it."""
        return self._places() if astype == "positions" and self.supports(astype) else super().value_as(astype)

    def _places(self) -> list[int]:
        if self._positions is None or self._starts is None:
            self._positions = self._terms.positions(self._number)
            self._starts = starts_of(self._terms.times(self._number))
        start = int(self._starts[self._i])
        places: list[int] = self._positions[start : start + int(self._weights[self._i])].tolist()
        return places

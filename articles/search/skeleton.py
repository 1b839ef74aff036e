"""Where a text may hold a word, told from its letters alone: the cheap look before analysis. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from articles.text.fold import fold

_INSIDE = " \n\u200c.,'-\u2010\u2011\u2019"
"""What may stand inside a word: a space in می رود, signs in 1,404, U.S. and F-16."""
_SPACES = str.maketrans("", "", _INSIDE)
_WEAK = str.maketrans("", "", f"اویءه{_INSIDE}")


def skeleton(text: str) -> str:
    """Folded letters without spaces and without those that change between spellings (مسئول, مسؤول) and plurals."""
    return fold(text).translate(_WEAK)


def letters(text: str) -> str:
    """Folded letters without spaces: nearly every word is written with those of its surface."""
    return fold(text).translate(_SPACES)


Span = tuple[int, int]
Place = tuple[int, int, int]
"""First and behind-the-last code point, and which beginning stands there."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text in the letters of an alphabet, a byte each; `offsets` are their code points, `unusual` those of letters
    that no byte stands for."""

    text: str
    letters: bytes
    offsets: npt.NDArray[np.int64]
    unusual: tuple[int, ...]


class Alphabet:
    """A way to write texts with fewer letters, the usual ones with a byte each."""

    def __init__(self, written: Callable[[str], str]) -> None:
        self.written = written
        numbers = {letter: number for number, letter in enumerate(_USUAL, 1)}
        self._table = np.full(0x10000, _UNUSUAL, np.uint8)
        for letter in _USUAL:
            self._table[ord(letter)] = numbers.get(written(letter), 0)

    def spelled(self, text: str) -> Spelled:
        """Costs a pass over the text, of which any part can then be looked at."""
        units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
        if len(units) != len(text):  # beyond the basic plane nothing is usual
            points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
            units = np.minimum(points, 0xFFFF).astype(np.uint16)
        each = self._table[units]
        letters = each.tobytes().translate(None, b"\0")
        unusual = tuple((each == _UNUSUAL).nonzero()[0].tolist()) if _UNUSUAL in letters else ()
        return Spelled(text, letters, each.astype(np.bool_).nonzero()[0], unusual)

    def in_bytes(self, text: str) -> bytes | None:
        """The letters alone; None where the text holds one that is not usual."""
        found = self.spelled(text)
        return None if found.unusual else found.letters


class Beginnings:
    """Beginnings of words, to be looked for in texts; counted in bytes where that can be, at a tenth of the price."""

    def __init__(self, beginnings: Sequence[str], alphabet: Alphabet) -> None:
        self._texts = tuple(beginnings)
        self._alphabet = alphabet
        found = [alphabet.in_bytes(text) for text in beginnings]
        self._bytes = None if None in found else tuple(one for one in found if one is not None)
        self._short_first = sorted(range(len(found)), key=lambda number: len(found[number] or b""))

    def __len__(self) -> int:
        return len(self._texts)

    def held(self, spelled: Spelled, spans: Sequence[Span]) -> list[int]:
        """How many of them stand in each part of a text, which is `spelled` in their alphabet."""
        edges = spelled.offsets.searchsorted(np.array(spans, np.int64).ravel()).tolist()
        return [
            self._held(spelled, span, first, last)
            for span, first, last in zip(spans, edges[::2], edges[1::2], strict=True)
        ]

    def _held(self, spelled: Spelled, span: Span, first: int, last: int) -> int:
        if self._bytes is None or _reaches(spelled.unusual, span):
            whole = self._alphabet.written(spelled.text[slice(*span)])
            return sum([beginning in whole for beginning in self._texts])
        found = spelled.letters[first:last]
        return sum([beginning in found for beginning in self._bytes])

    def places(self, spelled: Spelled) -> list[Place] | None:
        """Where they stand in a text, in order. None where that cannot be told from its letters: unusual ones, or a
        beginning that has none."""
        if self._bytes is None or not all(self._bytes) or spelled.unusual:
            return None
        at = spelled.offsets.item
        found = [
            (at(place), at(place + len(one) - 1) + 1, number)
            for number, one in enumerate(self._bytes)
            for place in _occurrences(spelled.letters, one)
        ]
        found.sort()
        return found

    def starts(self, spelled: Spelled) -> list[tuple[int, int]]:
        """Where which of them stand, in the order of `places`; none where that cannot be told."""
        if self._bytes is None or not all(self._bytes) or spelled.unusual:
            return []
        found = [
            (place, rank)
            for rank, number in enumerate(self._short_first)
            for place in _occurrences(spelled.letters, self._bytes[number])
        ]
        found.sort()
        at = spelled.offsets.item
        return [(at(place), self._short_first[rank]) for place, rank in found]


def _reaches(unusual: Sequence[int], span: Span) -> bool:
    return bool(unusual) and bisect_left(unusual, span[0]) < bisect_left(unusual, span[1])


def _occurrences(text: bytes, beginning: bytes) -> Iterator[int]:
    at = text.find(beginning)
    while at >= 0:
        yield at
        at = text.find(beginning, at + 1)


def _usual_letters() -> str:
    """The letters, digits and signs of nearly every article that are one letter of a skeleton, or none: 255 at most."""
    ranges = (
        (0x0A, 0x0B),
        (0x20, 0x7F),
        (0x60C, 0x60D),
        (0x61B, 0x61C),
        (0x61F, 0x620),
        (0x621, 0x653),
        (0x660, 0x66D),
    )
    usual = [*map(chr, chain.from_iterable(range(*span) for span in (*ranges, (0x6F0, 0x6FA))))]
    usual += (
        "پچژگکیەۀہھۃۆۇێےٱٰ\u00a0\u00ad«»°·×–—…•“”‘’\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"
    )
    usual += [way(letter) for letter in usual for way in (letters, skeleton)]
    return "".join(dict.fromkeys(letter for letter in usual if len(letter) == 1 and len(letters(letter)) < 2))


_USUAL = _usual_letters()
_UNUSUAL = 255
SKELETON = Alphabet(skeleton)
LETTERS = Alphabet(letters)

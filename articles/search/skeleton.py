"""Where a text may hold a word, told from its letters alone: the cheap look before analysis. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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


Codes = npt.NDArray[np.uint8]


class Alphabet:
    """A way to write texts with fewer letters, the usual ones with a byte each."""

    def __init__(self, written: Callable[[str], str]) -> None:
        self.written = written
        numbers = {letter: number for number, letter in enumerate(_USUAL, 1)}
        self._table = np.full(0x10000, _UNUSUAL, np.uint8)
        for letter in _USUAL:
            self._table[ord(letter)] = numbers.get(written(letter), 0)

    def one_by_one(self, text: str) -> Codes | None:
        """A number for each code point, 0 where it has no letter; None where the text holds one that is not usual."""
        # Half of a surrogate pair is not usual either, so that every unit is a code point.
        found: Codes = self._table[np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)]
        return None if (found == _UNUSUAL).any() else found

    def in_bytes(self, text: str) -> bytes | None:
        """The same without those that have no letter."""
        found = self.one_by_one(text)
        return None if found is None else found[found != 0].tobytes()


class Beginnings:
    """Beginnings of words, to be looked for in texts; counted in bytes where that can be, at a tenth of the price."""

    def __init__(self, beginnings: Sequence[str], alphabet: Alphabet) -> None:
        self._texts = tuple(beginnings)
        self._alphabet = alphabet
        found = [alphabet.in_bytes(text) for text in beginnings]
        self._bytes = None if None in found else tuple(one for one in found if one is not None)

    def __len__(self) -> int:
        return len(self._texts)

    def held(self, text: str) -> int:
        """How many of them stand in `text`."""
        if self._bytes is not None and (found := self._alphabet.in_bytes(text)) is not None:
            return sum([beginning in found for beginning in self._bytes])
        whole = self._alphabet.written(text)
        return sum([beginning in whole for beginning in self._texts])

    def places(self, text: str) -> list[tuple[int, int, int]] | None:
        """Where they stand in `text`: first and behind-the-last code point and which one, in order. None where that
        cannot be told from its letters: unusual ones, or a beginning that has none."""
        if self._bytes is None or not all(self._bytes) or (each := self._alphabet.one_by_one(text)) is None:
            return None
        offsets = np.flatnonzero(each)
        kept = each[offsets].tobytes()
        found = [
            (at, at + len(one) - 1, number)
            for number, one in enumerate(self._bytes)
            for at in _occurrences(kept, one)
        ]  # fmt: skip
        return sorted((int(offsets[first]), int(offsets[last]) + 1, number) for first, last, number in found)


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

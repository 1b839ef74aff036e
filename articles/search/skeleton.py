"""The letters of a text that hardly change between spellings: the cheap look before analysis. Pure."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from itertools import chain

from articles.text.fold import fold

_WEAK = str.maketrans("", "", "اویءه \n\u200c")


def skeleton(text: str) -> str:
    """Folded letters without spaces and without those that change between spellings (مسئول, مسؤول) and plurals."""
    return fold(text).translate(_WEAK)


class Beginnings:
    """Beginnings of words, to be looked for in texts; counted in bytes where that can be, at a tenth of the price."""

    def __init__(self, skeletons: Sequence[str]) -> None:
        self._texts = tuple(skeletons)
        found = [_in_bytes(text) for text in skeletons]
        self._bytes = None if None in found else tuple(one for one in found if one is not None)

    def __len__(self) -> int:
        return len(self._texts)

    def held(self, text: str) -> int:
        """How many of them stand in the skeleton of `text`."""
        if self._bytes is not None and (letters := _in_bytes(text)) is not None:
            return sum([beginning in letters for beginning in self._bytes])
        whole = skeleton(text)
        return sum([beginning in whole for beginning in self._texts])


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
    letters = [*map(chr, chain.from_iterable(range(*span) for span in (*ranges, (0x6F0, 0x6FA))))]
    letters += (
        "پچژگکیەۀہھۃۆۇێےٱٰ\u00a0\u00ad«»°·×–—…•“”‘’\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"
    )
    letters += [skeleton(letter) for letter in letters]
    return "".join(dict.fromkeys(letter for letter in letters if len(letter) == 1 and len(skeleton(letter)) < 2))


_USUAL = _usual_letters()
_CODES = codecs.charmap_build(("\0" + _USUAL).ljust(256, "\ufffe"))
_NUMBERS = {letter: number for number, letter in enumerate(_USUAL, 1)}
_NO_LETTER = bytes(number for letter, number in _NUMBERS.items() if not skeleton(letter))
_ONE_LETTER = bytes([0, *(_NUMBERS.get(skeleton(letter), 0) for letter in _USUAL)]).ljust(256, b"\0")


def _in_bytes(text: str) -> bytes | None:
    """The skeleton with a byte for each letter; None where the text holds a letter that is not usual."""
    try:
        return codecs.charmap_encode(text, "strict", _CODES)[0].translate(_ONE_LETTER, _NO_LETTER)
    except UnicodeEncodeError:
        return None

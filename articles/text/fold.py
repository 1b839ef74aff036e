"""Folding: one spelling for every way of writing the same letters. For matching only, never for display.

Character by character, so that a position can be mapped back; what depends on the whole word (hamza seats,
compounds, inflection) is decided in words.py. The letters of Persian are the target: ی ک ه and 0–9.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

HALF_SPACE = "\u200c"
"""What all half-spaces become inside a word; `fold` then leaves it out."""
HALF_SPACES = "\u200b\u200c\u00ac"
"""Zero-width non-joiner, zero-width space, and the sign that stood for it in older Persian encodings."""

_LETTERS = {
    "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ێ": "ی", "ے": "ی", "ۓ": "ی", "ئ": "ی", "ؠ": "ی",
    "ك": "ک", "ڪ": "ک", "ګ": "گ", "ڭ": "گ",
    "ە": "ه", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ۂ": "ه", "ۃ": "ه", "ة": "ه", "ۿ": "ه",
    "آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا",
    "ؤ": "و", "ٶ": "و", "ۆ": "و", "ۋ": "و", "ۇ": "و",
    "٫": ".", "٬": ",", "،": ",", "٪": "%", "’": "'", "‘": "'", "ʼ": "'", "`": "'",
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
}  # fmt: skip
_INVISIBLE = (
    (0x00AD, 0x00AD), (0x0300, 0x036F), (0x0591, 0x05BD), (0x0610, 0x061A), (0x061C, 0x061C), (0x0640, 0x0640),
    (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E8), (0x06EA, 0x06ED), (0x08D3, 0x08FF),
    (0x180E, 0x180E), (0x200D, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
)  # fmt: skip
"""Left out: vowel marks, tatweel, direction marks, joiners, variation selectors, soft hyphen."""


_KEPT = 0x3000


class _FoldTable(dict[int, str]):
    """A table for str.translate, filled as letters are met; of rare scripts only what changes is kept."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = _fold_letter(letter)
        if folded != letter or code < _KEPT:
            self[code] = folded
        return folded


def _fold_letter(letter: str) -> str:
    if letter in _LETTERS:
        return _LETTERS[letter]
    if letter in HALF_SPACES:
        return HALF_SPACE
    if any(first <= ord(letter) <= last for first, last in _INVISIBLE):
        return ""
    return _decompose(letter)


def _decompose(letter: str) -> str:
    """Digits of every script as 0–9; Latin without accents and case; presentation forms as their letters."""
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(letter) == "Lo" and not unicodedata.decomposition(letter).startswith("<"):
        return letter
    parts = unicodedata.normalize("NFKD", letter)
    if parts == letter:
        lower = letter.lower()
        return lower if lower == letter else "".join(map(_fold_letter, lower))
    return "".join(_fold_letter(part) for part in parts if part != letter and not unicodedata.combining(part))


_TABLE = _FoldTable()
_TABLE_WITHOUT_HALF_SPACE = _FoldTable({ord(mark): "" for mark in HALF_SPACES})


@dataclass(frozen=True, slots=True)
class Folded:
    """`offsets[i]` is the index in the original of folded character i; one more entry at the end is its length."""

    text: str
    offsets: Sequence[int]


def fold(text: str) -> str:
    """The text in folded letters, half-spaces left out; blind to any spelling that differs by letters or marks."""
    return _seat_before_waw(text).translate(_TABLE_WITHOUT_HALF_SPACE)


def fold_keeping_half_spaces(text: str) -> str:
    """As `fold`, with every kind of half-space as U+200C."""
    return _seat_before_waw(text).translate(_TABLE)


def _seat_before_waw(text: str) -> str:
    """مسئول and مسؤول, شئون and شؤون: before و both seats of the hamza are in use, in Persian and in Arabic."""
    return text.replace("ئو", "ؤو")


def fold_with_offsets(text: str) -> Folded:
    """As `fold`, with the way back to the original's code points."""
    pieces = [_TABLE_WITHOUT_HALF_SPACE[ord(letter)] for letter in _seat_before_waw(text)]
    offsets = [index for index, piece in enumerate(pieces) for _ in piece]
    offsets.append(len(text))
    return Folded("".join(pieces), offsets)

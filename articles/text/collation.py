"""Lists sorted as each language sorts: پ چ ژ گ in their places, ه after و in Persian and before it in Arabic.

A table of our own: pyuca has had no release since 2017 and holds 40 MB, PyICU has no wheels, icu4py no collator.
The orders are those of CLDR 45 for fa (آ before ا, every hamza after it) and ar, but that Arabic lists sort a
hamza by its seat, as Arabic directories do. The own script comes first, spaces sort before letters, half-spaces,
vowel marks and the like only break ties.
"""

from __future__ import annotations

import unicodedata

from articles.text.fold import fold

_PERSIAN = "آاءبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_ARABIC = "ءابپتثجچحخدذرزژسشصضطظعغفقکگلمنهوی"
_SEATED = {"أ": "ء", "إ": "ء", "ؤ": "ء", "ئ": "ء", "آ": "آ"}
_RANKS = {
    "fa": {letter: rank for rank, letter in enumerate(_PERSIAN)},
    "ar": {letter: rank for rank, letter in enumerate(_ARABIC)},
}
_TEH = "ت"

Key = tuple[tuple[tuple[int, int], ...], tuple[str, ...], str]


def sort_key(text: str, language: str) -> Key:
    """A key that sorts `text` as readers of `language` expect; keys of one language compare with each other."""
    ranks = _RANKS.get(language.partition("-")[0].lower())
    letters = [letter for written in unicodedata.normalize("NFC", text.strip()) for letter in _fold(written, language)]
    return tuple(_weight(letter, ranks) for letter in letters), tuple(letters), text


def _fold(written: str, language: str) -> str:
    """One letter as its alphabet counts it."""
    if language.startswith("fa") and written in _SEATED:
        return _SEATED[written]
    if language.startswith("ar") and written == "ة":
        return _TEH
    return fold(written)


def _weight(letter: str, ranks: dict[str, int] | None) -> tuple[int, int]:
    """(group, rank): spaces and signs, digits, the own script, other scripts."""
    if not letter.isalnum():
        return 0, ord(letter)
    if letter.isdigit():
        return 1, ord(letter)
    if ranks is None:
        return (2 if letter.isascii() else 3), ord(letter) if letter.isascii() else _RANKS["fa"].get(
            letter, ord(letter)
        )
    return (2, ranks[letter]) if letter in ranks else (3, ord(letter))

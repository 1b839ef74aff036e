"""Lists sorted as each language sorts."""

from __future__ import annotations

from articles.text.fold import fold

_PERSIAN = {letter: rank for rank, letter in enumerate("ءاآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")}


def sort_key(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """A key that sorts `text` as readers of `language` expect."""
    return tuple((1, _PERSIAN[letter]) if letter in _PERSIAN else (0, ord(letter)) for letter in fold(text))

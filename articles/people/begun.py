"""Persons by the first letters of a name, letter by letter: what the sound of a few letters tells only loosely."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice

from articles.people.directory import name_words
from articles.people.words import split
from articles.text.fold import fold

ARTICLE = "ال"
"""Half of all Arabic names begin so."""


class Begun:
    """An index of (person, name) pairs by their folded letters, from each word of a name on: «روحا» begins
    «حسن روحانی», and «سیسی» the name السيسي."""

    def __init__(self, pairs: Iterable[tuple[int, str]]) -> None:
        self._keys = sorted({(key, person) for person, text in pairs for key in _keys(text)})

    def by(self, typed: str) -> list[int]:
        """The persons with a name that begins so, in the order of these names, each once."""
        letters = "".join(split(fold(typed)).folded)
        found: dict[int, None] = {}
        if not letters or letters == ARTICLE:
            return []
        for key, person in islice(self._keys, bisect_left(self._keys, (letters, -1)), None):
            if not key.startswith(letters):
                break
            found.setdefault(person)
        return list(found)


def _keys(text: str) -> set[str]:
    return {"".join(words[place:]) for words in (split(text).folded, name_words(text)) for place in range(len(words))}

"""What an article is about, where only a short name stands in it.

«صالح» is also a given name and «in favour of», but between Houthis, Sanaa and Taiz it is one man. Words that stand
in articles about a person, and hardly in others, are kept with the person; several of them in one article tell who
is meant by the short name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from articles.people.words import Words, split

ENOUGH = 4
"""Context words that an article must have."""
ENOUGH_IF_LIKELY = 3
"""With a title in front of the name (آقای ظریف), or where the person is named in full further down."""
CLEARLY = 2
"""Context words that one bearer of a name must have more than the next."""

Contexts = Mapping[str, Mapping[int, frozenset[str]]]
"""Folded context words by language and person."""


def contexts(entered: Iterable[tuple[int, Mapping[str, str]]]) -> Contexts:
    """From the context words of persons, by language and divided by white space."""
    found: dict[str, dict[int, frozenset[str]]] = {}
    for person, by_language in entered:
        for language, words in by_language.items():
            found.setdefault(language, {})[person] = frozenset(split(words).folded)
    return found


class Subject:
    """The words of one article; gathered when first asked."""

    def __init__(self, texts: Iterable[Words], known: Mapping[int, frozenset[str]]) -> None:
        self._texts = tuple(texts)
        self._known = known
        self._words: frozenset[str] | None = None

    def meant(self, persons: Sequence[int], enough: int) -> int | None:
        """Of several persons the one whose context words the article has, and clearly more of them than the next's."""
        counted = sorted(((self._shared(person), person) for person in persons), reverse=True)
        if not counted or counted[0][0] < enough:
            return None
        return counted[0][1] if len(counted) == 1 or counted[0][0] - counted[1][0] >= CLEARLY else None

    def _shared(self, person: int) -> int:
        wanted = self._known.get(person)
        if not wanted:
            return 0
        if self._words is None:
            self._words = frozenset(word for words in self._texts for word in words.folded)
        return len(wanted & self._words)

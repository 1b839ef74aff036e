"""Which words of a published text answer the query: whole words, blind to spelling exactly as matching is. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from articles.search.readings import QueryWord
from articles.search.skeleton import Beginnings, skeleton
from articles.text.analysis import Token, analyse


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of the text, by code points, and the query word (its number) that it answers."""

    start: int
    end: int
    word: int
    token: Token


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One query word as documents of one language hold it."""

    surfaces: frozenset[str]
    stems: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]


class Marker:
    """Finds the words of one query in texts of one language."""

    def __init__(self, words: Sequence[QueryWord], prefixes: Iterable[str], language: str) -> None:
        self.language = language
        self.words = tuple(words)
        self.prefixes = tuple(prefixes)
        self._count = len(words)
        self._wanted = [_wanted(word, language) for word in words]
        self._by_surface: dict[str, int] = {}
        self._by_stem: dict[str, int] = {}
        for number, wanted in enumerate(self._wanted):
            for surface in wanted.surfaces:
                self._by_surface.setdefault(surface, number)
            for stem in wanted.stems:
                self._by_stem.setdefault(stem, number)
        runs = [text for wanted in self._wanted for run in wanted.phrases for text in run]
        forms = (*self._by_surface, *self._by_stem, *self.prefixes, *runs)
        self.beginnings = Beginnings(sorted({_key(form) for form in forms}))

    def marks(self, text: str) -> list[Mark]:
        """The words to mark, in order, never overlapping."""
        tokens = analyse(text, self.language)
        found: dict[int, Mark] = {}
        for place, token in enumerate(tokens):
            number = self._answered(token)
            if number is not None:
                found[place] = Mark(token.start, token.end, number, token)
        for number, wanted in enumerate(self._wanted):
            for run in wanted.phrases:
                for place in _places(tokens, run):
                    token = tokens[place]
                    found.setdefault(place, Mark(token.start, token.end, number, token))
        return [found[place] for place in sorted(found)]

    def _answered(self, token: Token) -> int | None:
        if (number := self._by_surface.get(token.surface)) is not None:
            return number
        for surface in token.alternatives:
            if (number := self._by_surface.get(surface)) is not None:
                return number
        if (number := self._by_stem.get(token.stem)) is not None:
            return number
        for number, prefix in enumerate(self.prefixes, self._count) if self.prefixes else ():
            if token.surface.startswith(prefix):
                return number
        return None


def _wanted(word: QueryWord, language: str) -> _Wanted:
    """Single words by surface and stem; a quoted run by its surfaces in order alone."""
    readings = [reading for reading in word.readings if reading.holds_for(language)]
    if word.exact:
        runs = [reading.surfaces for reading in readings]
        return _Wanted(
            frozenset(run[0] for run in runs if len(run) == 1), frozenset(), tuple(run for run in runs if len(run) > 1)
        )
    tokens = [*(token for reading in readings for token in reading.tokens), *word.whole]
    return _Wanted(frozenset(token.surface for token in tokens), frozenset(token.stem for token in tokens), ())


def _places(tokens: Sequence[Token], run: Sequence[str]) -> set[int]:
    """Every place inside an occurrence of `run`."""
    places: set[int] = set()
    for start in range(len(tokens) - len(run) + 1):
        window = tokens[start : start + len(run)]
        if all(text in (token.surface, *token.alternatives) for token, text in zip(window, run, strict=True)):
            places.update(range(start, start + len(run)))
    return places


def _key(form: str) -> str:
    """What nearly every written form of a word still holds in its skeleton: its beginning, short for any ending."""
    letters = skeleton(form)
    return letters if len(letters) < 4 else letters[: max(3, len(letters) - 2)]


def marked(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> SafeString:
    """`text[start:end]` as HTML, escaped piece by piece; the only element is <mark>."""
    end = len(text) if end is None else end
    pieces = []
    at = start
    for mark in marks:
        if mark.start >= at and mark.end <= end:
            pieces += [escape(text[at : mark.start]), "<mark>", escape(text[mark.start : mark.end]), "</mark>"]
            at = mark.end
    pieces.append(escape(text[at:end]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece of text above is escaped

"""Which words of a published text answer the query: whole words, blind to spelling exactly as matching is. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from articles.search.readings import QueryWord
from articles.search.skeleton import LETTERS, SKELETON, Alphabet, Beginnings, Place
from articles.text.analysis import Token, analyse, analyse_at, joins

SPACE = re.compile(r"\s")
CLAUSE_END = re.compile(r"\s(?:(?<=[.!?؟؛،:,…»”\")\]]\s)\s*|(?<=\n)\n*)")
"""Spaces behind a sign, or ends of lines: no word is written across such a place."""
ARABIC = re.compile(r"[\u0620-\u06ff]")
_UNFINISHED = re.compile(r".*[^\u0620-\u065f\u066e-\u06ff\u200b-\u200f]", re.DOTALL)
"""All but the letters that a text ends with."""
_MAY_DIFFER = re.compile(r"ت(?:ال.*)?$|(?<=[a-z])i$")
"""Where a form is written with other letters: حیات may be حياة, رحمت‌الله رحمة الله, and the stem of fly is fli."""
INFINITIVE = re.compile(r"[دت]نن?$")
"""The stem of a Persian verb, of whose letters its forms may have none: می‌رود and برویم are of رفتن."""
_OTHER_ARABIC = re.compile(r"(?=[\u0620-\u06ff])[^اأإآٱوفبلکكسهيیىئؤء\u0640\u064b-\u0652]")
"""A letter that no Arabic conjunction, preposition or article has, such as وبال and فلل. A quotation mark is none."""


Guess = tuple[int, int]
"""A code point and the number of the word that seems to begin there."""
_TELLING = 3
"""Letters of a beginning that not every text holds."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of the text, by code points, and the query word (its number) that it answers."""

    start: int
    end: int
    word: int
    token: Token

    def moved(self, by: int) -> Mark:
        """The same mark in a text that begins earlier by so many code points."""
        return Mark(self.start + by, self.end + by, self.word, self.token)


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
        forms = {prefix: number for number, prefix in enumerate(self.prefixes, self._count)}
        for number, wanted in enumerate(self._wanted):
            for form in (*wanted.surfaces, *wanted.stems, *(text for run in wanted.phrases for text in run)):
                forms.setdefault(form, number)
        # Words that are worth looking for in other spellings: any text holds the beginnings of the others.
        beginnings = {form: _beginning(form, SKELETON) for form in forms}
        self.beginnings = Beginnings(sorted(set(beginnings.values())), SKELETON)
        self.telling = frozenset(number for form, number in forms.items() if len(beginnings[form]) >= _TELLING)
        openings = {_beginning(form, LETTERS): number for form, number in forms.items()}
        self._openings = Beginnings(tuple(openings), LETTERS)
        self._opened = tuple(openings.values())
        self._known: dict[str, list[Mark]] = {}
        self._everywhere = any(
            wanted.phrases or (joins(language) and any(map(INFINITIVE.search, wanted.stems))) for wanted in self._wanted
        )

    def guesses(self, text: str) -> list[Guess]:
        """Where `text` has the first letters of a query word in its usual spelling, and which word, in order: most
        often that word, at a hundredth of the price of analysis."""
        return [(start, self._opened[number]) for start, number in self._openings.starts(LETTERS.spelled(text))]

    def marks(self, text: str) -> list[Mark]:
        """The words to mark, in order, never overlapping.

        Only words that may be one are analysed, which costs a hundred times what a search for letters costs; but a
        Persian verb has other letters in other forms, and quoted words are looked for together. Arabic forms that begin
        otherwise than the stem (تسود, of يسود) are left to marks_read_whole.
        """
        places = None if self._everywhere else self.beginnings.places(SKELETON.spelled(text))
        if places is not None and not places:
            return []
        if places is None:
            return self.marks_read_whole(text)
        if joins(self.language):
            return self._marks(analyse_at(text, self.language, [place[:2] for place in places]))
        return [mark.moved(start) for start, end in _words(text, places) for mark in self._marks_of(text[start:end])]

    def marks_read_whole(self, text: str) -> list[Mark]:
        """The words to mark whatever letters they have: every word of the text is analysed."""
        return self._marks(analyse(text, self.language))

    def _marks_of(self, written: str) -> list[Mark]:
        """Those of a word that means the same in every text: the articles of a page share most of them."""
        known = self._known.get(written)
        if known is None:
            known = self._known[written] = self._marks(analyse(written, self.language))
        return known

    def _marks(self, tokens: Sequence[Token]) -> list[Mark]:
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


def _words(text: str, places: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """What stands between spaces around the places, where a word may begin at the place."""
    done = 0
    for first, last, _ in places:
        if first < done or SPACE.search(text, first, last):
            continue
        start = first
        while start > done and not text[start - 1].isspace():
            start -= 1
        if not ARABIC.match(text[first]) or _may_stand_before(text[start:first]):
            following = SPACE.search(text, last)
            done = following.start() if following else len(text)
            yield start, done


def _may_stand_before(before: str) -> bool:
    """Whether an Arabic word may begin behind these: conjunctions, prepositions and articles, or signs and other
    scripts; in وعبدالله too."""
    return _OTHER_ARABIC.search(_UNFINISHED.sub("", before).replace("عبد", "", 1)) is None


def _wanted(word: QueryWord, language: str) -> _Wanted:
    """Single words by surface and stem; a quoted run by its surfaces in order alone."""
    if word.exact:
        runs = [reading.surfaces for reading in word.readings if reading.holds_for(language)]
        return _Wanted(
            frozenset(run[0] for run in runs if len(run) == 1), frozenset(), tuple(run for run in runs if len(run) > 1)
        )
    runs = [run for reading in word.readings if reading.holds_for(language) for run in reading.runs]
    return _Wanted(*word.answers(language), tuple(runs))


def _places(tokens: Sequence[Token], run: Sequence[str]) -> set[int]:
    """Every place inside an occurrence of `run`."""
    places: set[int] = set()
    for start in range(len(tokens) - len(run) + 1):
        window = tokens[start : start + len(run)]
        if all(text in (token.surface, *token.alternatives) for token, text in zip(window, run, strict=True)):
            places.update(range(start, start + len(run)))
    return places


def _beginning(form: str, alphabet: Alphabet) -> str:
    """What every written form of a word but a verb still holds: its beginning, short for any ending."""
    kept = alphabet.written(_MAY_DIFFER.sub("", form))
    return kept if len(kept) < 4 else kept[: max(3, len(kept) - 2)]


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

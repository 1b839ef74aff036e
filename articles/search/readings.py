"""The words of a query as each language of the portal reads them. Pure.

One word of Arabic script may be Persian or Arabic, and only the lexicon of one of them joins رئیس جمهور. So a query
is analysed in every language it may be in, and the readings are laid side by side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from articles.text.analysis import Token, analyse, stem_answers, stem_tells, told_by_space
from articles.text.arabic_unlisted import BEFORE
from articles.text.belonging import name_with_article, stem_asked_for
from articles.text.grammar import GRAMMATICAL, NAMING
from articles.text.language import detect_language
from articles.text.spellings import is_unpersian

LANGUAGES = ("fa", "ar", "en")
_LEADS = ("", *sorted(BEFORE))
_LEAST = 3
"""Letters of a word that may be half of a compound which only the writer knows."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of one word or phrase as `languages` read it, most often a single token; `others` read otherwise.

    `stem_only`: tokens whose surface is no answer, because other words share it: كأن is asked for by its stem, and
    كان is not found.
    """

    languages: tuple[str, ...]
    others: tuple[str, ...]
    tokens: tuple[Token, ...]
    stem_only: frozenset[Token] = frozenset()

    def holds_for(self, language: str) -> bool:
        """Whether documents of `language` are read so. Those of a fourth language may be read in any way."""
        return language not in self.others

    @property
    def runs(self) -> tuple[tuple[str, ...], ...]:
        """Of a name that is written as one word or as two: its surfaces in order, in Arabic (عبدالله, عبد الله) after
        all that is written before a word, in Persian of families (حمیدنژاد) and of words of grammar (درصورت, بحضور),
        for any article has در somewhere. Empty for other readings, whose tokens need not stand beside each other: of
        وزیرخارجه an article may have وزیر امور خارجه."""
        one_word = len(self.tokens) > 1 and len({(token.start, token.end) for token in self.tokens}) == 1
        if one_word and self.languages == ("ar",):
            return tuple((lead + self.tokens[0].stem, *self.surfaces[1:]) for lead in _LEADS)
        together = self.surfaces[-1] in NAMING or not GRAMMATICAL.isdisjoint(self.surfaces)
        return (self.surfaces,) if one_word and together else ()

    @property
    def surfaces(self) -> tuple[str, ...]:
        return tuple(token.surface for token in self.tokens)

    @property
    def stems(self) -> tuple[str, ...]:
        """All stems that answer."""
        return tuple(stem for token in self.tokens for stem in self.answers_to(token))

    def answers_to(self, token: Token) -> tuple[str, ...]:
        """The stems that answer a token of this reading."""
        return _answers(token, arabic="ar" in self.languages)

    @property
    def answering_surfaces(self) -> tuple[str, ...]:
        return tuple(token.surface for token in self.tokens if token not in self.stem_only)


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of the query, or an `exact` run of words, with its readings. `start` is a code point of the query,
    `text` as typed; `offset` is where it begins in the text that its tokens count from. `whole` is what answers it
    too: a word that it makes with a neighbour or with its own parts, where an article runs them together."""

    text: str
    start: int
    readings: tuple[Reading, ...]
    exact: bool = False
    offset: int = 0
    whole: tuple[Token, ...] = ()

    @property
    def surfaces(self) -> list[str]:
        """Of all readings."""
        return [surface for reading in self.readings for surface in reading.surfaces]

    @property
    def stems(self) -> list[str]:
        return [stem for reading in self.readings for stem in reading.stems]

    def answers(self, language: str) -> tuple[frozenset[str], frozenset[str]]:
        """The surfaces and the stems of documents of `language` that answer it, where it is no run of words."""
        readings = [reading for reading in self.readings if reading.holds_for(language) and not reading.runs]
        surfaces = {surface for reading in readings for surface in reading.answering_surfaces}
        stems = {stem for reading in readings for stem in reading.stems}
        return (
            frozenset(surfaces.union(token.surface for token in self.whole)),
            frozenset(stems.union(token.stem for token in self.whole)),
        )

    def tokens_for(self, language: str) -> Iterator[Token]:
        """The tokens as documents of `language` are read."""
        for reading in self.readings:
            if reading.holds_for(language):
                yield from reading.tokens
        yield from self.whole

    def is_one(self, token: Token) -> bool:
        """Whether the token is all of the word: خادم الحرمین is one word in Persian and two in Arabic."""
        return token in self.whole or any(reading.tokens == (token,) for reading in self.readings)

    def typed(self, token: Token) -> str:
        """A token of this word as typed."""
        return self.text[token.start - self.offset : token.end - self.offset]


def read_words(text: str, start: int = 0, languages: Collection[str] = LANGUAGES) -> tuple[QueryWord, ...]:
    """Cuts `text` where all languages agree that one word ends and another begins."""
    return _read_words(text, start, tuple(language for language in LANGUAGES if language in languages))


@lru_cache(maxsize=64)
def _read_words(text: str, start: int, languages: tuple[str, ...]) -> tuple[QueryWord, ...]:
    """Remembered as long as a page takes, which reads its query for what it finds and again for what it tells."""
    analysed = {language: analyse(text, language) for language in languages}
    starts = {language: [token.start for token in tokens] for language, tokens in analysed.items()}
    pieces = _pieces([token for tokens in analysed.values() for token in tokens])
    query = detect_language(text) if len(pieces) > 1 else ""
    words = []
    for first, last in pieces:
        inside = {
            language: tuple(tokens[bisect_left(starts[language], first) : bisect_left(starts[language], last)])
            for language, tokens in analysed.items()
        }
        asked = _asked_for(inside, text[first:last], query)
        readings = _grouped(asked, text[first:last])
        article = _with_article(inside.get("ar", ()), asked.get("ar") or ())
        words.append(QueryWord(text[first:last], start + first, readings, offset=first, whole=article))
    return tuple(_with_wholes(words) if "fa" in languages else words)


def _asked_for(
    by_language: dict[str, tuple[Token, ...]], written: str, query: str
) -> dict[str, tuple[Token, ...] | None]:
    """The readings without those stems that only the other language takes for one; None where a word of Persian or
    Arabic is another word. `query` is the language of the whole query, where several words tell."""
    asked: dict[str, tuple[Token, ...] | None] = {**by_language}
    for language, tokens in by_language.items():
        if len(tokens) == 1 and language != query and len(by_language) > 1:
            (token,) = tokens
            stem = stem_asked_for(language, token.surface, token.stem, written)
            asked[language] = None if stem is None else (token._replace(stem=stem),)
    if persian := asked.get("fa"):
        asked["fa"] = tuple(map(_told_by_space, persian))
    return asked


def _told_by_space(token: Token) -> Token:
    """What a half-space elsewhere makes another word is asked for with it, and by its stem."""
    written = told_by_space(token.surface, token.stem)
    return token._replace(surface=written) if written else token


def _with_article(read: tuple[Token, ...], asked: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name that is asked of Arabic texts as it stands, حسینی, may stand there behind an article."""
    stands = len(asked) == 1 and asked[0].stem == asked[0].surface
    if read == asked or not stands or not (form := name_with_article(asked[0].surface)):
        return ()
    return (Token(form, form, asked[0].start, asked[0].end),)


def _with_wholes(words: list[QueryWord]) -> list[QueryWord]:
    """رمز ارز and رمز‌ارز are answered by رمزارز too, though no lexicon lists it."""
    wholes = [[*word.whole, *_own_whole(word)] for word in words]
    for place, (first, second) in enumerate(pairwise(words)):
        if (token := _run_together(first, second)) is not None:
            wholes[place].append(token)
            wholes[place + 1].append(token)
    return [replace(word, whole=tuple(whole)) if whole else word for word, whole in zip(words, wholes, strict=True)]


def _own_whole(word: QueryWord) -> Iterator[Token]:
    """Of a word that stands for several, what it is written as."""
    for reading in word.readings:
        first = reading.tokens[0]
        if len(reading.tokens) > 1 and first.alternatives and first.end == reading.tokens[-1].end:
            yield Token(first.alternatives[-1], first.alternatives[-1], first.start, first.end)
            return


def _run_together(first: QueryWord, second: QueryWord) -> Token | None:
    """Both as one word, where each is one with a meaning of its own and of the letters of Arabic script."""
    halves = [word.readings[0].tokens for word in (first, second)]
    if any(len(tokens) > 1 or not _may_be_half(tokens[0].surface) for tokens in halves):
        return None
    read = analyse(halves[0][0].surface + halves[1][0].surface, "fa")
    if len(read) != 1:
        return None
    return read[0]._replace(start=halves[0][0].start, end=halves[1][0].end, alternatives=())


def _may_be_half(surface: str) -> bool:
    return len(surface) >= _LEAST and surface.isalpha() and not surface.isascii() and surface not in GRAMMATICAL


def read_phrase(text: str, start: int = 0, languages: Collection[str] = LANGUAGES) -> QueryWord | None:
    """The whole text as one unit, its words in order; None where it holds no word."""
    analysed = {language: tuple(analyse(text, language)) for language in LANGUAGES if language in languages}
    readings = _grouped(analysed, text)
    return QueryWord(text, start, readings, exact=True) if readings else None


def _answers(token: Token, *, arabic: bool) -> tuple[str, ...]:
    """Arabic stems alone have others that answer them: Persian اقدام (measure) is nothing of قدم, as أقدام is."""
    return stem_answers(token.stem) if arabic else tuple(filter(None, (token.stem,)))


def _pieces(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Spans of tokens, overlapping ones made one."""
    pieces: list[tuple[int, int]] = []
    for token in sorted(tokens, key=lambda token: (token.start, token.end)):
        if pieces and token.start < pieces[-1][1]:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], token.end))
        else:
            pieces.append((token.start, token.end))
    return pieces


def _grouped(by_language: Mapping[str, tuple[Token, ...] | None], written: str) -> tuple[Reading, ...]:
    """Equal readings made one. A word without a Latin letter has no English reading, one that is spelled as only Arabic
    spells it (كأن) no Persian one, one with None for tokens none of that language. `written` is the text of all: what
    only a stem is spelled with says nothing (کتابتان, of كتابة in Arabic; ائمه, of إمام)."""
    arabic = by_language.get("ar") or ()
    stem_only = frozenset(token for token in arabic if stem_tells(token.stem))
    unpersian = any(is_unpersian(letter) for token in stem_only for letter in set(token.stem).intersection(written))
    groups: dict[tuple[object, ...], list[str]] = {}
    read = []
    for language, tokens in by_language.items():
        if tokens is None:
            read.append(language)
            continue
        latin = any(char.isascii() and char.isalpha() for token in tokens for char in token.surface)
        if not tokens or not (latin or language != "en" or len(by_language) == 1):
            continue
        read.append(language)
        if language == "ar" or not unpersian:
            answers = tuple(_answers(token, arabic=language == "ar") for token in tokens)
            key = (*((token.surface, token.stem) for token in tokens), bool(stem_only) and language == "ar", answers)
            groups.setdefault(key, []).append(language)
    return tuple(
        Reading(
            tuple(languages),
            tuple(language for language in read if language not in languages),
            by_language[languages[0]] or (),
            stem_only if "ar" in languages else frozenset(),
        )
        for languages in groups.values()
    )

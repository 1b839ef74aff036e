"""From a text to the words it is found by: document and query are analysed alike."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import snowballstemmer

from articles.text import arabic, lexicon
from articles.text.addresses import read_address
from articles.text.arabic_written import end_of_servant, with_short_hundred
from articles.text.compounds import Joiner, Word
from articles.text.fold import HALF_SPACE, fold, fold_keeping_half_spaces
from articles.text.inflection import Inflector
from articles.text.lexemes import ArabicReader
from articles.text.lexicon import Lexicon
from articles.text.spellings import answers, tells
from articles.text.stretches import GAPS, Span, Written, independent, whole_words
from articles.text.tokens import PIECE
from articles.text.words import Reader, Reading

if TYPE_CHECKING:
    ANALYSIS_VERSION: str
    """Part of the index's name: the version of these rules and of the lexicon that is in use."""

_RULES = "29"
_CACHE_LIMIT = 64_000
"""Written words that are remembered, twice as many at most (half a kilobyte each): 1,500 Arabic articles hold 81,000
different ones. The older half is forgotten at once, and what is still in use has moved to the newer one by then."""
_LONGEST_PIECE = 30
"""Of a part of a text that may be a single word, as most that stand between spaces."""
_LONGEST = 100
"""Letters and marks of a word, at most; what is longer is no word, has no endings and is not remembered."""


class Token(NamedTuple):
    """One word of a text; a tuple, because hundreds are made for every article.

    `surface` is the folded, half-space-blind canonical word; `stem` equals it where nothing is taken off.
    `start` and `end` are code points of the text as published. `alternatives` are further surfaces that stand
    here, such as the parts of a compound, or with its half-space the other word that زمینهای may be: they are indexed,
    a query does without them.
    """

    surface: str
    stem: str
    start: int
    end: int
    alternatives: tuple[str, ...] = ()


_new = tuple.__new__
"""A third of what the constructor of a named tuple costs, which is called for every word of every text."""


def __getattr__(name: str) -> str:
    if name == "ANALYSIS_VERSION":
        return f"{_RULES}.{lexicon.current().version}"
    raise AttributeError(name)


def stem_answers(stem: str) -> tuple[str, ...]:
    """The stems of texts that answer a query's stem: itself, and of Arabic words that only a hamza, ة or ى tells apart
    those that may be the same word (إمام answers امام, but not أمام). Persian words that آ tells are themselves: آن is
    no answer to ان. None answers the empty stem of a word that is asked for by its surface alone."""
    words = lexicon.current()
    if not stem:
        return ()
    if _is_told_by_madda(words, stem):
        return (stem,)
    return tuple(one for one in answers(words, stem) if one == stem or not _is_told_by_madda(words, one))


def _is_told_by_madda(words: lexicon.Lexicon, stem: str) -> bool:
    return stem[0] == "آ" and words.get(stem) is not None


def stem_tells(stem: str) -> bool:
    """Whether an Arabic word of this stem is asked for by the stem alone, because others share its folded surface."""
    return tells(lexicon.current(), stem)


def told_by_space(surface: str, stem: str) -> str:
    """A Persian word with the half-space that alone tells it from another one: زمین‌های, no زمینه‌ای. It is asked for so,
    for run together it has the other for an alternative. Empty for most words."""
    divided = Inflector(lexicon.current()).divided_by_space(surface)
    return next((written for written, one in divided.items() if one == stem), "")


def analyse(text: str, language: str) -> list[Token]:
    """The words of `text` in order, read as `language` (BCP 47; others than fa, ar and en are folded only)."""
    return _analyser(lexicon.current(), language.lower().partition("-")[0]).analyse(text)


def analyse_at(text: str, language: str, spans: Iterable[Span]) -> list[Token]:
    """The words of `text` that touch one of the ascending spans, as `analyse` reads them, and maybe some of their
    neighbours: for who knows where to look, at a fraction of the price."""
    return _analyser(lexicon.current(), language.lower().partition("-")[0]).analyse_at(text, spans)


def joins(language: str) -> bool:
    """Whether words written apart are read as one in texts of this language; in others no word changes another."""
    return language.lower().partition("-")[0] == "fa"


class _Analyser:
    """The analysis of one language with one lexicon; remembers the words it has read."""

    def __init__(self, words: Lexicon, language: str) -> None:
        reader = Reader(words)
        self._lexicon = words
        self._joiner = Joiner(words, reader)
        self._arabic_reader = ArabicReader(words)
        self._of_script: Callable[[str], Word] = {"fa": self._persian, "ar": self._arabic}.get(language, _folded)
        self._joins = joins(language)
        self._stem_latin = _english_stem if language in {"fa", "ar", "en"} else None
        self._seen: dict[str, Word] = {}
        self._older: dict[str, Word] = {}

    def analyse(self, text: str) -> list[Token]:
        return self._tokens(text, *self._words(text, 0, len(text)))

    def analyse_at(self, text: str, spans: Iterable[Span]) -> list[Token]:
        if self._joins:
            found = independent(text, spans, self._words)
        else:
            found = (self._words(text, start, end) for start, end in whole_words(text, spans))
        return [token for words, places in found for token in self._tokens(text, words, places)]

    def _words(self, text: str, start: int, end: int) -> Written:
        """The written words of text[start:end], and where they stand."""
        seen = self._seen
        if (
            end - start <= _LONGEST_PIECE
            and (known := seen.get(text[start:end])) is not None
            and text[start] >= "\u0620"
        ):
            return [known], [(start, end)]  # a piece in letters or digits of these scripts is one wherever it stands
        known_words = seen.get
        pieces = list(PIECE.finditer(text, start, end))
        words = [known_words(piece[0]) or self._read(piece.lastgroup or "word", piece[0]) for piece in pieces]
        return words, [piece.span() for piece in pieces]

    def _tokens(self, text: str, words: Sequence[Word], spans: Sequence[Span]) -> list[Token]:
        """Those of words read as one where they join, and of each word by itself between them."""

        def follows(place: int) -> bool:
            return text[spans[place - 1][1] : spans[place][0]] in GAPS

        tokens: list[Token] = []
        done = 0
        for first in self._joiner.joints(words) if self._joins else ():
            count = self._joiner.join(words, first, follows) if first >= done else 1
            if count > 1:
                last = first + count
                joined = Word((), self._joiner.together(words[first:last]))
                place = spans[first][0], spans[last - 1][1]
                tokens += _plain_tokens((*words[done:first], joined), (*spans[done:first], place))
                done = last
        return tokens + _plain_tokens(words[done:], spans[done:])

    def _read(self, kind: str, written: str) -> Word:
        if len(written) > _LONGEST and kind == "arabic":
            return _folded(written)
        word = self._older.get(written) or self._of_piece(kind, written)
        if len(written) <= _LONGEST:
            seen = self._seen
            if len(seen) >= _CACHE_LIMIT:
                self._older = dict(seen)
                seen.clear()
            seen[written] = word
        return word

    def _of_piece(self, kind: str, written: str) -> Word:
        if kind == "arabic" and "." not in written:
            return self._of_script(written)
        folded = fold(written)
        if kind == "number":
            return _word(read_number(folded))
        if kind in {"initials", "arabic"}:
            return _word(folded.replace(".", ""))
        if kind == "model":
            first, _, second = folded.replace("\u2010", "-").replace("\u2011", "-").partition("-")
            return _word(first + second, alternatives=(first, second))
        if kind == "address":
            surface, alternatives = read_address(folded)
            return _word(surface, alternatives=alternatives)
        stem = self._stem_latin(folded) if self._stem_latin else folded
        return _word(folded.removesuffix("'s").replace("'", ""), stem=stem.replace("'", ""))

    def _persian(self, written: str) -> Word:
        parts = self._parts(written)
        if "ة" in written:
            parts = self._with_long_teh(written, parts)
        if written[0] == "آ" and parts and parts[0][0] == "ا":
            parts = ("آ" + parts[0][1:], *parts[1:])
        word = self._joiner.word(parts)
        entry = self._lexicon.get(word.whole)
        foreign = entry is None or ("ة" in written and not entry.common)
        if len(word.readings) == 1 and foreign and _looks_arabic(written):
            reading = word.readings[0]
            if reading.stem == reading.surface:
                stem = self._arabic_reader.quoted(reading.surface, written)
                return word._replace(readings=(Reading(reading.surface, stem),))
        return word

    def _with_long_teh(self, written: str, parts: tuple[str, ...]) -> tuple[str, ...]:
        """حجة‌الاسلام is حجت‌الاسلام, رحمة رحمت: what Arabic ends in ة Persian most often writes with ت."""
        long = self._parts(written.replace("ة", "ت"))
        whole = "".join(long)
        entry, known = self._lexicon.get(whole.removeprefix("ال")), self._lexicon.get("".join(parts))
        return long if entry is not None and entry.common and not (known is not None and known.common) else parts

    @staticmethod
    def _parts(written: str) -> tuple[str, ...]:
        folded = fold_keeping_half_spaces(written).replace(" ", "")
        return tuple(arabic.without_final_hamza(part) for part in folded.split(HALF_SPACE) if part)

    def _arabic(self, written: str) -> Word:
        if stem := self._lexicon.stem_of_form(written):
            return _word(fold(written), stem=stem)
        surface = fold(with_short_hundred(written)).replace(" ", "")
        place = end_of_servant(surface)
        if place:  # عبدالله is عبد الله, and عبدالقادر nothing of قادر
            first, second = self._arabic(surface[:place]), surface[place:]
            return Word((), (*first.readings, Reading(second, second)))
        return _word(surface, stem=self._arabic_reader.stem(surface, written)) if surface else Word((), ())


def _plain_tokens(words: Sequence[Word], spans: Sequence[Span]) -> list[Token]:
    return [
        _new(Token, (surface, stem, start, end, alternatives))
        for word, (start, end) in zip(words, spans, strict=True)
        for surface, stem, alternatives, _, _, _ in word.readings
    ]


def _looks_arabic(written: str) -> bool:
    """A word of an Arabic quotation within another language."""
    return "ة" in written or written.startswith(("ال", "وال", "بال", "لل", "إ"))


def _word(surface: str, *, stem: str | None = None, alternatives: tuple[str, ...] = ()) -> Word:
    return Word((), (Reading(surface, stem if stem is not None else surface, alternatives),) if surface else ())


def _folded(written: str) -> Word:
    return _word(fold(written).replace(" ", ""))


def read_number(folded: str) -> str:
    """Thousands' separators out: ۱٬۴۰۴ = 1,404 = 1404; a decimal or a version keeps its points."""
    groups = folded.split(",")
    if len(groups) > 1 and all(len(group.partition(".")[0]) == 3 for group in groups[1:]):
        return "".join(groups)
    return folded.strip(".,")


_stemming = threading.Lock()
_snowball = snowballstemmer.stemmer("english")


@lru_cache(maxsize=20_000)
def _english_stem(word: str) -> str:
    with _stemming:  # a Snowball stemmer keeps the word it works on in itself
        return str(_snowball.stemWord(word))


@lru_cache(maxsize=8)
def _analyser(words: Lexicon, language: str) -> _Analyser:
    return _Analyser(words, language)

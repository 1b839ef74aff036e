"""How much each word of a query counts beside the others. docs/decisions tells how that was found."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from articles.search.engines.base import Engine
from articles.search.engines.bm25 import Bm25
from articles.search.readings import QueryWord, Reading
from articles.text.fold import fold

INTERROGATIVES = frozenset(
    fold(
        "چه چرا چگونه چه‌گونه چطور چه‌طور چقدر چه‌قدر چی چیست کی کیست کجا کجاست کدام کدامیک چند چندم چندمین آیا"
        " ما ماذا لماذا من متى أين كيف كم هل أي أية"
        " what who whom whose when where why how which"
    ).split()
)
"""Words that ask. News answers: that an article asks what the reader asks says little of what it is about."""
ASKING = 0.5
"""What such a word counts of its worth; anything from .3 to .7 ranks alike."""
POWER = 0.45
"""Of the inverse document frequency. BM25 has it once, for the article; the vector space model has it once more, for
the query (Salton and Buckley, "Term-weighting approaches", 1988). Rather less than half of that is best, .4 to .6
hardly less."""

_idf = Bm25().idf


def evenly(words: Sequence[QueryWord]) -> Sequence[float]:
    """All words alike, for what is counted and not ranked."""
    return [1.0] * len(words)


class Salience:
    """Weighs words by how rare `engine` knows them to be: above 0, 1 for a word that no article has."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __call__(self, words: Sequence[QueryWord]) -> Sequence[float]:
        """All from one commit. A word is as frequent as the more frequent of its readings, in texts or in titles; a
        reading, as a run of words in quotation marks, as rare as the rarest of its words."""
        if not words:
            return []
        stems = {stem for word in words if not word.exact for stem in word.stems}
        surfaces = {surface for word in words if word.exact for surface in word.surfaces}
        stems_known = self._frequencies("stem", stems)
        surfaces_known = self._frequencies("surface", surfaces)
        count = self._engine.count()
        return [
            self._weight(min(map(surfaces_known.__getitem__, word.surfaces)), count)
            if word.exact
            else self._weight(max(_frequency(reading, stems_known) for reading in word.readings), count) * asking(word)
            for word in words
        ]

    def _frequencies(self, form: str, texts: set[str]) -> dict[str, int]:
        if not texts:
            return {}
        title = self._engine.document_frequencies(f"title_{form}", texts)
        body = self._engine.document_frequencies(f"body_{form}", texts)
        return {text: max(title[text], body[text]) for text in texts}

    @staticmethod
    def _weight(frequency: int, count: int) -> float:
        count = max(count, frequency)  # a commit may have come between
        return math.pow(_idf(count, frequency) / _idf(count, 0), POWER)


def _frequency(reading: Reading, stems: Mapping[str, int]) -> int:
    """Where one language has a compound (مرگ و میر), the other has its words, and the «and» among them."""
    return min(max(map(stems.__getitem__, reading.answers_to(token)), default=0) for token in reading.tokens)


def asking(word: QueryWord) -> float:
    """What a word that asks counts of its worth, 1 for the others."""
    return ASKING if INTERROGATIVES.intersection(word.surfaces) else 1.0

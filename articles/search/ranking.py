"""How much each word and each field of it counts. docs/decisions tells how the numbers were found."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.search.engines.base import Engine
from articles.search.engines.bm25 import RANKING
from articles.search.plan import Boosted, Or, Plan, Term
from articles.search.readings import QueryWord
from articles.text.fold import fold

QUESTION_WORD = 0.2
"""Few passages hold چرا or متى, so that their idf is high, and they say nothing about what is asked."""
QUESTION_WORDS = frozenset(
    fold(
        "چه چرا چگونه کدام کدامند کدامین کجا کجاست کی کیست چیست آیا چند چندم چقدر چطور کدامیک"
        " ما ماذا متى أين كيف كم هل أي لماذا من هو هي"
        " who whom what when where why how which"
    ).split()
)
NEIGHBOUR = 0.7
LEAST_LIKENESS = 0.4
NEIGHBOURS = 8
MOST_EXPANDED = 16
SHORTEST_EXPANDED = 4


@dataclass(frozen=True, slots=True)
class Weights:
    """Factors of BM25 scores by field; the folded surface is the exact form, the stem finds its relatives."""

    title_surface: float = 0.3
    title_stem: float = 0.55
    body_surface: float = 0.5
    body_stem: float = 1.0

    def surfaces(self, texts: Iterable[str], title_only: bool) -> tuple[Plan, ...]:
        return self._terms("surface", texts, title_only)

    def stems(self, texts: Iterable[str], title_only: bool) -> tuple[Plan, ...]:
        return self._terms("stem", texts, title_only)

    def _terms(self, form: str, texts: Iterable[str], title_only: bool) -> tuple[Plan, ...]:
        fields = [f"title_{form}"] if title_only else [f"title_{form}", f"body_{form}"]
        return tuple(Term(field, text, factor(text) * getattr(self, field)) for text in texts for field in fields)


WEIGHTS = Weights()


def factor(text: str) -> float:
    """What a word counts by itself."""
    return QUESTION_WORD if text in QUESTION_WORDS else 1.0


def with_neighbours(engine: Engine, plan: Plan, words: Sequence[QueryWord]) -> Plan:
    """`plan`, its matches scored higher where they hold words alike in letters to those of the query.

    What matches stays the same. A neighbour weighs its likeness, counts for no rarer than the word itself, and less
    the more frequent the word is: frequent words need no help. A query of one word has nothing to gain.
    """
    tokens = list(dict.fromkeys(_expandable(words)))[:MOST_EXPANDED]
    if len(words) < 2 or not tokens:
        return plan
    documents = engine.count()
    optional = []
    for text in tokens:
        frequency = engine.document_frequency("body_surface", text)
        need = 1.0 - math.log(frequency + 1) / math.log(documents + 1)
        own = RANKING.idf(documents, frequency)
        for other, likeness, count in engine.neighbours("body_surface", text, LEAST_LIKENESS, NEIGHBOURS):
            rarer = own / RANKING.idf(documents, count) if frequency else 1.0
            optional.append(Term("body_surface", other, NEIGHBOUR * need * likeness * min(1.0, rarer)))
    return Boosted(plan, Or(tuple(optional))) if optional else plan


def _expandable(words: Sequence[QueryWord]) -> Iterable[str]:
    for word in words:
        if not word.exact:
            for text in word.readings[0].surfaces:
                if len(text) >= SHORTEST_EXPANDED and text not in QUESTION_WORDS:
                    yield text

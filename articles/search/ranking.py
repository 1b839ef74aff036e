"""How much each word and each field of it counts. docs/decisions tells how the numbers were found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.search.engines.base import Engine
from articles.search.grams import letter_grams
from articles.search.plan import Boosted, Or, Plan, Term
from articles.search.readings import QueryWord

MOST_GRAMS = 24
"""The rarest n-grams of a query: more of them cost time and do not help."""
GRAMS_READ = 256
"""Of a very long query no more n-grams than this are looked up."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Factors of BM25 scores by field; the folded surface is the exact form, the stem finds its relatives, and the
    letter n-grams know those that stemming misses."""

    title_surface: float = 0.15
    title_stem: float = 0.8
    body_surface: float = 0.1
    body_stem: float = 1.0
    grams: float = 0.5

    def times(self, factor: float) -> Weights:
        """Those of a word that counts so much."""
        if factor == 1.0:
            return self
        return Weights(*(getattr(self, name) * factor for name in self.__slots__))

    def surfaces(self, texts: Iterable[str], title_only: bool) -> tuple[Plan, ...]:
        return self._terms("surface", texts, title_only)

    def stems(self, texts: Iterable[str], title_only: bool) -> tuple[Plan, ...]:
        return self._terms("stem", texts, title_only)

    def _terms(self, form: str, texts: Iterable[str], title_only: bool) -> tuple[Plan, ...]:
        fields = [f"title_{form}"] if title_only else [f"title_{form}", f"body_{form}"]
        return tuple(Term(field, text, getattr(self, field)) for text in texts for field in fields)


WEIGHTS = Weights()


def with_grams(
    engine: Engine, plan: Plan, words: Sequence[QueryWord], saliences: Sequence[float], weights: Weights = WEIGHTS
) -> Plan:
    """`plan`, its matches scored higher where they hold the letters of the query's words, in whatever words; what is
    of several words counts as the most salient of them.

    What matches stays the same. Words in quotation marks are meant as they stand, and a query of one word has
    nothing to gain.
    """
    if len(words) < 2:
        return plan
    grams: dict[str, float] = {}
    for word, salience in zip(words, saliences, strict=True):
        for surface in () if word.exact else word.surfaces:
            for gram in letter_grams(surface):
                grams[gram] = max(salience, grams.get(gram, 0.0))
    frequencies = engine.document_frequencies("grams", islice(grams, GRAMS_READ))
    known = sorted((count, gram) for gram, count in frequencies.items() if count)[:MOST_GRAMS]
    if not known:
        return plan
    return Boosted(plan, Or(tuple(Term("grams", gram, weights.grams * grams[gram]) for _, gram in known)))

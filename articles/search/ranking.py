"""How much each field of a word counts. docs/decisions tells how the numbers were found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from articles.search.plan import Plan, Term


@dataclass(frozen=True, slots=True)
class Weights:
    """Factors of BM25 scores by field; the folded surface is the exact form, the stem finds its relatives."""

    title_surface: float = 0.3
    title_stem: float = 0.6
    body_surface: float = 0.5
    body_stem: float = 1.0

    def surfaces(self, texts: Iterable[str], title_only: bool) -> tuple[Plan, ...]:
        return self._terms("surface", texts, title_only)

    def stems(self, texts: Iterable[str], title_only: bool) -> tuple[Plan, ...]:
        return self._terms("stem", texts, title_only)

    def _terms(self, form: str, texts: Iterable[str], title_only: bool) -> tuple[Plan, ...]:
        fields = [f"title_{form}"] if title_only else [f"title_{form}", f"body_{form}"]
        return tuple(Term(field, text, getattr(self, field)) for text in texts for field in fields)


WEIGHTS = Weights()

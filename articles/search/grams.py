"""Letters that words have in common: what leads to a relative that no rule of inflection knows. Pure."""

from __future__ import annotations

from functools import lru_cache

SIZE = 3
EDGE = "_"
"""Stands before and after every word, so that beginnings and endings tell more than what lies between."""
LONGEST = 40
"""Letters of a word that are read; longer ones are addresses."""


@lru_cache(maxsize=30_000)
def letter_grams(surface: str) -> tuple[str, ...]:
    """The distinct n-grams of a folded word, in order: نفت is _نف, نفت, فت_. A single letter has one, the empty text
    none."""
    if not surface:
        return ()
    edged = f"{EDGE}{surface[:LONGEST]}{EDGE}"
    return tuple(dict.fromkeys(edged[place : place + SIZE] for place in range(len(edged) - SIZE + 1)))

"""From a text to the words it is found by: document and query are analysed alike."""

from __future__ import annotations

from dataclasses import dataclass

from articles.text.fold import fold
from articles.text.tokens import pieces

ANALYSIS_VERSION = "1"
"""Part of the index's name: two indexes of different versions never mix."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text.

    `surface` is the folded, half-space-blind canonical word; `stem` equals it where nothing is taken off.
    `start` and `end` are code points of the text as published. `alternatives` are further surfaces that stand
    here, such as the parts of a compound: they are indexed, a query does without them.
    """

    surface: str
    stem: str
    start: int
    end: int
    alternatives: tuple[str, ...] = ()


def analyse(text: str, language: str) -> list[Token]:
    """The words of `text` in order, read as `language` (BCP 47; others than fa, ar and en are folded only)."""
    found = []
    for piece in pieces(text):
        surface = fold(piece.text)
        if piece.kind == "number":
            surface = surface.replace(",", "")
        elif piece.kind == "initials":
            surface = surface.replace(".", "")
        if surface:
            found.append(Token(surface, surface, piece.start, piece.end))
    return found

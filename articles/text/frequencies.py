"""How frequent words are in Persian and in Arabic, on one scale: log2 of their number in 10^9 words."""

from __future__ import annotations

from articles.text.arabic_written import FEMININE
from articles.text.inflection import Reduced
from articles.text.lexicon import Lexicon

CORPUS = 5
"""hazm counted words in some 2^5 times as many as 10^9, by which Arabic words are counted."""
INFLECTED = 4
"""A form is some 2^4 times rarer than the word it is of."""
COMMON = 10
"""How frequent a word is at least that a language has a claim to."""


def weight_in_persian(words: Lexicon, surface: str, reduced: Reduced | None) -> int:
    """Of the word, or of the one that it is a form of; below 0 where Persian has neither."""
    if reduced is None or reduced.entry is None:
        return words.weight(surface) - CORPUS
    rarer = {"same": 0, "enclitic": 2 * INFLECTED}.get(reduced.rule, INFLECTED)
    return reduced.entry.weight - CORPUS - rarer


def weight_in_arabic(words: Lexicon, surface: str) -> int:
    """Of both readings of a final ه."""
    found = words.arabic_weight(surface)
    return max(found, words.arabic_weight(surface[:-1] + FEMININE)) if surface[-1] == "ه" else found

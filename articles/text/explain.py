"""Why a written form answers a query word: the rule that joins them, for readers who wonder."""

from __future__ import annotations

import re
import unicodedata

from articles.text import lexicon
from articles.text.analysis import Token
from articles.text.arabic_unlisted import without_article
from articles.text.fold import HALF_SPACES, fold
from articles.text.inflection import Inflector

RULES = (
    "same",
    "case",
    "half_space",
    "digits",
    "diacritics",
    "letters",
    "compound_part",
    "plural",
    "ezafe",
    "indefinite",
    "enclitic",
    "comparative",
    "yeh",
    "verb",
    "article",
    "prefix",
    "ending",
    "stem",
)
"""All that `explain` can answer; stable, so that labels can be translated."""

_SPACING = re.compile(f"[{HALF_SPACES}\\s_]+")
_ARABIC_LETTERS = frozenset("يكىة")
"""Letters that a Persian keyboard has not: their words are read by the Arabic rules."""
_ARTICLE = re.compile(r"[وفبک]?(?:ال|لل)")


def explain(query: Token, text: Token, query_text: str, written: str) -> str:
    """The rule by which `written` (analysed: `text`) matches the query's word as typed, `query_text`."""
    if written == query_text:
        return "same"
    if query.surface == text.surface:
        return _of_spelling(query_text, written)
    if query.surface in text.alternatives:
        return "compound_part"
    longer, shorter = (text, query) if len(text.surface) >= len(query.surface) else (query, text)
    if without_article(longer.surface) == shorter.surface:
        return "article"
    if longer.surface == longer.stem:
        longer = query if longer is text else text
    return _of_inflection(longer, written if longer is text else query_text)


def _of_spelling(query_text: str, written: str) -> str:
    first, second = _SPACING.sub("", query_text), _SPACING.sub("", written)
    if first == second:
        return "half_space"
    if first.casefold() == second.casefold():
        return "case"
    if _without_marks(first) == _without_marks(second):
        return "diacritics"
    if any(letter.isdigit() for letter in first) and fold(first).isdecimal():
        return "digits"
    same_spacing = len(_SPACING.findall(query_text)) == len(_SPACING.findall(written))
    return "letters" if same_spacing or fold(first) != fold(second) else "half_space"


def _without_marks(text: str) -> str:
    """Without vowel marks, tatweel and what cannot be seen; the letters stay as they are written."""
    return "".join(mark for mark in text if mark != "\u0640" and unicodedata.category(mark) not in {"Mn", "Cf"})


def _of_inflection(token: Token, written: str) -> str:
    surface, stem = token.surface, token.stem
    if not _ARABIC_LETTERS.intersection(written):
        ending = fold(_SPACING.split(written)[-1])
        reduced = Inflector(lexicon.current()).reduce(surface, ending=ending)
        if reduced is not None and reduced.stem == stem and reduced.rule != "same":
            return reduced.rule
    place = surface.find(stem)
    if place > 0:
        return "article" if _ARTICLE.fullmatch(surface[:place]) else "prefix"
    rest = without_article(surface)
    if rest != surface and rest.startswith(stem[:-1]):
        return "article"  # للعلاقات, of علاقه
    if place == 0 and not surface.isascii():
        return "plural" if surface[len(stem) :] in {"ات", "ون", "ین"} else "ending"
    return "stem"

"""Why a result matched: which written form of the article answers which word of the query, and by which rule. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from weakref import WeakKeyDictionary

from articles.search.answer import MatchedForm
from articles.search.marking import Mark, Marker
from articles.text.analysis import Token, stem_answers
from articles.text.explain import explain

MOST = 8
_FORMS: WeakKeyDictionary[Marker, dict[Hashable, MatchedForm]] = WeakKeyDictionary()
"""Those of each query, for as long as it is remembered."""
BEGINNING = "beginning"
"""The rule of `prefix*`; all others come from text.explain."""


def matched_forms(marker: Marker, parts: Iterable[tuple[str, Iterable[Mark]]]) -> tuple[MatchedForm, ...]:
    """The different forms among the marks of several texts, in their order, MOST at most."""
    forms: dict[MatchedForm, None] = {}
    for text, marks in parts:
        for mark in marks:
            forms.setdefault(_form_of(marker, mark, text[mark.start : mark.end]))
            if len(forms) == MOST:
                return tuple(forms)
    return tuple(forms)


def _form_of(marker: Marker, mark: Mark, written: str) -> MatchedForm:
    """The articles of a page write most words alike."""
    known = _FORMS.setdefault(marker, {})
    key = (mark.word, mark.token.surface, mark.token.stem, mark.token.alternatives, written)
    if key not in known:
        known[key] = _form(marker, mark, written)
    return known[key]


def _form(marker: Marker, mark: Mark, written: str) -> MatchedForm:
    if mark.word >= len(marker.words):
        prefix = next(prefix for prefix in marker.prefixes if mark.token.surface.startswith(prefix))
        return MatchedForm(f"{prefix}*", written, BEGINNING)
    word = marker.words[mark.word]
    token = next(_answering(word.tokens_for(marker.language), mark.token), None)
    if token is None:
        return MatchedForm(word.text, written, "stem")
    typed = word.text if not word.exact and word.is_one(token) else word.typed(token)
    return MatchedForm(typed, written, explain(token, mark.token, typed, written))


def _answering(tokens: Iterable[Token], found: Token) -> Iterator[Token]:
    """The tokens of the query that a token of the text answers, the nearest first."""
    read = list(tokens)
    yield from (token for token in read if token.surface == found.surface)
    yield from (token for token in read if token.surface in found.alternatives)
    yield from (token for token in read if found.stem in stem_answers(token.stem))

"""Completions while typing: persons first, then words and outlets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from articles.models import Article, Source
from articles.people.recognise import begun_by, suggest_people
from articles.search.engines import get_engine
from articles.search.engines.base import Engine, EngineRequest, IndexUnavailable
from articles.search.plan import And, Prefix, Term
from articles.search.written import written_form
from articles.text.analysis import Token, analyse
from articles.text.fold import fold
from articles.text.transliterate import is_latin, other_layout

LONGEST = 100
"""Letters of the search box that are looked at."""
MOST_PEOPLE = 3
MOST_SOURCES = 2
SHORTEST = 2
SURE = 0.75
"""Least likeness of a person's name to what was typed."""
USUAL = 5
"""A word of so many titles, or more, is meant as it stands: nobody's name is guessed behind جنگ."""
TITLES_READ = 60
WORDS_BEFORE = 3
MOST_TRIED = 5
OPERATOR = re.compile(r'[:"«()|]|(?<!\S)(?:-|(?:OR|AND|NOT)\s)')
"""Words on either side of it need not stand together."""
LATIN = re.compile("[a-z]")
SHORTEST_LAYOUT = 3
"""Letters: fewer typed on the wrong keyboard begin some word by chance."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A completion: `text` is what the search box would hold, or the name of a person or outlet; `slug` is theirs.

    `count` is the number of titles with a word, behind other words that of the newest titles, or else of the
    articles, with all of them; 0 for the others.
    """

    kind: Literal["person", "word", "source"]
    text: str
    slug: str = ""
    count: int = 0


def autocomplete(text: str, limit: int = 8, language: str = "fa") -> list[Suggestion]:
    """At most `limit` completions of what stands in the search box; names in `language`."""
    text = text[:LONGEST].lstrip()
    if len(fold(text).replace(" ", "")) < SHORTEST:
        return []
    people = _people(text, language)
    sources = _sources(text, language)
    room = max(0, limit - len(people) - len(sources))
    return [*people, *_words(text, room), *sources][:limit]


def _people(text: str, language: str) -> list[Suggestion]:
    """Those whose names begin with these letters; where there are none, those whose names sound so."""
    found = begun_by(text, MOST_PEOPLE)
    if not found and not _is_usual(text):
        found = [person for person, score in suggest_people(text, MOST_PEOPLE) if score >= SURE]
    return [Suggestion("person", person.name_in(language), person.slug) for person in found]


def _is_usual(text: str) -> bool:
    """Whether titles hold this as a word."""
    try:
        tokens = analyse(text, "fa")
        return len(tokens) == 1 and get_engine().document_frequency("title_surface", tokens[0].surface) >= USUAL
    except IndexUnavailable:
        return False


def _words(text: str, limit: int) -> list[Suggestion]:
    """The last word completed from the vocabulary of titles; where nothing is, what the keys are on another layout."""
    if not limit:
        return []
    try:
        engine = get_engine()
        if found := _completed(engine, text, limit):
            return found
        for meant in other_layout(text) if len(text.replace(" ", "")) >= SHORTEST_LAYOUT else ():
            if is_latin(text) and LATIN.search(meant):
                continue  # not every key is a letter there
            if found := [one for one in _completed(engine, meant, limit) if one.count >= USUAL]:
                return found
    except IndexUnavailable:
        pass
    return []


def _completed(engine: Engine, text: str, limit: int) -> list[Suggestion]:
    """Words that go with those before them, and whole compounds («رئیس ج» رئیس‌جمهور)."""
    beginning = max((match.end() for match in OPERATOR.finditer(text)), default=0)
    tokens = [token for token in analyse(text, "fa") if token.start >= beginning]
    if not tokens or tokens[-1].end < len(text.rstrip()):
        return []
    *before, last = tokens
    if not before:
        return _written(text[: last.start], engine.terms("title_surface", last.surface, limit))
    compounds = engine.terms("title_surface", before[-1].surface + last.surface, limit)
    beside = _beside(engine, before[-WORDS_BEFORE:], last.surface)
    if not beside and not compounds:
        beside = _together(engine, before, last.surface)
    found = [
        *_written(text[: before[-1].start], compounds),
        *_written(text[: last.start], beside[:limit]),
    ]  # fmt: skip
    return sorted(found, key=lambda one: -one.count)[:limit]


def _written(before: str, counted: Iterable[tuple[str, int]]) -> list[Suggestion]:
    return [Suggestion("word", before + written_form(term), count=count) for term, count in counted]


def _beside(engine: Engine, before: Sequence[Token], beginning: str) -> list[tuple[str, int]]:
    """Words that begin so behind the words `before`, by the newest titles; those that stand elsewhere in such titles
    where none stands there."""
    words = tuple(Term("title_surface", token.surface) for token in before)
    plan = And((*words, Prefix("title_surface", beginning)))
    hits = engine.search(EngineRequest(plan, limit=TITLES_READ, sort=(("time", True),))).hits
    rows = Article.objects.visible().filter(pk__in=[hit.id for hit in hits]).values_list("title", "language")
    following: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    for title, language in rows:
        surfaces = [token.surface for token in analyse(title, language)]
        begun = {surface for surface in surfaces if surface.startswith(beginning)}
        elsewhere.update(begun.difference(token.surface for token in before))
        following.update({two for one, two in pairwise(surfaces) if one == before[-1].surface and two in begun})
    return (following or elsewhere).most_common()


def _together(engine: Engine, before: Sequence[Token], beginning: str) -> list[tuple[str, int]]:
    """The most frequent words that begin so and stand in one article with the words `before`, however far apart."""
    words = tuple(Term("body_surface", token.surface) for token in before[-WORDS_BEFORE:])
    found = [
        (term, engine.search(EngineRequest(And((*words, Term("body_surface", term))), limit=1)).total)
        for term, _ in engine.terms("title_surface", beginning, MOST_TRIED)
    ]
    return [(term, count) for term, count in found if count]


def _sources(text: str, language: str) -> list[Suggestion]:
    """Outlets with a name or host that begins so, in any of their languages."""
    typed = fold(text).replace(" ", "")
    found = []
    for source in Source.objects.only("slug", "name", "names", "hosts"):
        names = (source.name, *source.names.values(), *source.hosts)
        if any(word.startswith(typed) for name in names for word in _beginnings(name)):
            found.append(Suggestion("source", source.name_in(language), source.slug))
    return found[:MOST_SOURCES]


def _beginnings(name: str) -> list[str]:
    """A folded name from each of its words on: «ساحل» completes «خبرگزاری ساحل» too."""
    words = fold(name).split()
    return ["".join(words[place:]) for place in range(len(words))]

"""Completions while typing: persons first, then words and outlets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from articles.models import Article
from articles.models.source import outlets
from articles.people.recognise import begun_by, suggest_people
from articles.search.engines import get_engine
from articles.search.engines.base import Engine, EngineRequest, IndexUnavailable
from articles.search.namebook import DatabaseNames
from articles.search.plan import And, Prefix, Term
from articles.search.suggest_names import DAYS, Unfinished, languages, unfinished_field
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
"""A word of so many titles, or more, is likelier meant than a name that only sounds so: جنگ, رئیس جمهور."""
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
    field = unfinished_field(text)
    if field is not None:
        named = _names(field, language)
        # Behind a whole name other words may follow; in place of one, or of a day, none makes sense.
        if named or field.field in DAYS or " " not in field.typed:
            return named[:limit]
    words = _words(text, limit)
    people = _people(text, language, usual=any(word.count >= USUAL for word in words))
    words = words or _words_apart(text)
    sources = _sources(text, language)
    room = max(0, limit - len(people) - len(sources))
    return [*people, *words[:room], *sources][:limit]


def _names(field: Unfinished, language: str) -> list[Suggestion]:
    """The query with the names that begin so in place of what stands behind its field."""
    if field.field == "person" and len(field.typed) >= SHORTEST:
        names = [one.text for one in _people(field.typed, language, usual=_goes_on(field.typed))]
    elif field.field == "source" and field.typed:
        names = [one.text for one in _sources(field.typed, language)]
    else:
        names = languages(field.typed) if field.field == "language" else []
    return [Suggestion("word", field.completed(name)) for name in names]


def _goes_on(typed: str) -> bool:
    """Whether other words stand behind a whole name: «پوتین بازا» only sounds like one."""
    ends = [word.end() for word in re.finditer(r"\S+", typed)]
    return DatabaseNames().length("person", typed, ends) < len(ends)


def _people(text: str, language: str, *, usual: bool) -> list[Suggestion]:
    """Those whose names begin with these letters, or with what the keys are on another layout; where there are none,
    and no `usual` word begins so, those whose names sound so."""
    meant = [one for one in _on_other_layout(text) if _is_all_letters(one)]
    typed = [text, *meant] if _is_all_letters(text) else [*meant, text]  # \,jd is پوتی before it is J. D.
    found = next(filter(None, (begun_by(one, MOST_PEOPLE) for one in typed)), [])
    if not found and not usual:
        found = [person for person, score in suggest_people(text, MOST_PEOPLE) if score >= SURE]
    return [Suggestion("person", person.name_in(language), person.slug) for person in found]


def _words(text: str, limit: int) -> list[Suggestion]:
    """The last word completed from the vocabulary of titles; where nothing is, what the keys are on another layout."""
    try:
        engine = get_engine()
        if found := _completed(engine, text, limit):
            return found
        for meant in _on_other_layout(text):
            if is_latin(text) and LATIN.search(meant):
                continue  # not every key is a letter there
            if found := [one for one in _completed(engine, meant, limit) if one.count >= USUAL]:
                return found
    except IndexUnavailable:
        pass
    return []


def _words_apart(text: str) -> list[Suggestion]:
    """The most frequent words that begin so and stand in one article with those before them, however far apart."""
    tokens = _unfinished(text)
    if len(tokens) < 2:
        return []
    *before, last = tokens
    words = tuple(Term("body_surface", token.surface) for token in before[-WORDS_BEFORE:])
    try:
        engine = get_engine()
        found = [
            (term, engine.search(EngineRequest(And((*words, Term("body_surface", term))), limit=1)).total)
            for term, _ in engine.terms("title_surface", last.surface, MOST_TRIED)
        ]
    except IndexUnavailable:
        return []
    return _written(text[: last.start], [(term, count) for term, count in found if count])


def _on_other_layout(text: str) -> list[str]:
    return other_layout(text) if len(text.replace(" ", "")) >= SHORTEST_LAYOUT else []


def _is_all_letters(text: str) -> bool:
    return text.replace(" ", "").isalpha()


def _unfinished(text: str) -> list[Token]:
    """The last word, which may be unfinished, and those before it that it is to stand with."""
    beginning = max((match.end() for match in OPERATOR.finditer(text)), default=0)
    tokens = [token for token in analyse(text, "fa") if token.start >= beginning]
    return tokens if tokens and tokens[-1].end >= len(text.rstrip()) else []


def _completed(engine: Engine, text: str, limit: int) -> list[Suggestion]:
    """Words that go with those before them, and whole compounds («رئیس ج» رئیس‌جمهور)."""
    tokens = _unfinished(text)
    if not tokens:
        return []
    *before, last = tokens
    if not before:
        return _written(text[: last.start], engine.terms("title_surface", last.surface, limit))
    compounds = engine.terms("title_surface", before[-1].surface + last.surface, limit)
    beside = _beside(engine, before[-WORDS_BEFORE:], last.surface)
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


def _sources(text: str, language: str) -> list[Suggestion]:
    """Outlets with a name or host that begins so, in any of their languages."""
    typed = fold(text).replace(" ", "")
    found = []
    for source in outlets():
        names = (source.name, *source.names.values(), *source.hosts)
        if any(word.startswith(typed) for name in names for word in _beginnings(name)):
            found.append(Suggestion("source", source.name_in(language), source.slug))
    return found[:MOST_SOURCES]


def _beginnings(name: str) -> list[str]:
    """A folded name from each of its words on: «ساحل» completes «خبرگزاری ساحل» too."""
    words = fold(name).split()
    return ["".join(words[place:]) for place in range(len(words))]

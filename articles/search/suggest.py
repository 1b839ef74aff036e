"""Completions while typing: persons first, then words and outlets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from articles.models import Source
from articles.people.recognise import suggest_people
from articles.search.engines import get_engine
from articles.search.engines.base import IndexUnavailable
from articles.search.written import written_form
from articles.text.analysis import analyse
from articles.text.fold import fold

LONGEST = 100
"""Letters of the search box that are looked at."""
MOST_PEOPLE = 3
MOST_SOURCES = 2
SHORTEST = 2
SURE = 0.75
"""Least likeness of a person's name to what was typed."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A completion: `text` is what the search box would hold, or the name of a person or outlet; `slug` is theirs.

    `count` is the number of titles with a word, 0 for the others.
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
    people = [
        Suggestion("person", person.name_in(language), person.slug)
        for person, score in suggest_people(text, MOST_PEOPLE)
        if score >= SURE
    ]
    sources = _sources(text, language)
    room = max(0, limit - len(people) - len(sources))
    return [*people, *_words(text, room), *sources][:limit]


def _words(text: str, limit: int) -> list[Suggestion]:
    """The last word completed from the vocabulary of titles, most frequent first."""
    tokens = analyse(text, "fa")
    if not tokens or not limit or tokens[-1].end < len(text.rstrip()):
        return []
    last = tokens[-1]
    before = text[: last.start]
    try:
        found = get_engine().terms("title_surface", last.surface, limit + 1)
        return [Suggestion("word", before + written_form(term), count=count) for term, count in found][:limit]
    except IndexUnavailable:
        return []


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

"""Short names that nobody entered: after «ابراهيم محلب», محلب is the same man, after «سامي أبو زهري» أبو زهري."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from articles.people.names import Name, Weight
from articles.people.titles import SONS, vocabulary
from articles.people.words import WORD
from articles.text.fold import fold

GIVEN_NAMES = Path(__file__).parent.parent / "data" / "given_names.txt"
KUNYA = frozenset({"ابو", "ابا", "ابی", "ام", "عبد"})
"""What is one name with the word after it: of «أم كلثوم» nobody is called كلثوم."""
SHORTEST_MISSPELT = 5
"""Letters of a given name that is known by all its letters but one."""
SHORTEST = 3
"""Letters: shorter words are too often something else."""


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Folded given names from `data/given_names.txt`."""
    listed = GIVEN_NAMES.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in listed if not line.startswith("#") for word in line.split())


def with_short_names(names: Iterable[Name]) -> Iterator[Name]:
    """`names`, and the last word of each full name where the person has no name of one word in that language.

    It is weak: it counts after the full name in the article.
    """
    listed = list(names)
    yield from listed
    has_one = {
        (name.person, name.language)
        for name in listed
        if name.weight is not Weight.TITLED and len(WORD.findall(name.text)) == 1
    }
    for name in listed:
        if name.weight is not Weight.TITLED and (name.person, name.language) not in has_one:
            last = _last_word(name.text)
            if last:
                yield replace(name, text=last, weight=Weight.WEAK)


def given_name(name: Name) -> str:
    """The folded first word of a name of several words, where it is long enough to be known when misspelt."""
    words = WORD.findall(name.text)
    first = fold(words[0]) if len(words) > 1 and name.weight is not Weight.TITLED else ""
    return first if len(first) >= SHORTEST_MISSPELT else ""


def _last_word(name: str) -> str:
    """The last word, with أبو before it if it is there; nothing where that is the father's name, a given one, or a
    word of titles."""
    words = WORD.findall(name)
    folded = [fold(word) for word in words]
    size = 2 if len(words) > 1 and folded[-2] in KUNYA else 1
    if len(words) <= size or not SONS.isdisjoint(folded):
        return ""
    last = "".join(folded[-size:])
    if len(last) < SHORTEST or last in given_names() or vocabulary().is_word(last) or last in vocabulary().places:
        return ""
    return " ".join(words[-size:])

"""A mention that was found, and how far its name reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from articles.people.matcher import Hit
from articles.people.words import WITHIN_NAME, Words

HOUSE = "ال"
"""آل, as it is folded."""


@dataclass(frozen=True, slots=True)
class Found:
    """A mention in one field: name and title as written, code points of the name."""

    person: int
    text: str
    title: str
    field: str
    start: int
    end: int


def with_house(words: Words, hit: Hit) -> Hit:
    """«زايد آل نهيان»: the house a ruler is of belongs to his name."""
    house = hit.last + 1
    if hit.drop or house + 1 >= len(words) or words.folded[house] != HOUSE:
        return hit
    joined = words.joined(hit.last, WITHIN_NAME) and words.joined(house, WITHIN_NAME)
    return replace(hit, last=house + 1) if joined else hit


def with_misspelt_given_name(words: Words, hit: Hit, given: Iterable[str]) -> Hit:
    """«فلادمير بوتين»: what differs by one letter from the given name of the person found is a part of the name."""
    before = hit.first - 1
    if before < 0 or hit.skip or hit.last != hit.first or not words.joined(before, WITHIN_NAME):
        return hit
    word = words.folded[before]
    return replace(hit, first=before) if any(_one_letter_apart(word, name) for name in given) else hit


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter was left out, put in, or put in the place of another."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[same + (len(one) >= len(other)) :] == other[same + (len(other) >= len(one)) :]


def joined(mentions: Iterable[Found], texts: Mapping[str, str]) -> Iterator[Found]:
    """Two names of one person side by side are one: «صباح الأحمد الصباح» of the entered «صباح الأحمد» and الصباح."""
    last: Found | None = None
    for one in mentions:
        if (
            last
            and (last.person, last.field) == (one.person, one.field)
            and texts[one.field][last.end : one.start] == " "
            and one.text != last.text
        ):
            last = replace(last, text=f"{last.text} {one.text}", title=last.title or one.title, end=one.end)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last

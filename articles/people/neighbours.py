"""What stands around a hit and tells that it is no mention of a person, or that it heads a text."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from articles.people.matcher import Hit
from articles.people.names import Weight
from articles.people.standing import NISBA
from articles.people.titles import TitleSpan, bare, vocabulary
from articles.people.words import WITHIN_NAME, Words

SUBHEADING = re.compile(r"[^\n.؟?!؛;:]*\n")
IN = "در"
GROUPS = frozenset(
    {"میلیشیا", "میلیشیات", "ملیشیا", "ملیشیات", "جماعه", "حرکه", "عناصر", "مسلحی", "متمردی", "جماعات", "عصابات"}
)
"""After one of these a name of origin is that of a movement: «ميليشيا الحوثي» is not its leader."""
NO_NAMES = frozenset(
    {"الیه", "الیها", "الیهم", "الینا", "التقی", "الان", "الیوم", "الذی", "التی"}
    | {"الاثنین", "الثلاثاء", "الاربعاء", "الخمیس", "الجمعه", "السبت", "الاحد"}
)
"""Folded Arabic words that begin like the article, and days: no names before a family name."""
MOVEMENTS = frozenset({"جنبش", "جریان", "جماعت", "گروه", "حزب", "تیار", "التیار"})
"""«جنبش صدر» is a movement, where nothing says that its leader is meant."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A hit that stands as a name, before it is known whose."""

    field: str
    words: Words
    hit: Hit
    title: TitleSpan | None


def heads(one: Placed) -> bool:
    """Whether the name stands in the headline, or begins a line that may be a subheading: no sentence ends in it."""
    if one.field == "title":
        return True
    first, words = one.hit.first, one.words
    if first > 0 and "\n" not in words.text[words.ends[first - 1] : words.starts[first]]:
        return False
    return SUBHEADING.match(words.text, words.ends[one.hit.last]) is not None


def ends_another(one: Placed, previous: Placed) -> bool:
    """«نواف الأحمد الجابر الصباح»: after another name with the article a family name is that of its bearer.

    «صباح الأحمد الصباح» is one name, of which `previous` is the beginning.
    """
    words, first = one.words, one.hit.first
    return (
        first > 0
        and one.title is None
        and one.hit.skip == 0
        and (previous.words is not words or previous.hit.last + 1 != first)
        and words.folded[first].startswith("ال")
        and words.joined(first - 1, WITHIN_NAME)
        and words.folded[first - 1].startswith("ال")
        and not vocabulary().is_word(words.folded[first - 1])
        and words.folded[first - 1] not in NO_NAMES
    )


def is_adjective(one: Placed) -> bool:
    """«مجلس الدفاع العربي»: an Arabic name of origin after a word with the article describes it."""
    words, first = one.words, one.hit.first
    return (
        first > 0
        and one.title is None
        and words.joined(first - 1, WITHIN_NAME)
        and words.folded[first - 1].startswith("ال")
        and NISBA.fullmatch(words.folded[first]) is not None
    )


def is_thing(one: Placed) -> bool:
    """Whether the words before it make of a short name a thing, a movement or an adjective."""
    return after_in(one) or after_group(one) or is_adjective(one)


def after_in(one: Placed) -> bool:
    """A word after Persian «in» is the thing (در صدر, at the top), not the person of that family name."""
    first = one.hit.first
    return first > 0 and one.words.folded[first - 1] == IN and one.hit.candidates[0].weight is Weight.WEAK


def after_group(one: Placed) -> bool:
    words, first = one.words, one.hit.first
    return (
        first > 0
        and is_one_of(words.folded[first - 1], GROUPS)
        and first == one.hit.last
        and NISBA.search(words.folded[first]) is not None
        and words.joined(first - 1, WITHIN_NAME)
    )


def after_movement(one: Placed) -> bool:
    words, first = one.words, one.hit.first
    return first > 0 and words.folded[first - 1] in MOVEMENTS and words.joined(first - 1, WITHIN_NAME)


def is_one_of(word: str, listed: Set[str]) -> bool:
    """With و ل ب ف ك in front too: ونظام الأسد."""
    return word in listed or bare(word) in listed

"""Whether a name found in a text stands there for itself, or as a part of another name, of a thing, of a place."""

from __future__ import annotations

import re

from articles.people.institutions import PLURAL, names_an_institution
from articles.people.matcher import CLITICS_ONE, Hit
from articles.people.names import Weight
from articles.people.titles import SONS, TitleSpan, forms, title_before, vocabulary
from articles.people.words import WITHIN_NAME, Words

NO_GIVEN_NAMES = frozenset({"على", "أنا", "انا"})
"""Arabic «on» and «I», as they are written; folded they are the given names علي and آنا."""
NAME_ENDS = frozenset({"زاده", "نژاد", "پور", "نیا"})
"""Ends of Persian family names: «حکیم زاده» is not حکیم."""
NAME_ENDS_JOINED = NAME_ENDS | {"فر", "فرد", "راد", "منش", "تبار", "مقدم", "وند", "یان", "دوست"}
"""Those that are words of their own too, so that only a half-space makes them part of the name."""
HALF_SPACE = re.compile("[\u200c\u200b\u00ac]")
SPACE = re.compile("[ \u00a0]{1,2}")
NISBA = re.compile("ال.{2,}ی")
"""An Arabic name of origin: «عبدالعزيز الشهري» is not the king of that given name."""
ORIGIN = re.compile("(?!ال|و|ب|ی|می|نمی).{3,}[^ه]ی|(?!ال|و|ب|ی|می|نمی).{3,}[^ا]هی")
"""What a Persian name of origin looks like."""
SHORTEST_GIVEN = 4
"""Letters: of the shorter given names many are Arabic words (على, أنه)."""
RELATIVE = frozenset({"الذی", "التی", "اللتی"})
"""Arabic «who»: no names of origin, though they look so."""
SERVANT = "عبد"
SERVANT_OF = re.compile("[وبلفک]?عبدال.{3,}")
ADDRESS = re.compile(r"\.[A-Za-z]{2}")
"""What follows a name that is part of a web address: KHAMENEI.IR."""


def stands_alone(words: Words, hit: Hit, given: frozenset[str]) -> bool:
    """Not a part of another person's name, nor of an institution's."""
    if hit.first > 0 and not hit.skip and words.joined(hit.first - 1, WITHIN_NAME):
        before = words.folded[hit.first - 1]
        written = words.text[words.starts[hit.first - 1] : words.ends[hit.first - 1]]
        named = _is_given(before, given) and written not in NO_GIVEN_NAMES
        if named or before in SONS or _is_servant(words, hit.first - 1):
            return False
    if _goes_on(words, hit) or ADDRESS.match(words.text, words.ends[hit.last]):
        return False
    title = title_before(words, hit.first)
    alone = hit.first == hit.last and title is None
    if alone and words.folded[hit.first] in given and goes_on_as_a_name(words, hit, given):
        return False
    if title and _is_place(words, title):
        return False
    return not names_an_institution(words, title.first if title else hit.first, hit.last)


def _is_place(words: Words, title: TitleSpan) -> bool:
    """Whether a Persian head is the Arabic word for a place: استاد is a master, «استاد الملك فهد» a stadium."""
    head = words.folded[title.first]
    return (
        any(word in vocabulary().places for word in forms(head))
        and title.last > title.first
        and words.folded[title.first + 1].startswith("ال")
    )


def _goes_on(words: Words, hit: Hit) -> bool:
    """Whether what follows makes another name, or a thing, of it: «محمد بن سلمان بن خالد», «پوتین‌های» (boots)."""
    if hit.last + 1 >= len(words):
        return False
    following = words.folded[hit.last + 1]
    if following in SONS:
        return words.joined(hit.last, WITHIN_NAME)
    if words.joined(hit.last, HALF_SPACE):
        return following in NAME_ENDS_JOINED or following in PLURAL
    if not words.joined(hit.last, SPACE):
        return False
    if following in NAME_ENDS or following in PLURAL:
        return True
    by_given_names = SONS.intersection(words.folded[hit.first : hit.last + 1]) or all(
        candidate.weight is Weight.TITLED for candidate in hit.candidates
    )
    return bool(by_given_names) and NISBA.fullmatch(following) is not None and not vocabulary().is_word(following)


def goes_on_as_a_name(words: Words, hit: Hit, given: frozenset[str]) -> bool:
    """Whether a given name or a name of origin follows: «صالح القنيعير», «هادي منصور», «موسوی اردبیلی»."""
    if hit.last + 1 >= len(words) or not words.joined(hit.last, SPACE):
        return False
    following = words.folded[hit.last + 1]
    if vocabulary().is_word(following) or following in RELATIVE:
        return False
    is_given = following in given and len(following) >= SHORTEST_GIVEN
    return is_given or NISBA.fullmatch(following) is not None or ORIGIN.fullmatch(following) is not None


def _is_servant(words: Words, at: int) -> bool:
    """«عبد الخالق», «عبدالخالق»: a given name, whatever follows عبد."""
    word = words.folded[at]
    divided = at > 0 and SERVANT in forms(words.folded[at - 1]) and words.joined(at - 1, WITHIN_NAME)
    return (divided and word.startswith("ال")) or SERVANT_OF.fullmatch(word) is not None


def _is_given(word: str, given: frozenset[str]) -> bool:
    """A given name, و ل ب ف ك in front of it included, that is no title (امیر, شیخ)."""
    known = vocabulary()
    if word in known.words or word in known.heads:
        return False
    return word in given or (len(word) > 4 and word[0] in CLITICS_ONE and word[1:] in given)

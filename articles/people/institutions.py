"""Whether a name is that of an institution, a street, a prize called after the person."""

from __future__ import annotations

import re

from articles.people.titles import AND, BEFORE_NAME, forms, vocabulary
from articles.people.words import Words

LONGEST_INSTITUTION = 6
"""Words back from a name to what it is the name of."""
LONGEST_LIST = 9
"""Words back from a name in a list to what the list is one of: «جامعتي أم القرى والملك عبدالعزيز»."""
BETWEEN = frozenset({"بین", "هزار", "ی", "بزرگ", "جدید", "قدیم", "الکبیر", "الجدید", "غیر", "همسطح"})
"""Words between a place and its name; a lone ی is a Persian ezafe behind a half-space: کتابخانه‌ی."""
ARABIC_PLACES = frozenset({"ستاد", "دوره"})
"""Stadium and tournament in Arabic; headquarters and time in Persian: «ستاد کروبی», «دوره بوتفلیقه»."""
PLURAL = frozenset({"ها", "های"})
LISTED = re.compile(r"[ \u200c\u00a0«»\"“”]{0,4}[،,]?[ \u200c\u00a0«»\"“”]{1,4}")
COMMA = re.compile(r"[ \u200c\u00a0«»\"“”]{0,4}[،,][ \u200c\u00a0«»\"“”]{0,4}")
ADDRESS = frozenset({"نشانی", "ادرس"})
BEFORE_ADDRESS = re.compile(r" ?[:：] ?| {1,3}")
AFTER_STREET = re.compile(r" ?[،,] ?| {1,3}")


def names_an_institution(words: Words, first: int, last: int) -> bool:
    """True where the words around say university, street, hospital: «جامعة الملك سعود», «کریم خان زند، نبش حافظ».

    `first` is where the name with its title begins, `last` the last word of the name.
    """
    return _is_called_so(words, first) or _is_one_of_many(words, first) or _is_an_address(words, first, last)


def _is_called_so(words: Words, first: int) -> bool:
    """Persian adjectives and numbers may stand between: «دانشگاه بین المللی امام خمینی», «مجموعه ۱۵ هزار نفری …»."""
    known = vocabulary()
    at = first - 1
    while at >= 0 and first - at <= LONGEST_INSTITUTION and words.joined(at, BEFORE_NAME):
        before = words.folded[at]
        if any(word in known.places or word in known.many for word in forms(before)):
            return before not in ARABIC_PLACES or words.folded[at + 1].startswith("ال")
        if not _describes(before) and not _is_plural_of_place(words, at):
            return False
        at -= 1
    return False


def _is_plural_of_place(words: Words, at: int) -> bool:
    return at > 0 and words.folded[at] in PLURAL and words.folded[at - 1] in vocabulary().places


def _describes(word: str) -> bool:
    """Whether a word may stand between a Persian institution and its name."""
    known = vocabulary()
    return word.isdecimal() or word in BETWEEN or (word.endswith("ی") and len(word) > 3 and not known.is_head(word))


def _is_one_of_many(words: Words, first: int) -> bool:
    """Whether the name goes on a list that began with a word for several places."""
    if first == 0 or not (
        words.folded[first - 1] in AND or words.folded[first].startswith("و") or words.joined(first - 1, COMMA)
    ):
        return False
    known = vocabulary()
    at = first - 1
    while at >= 0 and first - at <= LONGEST_LIST and words.joined(at, LISTED):
        if any(word in known.many for word in forms(words.folded[at])):
            return True
        if _is_plural_of_place(words, at):
            return True
        at -= 1
    return False


def _is_an_address(words: Words, first: int, last: int) -> bool:
    before = first > 0 and words.folded[first - 1] in ADDRESS and words.joined(first - 1, BEFORE_ADDRESS)
    after = (
        last + 1 < len(words) and words.folded[last + 1] in vocabulary().addresses and words.joined(last, AFTER_STREET)
    )
    return before or after

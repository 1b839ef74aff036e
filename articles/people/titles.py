"""The words of which titles are made, and the title that stands beside a name.

A title begins with a head (رئیس, وزير, president) and runs on through words that only describe the office
(جمهور, الخارجية, former) or name its country; the first word outside this vocabulary ends it.
The vocabulary is a data file, because it grows with the news and not with the code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from articles.people.words import Words
from articles.text.fold import fold

VOCABULARY = Path(__file__).parent.parent / "data" / "titles.txt"
LONGEST_TITLE = 14
"""Words; the longest office in the news sets has 11."""

AND = frozenset({"و", "and"})
SONS = frozenset({"بن", "ابن", "بنت", "bin", "ibn", "bint"})
BEFORE_NAME = re.compile(r"[ \u200c\u00a0]{1,3}[«\"“(]?|[«\"“]")
AFTER_NAME = re.compile(r"[»\"”)]?[ \u200c\u00a0]{0,3}[،,–-]?[ \u200c\u00a0]{1,3}|[»\"”)]?[،,]")
COMMA = re.compile(r"[،,][ \u200c\u00a0]{1,3}")
WITHIN = re.compile(r"[ \u200c\u00a0]{1,3}|-")
EZAFE = ("هی", "ای", "وی")
FOR = "باسم"
FOLLOWED = {
    "ولی": frozenset({"عهد", "العهد", "عهده", "امر", "الامر", "فقیه", "ولی"}),
    "ایه": frozenset({"الله"}),
    "حجه": frozenset({"الاسلام"}),
}
"""Heads that are one before these words only: ولی alone is Persian for "but", آية is a verse of the Quran."""
HELPERS = frozenset({"دستیار", "مشاور", "همکار", "همرزم", "وکیل", "مترجم", "محافظ", "راننده", "سخنگوی"})
"""Whoever is one of these is so to the person named next: «دستیار سابق صدام حسین» is not Saddam's title."""
QUALITIES = frozenset({"سابق", "پیشین", "اسبق", "ارشد", "ویژه", "نزدیک", "جدید", "فعلی", "شخصی", "عالی", "امنیتی"})


@dataclass(frozen=True, slots=True)
class TitleVocabulary:
    """Folded words: `heads` begin a title, `words` continue one, `places` make a name the name of an institution,
    `many` a list of names, `addresses` follow the name of a street."""

    heads: frozenset[str]
    words: frozenset[str]
    places: frozenset[str]
    many: frozenset[str]
    addresses: frozenset[str]

    def is_head(self, word: str) -> bool:
        return word in self.heads or bare(word) in self.heads

    def is_word(self, word: str) -> bool:
        return self.continues(word) or self.is_head(word)

    def continues(self, word: str) -> bool:
        """With a Persian ezafe that lost its half-space too: خارجهی."""
        return word in self.words or (word[-2:] in EZAFE and word[:-1] in self.words)


def bare(word: str) -> str:
    """An Arabic word without و ل ب ف ك in front; للرئيس stands for الرئيس."""
    if word.startswith("لل"):
        return "ال" + word[2:]
    return word[1:] if word[:1] in "ولبفک" and len(word) > 4 else word


def forms(word: str) -> tuple[str, ...]:
    """The word, and what it may be with و ل ب ف ك in front, short as it may be: بجسر is جسر."""
    return (word, bare(word), word[1:]) if word[:1] in "ولبفک" and len(word) > 3 else (word, bare(word))


@lru_cache(maxsize=1)
def vocabulary() -> TitleVocabulary:
    """The vocabulary of `data/titles.txt`: sections in brackets, words divided by white space."""
    sections: dict[str, set[str]] = {name: set() for name in TitleVocabulary.__slots__}
    current = "heads"
    for line in VOCABULARY.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[]").split(".")[0]
        elif not line.startswith("#"):
            sections[current].update(fold(word) for word in line.split())
    return TitleVocabulary(**{name: frozenset(listed) for name, listed in sections.items()})


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """Word indexes, inclusive."""

    first: int
    last: int


def title_before(words: Words, name: int, gap: re.Pattern[str] = BEFORE_NAME) -> TitleSpan | None:
    """The title that ends right before the word `name`: «الرئيس السوري» of «الرئيس السوري أحمد الشرع».

    `gap` is what may stand between the two.
    """
    known = vocabulary()
    first = None
    at = name - 1
    while at >= 0 and name - at <= LONGEST_TITLE and words.joined(at, gap):
        word = words.folded[at]
        if word in AND:
            # "foreign minister and President X": the second head begins X's own title.
            if at + 1 == name or known.is_head(words.folded[at + 1]):
                break
        elif known.is_head(word):
            if word in FOLLOWED and words.folded[at + 1] not in FOLLOWED[word]:
                break
            first = at
        elif not known.is_word(word):
            break
        gap = WITHIN
        at -= 1
    return None if first is None or _is_helper(words, first, name) else _own(words, first, name)


def title_before_comma(words: Words, name: int) -> TitleSpan | None:
    """The Arabic title that a comma divides from a full name: «الرئيس الفلسطيني، محمود عباس»."""
    if name == 0 or not words.joined(name - 1, COMMA):
        return None
    title = title_before(words, name, COMMA)
    return title if title and title.last > title.first and bare(words.folded[title.first]).startswith("ال") else None


def _own(words: Words, first: int, name: int) -> TitleSpan | None:
    """Without the one who speaks for another: of «المتحدث باسم الرئيس الأفغاني أشرف غني» the president is left."""
    for at in range(name - 1, first, -1):
        if words.folded[at] == FOR:
            if at + 1 == name:
                return None
            if vocabulary().is_head(words.folded[at + 1]):
                return TitleSpan(at + 1, name - 1)
    return TitleSpan(first, name - 1)


def _is_helper(words: Words, first: int, name: int) -> bool:
    """Whether the words before the name only say that somebody helps its bearer."""
    rest = words.folded[first + 1 : name]
    return words.folded[first] in HELPERS and all(word in QUALITIES for word in rest)


def title_after(words: Words, name: int) -> TitleSpan | None:
    """The title that follows the word `name`: «رئیس دولت موقت سوریه» of «جولانی رئیس دولت موقت سوریه»."""
    known = vocabulary()
    at = name + 1
    if at >= len(words) or not words.joined(name, AFTER_NAME) or words.folded[at] not in known.heads:
        return None
    last = at
    while last + 1 < len(words) and last - name < LONGEST_TITLE and words.joined(last, WITHIN):
        following = words.folded[last + 1]
        if known.continues(following) or following in known.heads:
            last += 1
        elif (
            following in AND
            and last + 2 < len(words)
            and words.joined(last + 1, WITHIN)
            and words.folded[last + 2] in known.words
            and words.folded[last + 2] not in known.heads
        ):
            last += 2
        else:
            break
    return TitleSpan(at, last)

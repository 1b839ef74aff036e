"""Splits a query into marks and words; nothing is judged here but where a quote ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import Enum, auto

from articles.text.fold import fold
from articles.text.language import detect_language

FIELDS = {
    "title": "title", "intitle": "title", "عنوان": "title", "تیتر": "title",
    "person": "person", "شخص": "person",
    "source": "source", "outlet": "source", "site": "source",
    "منبع": "source", "رسانه": "source", "سایت": "source", "مصدر": "source", "موقع": "source",
    "lang": "language", "language": "language", "زبان": "language", "لغة": "language",
    "after": "after", "from": "after", "since": "after",
    "از": "after", "بعد از": "after", "پس از": "after", "من": "after", "منذ": "after", "بعد": "after",
    "before": "before", "to": "before", "until": "before", "till": "before",
    "تا": "before", "قبل از": "before", "پیش از": "before", "إلى": "before", "حتى": "before", "قبل": "before",
    "date": "date", "تاریخ": "date",
}  # fmt: skip
"""What each name means, those that other search boxes taught included. Names are compared as words are: spelling,
capitals, half-spaces and blanks do not matter. «قبل از:» has to be one name, or its «از:» would mean the opposite."""
OR_WORDS = frozenset({"OR", "یا", "يا", "أو", "|", "||"})
BARE_OR = "او"
"""«أو» without its hamza, as Arabic is typed in a hurry; in Persian it is *he* or *she*."""
AND_WORDS = frozenset({"AND", "&", "&&"})
NOT_WORD = "NOT"
"""In capitals alone, and only before a word: a minus written out, as other search boxes have it."""
CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“", "”": "”", "»": "«"}
INVISIBLE = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00"
"""Direction marks and their like: pasted along unseen, they never change what an operator means."""


def _key(name: str) -> str:
    return fold("".join(name.split()))


_MEANT = {_key(name): field for name, field in FIELDS.items()}


class Kind(Enum):
    WORD = auto()
    PREFIX = auto()
    PHRASE = auto()
    QUOTE = auto()
    FIELD = auto()
    MINUS = auto()
    OR = auto()
    AND = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is a word, a phrase without its quotes, or the field meant; `start` and `end` are code points."""

    kind: Kind
    text: str
    start: int
    end: int


SKIP = re.compile(rf"[\s{INVISIBLE}]+")
WORD = re.compile(r'[^\s()"«»“”„]+')
FIELD = re.compile(rf"([^\W\d_]+)[{INVISIBLE}]*:")
FIELD_OF_TWO = re.compile(rf"([^\W\d_]+[\s\u200c]+[^\W\d_]+)[{INVISIBLE}]*:")
MINUS = re.compile(r"[-\u2212]+(?=[^\s)»”*])")


def or_words_of(query: str) -> Set[str]:
    """The words that mean *or* in this query."""
    return OR_WORDS | {BARE_OR} if BARE_OR in query and detect_language(query) == "ar" else OR_WORDS


def scan(query: str, or_words: Set[str] | None = None) -> Iterator[Token]:
    """The tokens of a query, in order. A minus counts only at the beginning of a word, a field only before a colon.
    `or_words` are those of the whole where `query` is a part of one."""
    at = 0
    or_words = or_words or or_words_of(query)
    while at < len(query):
        if skipped := SKIP.match(query, at):
            at = skipped.end()
            continue
        token = _next(query, at, or_words)
        yield token
        at = token.end


def _next(query: str, at: int, or_words: Set[str]) -> Token:
    char = query[at]
    if char in "()":
        return Token(Kind.OPEN if char == "(" else Kind.CLOSE, char, at, at + 1)
    if char in CLOSING:
        return _quoted(query, at)
    if minus := MINUS.match(query, at):
        return Token(Kind.MINUS, char, at, minus.end())
    for pattern in (FIELD_OF_TWO, FIELD):
        if (name := pattern.match(query, at)) and (field := _MEANT.get(_key(name[1]))):
            return Token(Kind.FIELD, field, at, name.end())
    return _word(query, at, or_words)


def _quoted(query: str, at: int) -> Token:
    end = query.find(CLOSING[query[at]], at + 1)
    if end < 0 or query[at] == "»":
        return Token(Kind.QUOTE, query[at], at, at + 1)
    return Token(Kind.PHRASE, query[at + 1 : end], at, end + 1)


def _word(query: str, at: int, or_words: Set[str]) -> Token:
    found = WORD.match(query, at)
    end = found.end() if found else at + 1
    text = query[at:end].strip(INVISIBLE)
    if text in or_words:
        return Token(Kind.OR, text, at, end)
    if text in AND_WORDS:
        return Token(Kind.AND, text, at, end)
    if text == NOT_WORD and query[end:].strip(INVISIBLE + " "):
        return Token(Kind.MINUS, text, at, end)
    if text.endswith("*"):
        return Token(Kind.PREFIX, text.rstrip("*"), at, end)
    return Token(Kind.WORD, text, at, end)

"""Splits a query into marks and words; nothing is judged here but where a quote ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

FIELDS = {
    "title": "title", "عنوان": "title", "تیتر": "title",
    "person": "person", "شخص": "person",
    "source": "source", "منبع": "source", "مصدر": "source",
    "lang": "language", "language": "language", "زبان": "language", "لغة": "language", "لغه": "language",
    "after": "after", "از": "after", "من": "after",
    "before": "before", "تا": "before", "إلى": "before", "الى": "before", "إلی": "before", "الی": "before",
    "date": "date", "تاریخ": "date", "تاريخ": "date",
}  # fmt: skip
OR_WORDS = frozenset({"OR", "یا", "يا", "أو"})
CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“", "”": "”", "»": "«"}
INVISIBLE = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00"
"""Direction marks and their like: pasted along unseen, they never change what an operator means."""


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
MINUS = re.compile(r"[-\u2212]+(?=[^\s)»”*])")


def scan(query: str) -> Iterator[Token]:
    """The tokens of a query, in order. A minus counts only at the beginning of a word, a field only before a colon."""
    at = 0
    while at < len(query):
        if skipped := SKIP.match(query, at):
            at = skipped.end()
            continue
        token = _next(query, at)
        yield token
        at = token.end


def _next(query: str, at: int) -> Token:
    char = query[at]
    if char in "()":
        return Token(Kind.OPEN if char == "(" else Kind.CLOSE, char, at, at + 1)
    if char in CLOSING:
        return _quoted(query, at)
    if minus := MINUS.match(query, at):
        return Token(Kind.MINUS, char, at, minus.end())
    if (name := FIELD.match(query, at)) and (field := FIELDS.get(name[1].casefold())):
        return Token(Kind.FIELD, field, at, name.end())
    return _word(query, at)


def _quoted(query: str, at: int) -> Token:
    end = query.find(CLOSING[query[at]], at + 1)
    if end < 0 or query[at] == "»":
        return Token(Kind.QUOTE, query[at], at, at + 1)
    return Token(Kind.PHRASE, query[at + 1 : end], at, end + 1)


def _word(query: str, at: int) -> Token:
    found = WORD.match(query, at)
    end = found.end() if found else at + 1
    text = query[at:end].strip(INVISIBLE)
    if text in OR_WORDS:
        return Token(Kind.OR, text, at, end)
    if text == "AND":
        return Token(Kind.AND, text, at, end)
    if text.endswith("*"):
        return Token(Kind.PREFIX, text.rstrip("*"), at, end)
    return Token(Kind.WORD, text, at, end)

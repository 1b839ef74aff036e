"""A text as the items that dates are made of: numbers, known words with what they may mean, signs.

Linear in the length of the text, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from articles.text.calendars import spellings
from articles.text.calendars.days import Calendar
from articles.text.digits import ascii_digits
from articles.text.fold import fold

IGNORED = "\u00ac\u00ad\u0640\u061c\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069"
"""Soft hyphen, tatweel, half-space (also as the sign of older encodings), joiners and bidi marks: they may stand
anywhere and mean nothing in a date."""
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed'’ʿʾʼ`"
_PIECE = re.compile(
    rf"(?P<number>[0-9۰-۹٠-٩]+)|(?P<word>[^\W\d_][^\W\d_{_MARKS}{IGNORED}]*(?:[{_MARKS}{IGNORED}]+[^\W\d_{_MARKS}{IGNORED}]*)*)"
    rf"|(?P<skip>[\s{IGNORED}]+)|(?P<sign>.)",
    re.DOTALL,
)
_DROPPED = re.compile("['ʿʾء]")
MAX_DIGITS = 18
"""Longer runs of digits are no part of a date or time; reading them would cost more than their length."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word may mean; most words mean one thing, «من» is *of* and *from*, «م» an era and *p.m.*"""

    months: tuple[tuple[Calendar, int], ...] = ()
    weekday: int | None = None
    ordinal: int | None = None
    offset: int | None = None
    period: tuple[str, int] | None = None
    unit: str = ""
    era: Calendar | None = None
    zone: str = ""
    roles: frozenset[str] = frozenset()
    language: str = ""


NOTHING = Meaning()


@dataclass(frozen=True, slots=True)
class Item:
    """One number, one known or unknown word (of one or more written words), or one sign, at `text[start:end]`."""

    kind: str
    start: int
    end: int
    text: str
    glued: bool
    value: int = 0
    meaning: Meaning = NOTHING

    def has(self, role: str) -> bool:
        return role in self.meaning.roles

    def is_sign(self, *signs: str) -> bool:
        return self.kind == "sign" and self.text in signs

    @property
    def digits(self) -> int:
        """How many digits a number is written with; 0 for anything else."""
        return len(self.text) if self.kind == "number" else 0


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """The form under which a word is looked up: folded, and without any hamza and apostrophe."""
    return _DROPPED.sub("", fold(word[:40]))


def _variants(spelling: str) -> Iterator[tuple[str, ...]]:
    """The sequences of written words and signs that a spelling stands for (see spellings.py)."""
    pieces = re.split(r"([-.])", spelling)
    gaps = [((), (" ",), (gap,)) for gap in pieces[1::2]]
    for chosen in product(*gaps):
        written = [key(pieces[0])]
        for gap, part in zip(chosen, pieces[2::2], strict=True):
            if gap == ():
                written[-1] += key(part)
            else:
                written += [part_key for part_key in (*gap, key(part)) if part_key != " "]
        yield tuple(written)


def _merge(one: Meaning, other: Meaning) -> Meaning:
    return Meaning(
        months=tuple(dict.fromkeys(one.months + other.months)),
        weekday=one.weekday if one.weekday is not None else other.weekday,
        ordinal=one.ordinal if one.ordinal is not None else other.ordinal,
        offset=one.offset if one.offset is not None else other.offset,
        period=one.period or other.period,
        unit=one.unit or other.unit,
        era=one.era or other.era,
        zone=one.zone or other.zone,
        roles=one.roles | other.roles,
        language=one.language or other.language,
    )


def _language_of(spelling: str, group: int) -> str:
    """Groups of a line are parted by «·»: Latin, Persian, Arabic; a line of one group is told by its letters."""
    if spelling[0].isascii():
        return "en"
    return "ar" if group == 2 else "fa"


def _entries() -> Iterator[tuple[str, Meaning]]:
    """Each line of spellings with what its words mean."""
    yield from (
        (line, Meaning(months=((calendar, number),)))
        for calendar, months in spellings.MONTHS.items()
        for number, line in enumerate(months, 1)
    )
    for ordinals in (spellings.PERSIAN_ORDINALS, spellings.ARABIC_ORDINALS, spellings.ENGLISH_ORDINALS):
        yield from ((line, Meaning(ordinal=number)) for number, line in enumerate(ordinals, 1))
    yield from ((line, Meaning(weekday=number)) for number, line in enumerate(spellings.WEEKDAYS))
    yield from ((line, Meaning(offset=offset)) for offset, line in spellings.RELATIVE_DAYS.items())
    yield from ((line, Meaning(period=period)) for period, line in spellings.PERIODS.items())
    yield from ((line, Meaning(unit=unit)) for unit, line in spellings.UNITS.items())
    yield from ((line, Meaning(era=era)) for era, line in spellings.ERAS.items())
    yield from ((line, Meaning(roles=frozenset({role}))) for role, line in spellings.ROLES.items())
    yield from ((line, Meaning(zone=zone)) for zone, line in spellings.ZONES.items())


def _compile() -> dict[tuple[str, ...], Meaning]:
    table: dict[tuple[str, ...], Meaning] = {}
    for line, meaning in _entries():
        for group, part in enumerate(line.split("·")):
            written_ways = part.split()
            if meaning.months and group == 1:
                written_ways += [f"{spelling}-ماه" for spelling in written_ways]
            for spelling in written_ways:
                told = replace(meaning, language=_language_of(spelling, group))
                for written in _variants(spelling):
                    table[written] = _merge(table[written], told) if written in table else told
    return table


KNOWN = _compile()
_LONGEST = max(map(len, KNOWN))
_LONGER = frozenset(written[:1] for written in KNOWN if len(written) > 1)
"""First words of entries of several words: only these need a look at what follows."""


def _pieces(text: str, start: int, stop: int) -> Iterator[Item]:
    """Numbers, words and signs one by one, not yet known."""
    end = -1
    for match in _PIECE.finditer(text, start, stop):
        kind = match.lastgroup or ""
        if kind == "skip":
            if not any(letter.isspace() for letter in match[0]):
                end = match.end() if end == match.start() else end
            continue
        written, value = match[0], 0
        if kind == "number":
            written = ascii_digits(written)
            value = int(written) if len(written) <= MAX_DIGITS else 0
            kind = "number" if len(written) <= MAX_DIGITS else "word"
        yield Item(kind, match.start(), match.end(), written, match.start() == end, value)
        end = match.end()


def items(text: str, start: int = 0, stop: int | None = None) -> list[Item]:
    """The items of `text[start:stop]` in order, with places in `text`.

    A known word takes the longest entry that fits: «ربيع الأول» comes before «ربيع».
    """
    pieces = list(_pieces(text, start, len(text) if stop is None else stop))
    keys = [key(piece.text) if piece.kind == "word" else piece.text for piece in pieces]
    found: list[Item] = []
    position = 0
    while position < len(pieces):
        piece, taken = pieces[position], 1
        if piece.kind == "word":
            reach = _LONGEST if (keys[position],) in _LONGER else 1
            for count in range(min(reach, len(pieces) - position), 0, -1):
                meaning = KNOWN.get(tuple(keys[position : position + count]))
                if meaning is not None:
                    last, taken = pieces[position + count - 1], count
                    piece = replace(piece, end=last.end, text=text[piece.start : last.end], meaning=meaning)
                    break
        found.append(piece)
        position += taken
    return found

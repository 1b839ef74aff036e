"""The date that a row of words begins with, as after `date:` in a query: «۱ مهر ۱۴۰۴» of «۱ مهر ۱۴۰۴ پوتین»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.text.calendars.days import DateError, Span
from articles.text.calendars.elements import EMPTY, TOO_LONG, UNREAD
from articles.text.calendars.grammar import SHORT_YEAR, Reader
from articles.text.calendars.spans import parse_span
from articles.text.calendars.words import items

NO_DATE = frozenset({EMPTY, TOO_LONG, UNREAD})
"""Of words beside a date these errors say nothing that the reader does not see."""


@dataclass(frozen=True, slots=True)
class LeadingDate:
    """The first so many `words` are a date: the days that it names, or what is wrong with it. Where none are, `words`
    is 0 and `told` is None."""

    words: int = 0
    told: Span | DateError | None = None


def leading_date(text: str, ends: Sequence[int], today: date | None = None) -> LeadingDate:
    """The date of the longest row of words that is one; `ends` are the places where the words of `text` end, in order.

    A row that would cut a longer date in two is not taken, and what is wrong with the longer one is told: of
    «15 اکتبر 1404», which mixes calendars, no «15 اکتبر» of this year is left.
    """
    refused: list[tuple[int, DateError]] = []
    for words in range(len(ends), 0, -1):
        try:
            span = parse_span(text[: ends[words - 1]], today=today)
        except DateError as error:
            if error.msgid not in NO_DATE:
                refused.append((words, error))
            continue
        if refused and _cuts(text[: ends[refused[0][0] - 1]], ends[words - 1]):
            break
        return LeadingDate(words, span)
    if refused:
        return LeadingDate(_taken(text, ends, refused), refused[0][1])
    return _short_year(text[: ends[0]]) if ends else LeadingDate()


def _short_year(word: str) -> LeadingDate:
    """«۹۴», which no text has for a date, but who is asked for one may write."""
    found = items(word)
    if len(found) == 1 and found[0].digits == 2:
        return LeadingDate(1, DateError(SHORT_YEAR, text=word))
    return LeadingDate()


def _taken(text: str, ends: Sequence[int], refused: Sequence[tuple[int, DateError]]) -> int:
    """How many words the refused date has. What follows it changes nothing about its error, so it is the shortest row
    with that error; «30 اسفند» of «30 اسفند 1404», which may be wrong in the same way, is cut out of it."""
    longest, error = refused[0]
    same = [words for words, other in refused if str(other) == str(error)]
    whole = [words for words in same if not _cuts(text[: ends[longest - 1]], ends[words - 1])]
    return min(whole or same)


def _cuts(text: str, end: int) -> bool:
    """Whether a date that begins before `end` goes on after it, or cannot be read there as it is written."""
    found = items(text)
    reader = Reader(text, found)
    place = 0
    while place < len(found) and found[place].start < end:
        try:
            written = reader.date(place)
        except DateError:
            return True
        if written is None:
            place += 1
            continue
        if found[written.after - 1].end > end:
            return True
        place = written.after
    return False

"""Dates inside an article, with what they are in the other calendars."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from articles.text.calendars.days import Calendar, FoundDate
from articles.text.calendars.find import find_dates
from articles.text.calendars.writing import format_date, other_calendars


@dataclass(frozen=True, slots=True)
class Annotation:
    """`text[start:end]` is a date. `machine` is its ISO 8601 day, "" for a month or days in a row; `told` says it
    in the other calendars."""

    start: int
    end: int
    machine: str
    told: str


@lru_cache(maxsize=512)
def annotate(text: str, language: str) -> tuple[Annotation, ...]:
    """The dates of a paragraph for a reader of `language`, in order, none overlapping.

    Kept for the paragraphs read last: finding costs about a millisecond where there is a date.
    """
    return tuple(
        Annotation(found.start, found.end, found.day.isoformat() if found.day else "", _told(found, language))
        for found in find_dates(text)
    )


def _told(found: FoundDate, language: str) -> str:
    """A day in the two other calendars; of more days the first and the last, in the Gregorian calendar or, where
    that is how they are written, in the Jalali one."""
    if found.day is not None:
        return " · ".join(other_calendars(found.day, found.calendar, language))
    other = Calendar.JALALI if found.calendar is Calendar.GREGORIAN else Calendar.GREGORIAN
    return " – ".join(format_date(day, other, language) for day in (found.span.first, found.span.last))

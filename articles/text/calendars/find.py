"""Dates inside a running text."""

from __future__ import annotations

import re

from articles.text.calendars.days import DateError, FoundDate
from articles.text.calendars.grammar import Reader, Written
from articles.text.calendars.reading import check_weekday, resolve
from articles.text.calendars.words import items

BEFORE, AFTER = 72, 48
"""Letters that a date can reach before and after its year: «بیست و سوم مهر ماه سال 1404 هجری شمسی» has 40 in all."""
_YEAR = re.compile(r"(?<![0-9۰-۹٠-٩])[0-9۰-۹٠-٩]{4}(?![0-9۰-۹٠-٩])")


def find_dates(text: str) -> list[FoundDate]:
    """Dates with a year that stand in `text`, in order, none overlapping: a day, a month with its year, days in a row.

    Numbers alone («1404», «2025/10») are no date here; what is unclear or does not exist is passed over.
    """
    return [found for start, end in _windows(text) for found in _find(text, start, end)]


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches of `text` in which a date can stand: around each number of four digits.

    They begin and end between words where that is near. Most words of an article lie in none, and reading them all
    would cost three to twenty times as much (11 ms instead of 0.5 for an Arabic article of 2,500 letters).
    """
    windows: list[tuple[int, int]] = []
    for year in _YEAR.finditer(text):
        start = _blank(text, max(year.start() - BEFORE, 0), -1)
        end = _blank(text, min(year.end() + AFTER, len(text)), 1)
        if windows and start <= windows[-1][1]:
            start, _ = windows.pop()
        windows.append((start, end))
    return windows


def _blank(text: str, place: int, step: int) -> int:
    """The nearest blank from `place` on, at most 40 letters away; `place` itself where there is none."""
    for near in range(place, place + 40 * step, step):
        if not 0 < near < len(text) or text[near].isspace():
            return min(max(near, 0), len(text))
    return place


def _find(text: str, start: int, end: int) -> list[FoundDate]:
    found = items(text, start, end)
    reader = Reader(text, found)
    dates: list[FoundDate] = []
    place = 0
    while place < len(found):
        written = _at(reader, place)
        if written is None:
            place += 1
            continue
        date = _resolved(reader, place, written)
        dates += [date] if date is not None else []
        place = written.after  # past a refused one too: of «31 مهر 1404» no «مهر 1404» is left
    return dates


def _at(reader: Reader, place: int) -> Written | None:
    """A date with year and month that begins here; a numeric one must be a whole triple, no part of something else."""
    item = reader.items[place]
    told = item.meaning
    if item.kind != "number" and not told.months and told.ordinal is None and not item.has("month_word"):
        return None
    try:
        written = reader.date(place)
    except DateError:
        return None
    if written is None or written.year is None or written.month is None:
        return None
    if written.day is None and (written.calendar is None or item.digits == 4):  # «2025/10», «1800 می‌گوید»
        return None
    if written.calendar is None and _part_of_more(reader, place, written):
        return None
    return written


def _part_of_more(reader: Reader, place: int, written: Written) -> bool:
    """Whether a numeric date is a piece of a longer row such as a file name, a phone or version number."""
    before, after = reader.at(place - 1), reader.at(written.after)
    first = reader.items[place]
    if first.digits == 8 or reader.sign(place + 1, "."):
        return True
    if before is not None and first.glued and (before.kind != "sign" or before.text in "/-._#&=+:"):
        return True
    return after is not None and after.glued and (after.text in "/-_=&" or after.kind == "number")


def _resolved(reader: Reader, place: int, written: Written) -> FoundDate | None:
    try:
        reading = resolve(written)
        check_weekday(reading, _weekday_before(reader, place))
    except DateError:
        return None
    start, end = reader.items[place].start, reader.items[written.after - 1].end
    return FoundDate(start, end, reading.span, reading.calendar)


def _weekday_before(reader: Reader, place: int) -> int | None:
    """The weekday that stands right before a date, at most a comma between."""
    place -= 2 if reader.sign(place - 1, ",", "،") else 1
    item = reader.at(place)
    return item.meaning.weekday if item is not None else None

"""Dates inside a running text."""

from __future__ import annotations

from articles.text.calendars.days import DateError, FoundDate
from articles.text.calendars.grammar import Reader, Written
from articles.text.calendars.reading import check_weekday, resolve
from articles.text.calendars.words import items


def find_dates(text: str) -> list[FoundDate]:
    """Dates with a year that stand in `text`, in order, none overlapping: a day, a month with its year, days in a row.

    Numbers alone («1404», «2025/10») are no date here; what is unclear or does not exist is passed over.
    """
    found = items(text)
    reader = Reader(text, found)
    dates: list[FoundDate] = []
    place = 0
    while place < len(found):
        written = _at(reader, place)
        date = _resolved(reader, place, written) if written is not None else None
        if written is None or date is None:
            place += 1
        else:
            dates.append(date)
            place = written.after
    return dates


def _at(reader: Reader, place: int) -> Written | None:
    """A date with year and month that begins here; a numeric one must be a whole triple, no part of something else."""
    item = reader.items[place]
    if item.kind == "sign":
        return None
    try:
        written = reader.date(place)
    except DateError:
        return None
    if written is None or written.year is None or written.month is None:
        return None
    if written.calendar is None and (written.day is None or _part_of_more(reader, place, written)):
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

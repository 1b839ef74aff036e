"""A whole text that should be nothing but a date: its dates, weekdays and times, and no word left over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.text.calendars.clock import Clock, read_clock
from articles.text.calendars.days import Calendar, DateError, gettext_noop
from articles.text.calendars.grammar import Reader, Written
from articles.text.calendars.reading import Reading, agree, check_weekday, resolve
from articles.text.calendars.words import NOTHING, Item, items

MAX_LENGTH = 200
"""No date that people write is longer; what is longer is refused before it is read."""

EMPTY = gettext_noop("No date is written here; write one, such as ۲۳ مهر ۱۴۰۴ or 2025-10-15.")
TOO_LONG = gettext_noop("This is too long for a date; write one in at most %(length)s letters, such as 2025-10-15.")
UNREAD = gettext_noop(
    "«%(text)s» cannot be read as part of a date; write the date alone, such as ۲۳ مهر ۱۴۰۴ or 2025-10-15."
)
SIGNS = ",،.;؛:-–—|/()[]«»\"'•·"
FILLERS = ("on", "same", "label")


@dataclass(frozen=True, slots=True)
class Elements:
    """What a text holds, each in the order of the text."""

    dates: tuple[Written, ...]
    weekdays: tuple[int, ...]
    clocks: tuple[Clock, ...]


def items_of(text: str) -> list[Item]:
    """The items of a short text; DateError where it is empty or too long to be a date."""
    if len(text) > MAX_LENGTH:
        raise DateError(TOO_LONG, length=MAX_LENGTH)
    found = items(text)
    if not any(item.kind != "sign" for item in found):
        raise DateError(EMPTY)
    return found


def elements(text: str, found: Sequence[Item]) -> Elements:
    """All that the items hold; DateError for the first that belongs to no date."""
    reader = Reader(text, found)
    dates: list[Written] = []
    weekdays: list[int] = []
    clocks: list[Clock] = []
    place = 0
    while place < len(found):
        item = found[place]
        clock = read_clock(reader, place)
        written = reader.date(place) if clock is None else None
        if clock is not None:
            clocks.append(clock)
            place = clock.after
        elif written is not None:
            dates.append(written)
            place = written.after
        elif item.meaning.weekday is not None:
            weekdays.append(item.meaning.weekday)
            place += 1
        elif item.is_sign(*SIGNS) or any(item.has(role) for role in FILLERS) or _day_word(found, place):
            place += 1
        else:
            raise DateError(UNREAD, text=_stranger(found[place:]).text[:40])
    return Elements(tuple(dates), tuple(weekdays), tuple(clocks))


def _stranger(found: Sequence[Item]) -> Item:
    """The first word that means nothing here, in «15 Octobre 2025» not the 15; else the first item."""
    return next((item for item in found if item.kind == "word" and item.meaning == NOTHING), found[0])


def _day_word(found: Sequence[Item], place: int) -> bool:
    """«اليوم الأربعاء», «امروز چهارشنبه»: today, said beside a full date, adds nothing."""
    following = found[place + 1] if place + 1 < len(found) else None
    return found[place].meaning.offset == 0 and following is not None and following.meaning.weekday is not None


def one_reading(told: Elements, hint: Calendar | None, today: date | None) -> Reading:
    """The one date that the elements tell, in whatever calendars; DateError where they contradict each other."""
    reading = agree([resolve(written, hint, today) for written in told.dates])
    for weekday in told.weekdays:
        check_weekday(reading, weekday)
    return reading

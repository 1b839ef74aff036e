"""From what stands written to days: which calendar is meant, whether the day exists, whether two dates say the same.

The rules are written down in docs/calendars.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta

from articles.text.calendars.arithmetic import check_year, from_parts, to_parts
from articles.text.calendars.days import Calendar, DateError, Span, gettext_noop
from articles.text.calendars.grammar import Written
from articles.text.calendars.names import CALENDAR_NAMES, WEEKDAYS

JALALI_YEARS = range(1300, 1421)
HIJRI_YEARS = range(1421, 1501)

MIXED = gettext_noop(
    "«%(text)s» mixes calendars: its month or its era is %(calendar)s, and %(year)s is no year of that calendar;"
    " write month and year in one calendar."
)
MIXED_YEAR = gettext_noop(
    "«%(text)s» mixes calendars: its month is %(calendar)s, and %(year)s is no year of that calendar;"
    " the year meant is probably %(likely)s."
)
MIXED_ERA = gettext_noop("«%(text)s» mixes calendars: month and era belong to different ones; leave one of them out.")
NEVER_OUR_ERA = gettext_noop(
    "%(year)s is never a year of our era here; leave out calendar=gregorian, or write a year such as 2025."
)
UNKNOWN_YEAR = gettext_noop(
    "%(year)s is a year of none of the calendars (1300–1420 Jalali, 1421–1500 Hijri, 1583 on Gregorian)."
)
UNCLEAR_ERA = gettext_noop("«%(text)s» can be solar or lunar; write هجری شمسی or هجری قمری after the year.")
NO_YEAR = gettext_noop("«%(text)s» has no year; add one, such as 1404 or 2025.")
BACKWARDS = gettext_noop("«%(text)s» ends before it begins; put the earlier day first.")
WRONG_WEEKDAY = gettext_noop("«%(text)s» is not a %(written)s but a %(real)s; correct one of the two.")
CONTRADICTION = gettext_noop("«%(one)s» and «%(other)s» are different days; keep the right one.")
SIGHTING = timedelta(2)
"""How far a lunar date may lie from the solar one written beside it: months begin with the crescent seen, up to
two days from Umm al-Qura."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a written date means: its days, and the calendar in which it was told."""

    span: Span
    calendar: Calendar
    text: str


def calendar_of(written: Written, hint: Calendar | None) -> Calendar:
    """The calendar that is meant: the month's name decides, then the era, then `hint`, then the number of the year."""
    named, era = written.calendar, written.era
    if (named and era and named is not era) or (named is Calendar.GREGORIAN and written.unclear_era):
        raise DateError(MIXED_ERA, text=written.text)
    if named or era:
        return named or era or Calendar.GREGORIAN
    if hint is not None:
        return hint
    if written.year in JALALI_YEARS:
        if written.unclear_era:
            raise DateError(UNCLEAR_ERA, text=written.text)
        return Calendar.JALALI
    if written.year in HIJRI_YEARS:
        return Calendar.HIJRI
    if written.year is None or not 1583 <= written.year < 3000 or written.unclear_era:
        raise DateError(UNKNOWN_YEAR, year=written.year)
    return Calendar.GREGORIAN


def resolve(written: Written, hint: Calendar | None = None, today: date | None = None) -> Reading:
    """The days that are meant. Without a year: the latest that has begun by `today`; DateError where that is None.

    DateError for what mixes calendars, for years outside arithmetic.YEARS and for days that do not exist.
    """
    calendar = calendar_of(written, hint)
    if written.year is None:
        if today is None:
            raise DateError(NO_YEAR, text=written.text)
        written = replace(written, year=_latest_year(written, calendar, today))
    year = written.year or 0
    solar = calendar is Calendar.GREGORIAN
    if (solar and year in range(1200, 1501)) or (not solar and year >= 1583):
        if solar and written.calendar is None and written.era is None:
            raise DateError(NEVER_OUR_ERA, year=year)
        raise _mixed(written, calendar, year)
    check_year(calendar, year)
    span = from_parts(calendar, year, written.month, written.day)
    if written.last_day is not None:
        span = Span(span.first, from_parts(calendar, year, written.month, written.last_day).last)
        if span.last < span.first:
            raise DateError(BACKWARDS, text=written.text)
    return Reading(span, calendar, written.text)


def _mixed(written: Written, calendar: Calendar, year: int) -> DateError:
    """What mixes a month's name with a year of another calendar, with the year that probably is meant."""
    name = CALENDAR_NAMES[calendar]
    likely = _year_within(written, year) if written.calendar is not None and written.era is None else None
    if likely is None:
        return DateError(MIXED, text=written.text, calendar=name, year=year)
    return DateError(MIXED_YEAR, text=written.text, calendar=name, year=year, likely=likely)


def _year_within(written: Written, year: int) -> int | None:
    """The year of the month's own calendar in which the date lies within `year` of the other one, where there is one
    alone: 2025 for «15 اکتبر 1404»; None for «مارس 1404», which has days of March 2025 and of March 2026."""
    calendar = written.calendar or Calendar.GREGORIAN
    try:
        whole = from_parts(calendar_of(replace(written, calendar=None), None), year)
        first, last = to_parts(whole.first, calendar)[0], to_parts(whole.last, calendar)[0]
    except DateError:
        return None
    found = []
    for candidate in range(first, last + 1):
        with suppress(DateError):
            span = from_parts(calendar, candidate, written.month, written.day)
            if whole.first <= span.first and span.last <= whole.last:
                found.append(candidate)
    return found[0] if len(found) == 1 else None


def _latest_year(written: Written, calendar: Calendar, today: date) -> int:
    year = to_parts(today, calendar)[0]
    begun = from_parts(calendar, year, written.month).first + timedelta((written.day or 1) - 1)
    return year if begun <= today else year - 1


def check_weekday(reading: Reading, weekday: int | None) -> None:
    """DateError where the weekday (Monday is 0) written beside a day is not that day's."""
    day = reading.span.day
    if weekday is not None and day is not None and day.weekday() != weekday:
        names = WEEKDAYS["en"]
        raise DateError(WRONG_WEEKDAY, text=reading.text, written=names[weekday], real=names[day.weekday()])


def agree(readings: Sequence[Reading]) -> Reading:
    """The one reading that several dates side by side tell, as «24 December 2025 (3 دی 1404)».

    A solar date governs a lunar one, which may differ by two days; any other difference is a DateError.
    """
    solar = [reading for reading in readings if reading.calendar is not Calendar.HIJRI] or list(readings)
    chosen = solar[0]
    for other in readings:
        allowed = SIGHTING if other not in solar else timedelta(0)
        apart = abs(other.span.first - chosen.span.first)
        if apart > allowed or (not allowed and other.span != chosen.span):
            raise DateError(CONTRADICTION, one=chosen.text, other=other.text)
    return chosen

"""From days to years, months and days of a calendar and back. The libraries count; here their limits are named.

Jalali: jdatetime's 33-year rule, equal to the official calendar of Iran for 1200–1500 (tests/text/calendars
checks leap years and Nowruz). Hijri: hijridate's table of Umm al-Qura, 1343–1500.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import jdatetime
from hijridate import Gregorian, Hijri

from articles.text.calendars.days import Calendar, DateError, Span, gettext_noop
from articles.text.calendars.names import CALENDAR_NAMES

YEARS = {
    Calendar.GREGORIAN: range(1583, 3000),
    Calendar.JALALI: range(1200, 1501),
    Calendar.HIJRI: range(1343, 1501),
}
"""Years that are read and written. Gregorian: since the reform; Jalali: where the 33-year rule is the official
calendar; Hijri: where there is a table."""

NO_SUCH_MONTH = gettext_noop("There is no month %(month)s; months are numbered 1 to 12.")
NO_SUCH_DAY = gettext_noop("%(year)s/%(month)s has %(days)s days, so there is no day %(day)s in it.")
YEAR_OUT_OF_RANGE = {
    Calendar.GREGORIAN: gettext_noop(
        "%(year)s is not a Gregorian year that can be searched (%(first)s–%(last)s); write a year such as 2025."
    ),
    Calendar.JALALI: gettext_noop(
        "%(year)s is not a Jalali year that can be searched (%(first)s–%(last)s); write a year such as 1404."
    ),
    Calendar.HIJRI: gettext_noop(
        "%(year)s is not a Hijri year that can be searched (%(first)s–%(last)s); write a year such as 1447."
    ),
}
DAY_OUT_OF_RANGE = gettext_noop("%(day)s lies outside the years of the %(calendar)s calendar (%(first)s–%(last)s).")


def check_year(calendar: Calendar, year: int) -> None:
    """DateError where `year` lies outside the years that `calendar` is kept for here."""
    years = YEARS[calendar]
    if year not in years:
        raise DateError(YEAR_OUT_OF_RANGE[calendar], year=year, first=years[0], last=years[-1])


def _first_of_month(calendar: Calendar, year: int, month: int) -> date:
    """The first day of a month; the month after the last of a year is month 1 of the next."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if calendar is Calendar.JALALI:
        first: date = jdatetime.date(year, month, 1).togregorian()
        return first
    if calendar is Calendar.HIJRI:
        if year == YEARS[calendar].stop:  # the table ends here, so the day after its last is counted
            return _first_of_month(calendar, year - 1, 12) + timedelta(Hijri(year - 1, 12, 1).month_length())
        return date(*Hijri(year, month, 1).to_gregorian().datetuple())
    return date(year, month, 1)


@lru_cache(maxsize=4096)
def month_span(calendar: Calendar, year: int, month: int) -> Span:
    """All days of a month. DateError for a month or year that is not there."""
    check_year(calendar, year)
    if not 1 <= month <= 12:
        raise DateError(NO_SUCH_MONTH, month=month)
    return Span(
        _first_of_month(calendar, year, month),
        _first_of_month(calendar, year, month + 1) - timedelta(1),
    )


def from_parts(calendar: Calendar, year: int, month: int | None = None, day: int | None = None) -> Span:
    """The days of a year, of a month, or one day. DateError where it does not exist or lies outside `YEARS`."""
    if month is None:
        return Span(month_span(calendar, year, 1).first, month_span(calendar, year, 12).last)
    span = month_span(calendar, year, month)
    if day is None:
        return span
    if not 1 <= day <= span.length:
        raise DateError(NO_SUCH_DAY, year=year, month=month, day=day, days=span.length)
    found = span.first + timedelta(day - 1)
    return Span(found, found)


def covers(calendar: Calendar, day: date) -> bool:
    """Whether `day` can be told in `calendar`."""
    years = YEARS[calendar]
    return month_span(calendar, years[0], 1).first <= day <= month_span(calendar, years[-1], 12).last


@lru_cache(maxsize=4096)
def to_parts(day: date, calendar: Calendar) -> tuple[int, int, int]:
    """(year, month, day) of a day in `calendar`. DateError outside `YEARS`."""
    if not covers(calendar, day):
        years = YEARS[calendar]
        raise DateError(DAY_OUT_OF_RANGE, day=day, calendar=CALENDAR_NAMES[calendar], first=years[0], last=years[-1])
    if calendar is Calendar.JALALI:
        jalali = jdatetime.date.fromgregorian(date=day)
        return jalali.year, jalali.month, jalali.day
    if calendar is Calendar.HIJRI:
        year, month, number = Gregorian.fromdate(day).to_hijri().datetuple()
        return year, month, number
    return day.year, day.month, day.day


def shift_month(calendar: Calendar, year: int, month: int, by: int) -> tuple[int, int]:
    """(year, month) so many months later, or earlier where `by` is negative. DateError outside `YEARS`."""
    count = year * 12 + month - 1 + by
    check_year(calendar, count // 12)
    return count // 12, count % 12 + 1

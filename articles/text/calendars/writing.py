"""Days, months and years in the words and digits of the reader's language."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

from articles.text.calendars.arithmetic import covers, to_parts
from articles.text.calendars.days import Calendar
from articles.text.calendars.names import MONTHS, SHORT_ENGLISH_MONTHS, WEEKDAYS, tongue
from articles.text.digits import localise_digits

Style = Literal["full", "long", "medium", "month", "year"]

DEFAULT_CALENDAR = {"fa": Calendar.JALALI, "ar": Calendar.GREGORIAN, "en": Calendar.GREGORIAN}


def default_calendar(language: str) -> Calendar:
    """The calendar that a reader of `language` expects who has chosen none."""
    return DEFAULT_CALENDAR[tongue(language)]


def month_name(calendar: Calendar, month: int, language: str) -> str:
    """The name of month 1–12."""
    return MONTHS[calendar, tongue(language)][month - 1]


def weekday_name(day: date, language: str) -> str:
    return WEEKDAYS[tongue(language)][day.weekday()]


def format_date(day: date, calendar: Calendar, language: str, style: Style = "long") -> str:
    """`day` as a reader of `language` writes it in `calendar`; DateError outside the calendar's years.

    full: with the weekday; long: day, month, year; medium: the same, shorter where the language has short names;
    month: month and year; year: the number alone.
    """
    return _format_date(day, calendar, tongue(language), style)


@lru_cache(maxsize=1 << 14)
def _format_date(day: date, calendar: Calendar, language: str, style: Style) -> str:
    year, month, number = to_parts(day, calendar)
    name = month_name(calendar, month, language)
    if style == "medium" and language == "en" and calendar is Calendar.GREGORIAN:
        name = SHORT_ENGLISH_MONTHS[month - 1]
    if style == "year":
        written = str(year)
    elif style == "month":
        written = f"{name} {year}"
    else:
        written = f"{number} {name} {year}"
    if style == "full":
        comma = {"fa": "", "ar": "،", "en": ","}[language]
        written = f"{weekday_name(day, language)}{comma} {written}"
    return localise_digits(written, language)


def other_calendars(day: date, calendar: Calendar, language: str) -> list[str]:
    """`day` in the calendars other than `calendar`, as far as they reach: what a tooltip says."""
    return [format_date(day, other, language) for other in Calendar if other is not calendar and covers(other, day)]

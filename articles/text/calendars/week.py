"""Weeks and the grid of a month, on the first day that readers of a language expect."""

from __future__ import annotations

from datetime import date, timedelta

from articles.text.calendars.arithmetic import month_span
from articles.text.calendars.days import Calendar, Span
from articles.text.calendars.names import tongue

WEEK_STARTS = {"fa": 5, "ar": 5, "en": 0}
"""As `date.weekday()` counts. Saturday in Iran and, by CLDR, in most Arab countries; Monday as ISO 8601 has it."""


def week_start(language: str) -> int:
    """The first day of the week, Monday being 0, Saturday 5."""
    return WEEK_STARTS[tongue(language)]


def week_of(day: date, language: str) -> Span:
    """The seven days of the week that holds `day`."""
    first = day - timedelta((day.weekday() - week_start(language)) % 7)
    return Span(first, first + timedelta(6))


def month_grid(calendar: Calendar, year: int, month: int, language: str) -> list[list[date | None]]:
    """The weeks of a month, seven days each; None stands for days of the months before and after."""
    span = month_span(calendar, year, month)
    days: list[date | None] = [None] * ((span.first.weekday() - week_start(language)) % 7)
    days += [span.first + timedelta(n) for n in range(span.length)]
    days += [None] * (-len(days) % 7)
    return [days[n : n + 7] for n in range(0, len(days), 7)]

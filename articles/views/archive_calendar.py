"""Years, months and weeks with the number of articles in each, laid out in one calendar. No database."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from articles.text.calendars import (
    Calendar,
    covers,
    format_date,
    from_parts,
    localise_digits,
    month_grid,
    month_name,
    to_parts,
    weekday_name,
)
from articles.text.calendars.names import SHORT_WEEKDAYS, tongue

Counts = Mapping[date | None, int]
LEVELS = 4
"""Shades of the days of a grid, beside none for no article."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a grid; `level` is 0 for no article, up to `LEVELS` for the fullest day."""

    day: date
    number: str
    count: int
    level: int
    address: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month; `weeks` hold seven cells each, None for days of the neighbouring months."""

    name: str
    count: int
    address: str
    weeks: tuple[tuple[Cell | None, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    label: str
    count: int
    address: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Weekday:
    """The head of a column of a grid."""

    name: str
    short: str


def address(calendar: Calendar, *parts: int) -> str:
    """The archive's page of a year, a month or a day."""
    names = ("archive_year", "archive_month", "archive_day")
    values: dict[str, object] = dict(zip(("year", "month", "day"), parts, strict=False))
    return reverse(names[len(parts) - 1], kwargs={"calendar": calendar.value, **values})


def address_of_day(day: date, calendar: Calendar) -> str:
    return address(calendar, *to_parts(day, calendar))


def columns(language: str) -> list[Weekday]:
    """The seven weekdays in the reader's order."""
    week = month_grid(Calendar.GREGORIAN, 2025, 9, language)[1]
    short = SHORT_WEEKDAYS[tongue(language)]
    return [Weekday(weekday_name(day, language), short[day.weekday()]) for day in week if day is not None]


def month_of(calendar: Calendar, year: int, month: int, counts: Counts, language: str) -> Month:
    """One month as a grid, shaded by the fullest of the days in `counts`. DateError where there is no such month."""
    fullest = max(counts.values(), default=0)
    weeks = tuple(
        tuple(cell(day, calendar, counts.get(day, 0), fullest, language) if day else None for day in week)
        for week in month_grid(calendar, year, month, language)
    )
    total = sum(cell.count for week in weeks for cell in week if cell)
    return Month(month_name(calendar, month, language), total, address(calendar, year, month), weeks)


def cell(day: date, calendar: Calendar, count: int, fullest: int, language: str) -> Cell:
    level = -(-count * LEVELS // fullest) if count else 0
    parts = to_parts(day, calendar)
    return Cell(day, localise_digits(str(parts[2]), language), count, level, address(calendar, *parts) if count else "")


def year_of(calendar: Calendar, year: int, counts: Counts, language: str) -> Year:
    """One year as twelve grids. DateError where there is no such year."""
    months = tuple(month_of(calendar, year, month, counts, language) for month in range(1, 13))
    label = format_date(from_parts(calendar, year).first, calendar, language, "year")
    return Year(label, sum(month.count for month in months), address(calendar, year), months)


def years_of(calendar: Calendar, counts: Counts, language: str) -> list[Year]:
    """All years with articles, newest first, each with its twelve months; days that `calendar` does not reach
    are left out."""
    totals: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for day, count in counts.items():
        if day is not None and covers(calendar, day):
            year, month, _ = to_parts(day, calendar)
            totals[year][month] += count
    return [_year_of_totals(calendar, year, totals[year], language) for year in sorted(totals, reverse=True)]


def _year_of_totals(calendar: Calendar, year: int, totals: Mapping[int, int], language: str) -> Year:
    months = tuple(
        Month(month_name(calendar, month, language), totals.get(month, 0), address(calendar, year, month))
        for month in range(1, 13)
    )
    label = format_date(from_parts(calendar, year).first, calendar, language, "year")
    return Year(label, sum(totals.values()), address(calendar, year), months)

"""A span cut into days, weeks, months or years, for the bars of a histogram."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from articles.text.calendars.arithmetic import YEARS, covers, from_parts, month_span, shift_month, to_parts
from articles.text.calendars.days import Calendar, Span
from articles.text.calendars.week import week_of
from articles.text.calendars.writing import format_date

MOST = 40
"""Bars that stand side by side on a phone and can still be told apart."""
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Bucket:
    """Neighbouring days and how a reader calls them."""

    span: Span
    label: str


def buckets(first: date, last: date, calendar: Calendar, language: str, most: int = MOST) -> list[Bucket]:
    """`first` to `last` (both included) without gap or overlap, in the smallest unit that gives at most `most`: days,
    weeks on the reader's first weekday, months or years of `calendar`, or rows of years that are round numbers.

    The first and the last may be parts of their unit. Where `calendar` does not reach, the Gregorian one is taken.
    """
    if last < first:
        return []
    if not (covers(calendar, first) and covers(calendar, last)):
        calendar = Calendar.GREGORIAN
    whole = Span(first, last)
    if whole.length <= most:
        return [Bucket(Span(day, day), format_date(day, calendar, language)) for day in _days(whole)]
    if whole.length <= (most - 1) * 7:
        return [_week(span, calendar, language) for span in _cut(whole, _weeks(whole, language))]
    months = _months(whole, calendar)
    if len(months) <= most:
        return [_month(span, calendar, language) for span in months]
    return _years(whole, calendar, language, most)


def _days(span: Span) -> Iterator[date]:
    return (span.first + timedelta(n) for n in range(span.length))


def _cut(whole: Span, units: Iterator[Span]) -> Iterator[Span]:
    """Units with what sticks out of `whole` cut off."""
    return (Span(max(unit.first, whole.first), min(unit.last, whole.last)) for unit in units)


def _weeks(whole: Span, language: str) -> Iterator[Span]:
    week = week_of(whole.first, language)
    while week.first <= whole.last:
        yield week
        week = Span(week.first + timedelta(7), week.last + timedelta(7))


def _week(span: Span, calendar: Calendar, language: str) -> Bucket:
    first, last = (format_date(day, calendar, language) for day in (span.first, span.last))
    return Bucket(span, first if first == last else f"{first} – {last}")


def _months(whole: Span, calendar: Calendar) -> list[Span]:
    year, month, _ = to_parts(whole.first, calendar)
    last_year, last_month, _ = to_parts(whole.last, calendar)
    count = (last_year - year) * 12 + last_month - month + 1
    months = (month_span(calendar, *shift_month(calendar, year, month, n)) for n in range(count))
    return list(_cut(whole, months))


def _month(span: Span, calendar: Calendar, language: str) -> Bucket:
    """A month by its name; a part of one, at either end, by its days too, so that the label promises no more."""
    year, month, _ = to_parts(span.first, calendar)
    if span != month_span(calendar, year, month):
        return _week(span, calendar, language)
    return Bucket(span, format_date(span.first, calendar, language, "month"))


def _years(whole: Span, calendar: Calendar, language: str, most: int) -> list[Bucket]:
    first, last = to_parts(whole.first, calendar)[0], to_parts(whole.last, calendar)[0]
    step = next((step for step in YEAR_STEPS if last // step - first // step < most), YEAR_STEPS[-1])
    found = []
    for start in range(first // step * step, last + 1, step):
        begin, end = max(start, first, YEARS[calendar][0]), min(start + step - 1, last, YEARS[calendar][-1])
        span = Span(from_parts(calendar, begin).first, from_parts(calendar, end).last)
        cut = Span(max(span.first, whole.first), min(span.last, whole.last))
        names = [format_date(day, calendar, language, "year") for day in (span.first, span.last)]
        found.append(Bucket(cut, "–".join(dict.fromkeys(names))))
    return found

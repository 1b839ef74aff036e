"""Weeks and grids, on the reader's first day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.calendars import Calendar, Span, month_grid, month_span, week_of, week_start

SATURDAY, MONDAY = 5, 0


@pytest.mark.parametrize(("language", "first"), [("fa", SATURDAY), ("ar", SATURDAY), ("en", MONDAY), ("de", MONDAY)])
def test_each_language_begins_its_week(language, first):
    assert week_start(language) == first


def test_the_week_of_a_day():
    assert week_of(date(2025, 10, 15), "fa") == Span(date(2025, 10, 11), date(2025, 10, 17))
    assert week_of(date(2025, 10, 15), "en") == Span(date(2025, 10, 13), date(2025, 10, 19))
    assert week_of(date(2025, 10, 11), "fa").first == date(2025, 10, 11)


@given(
    st.sampled_from(list(Calendar)), st.integers(1350, 1490), st.integers(1, 12), st.sampled_from(["fa", "ar", "en"])
)
def test_a_grid_holds_each_day_once_under_its_weekday(calendar, year, month, language):
    year += 621 if calendar is Calendar.GREGORIAN else 0
    grid = month_grid(calendar, year, month, language)
    days = [day for week in grid for day in week if day]
    span = month_span(calendar, year, month)
    assert (len(days), days[0], days[-1]) == (span.length, span.first, span.last)
    for week in grid:
        assert len(week) == 7
        for column, day in enumerate(week):
            assert day is None or (day.weekday() - week_start(language)) % 7 == column

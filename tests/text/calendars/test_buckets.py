"""Bars of a histogram: days, weeks, months and years of the reader's calendar."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.calendars import Calendar, buckets, to_parts

DAYS = st.dates(date(1925, 1, 1), date(2075, 1, 1))


@given(DAYS, DAYS, st.sampled_from(list(Calendar)), st.sampled_from(["fa", "ar", "en"]))
def test_buckets_cover_the_span_without_gap_or_overlap(one, other, calendar, language):
    first, last = min(one, other), max(one, other)
    found = buckets(first, last, calendar, language)
    assert 1 <= len(found) <= 40
    assert (found[0].span.first, found[-1].span.last) == (first, last)
    for bucket, following in pairwise(found):
        assert bucket.span.last + timedelta(1) == following.span.first
    assert len({bucket.label for bucket in found}) == len(found)


@pytest.mark.parametrize(
    ("first", "last", "calendar", "language", "labels"),
    [
        (date(2025, 10, 15), date(2025, 10, 15), Calendar.JALALI, "fa", ["۲۳ مهر ۱۴۰۴"]),
        (
            date(2025, 9, 23),
            date(2025, 11, 21),
            Calendar.JALALI,
            "fa",
            ["۱ مهر ۱۴۰۴ – ۴ مهر ۱۴۰۴", "۵ مهر ۱۴۰۴ – ۱۱ مهر ۱۴۰۴", ..., "۲۴ آبان ۱۴۰۴ – ۳۰ آبان ۱۴۰۴"],
        ),
        (date(2025, 1, 1), date(2025, 12, 31), Calendar.GREGORIAN, "en", ["January 2025", ..., "December 2025"]),
        (
            date(2024, 3, 21),
            date(2025, 3, 20),
            Calendar.JALALI,
            "fa",
            ["۲ فروردین ۱۴۰۳ – ۳۱ فروردین ۱۴۰۳", "اردیبهشت ۱۴۰۳", ..., "اسفند ۱۴۰۳"],
        ),
        (date(2003, 1, 1), date(2025, 12, 31), Calendar.GREGORIAN, "ar", ["2003", "2004", ..., "2025"]),
        (date(1926, 1, 1), date(2025, 1, 1), Calendar.GREGORIAN, "en", ["1926–1929", "1930–1934", ..., "2025"]),
    ],
)
def test_the_smallest_unit_that_fits_is_taken_and_named(first, last, calendar, language, labels):
    found = [bucket.label for bucket in buckets(first, last, calendar, language)]
    gap = labels.index(...) if ... in labels else len(labels)
    assert found[:gap] == labels[:gap]
    assert found[len(found) - len(labels[gap + 1 :]) :] == labels[gap + 1 :]


@given(DAYS, st.sampled_from(list(Calendar)))
def test_weeks_begin_on_the_readers_day(first, calendar):
    for language, weekday in (("fa", 5), ("ar", 5), ("en", 0)):
        found = buckets(first, first + timedelta(100), calendar, language)
        assert {bucket.span.first.weekday() for bucket in found[1:]} == {weekday}


@given(DAYS, st.sampled_from(list(Calendar)))
def test_months_are_those_of_the_calendar(first, calendar):
    found = buckets(first, first + timedelta(700), calendar, "en")
    assert {to_parts(bucket.span.first, calendar)[2] for bucket in found[1:]} == {1}


def test_an_empty_span_has_no_buckets():
    assert buckets(date(2025, 1, 2), date(2025, 1, 1), Calendar.JALALI, "fa") == []


def test_days_that_the_calendar_does_not_reach_are_told_in_the_gregorian_one():
    found = buckets(date(1900, 1, 1), date(2025, 1, 1), Calendar.HIJRI, "en")
    assert found[0].label == "1900–1904"

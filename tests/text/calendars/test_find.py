"""Dates inside running text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.calendars import Calendar, find_dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "در روز چهارشنبه، ۲۴ دسامبر ۲۰۲۵ (۳ دی ۱۴۰۴) گفت",
            [("۲۴ دسامبر ۲۰۲۵", "2025-12-24"), ("۳ دی ۱۴۰۴", "2025-12-24")],
        ),
        ("از 1404/07/23 تا کنون", [("1404/07/23", "2025-10-15")]),
        ("وقال يوم الأربعاء 15 أكتوبر/تشرين الأول 2025 إن", [("15 أكتوبر/تشرين الأول 2025", "2025-10-15")]),
        ("منذ ٢٣ ربيع الآخر ١٤٤٧هـ.", [("٢٣ ربيع الآخر ١٤٤٧هـ", "2025-10-15")]),
        ("On October 15, 2025, he said", [("October 15, 2025", "2025-10-15")]),
        ("در بیست‌وسوم مهرماه سال ۱۴۰۴ بود", [("بیست‌وسوم مهرماه سال ۱۴۰۴", "2025-10-15")]),
        ("و۱۵ مهر ۱۴۰۴", [("۱۵ مهر ۱۴۰۴", "2025-10-07")]),
        # Not dates, or not clear ones.
        ("۱۵ اکتبر گفت", []),
        ("در سال ۱۴۰۴ و ۲۰۲۵", []),
        ("نسبت 2025/10 و ۱۲/۵", []),
        ("تلفن 2025-10-15-22 و شماره 14040723", []),
        ("نسخه 1.2.2025", []),
        ("در سال 1800 می گوید", []),
        ("http://example.org/2025/10/15/news", []),
        ("۳۱ مهر ۱۴۰۴ و 15 اکتبر 1404 و 03/04/2025", []),
        ("پنجشنبه ۱۵ اکتبر ۲۰۲۵", []),
        ("آب 2025 لیتر", [("آب 2025", None)]),
        ("", []),
    ],
)
def test_dates_are_found_where_they_stand(text, found):
    dates = find_dates(text)
    assert [(text[d.start : d.end], d.day and d.day.isoformat()) for d in dates] == found


def test_months_and_days_in_a_row_are_spans():
    month, row = find_dates("در مهر ۱۴۰۴ و از ۱ تا ۱۵ آبان ۱۴۰۴")
    assert (month.day, month.span.first, month.span.last) == (None, date(2025, 9, 23), date(2025, 10, 22))
    assert (row.day, row.span.first, row.span.last) == (None, date(2025, 10, 23), date(2025, 11, 6))
    assert month.calendar is Calendar.JALALI


@given(st.text())
def test_found_dates_lie_in_the_text_and_never_overlap(text):
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


WORDS = st.lists(
    st.sampled_from(["گفت", "مسکو", "2025", "۱۴۰۴", "15", "و", "إن", "said", "\u200c", "«", "."]), max_size=60
)


@given(WORDS, WORDS)
def test_a_date_is_found_whatever_stands_around_it(before, after):
    text = " ".join([*before, "؛", "۲۳ مهر ۱۴۰۴", "؛", *after])
    assert "۲۳ مهر ۱۴۰۴" in [text[found.start : found.end] for found in find_dates(text)]


@pytest.mark.parametrize(
    "piece", ["1/", "۱ مهر 1404 ", "1-", "مهر", "ربيع ", "12:", "(", "1404 ", "م ", "\u200c", "و", "."]
)
def test_long_repetitions_are_read_to_the_end(piece):
    """Were a date's reach unbounded, these would never end."""
    text = piece * 20_000
    assert find_dates(f"{text} ؛ 2025-10-15")[-1].end == len(text) + 13

"""The date that a row of words begins with."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.calendars import DateError, LeadingDate, Span, leading_date

TODAY = date(2025, 12, 24)


def ends(text: str) -> list[int]:
    return [word.end() for word in re.finditer(r"\S+", text)]


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("۱ مهر ۱۴۰۴ پوتین", 3, "2025-09-23"),
        ("2025-10-15 putin 2024", 1, "2025-10-15"),
        ("دیروز", 1, "2025-12-23"),
        ("October 2025 kremlin", 2, "2025-10-01"),
        ("1 مهر", 2, "2025-09-23"),
        # A number beside a date that is whole is a word.
        ("2025-10-01 5000 نفر", 1, "2025-10-01"),
        ("1 مهر 1404 2025 بودجه", 3, "2025-09-23"),
        ("2025-10-15 10:30", 1, "2025-10-15"),
    ],
)
def test_the_longest_row_that_is_a_date_is_taken(text: str, words: int, first: str) -> None:
    found = leading_date(text, ends(text), TODAY)
    assert isinstance(found.told, Span)
    assert (found.words, found.told.first.isoformat()) == (words, first)


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("15 اکتبر 1404", 3, "mixes calendars"),
        ("15 اکتبر 1404 پوتین", 3, "mixes calendars"),
        ("3 دی 2025 5000 نفر", 3, "mixes calendars"),
        ("1 مهر 1404 تا 15 اکتبر 1404", 7, "mixes calendars"),
        ("30 اسفند 1404 باران", 3, "29 days"),
        ("31 مهر 1404", 3, "30 days"),
        ("جمعه 23 مهر 1404 باران", 4, "Wednesday"),
        ("تیر 94 باران", 2, "century"),
        ("۹۴ نفت", 1, "century"),
        ("03/04/2015 5000", 1, "day 03 of month 04"),
    ],
)
def test_of_a_date_that_is_wrong_no_part_is_taken_for_another(text: str, words: int, reason: str) -> None:
    found = leading_date(text, ends(text), TODAY)
    assert isinstance(found.told, DateError)
    assert reason in str(found.told)
    assert found.words == words


@pytest.mark.parametrize("text", ["", "فردوسی پوتین", "hello 2025x", "،", "9 نفت"])
def test_of_words_that_are_no_date_none_is_taken(text: str) -> None:
    assert leading_date(text, ends(text), TODAY) == LeadingDate()


WORDS = [
    "15",
    "۱",
    "اکتبر",
    "مهر",
    "1404",
    "2025",
    "94",
    "تا",
    "از",
    "دیروز",
    "پوتین",
    "2025-10-15",
    "ه.ق",
    "-",
    "جمعه",
]


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_it_takes_words_where_it_tells_something_and_no_more_than_there_are(text: str) -> None:
    found = leading_date(text, ends(text), TODAY)
    assert (found.told is not None) == (found.words > 0)
    assert found.words <= len(ends(text))

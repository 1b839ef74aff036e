"""The words that dates are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.calendars.names import MONTHS, WEEKDAYS
from articles.text.calendars.words import KNOWN, items, key


def test_no_word_names_two_months():
    assert [written for written, meaning in KNOWN.items() if len(meaning.months) > 1] == []


@pytest.mark.parametrize(("place", "names"), MONTHS.items())
def test_every_name_that_is_written_is_read(place, names):
    for number, name in enumerate(names, 1):
        (item,) = items(name)
        assert item.meaning.months == ((place[0], number),)


@pytest.mark.parametrize("names", WEEKDAYS.values())
def test_every_weekday_that_is_written_is_read(names):
    for number, name in enumerate(names):
        (item,) = items(name)
        assert item.meaning.weekday == number


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أكتوبر", "اكتوبر"),
        ("أُكْتُوبَر", "أكتوبر"),
        ("جمادى", "جمادي"),
        ("ذی‌قعده", "ذیقعده"),
        ("مهر\u200cماه", "مهرماه"),
        ("الثلاثاء", "الثلاثا"),
        ("OCTOBER", "october"),
        ("Sha'ban", "Shaban"),
        ("شـــعبان", "شعبان"),
        ("ﻣﻬﺮ", "مهر"),
    ],
)
def test_spellings_of_a_word_have_one_key(one, other):
    assert key(one) == key(other)


@given(st.text())
def test_items_stand_in_order_within_the_text(text):
    end = 0
    for item in items(text):
        assert end <= item.start < item.end <= len(text)
        end = item.end

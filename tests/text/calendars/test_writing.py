"""Days in the reader's words and digits."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.calendars import (
    Calendar,
    DateError,
    Span,
    default_calendar,
    format_date,
    other_calendars,
    parse_span,
)
from articles.text.calendars.names import MONTHS
from articles.text.digits import ascii_digits, localise_digits

DAY = date(2025, 10, 15)
G, J, H = Calendar.GREGORIAN, Calendar.JALALI, Calendar.HIJRI


@pytest.mark.parametrize(
    ("calendar", "language", "style", "written"),
    [
        (J, "fa", "long", "۲۳ مهر ۱۴۰۴"),
        (J, "fa", "full", "چهارشنبه ۲۳ مهر ۱۴۰۴"),
        (J, "fa", "medium", "۲۳ مهر ۱۴۰۴"),
        (J, "fa", "month", "مهر ۱۴۰۴"),
        (J, "fa", "year", "۱۴۰۴"),
        (G, "fa", "long", "۱۵ اکتبر ۲۰۲۵"),
        (H, "fa", "long", "۲۳ ربیع‌الثانی ۱۴۴۷"),
        (G, "ar", "long", "15 أكتوبر 2025"),
        (G, "ar", "full", "الأربعاء، 15 أكتوبر 2025"),
        (H, "ar", "long", "23 ربيع الآخر 1447"),
        (J, "ar", "long", "23 مهر 1404"),
        (G, "en", "long", "15 October 2025"),
        (G, "en", "full", "Wednesday, 15 October 2025"),
        (G, "en", "medium", "15 Oct 2025"),
        (J, "en", "medium", "23 Mehr 1404"),
        (H, "en", "long", "23 Rabi al-Thani 1447"),
        (G, "de", "month", "October 2025"),
        (J, "fa-AF", "long", "۲۳ مهر ۱۴۰۴"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(calendar, language, style, written):
    assert format_date(DAY, calendar, language, style) == written


@given(
    st.dates(date(1925, 1, 1), date(2077, 1, 1)),
    st.sampled_from(list(Calendar)),
    st.sampled_from(["fa", "ar", "en"]),
    st.sampled_from(["full", "long", "medium"]),
)
def test_what_is_written_can_be_read_again(day, calendar, language, style):
    assert parse_span(format_date(day, calendar, language, style)) == Span(day, day)


@pytest.mark.parametrize("language", ["fa", "ar", "en"])
@pytest.mark.parametrize("calendar", list(Calendar))
def test_every_calendar_has_twelve_names_in_every_language(calendar, language):
    assert len(set(MONTHS[calendar, language])) == 12


def test_the_others_are_told_as_far_as_they_reach():
    assert other_calendars(DAY, J, "fa") == ["۱۵ اکتبر ۲۰۲۵", "۲۳ ربیع‌الثانی ۱۴۴۷"]
    assert other_calendars(date(1900, 1, 1), G, "en") == ["11 Dey 1278"]


def test_a_day_outside_a_calendar_is_refused():
    with pytest.raises(DateError):
        format_date(date(1900, 1, 1), H, "ar")


def test_each_language_has_its_calendar():
    assert [default_calendar(language) for language in ("fa", "ar", "en", "ckb")] == [J, G, G, G]


@given(st.text())
def test_digits_keep_their_places(text):
    assert len(ascii_digits(text)) == len(localise_digits(text, "fa")) == len(text)
    assert ascii_digits(localise_digits(text, "fa")) == ascii_digits(text)


def test_three_sets_of_digits_become_one():
    assert ascii_digits("۱۲۳ ١٢٣ 123") == "123 123 123"
    assert localise_digits("۱۲۳ ١٢٣ 123", "fa") == "۱۲۳ ۱۲۳ ۱۲۳"
    assert localise_digits("۱۲۳ ١٢٣ 123", "ar") == "123 123 123"

"""Dates as publishers write them over an article, and the moments that they tell."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.calendars import DateError, parse_moment

TEHRAN = ZoneInfo("Asia/Tehran")
DAMASCUS = ZoneInfo("Asia/Damascus")


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-15",
        " date 2025-10-15",
        "۱۴۰۴/۰۷/۲۳",
        "23 مهر 1404",
        "چهارشنبه ۲۳ مهر ۱۴۰۴",
        "تاریخ انتشار: ۲۳ مهر ۱۴۰۴",
        "نشر في: 15 أكتوبر 2025",
        "الأربعاء 23 ربيع الآخر 1447هـ - 15 أكتوبر 2025م",
        "چهارشنبه، ۱۵ اکتبر ۲۰۲۵ (۲۳ مهر ۱۴۰۴)",
    ],
)
def test_a_day_alone_is_that_day_without_a_time(text):
    moment = parse_moment(text, TEHRAN)
    assert (moment.day, moment.at) == (date(2025, 10, 15), None)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2025-10-15T20:44:00+03:00", "2025-10-15T17:44:00"),
        ("2025-10-15T20:44:00+0300", "2025-10-15T17:44:00"),
        ("2025-10-15 20:44:00 +03", "2025-10-15T17:44:00"),
        ("2025-10-15T17:44:00Z", "2025-10-15T17:44:00"),
        ("2025-10-15T17:44Z", "2025-10-15T17:44:00"),
        ("2025-10-15t17:44:00.250z", "2025-10-15T17:44:00.250000"),
        ("2025-10-15T17:44:00.123456789Z", "2025-10-15T17:44:00.123456"),
        ("20251015T174400Z", "2025-10-15T17:44:00"),
        ("2025-10-15T13:44:00-04:00", "2025-10-15T17:44:00"),
        ("2025-10-15T21:14:00", "2025-10-15T17:44:00"),
        ("2025-10-15 21:14", "2025-10-15T17:44:00"),
        ("Wed, 15 Oct 2025 17:44:00 GMT", "2025-10-15T17:44:00"),
        ("Wed, 15 Oct 2025 20:44:00 +0300", "2025-10-15T17:44:00"),
        ("Wed, 15 Oct 2025 13:44:00 EDT", "2025-10-15T17:44:00"),
        ("15 Oct 2025, 9:14 pm", "2025-10-15T17:44:00"),
        ("October 15, 2025 at 9:14 p.m.", "2025-10-15T17:44:00"),
        ("Oct 15, 2025 17:44 UTC", "2025-10-15T17:44:00"),
        ("Oct 15, 2025 20:44 GMT+3", "2025-10-15T17:44:00"),
        ("۱۴۰۴/۰۷/۲۳ ۲۱:۱۴", "2025-10-15T17:44:00"),
        ("۱۴۰۴/۰۷/۲۳ - ۲۱:۱۴", "2025-10-15T17:44:00"),
        ("۲۱:۱۴ - ۱۴۰۴/۰۷/۲۳", "2025-10-15T17:44:00"),
        ("۲۳ مهر ۱۴۰۴ - ۲۱:۱۴", "2025-10-15T17:44:00"),
        ("۲۳ مهر ۱۴۰۴ ساعت ۲۱:۱۴", "2025-10-15T17:44:00"),
        ("۲۳ مهر ۱۴۰۴ ساعت ۲۱ و ۱۴ دقیقه", "2025-10-15T17:44:00"),
        ("۲۳ مهر ۱۴۰۴، ۹:۱۴ ب.ظ", "2025-10-15T17:44:00"),
        ("۲۳ مهر ۱۴۰۴، ۹:۱۴ بعد از ظهر", "2025-10-15T17:44:00"),
        ("۲۳ مهر ۱۴۰۴، ۹:۱۴ شب", "2025-10-15T17:44:00"),
        ("۲۳ مهر ۱۴۰۴، ۲۱:۱۴ به وقت تهران", "2025-10-15T17:44:00"),
        ("۲۳ مهر ۱۴۰۴، ۱۷:۴۴ به وقت گرینویچ", "2025-10-15T17:44:00"),
        ("تاریخ انتشار: چهارشنبه ۲۳ مهر ۱۴۰۴ - ۲۱:۱۴", "2025-10-15T17:44:00"),
        ("الأربعاء, 15 أكتوبر 2025 09:14 PM", "2025-10-15T17:44:00"),
        ("الأربعاء 15 أكتوبر 2025 - 09:14 م", "2025-10-15T17:44:00"),
        ("15 أكتوبر 2025 الساعة 9:14 مساءً", "2025-10-15T17:44:00"),
        ("15 أكتوبر 2025م 21:14", "2025-10-15T17:44:00"),
        ("15 أكتوبر 2025، 20:44 بتوقيت دمشق", "2025-10-15T17:44:00"),
        ("15 أكتوبر 2025 | 17:44 (بتوقيت غرينتش)", "2025-10-15T17:44:00"),
        ("15/10/2025 21:14:00", "2025-10-15T17:44:00"),
    ],
)
def test_a_time_is_read_in_its_own_zone_or_in_the_outlets(text, at):
    moment = parse_moment(text, TEHRAN)
    assert moment.at is not None
    assert moment.at.astimezone(UTC) == datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert moment.day == date(2025, 10, 15)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        ("12:05 AM", "00:05"), ("12:05 PM", "12:05"), ("11:44 PM", "23:44"), ("00:05", "00:05"), ("11 PM", "23:00"),
        ("ساعت ۱ بامداد", "01:00"), ("۱۲ ظهر", "12:00"), ("۱ ظهر", "13:00"), ("۵ عصر", "17:00"), ("۱۱ شب", "23:00"),
        ("۲ شب", "02:00"), ("۱۲ شب", "00:00"), ("۸ صبح", "08:00"), ("8 صباحا", "08:00"), ("8 ص", "08:00"),
        ("8 مساء", "20:00"), ("1 ظهرا", "13:00"), ("10 ليلا", "22:00"), ("20:30 مساء", "20:30"),
    ],
)  # fmt: skip
def test_halves_of_the_day_make_hours(hour, expected):
    moment = parse_moment(f"2025-10-15 {hour}", DAMASCUS)
    assert moment.at is not None
    assert moment.at.strftime("%H:%M") == expected


def test_the_day_is_the_day_in_the_zone_that_was_asked_about():
    assert parse_moment("2025-10-15T22:44:00Z", TEHRAN).day == date(2025, 10, 16)
    assert parse_moment("2025-10-15T22:44:00Z", ZoneInfo("UTC")).day == date(2025, 10, 15)
    assert parse_moment("2025-10-15T22:44:00", TEHRAN).day == date(2025, 10, 15)


def test_where_clocks_go_back_the_first_hour_is_taken():
    moment = parse_moment("2021-09-21 23:30", TEHRAN)  # 24:00 summer time became 23:00
    assert moment.at is not None
    assert moment.at.utcoffset() == datetime(2021, 9, 21, 12, tzinfo=TEHRAN).utcoffset()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "No date"),
        ("  ", "No date"),
        ("10:30", "No date"),
        ("چهارشنبه", "No date"),
        ("31 مهر 1404", "30 days"),
        ("1405/13/40", "no month 13"),
        ("30 اسفند 1404 10:30", "29 days"),
        ("23 مهر", "no year"),
        ("مهر 1404", "no single day"),
        ("1404", "no single day"),
        ("1-15 October 2025", "no single day"),
        ("دیروز", "cannot be read"),
        ("yesterday 10:30", "cannot be read"),
        ("2025-10-15 25:00", "no time of day"),
        ("2025-10-15 10:61", "no time of day"),
        ("2025-10-15 20:30 AM", "no time of day"),
        ("2025-10-15 10:30 +27:00", "no time of day"),
        ("2025-10-15 10:30 12:30", "different times"),
        ("پنجشنبه ۲۳ مهر ۱۴۰۴", "not a Thursday"),
        ("15 اکتبر 2025 (24 مهر 1404)", "different days"),
        ("15 اکتبر 1404", "mixes"),
        ("03/04/2025", "can be day"),
        ("1760547840", "cannot be read"),
        ("0001-01-01T00:00:00+14:00", "none of the calendars"),
        ("آخر تحديث 15 أكتوبر 2025", "cannot be read"),
        ("15 October 2025 " * 20, "too long"),
    ],
)
def test_what_is_unclear_is_refused_and_nothing_made_up(text, word):
    with pytest.raises(DateError, match=word):
        parse_moment(text, TEHRAN)


@given(st.text(max_size=220))
def test_any_text_gives_a_moment_or_a_date_error(text):
    with suppress(DateError):
        assert parse_moment(text, TEHRAN).day


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(1990, 1, 1), datetime(2070, 1, 1), timezones=OFFSETS))  # noqa: DTZ001 - drawn with a zone
def test_iso_8601_is_read_back(at):
    moment = parse_moment(at.isoformat(), TEHRAN)
    assert moment.at == at
    assert moment.day == at.astimezone(TEHRAN).date()

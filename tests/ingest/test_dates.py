"""When an article was published: given, inferred, unknown; never made up."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from articles.ingest.dates import given, inferred
from articles.models.article import PublishedHow

TEHRAN = ZoneInfo("Asia/Tehran")


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("2025-10-15", "2025-10-15", None),
        ("2025-10-15T20:44:00+03:00", "2025-10-15", "2025-10-15T17:44"),
        ("2025-10-15T22:30:00Z", "2025-10-16", "2025-10-15T22:30"),
        ("2025-10-15T01:00:00", "2025-10-15", "2025-10-14T21:30"),
        ("2025-10-15 01:00", "2025-10-15", "2025-10-14T21:30"),
        ("۱۴۰۴/۰۷/۲۳", "2025-10-15", None),
        ("1404-07-23", "2025-10-15", None),
        ("23 مهر 1404", "2025-10-15", None),
        ("الأربعاء, 15 أكتوبر 2025 11:44 PM", "2025-10-15", "2025-10-15T20:14"),
        ("Wed, 15 Oct 2025 20:44:00 GMT", "2025-10-16", "2025-10-15T20:44"),
    ],
)
def test_given_dates(text: str, day: str, at: str | None) -> None:
    found = given(text, TEHRAN)
    assert (str(found.day), found.how, found.warning) == (day, PublishedHow.GIVEN, "")
    assert found.at == (datetime.fromisoformat(at).replace(tzinfo=UTC) if at else None)
    start = datetime.combine(date.fromisoformat(day), datetime.min.time(), TEHRAN)
    assert found.sorted_at(TEHRAN) == (found.at or start)


@pytest.mark.parametrize("text", ["31 مهر 1404", "1405/13/40", "2025-02-30", "دیروز", "1444000000", "2025-10-15T25:00"])
def test_dates_that_do_not_exist_are_unknown_with_a_warning(text: str) -> None:
    found = given(text, TEHRAN)
    assert (found.day, found.at, found.how, found.text) == (None, None, PublishedHow.UNKNOWN, text)
    assert text in found.warning


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("روز چهارشنبه، ۲۴ دسامبر ۲۰۲۵ (۳ دی ۱۴۰۴) دیدار کردند.", "2025-12-24"),
        ("يوم الأربعاء 15 أكتوبر 2025 في موسكو", "2025-10-15"),
        ("on Wednesday, October 15, 2025 in Moscow", "2025-10-15"),
        ("در ۱۸ آذر ۱۴۰۳ پایان یافت. چهارشنبه ۲۳ مهر ۱۴۰۴ گفت", "2025-10-15"),
        ("در ۸ دسامبر ۲۰۲۴ پایان یافت", None),
        ("روز چهارشنبه در مسکو", None),
        ("روز پنجشنبه ۱ ژانویه ۲۰۹۸ خواهد بود", None),
        ("خبر " * 400 + "چهارشنبه ۲۳ مهر ۱۴۰۴", None),
        ("روز سه‌شنبه ۲۳ مهر ۱۴۰۴", None),
        ("", None),
    ],
)
def test_inferred_dates(text: str, day: str | None) -> None:
    found = inferred(text, date(2026, 1, 1))
    assert found.day == (date.fromisoformat(day) if day else None)
    assert found.how == (PublishedHow.INFERRED if day else PublishedHow.UNKNOWN)
    assert found.at is None


@hypothesis_given(st.text(max_size=40) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:+]{2,12})?", fullmatch=True))
def test_any_text_is_a_date_or_unknown(text: str) -> None:
    found = given(text, TEHRAN)
    assert (found.how is PublishedHow.GIVEN) == (found.day is not None) == (not found.warning)

"""Dates that mix calendars, with the year that was meant."""

from __future__ import annotations

import pytest

from articles.search.likely_year import with_likely_year
from articles.search.query import parse


@pytest.mark.parametrize(
    ("q", "better"),
    [
        ("date:15 اکتبر 1404", "date:15 اکتبر 2025"),
        ("پوتین ۱۴۰۴ از:۱۵ اکتبر ۱۴۰۴ سوریه", "پوتین ۱۴۰۴ از:۱۵ اکتبر ۲۰۲۵ سوریه"),
        ("إلى:١٥ أكتوبر ١٤٤٧", "إلى:١٥ أكتوبر ٢٠٢٥"),
        ('date:"3 دی 2025" نفت', 'date:"3 دی 1404" نفت'),
        ("date:مارس 1404", None),
        ("date:31 مهر 1404", None),
        ("15 اکتبر 1404", None),
        ("", None),
    ],
)
def test_the_year_alone_is_exchanged(q: str, better: str | None) -> None:
    assert with_likely_year(q, parse(q).problems) == better


def test_the_better_query_has_no_such_problem() -> None:
    better = with_likely_year("date:15 اکتبر 1404 پوتین", parse("date:15 اکتبر 1404 پوتین").problems)
    assert better is not None
    assert parse(better).problems == ()

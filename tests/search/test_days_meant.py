"""Days among the words of a query."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.days_meant import days_meant

TODAY = date(2025, 12, 24)
NAMED = [
    ("سوریه از ۱ مهر ۱۳۹۴ تا ۳۰ آبان ۱۳۹۴", "2015-09-23", "2015-11-21", "سوریه"),
    ("سوریه ۱ مهر ۱۳۹۴ تا ۳۰ آبان ۱۳۹۴", "2015-09-23", "2015-11-21", "سوریه"),
    ("سوریه از ۱ مهر تا ۳۰ آبان", "2025-09-23", "2025-11-21", "سوریه"),
    ("از ۱ تا ۱۵ مهر ۱۳۹۴ سوریه", "2015-09-23", "2015-10-07", "سوریه"),
    ("سوریه از اکتبر تا نوامبر ۲۰۱۵", "2015-10-01", "2015-11-30", "سوریه"),
    ("۲۳ مهر ۱۴۰۴", "2025-10-15", "2025-10-15", ""),
    ("سوریه چهارشنبه ۲۳ مهر ۱۴۰۴ در تهران", "2025-10-15", "2025-10-15", "سوریه در تهران"),
    ("هوای مهر ۱۴۰۴", "2025-09-23", "2025-10-22", "هوای"),
    ("هوای مهرماه سال ۱۴۰۴", "2025-09-23", "2025-10-22", "هوای"),
    ("سوریه ۱۴۰۴/۰۷/۲۳", "2025-10-15", "2025-10-15", "سوریه"),
    ("اخبار دیروز", "2025-12-23", "2025-12-23", "اخبار"),
    ("اخبار امروز؟", "2025-12-24", "2025-12-24", "اخبار"),
    ("۷ روز گذشته سوریه", "2025-12-18", "2025-12-24", "سوریه"),
    ("اخبار هفتهٔ گذشته", "2025-12-13", "2025-12-19", "اخبار"),
    ("دیروز یا پوتین", "2025-12-23", "2025-12-23", "پوتین"),
    ("پوتین -ترامپ مهر ۱۴۰۴", "2025-09-23", "2025-10-22", "پوتین -ترامپ"),
    ("زلزال 15 أكتوبر 2015", "2015-10-15", "2015-10-15", "زلزال"),
    ("زلزال في أكتوبر 2015 في سوريا", "2015-10-01", "2015-10-31", "زلزال في سوريا"),
    ("سوريا من 1 أكتوبر 2015 إلى 15 نوفمبر 2015", "2015-10-01", "2015-11-15", "سوريا"),
    ("حرب تشرين الأول/أكتوبر 2015", "2015-10-01", "2015-10-31", "حرب"),
    ("مسلسلات رمضان 1436", "2015-06-18", "2015-07-16", "مسلسلات"),
    ("أخبار أمس", "2025-12-23", "2025-12-23", "أخبار"),
    ("أخبار يوم أمس", "2025-12-23", "2025-12-23", "أخبار"),
    ("أخبار هذا الأسبوع", "2025-12-20", "2025-12-26", "أخبار"),
    ("putin October 2015", "2015-10-01", "2015-10-31", "putin"),
    ("putin in October 2015, kremlin", "2015-10-01", "2015-10-31", "putin kremlin"),
    ("between 1 and 15 October 2015 putin", "2015-10-01", "2015-10-15", "putin"),
    ("putin 2015-10-15..2015-10-20", "2015-10-15", "2015-10-20", "putin"),
    ("yesterday", "2025-12-23", "2025-12-23", ""),
    ("putin 3 days ago", "2025-12-21", "2025-12-21", "putin"),
]
LEFT_ALONE = [
    "",
    "رئیس جمهور سوریه",
    # Numbers alone, and a century left open.
    "putin 2015", "سال ۱۳۹۴", "putin 2015-10", "from 2014 to 2016 putin", "تیر ۹۴", "20151015 x", "اف ۱۶ ۲۰۱۵",
    # Of which year?
    "22 بهمن", "September 11", "حرب 6 أكتوبر", "may", "مهر", "از مهر",
    # Two ways to read it, or none.
    "putin 03/04/2015", "سوریه جمعه ۲۳ مهر ۱۴۰۴", "31 مهر 1404", "15 اکتبر 1404", "3 دی 2025 تا 30 آبان 1404",
    # More than one span, or a span of which one end is open.
    "15 October 2015 16 October 2015", "15 and 16 October 2015", "پوتین مهر ۱۴۰۴ یا مهر ۱۴۰۳",
    "putin since October 2015", "putin before October 2015", "گزارش از ۲۳ مهر ۱۴۰۴", "تا ۲۳ مهر ۱۴۰۴",
    "putin October 2015 until",
    # Quotation marks, fields, parentheses, exclusions.
    "«۲۳ مهر ۱۴۰۴»", '"October 2015" putin', "title:دیروز سوریه", "date:2015 putin yesterday", "از:۱ مهر ۱۴۰۴ پوتین",
    "putin (October 2015)", "-دیروز سوریه",
    # Days that no article can have.
    "putin tomorrow", "اخبار هفتهٔ آینده", "مهر 1410", "محرم 900",
]  # fmt: skip

PIECES = [
    *("از", "تا", "۱", "۱۵", "2015", "۱۳۹۴", "مهر", "October", "دیروز", "من", "إلى", "and", "last", "7", "days", "x"),
    *("-", "(", "»", "date:", "/"),
]


@pytest.mark.parametrize(("q", "first", "last", "rest"), NAMED)
def test_days_are_read_and_the_other_words_are_left(q: str, first: str, last: str, rest: str) -> None:
    meant = days_meant(q, TODAY)
    assert meant is not None
    assert (meant.span.first.isoformat(), meant.span.last.isoformat(), meant.rest) == (first, last, rest)


@pytest.mark.parametrize("q", LEFT_ALONE)
def test_what_is_unclear_or_meant_as_words_is_left_alone(q: str) -> None:
    assert days_meant(q, TODAY) is None


@given(st.lists(st.sampled_from(PIECES)))
def test_no_query_fails_and_no_days_to_come_are_meant(words: list[str]) -> None:
    meant = days_meant(" ".join(words), TODAY)
    assert meant is None or (meant.span.first <= meant.span.last and meant.span.first <= TODAY)

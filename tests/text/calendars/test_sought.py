"""Days among the words of a text that is no date as a whole; tables of queries: tests/search/test_days_meant.py."""

from datetime import date

import pytest

from articles.text.calendars import Span, find_span

TODAY = date(2025, 12, 24)


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        ("سوریه از ۱ مهر تا ۱۵ مهر ۱۳۹۴ حلب", "از ۱ مهر تا ۱۵ مهر ۱۳۹۴", Span(date(2015, 9, 23), date(2015, 10, 7))),
        ("putin on 15 October 2015 in Paris", "on 15 October 2015", Span(date(2015, 10, 15), date(2015, 10, 15))),
        ("أخبار يوم أمس في حلب", "يوم أمس", Span(date(2025, 12, 23), date(2025, 12, 23))),
        ("حريق أمس، حلب", "أمس،", Span(date(2025, 12, 23), date(2025, 12, 23))),
    ],
)
def test_whole_words_are_found_without_the_one_that_belongs_to_what_follows(text, words, span):
    found = find_span(text, TODAY)
    assert text[found.start : found.end] == words
    assert found.span == span


@pytest.mark.parametrize(
    "text", ["حلب 2015", "22 بهمن", "since October 2015", "دیروز و امروز", "روز ۲۰۱۵", "آخرین روز"]
)
def test_numbers_alone_days_without_a_year_and_open_ranges_are_none(text):
    assert find_span(text, TODAY) is None

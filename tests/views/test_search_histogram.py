"""Bars over the results."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.templatetags.dates import Reader, reading
from articles.text.calendars import Calendar, parse_span
from articles.views.search_histogram import histogram
from articles.views.search_links import Links

DAY = date(2025, 10, 15)


def drawn(days, query="q=x", calendar=Calendar.JALALI):
    with translation.override("fa"), reading(Reader(calendar)):
        return histogram(days, Links(QueryDict(query)))


@pytest.mark.parametrize("days", [{}, {None: 5}, {DAY: 7}, {DAY: 7, None: 2}])
def test_one_bar_tells_nothing(days):
    assert drawn(days) is None


def test_bars_are_days_of_the_readers_calendar_with_their_counts():
    found = drawn({DAY: 10, DAY + timedelta(2): 5, DAY + timedelta(3): 0, None: 4})
    assert [(bar.label, bar.count, bar.height) for bar in found.bars] == [
        ("۲۳ مهر ۱۴۰۴", 10, 100),
        ("۲۴ مهر ۱۴۰۴", 0, 0),
        ("۲۵ مهر ۱۴۰۴", 5, 50),
        ("۲۶ مهر ۱۴۰۴", 0, 0),
    ]
    assert (found.undated, found.first, found.last) == (4, "۲۳ مهر ۱۴۰۴", "۲۶ مهر ۱۴۰۴")


def test_a_bar_narrows_the_search_to_its_days():
    found = drawn({DAY: 1, DAY + timedelta(1): 1000}, "q=x&calendar=hijri&language=fa&page=3")
    bar = found.bars[0]
    params = QueryDict(bar.address.removeprefix("?"))
    assert params.dict() == {"q": "x", "language": "fa", "from": "2025-10-15", "to": "2025-10-15"}
    assert bar.height == 3


def test_chosen_days_can_be_let_go():
    days = {DAY: 1, DAY + timedelta(1): 1}
    assert drawn(days).all_days == ""
    assert drawn(days, "q=x&from=1404&to=1404").all_days == "?q=x"


@given(
    st.dictionaries(st.dates(date(1925, 1, 1), date(2076, 1, 1)), st.integers(1, 500), min_size=2),
    st.integers(0, 9),
    st.sampled_from(list(Calendar)),
)
def test_the_bars_and_the_undated_are_all_results(days, undated, calendar):
    found = drawn({**days, None: undated}, calendar=calendar)
    if found is None:
        return
    assert sum(bar.count for bar in found.bars) + found.undated == sum(days.values()) + undated
    for bar in found.bars:
        assert bool(bar.count) == bool(bar.address)
        params = QueryDict(bar.address.removeprefix("?"))
        if bar.count:
            first, last = parse_span(params["from"]).first, parse_span(params["to"]).last
            assert sum(count for day, count in days.items() if first <= day <= last) == bar.count

"""Parameters as design promises them: inclusive days in any calendar, repeated values, exclusions, errors by name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.parameters import parse_parameters
from articles.search.request import SearchRequest


def read(**params: str | list[str]) -> SearchRequest:
    given_params = {name.rstrip("_"): [value] if isinstance(value, str) else value for name, value in params.items()}
    request, errors = parse_parameters(given_params)
    assert errors == []
    return request


def wrong(**params: str | list[str]) -> set[str]:
    given_params = {name.rstrip("_"): [value] if isinstance(value, str) else value for name, value in params.items()}
    return {error.parameter for error in parse_parameters(given_params)[1] if error.message}


def test_without_parameters_everything_is_asked_for() -> None:
    assert read() == SearchRequest()


@pytest.mark.parametrize(
    ("start", "end", "calendar", "first", "last"),
    [
        ("2025-10-01", "2025-10-31", "", date(2025, 10, 1), date(2025, 10, 31)),
        ("مهر ۱۴۰۴", "مهر ۱۴۰۴", "", date(2025, 9, 23), date(2025, 10, 22)),
        ("1404-07-09", "1404-08-09", "", date(2025, 10, 1), date(2025, 10, 31)),
        ("1404", "1404", "", date(2025, 3, 21), date(2026, 3, 20)),
        ("2025", "2025", "", date(2025, 1, 1), date(2025, 12, 31)),
        ("1447-04-23", "", "", date(2025, 10, 15), None),
        ("1404-01-01", "", "jalali", date(2025, 3, 21), None),
        ("", "15 أكتوبر 2025", "", None, date(2025, 10, 15)),
    ],
)
def test_from_and_to_are_inclusive_days_in_any_calendar(
    start: str, end: str, calendar: str, first: date | None, last: date | None
) -> None:
    request = read(from_=start, to=end, calendar=calendar)
    assert (request.first, request.last) == (first, last)


def test_repeated_values_are_kept_in_order_and_a_minus_excludes() -> None:
    request = read(language=["fa", "-ar", "fa"], source=["fa.abna24.com", "-irna"], person=["a-b", "-c-d"])
    assert (request.languages, request.languages_excluded) == (("fa",), ("ar",))
    assert (request.sources, request.sources_excluded) == (("fa.abna24.com",), ("irna",))
    assert (request.people, request.people_excluded) == (("a-b",), ("c-d",))


def test_blank_values_and_unknown_parameters_are_ignored() -> None:
    assert read(q="  ", page="", from_="", language="", utm="x", sort=" ") == SearchRequest()


@pytest.mark.parametrize(
    ("params", "parameter"),
    [
        ({"from_": "31 مهر 1404"}, "from"),
        ({"to": "someday"}, "to"),
        ({"from_": "2025-02-01", "to": "2025-01-01"}, "to"),
        ({"calendar": "mayan"}, "calendar"),
        ({"sort": "best"}, "sort"),
        ({"match": "some"}, "match"),
        ({"page": "0"}, "page"),
        ({"page": "-1"}, "page"),
        ({"page": "x"}, "page"),
        ({"page": "٠"}, "page"),
        ({"page_size": "9" * 5000}, "page_size"),
        ({"page_size": "101"}, "page_size"),
        ({"language": "زبان"}, "language"),
        ({"person": "../etc"}, "person"),
        ({"source": "a b"}, "source"),
        ({"source": ["x"] * 51}, "source"),
    ],
)
def test_a_bad_value_is_told_by_its_parameter(params: dict[str, str], parameter: str) -> None:
    assert wrong(**params) == {parameter}


def test_numbers_may_be_written_in_persian_digits() -> None:
    assert read(page="۲", page_size="١٠").page_size == 10


@pytest.mark.parametrize(
    ("digits", "page"),
    [("9" * 18, 10**18 - 1), ("9" * 19, 10**18), ("۹" * 5000, 10**18), ("0" * 5000 + "7", 7), ("٠٠٣", 3)],
)
def test_a_page_of_any_number_is_a_page(digits: str, page: int) -> None:
    assert read(page=digits).page == page


NAMES = ["q", "from", "to", "calendar", "language", "source", "person", "sort", "match", "page", "page_size"]


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(max_size=30), max_size=3)))
def test_nothing_raises_and_what_is_kept_is_usable(params: dict[str, list[str]]) -> None:
    request, errors = parse_parameters(params)
    assert request.page >= 1
    assert 1 <= request.page_size <= 100
    for error in errors:
        error.message.encode()

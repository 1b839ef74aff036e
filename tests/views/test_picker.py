"""Choosing a day, and ranges of one tap."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from django.utils import translation

from articles.templatetags.dates import Reader, reading
from articles.text.calendars import Calendar, parse_span
from articles.views.picker import in_words, quick_ranges, ranges
from articles.views.search_links import Links

TODAY = date(2025, 12, 24)


def days(page):
    return [cell.day for week in page.context["month"].weeks for cell in week if cell]


def test_the_month_of_the_written_day_opens_in_the_readers_calendar(client):
    page = client.get("/picker/", {"value": "۲۳ مهر ۱۴۰۴", "ui": "fa"})
    assert (days(page)[0], days(page)[-1]) == (date(2025, 9, 23), date(2025, 10, 22))
    assert page.context["chosen"] == date(2025, 10, 15)
    assert 'data-day="2025-10-15" value="۲۳ مهر ۱۴۰۴"' in page.content.decode()


def test_what_a_button_writes_is_read_as_its_day(client):
    for calendar in Calendar:
        client.cookies["calendar"] = calendar.value
        page = client.get("/picker/", {"day": "2025-10-15", "ui": "ar"})
        for cell in days(page):
            value = page.content.decode().split(f'data-day="{cell}" value="')[1].split('"')[0]
            assert parse_span(value, today=TODAY).first == cell


def test_neighbouring_months_are_named_by_their_first_day(client):
    client.cookies["calendar"] = "gregorian"
    page = client.get("/picker/", {"day": "2025-10-15"})
    assert (page.context["before"], page.context["after"]) == (date(2025, 9, 1), date(2025, 11, 1))


@pytest.mark.parametrize("value", ["", "x", "31 Mehr 1404", "9" * 300, "1404 هجری"])
def test_what_cannot_be_read_opens_this_month(client, value):
    page = client.get("/picker/", {"value": value})
    assert page.status_code == 200
    assert page.context["today"] in days(page)
    assert page.context["chosen"] is None


def test_a_calendar_that_does_not_reach_the_day_gives_way(client):
    client.cookies["calendar"] = "hijri"
    assert days(client.get("/picker/", {"day": "1900-01-01"}))[0] == date(1900, 1, 1)


def test_the_last_month_of_a_calendar_has_none_after_it(client):
    client.cookies["calendar"] = "hijri"
    page = client.get("/picker/", {"day": "2077-11-16"})
    assert page.context["after"] is None


def test_quick_ranges_are_those_of_the_readers_calendar():
    told = {label: (span.first, span.last) for label, span in ranges(TODAY, Calendar.JALALI, "fa")}
    assert list(told)[2:] == ["دی ۱۴۰۴", "آذر ۱۴۰۴", "۱۴۰۴"]
    assert list(told.values()) == [
        (TODAY, TODAY),
        (TODAY - timedelta(6), TODAY),
        (date(2025, 12, 22), date(2026, 1, 20)),
        (date(2025, 11, 22), date(2025, 12, 21)),
        (date(2025, 3, 21), date(2026, 3, 20)),
    ]


def test_a_chosen_range_can_be_let_go():
    (today, *_) = quick_ranges(Links(QueryDict("q=x&calendar=hijri")), None, None)
    params = QueryDict(today.address.removeprefix("?"))
    assert params["from"] == params["to"]
    assert "calendar" not in params
    day = date.fromisoformat(params["from"])
    (chosen, *_) = quick_ranges(Links(params), day, day)
    assert (chosen.chosen, chosen.address) == (True, "?q=x")


@pytest.mark.parametrize(
    ("text", "told"),
    [("2025-10-15", "۲۳ مهر ۱۴۰۴"), ("15 October 2025", "15 October 2025"), ("2025-02-30", "2025-02-30"), ("", "")],
)
def test_the_days_of_links_are_told_in_the_readers_words(text, told):
    with translation.override("fa"), reading(Reader()):
        assert in_words(text) == told

"""The archive by year, month and day in three calendars."""

import re
from datetime import UTC, date, datetime

import pytest

from articles.models import Article

pytestmark = pytest.mark.django_db
DAY = date(2025, 10, 15)  # 23 Mehr 1404, 23 Rabi II 1447
ADDRESSES = {
    "gregorian": ("/archive/2025/", "/archive/2025/10/", "/archive/2025/10/15/"),
    "jalali": ("/archive/jalali/1404/", "/archive/jalali/1404/07/", "/archive/jalali/1404/07/23/"),
    "hijri": ("/archive/hijri/1447/", "/archive/hijri/1447/04/", "/archive/hijri/1447/04/23/"),
}


def make(number, day=DAY, **fields):
    moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC) if day else None
    defaults = {"title": f"عنوان {number}", "body": "متن", "language": "fa", "day": day, "sorted_at": moment}
    return Article.objects.create(external_id=str(number), content_hash="x", **{**defaults, **fields})


@pytest.fixture
def articles():
    days = [DAY, DAY, date(2025, 10, 1), date(2025, 3, 20), date(2019, 9, 1), None]
    found = [make(number, day) for number, day in enumerate(days)]
    make("withdrawn", withdrawn_at=datetime(2025, 11, 1, tzinfo=UTC))
    make("copy", duplicate_of=found[0])
    return found


def text(response):
    """The words of the page's main part, each run of blanks as one."""
    main = response.content.decode().split("<main", 1)[1].split("</main", 1)[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


@pytest.mark.parametrize(("calendar", "addresses"), ADDRESSES.items())
def test_year_month_and_day_answer_in_each_calendar(client, articles, calendar, addresses):
    year, month, day = (client.get(address, {"ui": "en"}) for address in addresses)
    assert [page.status_code for page in (year, month, day)] == [200, 200, 200]
    assert month.context["month"].count == 3
    assert addresses[1].replace("/07/", "/7/").replace("/04/", "/4/") in year.content.decode()
    assert [article.external_id for article in day.context["articles"]] == ["1", "0"]


def test_the_same_day_has_one_canonical_address(client, articles):
    for _, _, day in ADDRESSES.values():
        assert 'rel="canonical" href="http://testserver/archive/2025/10/15/"' in client.get(day).content.decode()


@pytest.mark.parametrize(
    ("calendar", "months"),
    [
        ("gregorian", {2025: 4, 2019: 1}),
        ("jalali", {1404: 3, 1403: 1, 1398: 1}),
        ("hijri", {1447: 3, 1446: 1, 1441: 1}),
    ],
)
def test_the_overview_counts_by_the_readers_calendar(client, articles, calendar, months):
    client.cookies["calendar"] = calendar
    page = client.get("/archive/", {"ui": "en"})
    assert {int(year.label): year.count for year in page.context["years"]} == months
    assert page.context["undated"] == 1
    assert page.context["total"] == 6


def test_the_counts_of_a_grid_are_those_of_its_days(client, articles):
    month = client.get("/archive/2025/10/").context["month"]
    counts = {cell.day: cell.count for week in month.weeks for cell in week if cell and cell.count}
    assert counts == {DAY: 2, date(2025, 10, 1): 1}
    assert [len(week) for week in month.weeks] == [7] * len(month.weeks)
    levels = {cell.day: cell.level for week in month.weeks for cell in week if cell}
    assert (levels[DAY], levels[date(2025, 10, 1)], levels[date(2025, 10, 2)]) == (4, 2, 0)


def test_a_year_tells_the_count_of_a_day_beside_its_link(client, articles):
    page = client.get("/archive/2025/", {"ui": "en"}).text
    assert '<a href="/archive/2025/10/15/" title="2">15</a>' in page


def test_weeks_begin_on_the_readers_day(client, articles):
    for language, first in (("fa", "شنبه"), ("ar", "السبت"), ("en", "Monday")):
        assert client.get("/archive/2025/10/", {"ui": language}).context["columns"][0].name == first


def test_before_and_after_lead_to_the_nearest_with_articles(client, articles):
    page = client.get("/archive/2025/10/15/", {"ui": "en"})
    assert page.context["before"].address == "/archive/2025/10/1/"
    assert page.context["after"] is None
    assert client.get("/archive/jalali/1404/07/23/").context["before"].address == "/archive/jalali/1404/7/9/"
    assert client.get("/archive/2019/9/").context["after"].address == "/archive/2025/3/"


def test_other_calendars_are_one_link_away(client, articles):
    page = client.get("/archive/2025/10/15/")
    assert [link.address for link in page.context["others"]] == [
        "/archive/jalali/1404/7/23/",
        "/archive/hijri/1447/4/23/",
    ]


def test_a_year_of_another_calendar_than_the_readers_is_told_with_it(client, articles):
    own, other = (client.get(address, {"ui": "en"}) for address in ("/archive/2025/", "/archive/jalali/1404/"))
    assert (own.context["title"], other.context["title"]) == ("2025", "1404 Jalali")
    assert [link.label for link in own.context["others"]] == ["1404 Jalali", "1447 Hijri"]


def test_undated_articles_can_be_reached(client, articles):
    assert "/archive/undated/" in client.get("/archive/").content.decode()
    page = client.get("/archive/undated/")
    assert [article.external_id for article in page.context["articles"]] == ["5"]


def test_a_day_without_articles_says_so_and_is_not_indexed(client, articles):
    page = client.get("/archive/2025/10/16/", {"ui": "en"})
    assert page.status_code == 200
    assert "No article of this day is here." in text(page)
    assert 'content="noindex"' in page.content.decode()


def test_an_empty_portal_has_an_archive(client):
    assert "No article with a date is here yet." in text(client.get("/archive/", {"ui": "en"}))


@pytest.mark.parametrize(
    ("address", "reason", "near"),
    [
        ("/archive/2025/13/", "no month 13", ["/archive/2025/"]),
        ("/archive/2025/2/30/", "28 days", ["/archive/2025/2/", "/archive/2025/"]),
        ("/archive/jalali/1404/7/31/", "30 days", ["/archive/jalali/1404/7/", "/archive/jalali/1404/"]),
        ("/archive/jalali/1404/12/30/", "29 days", ["/archive/jalali/1404/12/"]),
        ("/archive/1404/7/23/", "Gregorian year", ["/archive/jalali/1404/7/23/", "/archive/hijri/1404/7/23/"]),
        ("/archive/jalali/2025/", "Jalali year", ["/archive/2025/"]),
        ("/archive/hijri/1501/", "Hijri year", []),
        ("/archive/0/", "Gregorian year", []),
        (f"/archive/{'9' * 100}/", "Gregorian year", []),
    ],
)
def test_a_date_that_does_not_exist_is_a_404_that_helps(client, address, reason, near):
    page = client.get(address, {"ui": "en"})
    assert page.status_code == 404
    assert reason in text(page)
    assert all(f'href="{link}"' in page.content.decode() for link in near)


def test_numbers_too_long_for_any_date_are_not_found(client):
    assert client.get(f"/archive/{'9' * 5000}/").status_code == 404


def test_pages_of_a_day_divide_its_articles(client):
    for number in range(35):
        make(number)
    first, second = client.get("/archive/2025/10/15/"), client.get("/archive/2025/10/15/", {"page": 2})
    assert (len(first.context["articles"]), len(second.context["articles"])) == (30, 5)
    assert client.get("/archive/2025/10/15/", {"page": "x"}).status_code == 200


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/archive/", 1),
        ("/archive/2025/", 3),
        ("/archive/jalali/1404/7/", 3),
        ("/archive/hijri/1447/4/23/", 4),
        ("/archive/undated/", 2),
    ],
)
def test_the_number_of_queries_is_fixed(client, articles, django_assert_num_queries, address, queries):
    with django_assert_num_queries(queries):
        client.get(address)

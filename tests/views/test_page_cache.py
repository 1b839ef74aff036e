"""Kept pages: never an old one, never another reader's."""

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Event

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.utils import timezone

from articles.ingest import corrections
from articles.ingest.pipeline import store_many
from articles.ingest.record import ArticleRecord
from articles.models import Article, Person, Source
from articles.people.store import merge
from articles.search.indexer import drain
from articles.views import page_cache
from articles.views.page_cache import Kept, Key, Store, keepable

BODY = "ولادیمیر پوتین در تهران از باران گفت."


@pytest.fixture
def portal(database_file, index) -> Path:
    """Two indexed articles of one outlet that name a person, in a database that other processes can open."""
    person = Person.objects.create(slug="vladimir-putin")
    person.names.create(text="ولادیمیر پوتین", language="fa")
    store_many(
        [
            ArticleRecord("1", "باران در تهران", BODY, source="bamdad", date="2025-10-15", language="fa"),
            ArticleRecord("2", "برف در تهران", BODY + " برف هم بارید.", source="bamdad", date="2025-10-16"),
        ]
    )
    drain()
    return database_file


PAGES = ["/", "/articles/{pk}/", "/search/?q=تهران", "/people/", "/people/vladimir-putin/", "/archive/", "/sources/",
         "/sources/bamdad/", "/archive/2025/", "/archive/2025/10/", "/archive/2025/10/15/"]  # fmt: skip


NAMELESS = {"/archive/", "/archive/2025/", "/archive/2025/10/"}


def drawn(answer: HttpResponse) -> bool:
    """Whether a view answered, and not the cache, which looks no view up."""
    return answer.wsgi_request.resolver_match is not None


def shown(page: str) -> str:
    return page.format(pk=Article.objects.get(external_id="1").pk)


@pytest.mark.parametrize("page", PAGES)
def test_the_second_time_a_page_comes_without_a_query(client, portal, django_assert_num_queries, page):
    address = shown(page)
    first = client.get(address)
    with django_assert_num_queries(0):
        again = client.get(address)
    assert (again.content, dict(again.items())) == (first.content, dict(first.items()))


def rename_by_hand(database: Path) -> None:
    """What any program does to the database."""
    with sqlite3.connect(database) as other:
        other.execute("UPDATE articles_article SET title = 'دگرگون‌شده'")
        other.execute('UPDATE articles_source SET names = \'{"fa": "دگرگون‌شده"}\'')
        other.execute("UPDATE articles_personname SET text = 'دگرگون‌شده'")


@pytest.mark.parametrize("page", [page for page in PAGES if page not in NAMELESS])
def test_a_write_of_another_connection_is_seen_by_the_next_request(client, portal, page):
    address = shown(page)
    assert "دگرگون‌شده" not in client.get(address).text
    rename_by_hand(portal)
    assert "دگرگون‌شده" in client.get(address).text


def test_an_import_is_seen_at_once_and_found_as_soon_as_it_is_indexed(client, portal):
    client.get("/")
    client.get("/search/?q=طوفان")
    store_many([ArticleRecord("3", "طوفان در رشت", "باد تند.", source="bamdad", date="2025-10-17", language="fa")])
    assert "طوفان در رشت" in client.get("/").text
    assert "طوفان در رشت" not in client.get("/search/?q=طوفان").text
    drain()
    assert "<mark>طوفان</mark> در رشت" in client.get("/search/?q=طوفان").text


def test_a_commit_to_the_index_alone_is_seen(client, portal, monkeypatch):
    for mark, is_drawn in (("one", True), ("two", True), ("two", False)):
        monkeypatch.setattr(page_cache, "index_edition", lambda mark=mark: mark)
        assert drawn(client.get("/search/?q=تهران")) is is_drawn


def test_where_the_index_cannot_tell_nothing_is_kept(client, portal, monkeypatch):
    monkeypatch.setattr(page_cache, "index_edition", lambda: None)
    assert [drawn(client.get("/")) for _ in range(2)] == [True, True]


def test_a_correction_a_withdrawal_and_a_merge_are_seen_at_once(client, portal):
    address, person = shown("/articles/{pk}/"), "/people/vladimir-putin/"
    article = Article.objects.get(external_id="1")
    client.get(address), client.get(person)
    corrections.correct(article, {"title": "باران در قم"})
    assert "باران در قم" in client.get(address).text
    other = Person.objects.create(slug="putin")
    other.names.create(text="پوتین", language="fa")
    merge(Person.objects.get(slug="vladimir-putin"), [other])
    assert "پوتین</bdi>" in client.get(person).text
    corrections.withdraw([article], "دوبار آمد")
    assert client.get(address).status_code == 410
    assert "باران در قم" not in client.get("/").text


def test_a_withdrawal_by_another_process_is_seen_at_once(client, portal, data_dir):
    address = shown("/articles/{pk}/")
    assert client.get(address).status_code == 200
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{portal}",
        "DATA_DIR": str(data_dir),
        "ENV_FILE": "/dev/null",
        "DJANGO_SETTINGS_MODULE": "newsportal.settings",
    }
    command = [sys.executable, "manage.py", "withdraw", "bamdad:1", "--reason", "اشتباه بود"]
    subprocess.run(command, env=environment, check=True, capture_output=True, cwd=django_settings.BASE_DIR)
    assert client.get(address).status_code == 410


def test_an_edit_in_the_administration_is_seen_at_once(client, portal):
    client.get("/sources/bamdad/")
    editor = Client()
    editor.force_login(User.objects.create_superuser("editor"))
    source = Source.objects.get(slug="bamdad")
    form = {"name": "بامداد نو", "names": "{}", "hosts": "", "language": "fa", "time_zone": "", "homepage": ""}
    assert editor.post(f"/admin/articles/source/{source.pk}/change/", form).status_code == 302
    assert "بامداد نو" in client.get("/sources/bamdad/").text


READERS = [
    {"headers": {"accept-language": "ar"}},
    {"headers": {"accept-encoding": "gzip"}},
    {"headers": {"host": "127.0.0.1"}},
    {"cookies": {"theme": "dark"}},
    {"cookies": {"calendar": "hijri"}},
    {"cookies": {"results": "dense"}},
    {"cookies": {"zone": "America/New_York"}},
    {"cookies": {"django_language": "en"}},
]


@pytest.mark.parametrize("reader", READERS, ids=str)
def test_each_reader_is_shown_their_own_page(client, portal, reader):
    """The page that a reader is shown after others is the one that they are shown alone."""
    alone = Client()
    address = "/search/?q=تهران"
    client.get(address)
    for one in (client, alone):
        one.cookies.load(reader.get("cookies", {}))
    answers = [one.get(address, headers=reader.get("headers", {})) for one in (client, alone)]
    assert [answer.headers.get("Content-Encoding") for answer in answers] == [
        answers[0].headers.get("Content-Encoding")
    ] * 2
    if "Content-Encoding" not in answers[0].headers:
        assert answers[0].text == answers[1].text
    client.cookies.clear()
    assert client.get(address).text == Client().get(address).text


def test_the_language_of_the_address_is_kept_in_its_cookie_each_time(client, portal):
    for _ in range(2):
        assert client.get("/?ui=en").cookies["django_language"].value == "en"


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken", "messages"])
def test_a_reader_whom_the_portal_knows_is_never_shown_a_kept_page(client, portal, cookie):
    client.get("/")
    client.cookies[cookie] = "known"
    assert drawn(client.get("/"))


def test_cookies_that_make_no_difference_reach_no_view(client, portal):
    client.cookies["unknown"] = "1"
    assert client.get("/").wsgi_request.COOKIES == {}


def test_tomorrow_is_another_page(client, portal, monkeypatch):
    client.get("/search/?q=تهران")
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(page_cache, "datetime", type("Clock", (), {"now": staticmethod(tomorrow.astimezone)}))
    assert drawn(client.get("/search/?q=تهران"))


@pytest.mark.parametrize(
    "address", ["/articles/999999/", "/nowhere/", "/picker/", "/saved/", "/healthz", "/admin/login/"]
)
def test_errors_fragments_and_forms_are_not_kept(client, portal, address):
    for _ in range(2):
        assert client.get(address).wsgi_request.resolver_match is not None or address == "/nowhere/"


def test_a_browser_that_has_the_page_is_told_so(client, portal):
    first = client.get("/")
    again = client.get("/", headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/", headers={"if-none-match": '"another"'}).status_code == 200


def test_a_head_and_a_post_are_never_answered_from_the_cache(client, portal):
    client.get("/")
    assert drawn(client.head("/"))
    assert drawn(client.post("/"))


def test_the_store_is_bounded_by_bytes_and_forgets_what_was_longest_unasked_for():
    store = Store(30_000)
    keys = [Key(("http", "host", f"/{number}"), "fa", (), "", (date.min, date.min), False) for number in range(4)]
    for key in keys[:3]:
        store.put(key, Kept(1, {}, b"x" * 8000))
    assert store.get(keys[0])
    store.put(keys[3], Kept(1, {}, b"x" * 8000))
    assert [store.get(key) is not None for key in keys] == [True, False, True, True]
    store.put(keys[1], Kept(1, {}, b"x" * 40_000))
    assert store.get(keys[1]) is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({}, True),
        ({"status": 404}, False),
        ({"status": 500}, False),
        ({"headers": {"Cache-Control": "private"}}, False),
    ],
)
def test_only_whole_pages_for_everybody_may_be_kept(given, kept):
    assert page_cache.may_be_kept(HttpResponse("page", **given)) is kept


def test_a_page_that_sets_a_cookie_may_not_be_kept():
    response = HttpResponse("page")
    response.set_cookie("csrftoken", "secret")
    assert not page_cache.may_be_kept(response)


def test_a_view_is_kept_only_where_it_says_so():
    assert getattr(keepable(lambda request: HttpResponse()), "keepable", False)


def test_a_page_that_two_ask_for_at_once_is_drawn_once(portal, rf, settings):
    settings.DEBUG = False
    together = Barrier(2)
    pages = []

    def draw(request: HttpRequest) -> HttpResponse:
        pages.append(request)
        with suppress(BrokenBarrierError):
            together.wait(timeout=0.2)
        return HttpResponse(f"{len(pages)}")

    respond = page_cache.page_cache(draw)
    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(respond, rf.get("/people/")) for _ in range(2)]
    assert [answer.result().content for answer in answers] == [b"1", b"1"]
    assert len(pages) == 1


def test_a_page_that_hangs_holds_up_no_other(portal, rf, settings, monkeypatch):
    settings.DEBUG = False
    monkeypatch.setattr(page_cache, "PATIENCE", 0.05)
    other_is_there = Event()

    def draw(request: HttpRequest) -> HttpResponse:
        if request.path == "/people/":
            assert other_is_there.wait(timeout=20)
        else:
            other_is_there.set()
        return HttpResponse()

    respond = page_cache.page_cache(draw)
    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(respond, rf.get(path)) for path in ("/people/", "/sources/")]
    assert [answer.result().status_code for answer in answers] == [200, 200]

"""Feeds out."""

from datetime import UTC, datetime
from xml.etree import ElementTree as ET  # our own feeds, not foreign ones

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"


def titles(response) -> list[str]:
    root = ET.fromstring(response.content)  # noqa: S314
    return [found.text for found in root.iter("title")][1:] or [
        entry.find(f"{ATOM}title").text for entry in root.iter(f"{ATOM}entry")
    ]


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_home_lists_the_newest_visible(client, make, form):
    make(title="یک")
    make(title="دو", withdrawn_at=datetime(2025, 11, 1, tzinfo=UTC))
    assert titles(client.get(f"/feed.{form}")) == ["یک"]


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_outlet_and_person_have_feeds(client, make, bamdad, putin, form):
    make(title="از بامداد", source=bamdad)
    make(title="از پوتین", body="پوتین", names={"پوتین": putin})
    assert titles(client.get(f"/sources/bamdad/feed.{form}")) == ["از بامداد"]
    assert titles(client.get(f"/people/vladimir-putin/feed.{form}")) == ["از پوتین"]


def test_unknown_outlets_have_none(client, db):
    assert client.get("/sources/nobody/feed.rss").status_code == 404


def test_every_search_is_a_feed_newest_first(client, portal):
    response = client.get("/search/feed.rss", {"q": "باران", "sort": "oldest"})
    assert titles(response) == ["باران در رشت", "باران در شیراز", "باران در تهران"]


def test_letters_that_xml_cannot_hold_do_not_break_a_feed(client, make):
    make(title="یک\x0bدو\x00سه\uffff")
    assert titles(client.get("/feed.rss")) == ["یکدوسه"]


def test_an_undated_article_has_no_date_made_up(client, make):
    make(day=None)
    assert b"<pubDate>" not in client.get("/feed.rss").content


def test_queries_do_not_grow_with_articles(client, make, bamdad, django_assert_num_queries):
    for _ in range(5):
        make(source=bamdad)
    with django_assert_num_queries(1):
        client.get("/feed.atom")

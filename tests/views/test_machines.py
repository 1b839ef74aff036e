"""What robots, browsers and monitors read."""

import json
from xml.etree import ElementTree as ET

import pytest

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(response) -> list[str]:
    return [found.text for found in ET.fromstring(response.content).iter(f"{SITEMAP}loc")]  # noqa: S314


def test_the_sitemap_leads_to_every_visible_article(client, make):
    shown = make()
    make(duplicate_of=shown)
    sections = locations(client.get("/sitemap.xml"))
    assert "http://testserver/sitemap-articles.xml" in sections
    assert locations(client.get("/sitemap-articles.xml")) == [f"http://testserver{shown.get_absolute_url()}"]


def test_the_list_of_sitemaps_reads_no_article(client, make, django_assert_max_num_queries):
    for _ in range(3):
        make()
    with django_assert_max_num_queries(5):
        client.get("/sitemap.xml")


def test_robots_stay_out_of_endless_addresses(client):
    text = client.get("/robots.txt").text
    assert "Disallow: /search/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_browsers_are_offered_the_search(client):
    text = client.get("/opensearch.xml").text
    ET.fromstring(text)  # noqa: S314
    assert 'template="http://testserver/search/?q={searchTerms}"' in text


def test_completions_have_the_shape_of_opensearch(client, make, putin, index):
    query, texts, notes, addresses = json.loads(client.get("/suggest/", {"q": "پوتین"}).content)
    assert query == "پوتین"
    assert len(texts) == len(notes) == len(addresses)


def test_completions_of_nothing_are_none(client):
    assert json.loads(client.get("/suggest/").content) == ["", [], [], []]


def test_readyz_answers_when_all_is_there(client, portal):
    assert client.get("/readyz").status_code == 200


def test_healthz_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").text == "ok\n"

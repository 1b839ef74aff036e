"""Addresses of articles and outlets, pasted into the search box."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from articles.models import Article, Source
from articles.search.address_meant import address_meant

pytestmark = pytest.mark.django_db


@pytest.fixture
def mina() -> Source:
    return Source.objects.create(slug="mina", name="الميناء", hosts=["mina.example"])


@pytest.fixture
def published(mina: Source) -> Callable[[str], Article]:
    def publish(url: str) -> Article:
        number = str(Article.objects.count() + 1)
        return Article.objects.create(
            source=mina,
            external_id=number,
            title=number,
            language="ar",
            day=date(2025, 10, 15),
            content_hash=number,
            url=url,
        )

    return publish


@pytest.mark.parametrize(
    ("stored", "pasted"),
    [
        ("http://www.mina.example/news/410826/مطر-في-بيروت", "http://www.mina.example/news/410826/مطر-في-بيروت"),
        ("http://mina.example/1066713", "https://www.mina.example/1066713/"),
        ("http://mina.example/1066713", "mina.example/1066713#comments"),
        ("http://mina.example/1066713", " mina.example/1066713?utm_source=x&fbclid=y "),
        ("https://mina.example/1066713", "m.mina.example/1066713"),
        ("http://mina.example/n/410826/مطر", "https://mina.example/n/410826/%D9%85%D8%B7%D8%B1"),
        ("http://mina.example/n/410826/%D9%85%D8%B7%D8%B1", "https://mina.example/n/410826/مطر"),
        ("http://mina.example/detail.aspx?id=229720&cat=1", "http://mina.example/detail.aspx?cat=1&id=229720"),
    ],
)
def test_an_article_is_found_by_its_address_however_it_is_pasted(published, stored: str, pasted: str) -> None:
    published("http://mina.example/410826")
    published("http://mina.example/detail.aspx?id=229720&cat=2")
    article = published(stored)
    published("http://mina.example/1066713/2")
    meant = address_meant(pasted)
    assert meant is not None
    assert meant.article == article
    assert meant.outlet.slug == "mina"


def test_of_an_article_that_is_not_here_the_outlet_is_told(published) -> None:
    published("http://mina.example/1066713")
    meant = address_meant("http://mina.example/10667")
    assert meant is not None
    assert (meant.outlet.slug, meant.of_article, meant.article) == ("mina", True, None)


@pytest.mark.parametrize("q", ["mina.example", "https://www.mina.example/"])
def test_the_address_of_an_outlet_is_that_of_no_article(mina: Source, q: str) -> None:
    meant = address_meant(q)
    assert meant is not None
    assert (meant.outlet, meant.of_article, meant.article) == (mina, False, None)


def test_a_withdrawn_article_is_not_told(published) -> None:
    article = published("http://mina.example/1066713")
    Article.objects.filter(pk=article.pk).update(withdrawn_at="2025-10-16T00:00Z")
    meant = address_meant("http://mina.example/1066713")
    assert meant is not None
    assert meant.article is None


@pytest.mark.parametrize(
    "q",
    [
        "",
        "mina",
        "باران",
        "mina.example باران",
        "other.example/1066713",
        "1404.07.23",
        "http://[",
        "http://",
        "a.b:x/",
        "x" * 3000,
    ],
)
def test_other_queries_mean_no_address(mina: Source, q: str) -> None:
    assert address_meant(q) is None

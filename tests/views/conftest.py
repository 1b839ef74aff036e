"""Articles for the pages: written straight into the database where no search is needed, else imported and indexed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from articles.ingest.pipeline import store_many
from articles.ingest.record import ArticleRecord
from articles.models import Article, Mention, Person, Source
from articles.search.indexer import drain

Make = Callable[..., Article]


@pytest.fixture
def bamdad(db: None) -> Source:
    return Source.objects.create(
        slug="bamdad",
        name="بامداد",
        names={"ar": "بامداد", "en": "Bamdad Daily"},
        language="fa",
        time_zone="Asia/Tehran",
    )


@pytest.fixture
def putin(db: None) -> Person:
    person = Person.objects.create(slug="vladimir-putin")
    for text, language in (("ولادیمیر پوتین", "fa"), ("فلاديمير بوتين", "ar"), ("Vladimir Putin", "en")):
        person.names.create(text=text, language=language)
    return person


@pytest.fixture
def make(db: None) -> Make:
    """Writes an article; `day` alone dates it at noon, `names` maps words of the body to persons."""

    def written(**given: Any) -> Article:
        number = Article.objects.count() + 1
        names = given.pop("names", {})
        day = given.pop("day", date(2025, 10, 15))
        facts = {
            "external_id": str(number),
            "title": f"عنوان {number}",
            "body": "متن",
            "language": "fa",
            "day": day,
            "sorted_at": datetime.combine(day, time(12), UTC) if day else None,
            "content_hash": str(number),
        } | given
        article = Article.objects.create(**facts)
        for word, person in names.items():
            start = article.body.index(word)
            Mention.objects.create(
                person=person, article=article, text=word, field="body", start=start, end=start + len(word)
            )
        return article

    return written


@pytest.fixture
def portal(db: None, index: Path) -> None:
    """Five articles of two outlets in three languages, searchable."""
    store_many(
        [
            ArticleRecord("1", "باران در تهران", "باران بارید و خیابان خلوت شد.", source="bamdad", date="2025-10-15"),
            ArticleRecord("2", "باران در شیراز", "باران دیر آمد.", source="bamdad", date="2025-10-16", language="fa"),
            ArticleRecord("3", "باران در رشت", "<b>باران</b> & مه.", source="sahel", date="1404/08/01", language="fa"),
            ArticleRecord("4", "مطر في بيروت", "هطل المطر على بيروت.", source="mina", date="2025-10-17", language="ar"),
            ArticleRecord("5", "=Rain() in London", "Rain fell.", source="mina", date="2025-10-18", language="en"),
        ]
    )
    drain()

"""Stored articles looked through again after names changed, by the worker, beside everything else."""

from __future__ import annotations

import shutil
from io import StringIO
from pathlib import Path

import haystack
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from articles.models import Article, Mention, OutboxEntry, Person
from articles.people import book
from articles.people.reexamine import progress, queue_all
from articles.people.store import merge
from articles.search import indexer
from articles.search.engines import get_engine
from articles.search.engines.base import EngineRequest, IndexLocked
from articles.search.indexer import compare, drain, drain_batch, ensure_index
from articles.search.plan import Keyword

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored(index: object) -> list[Article]:
    """Two articles in the index, the first with a name that nobody entered."""
    bodies = ("رضا بامدادپور گفت: باران می‌بارد.", "باران می‌بارد.")
    articles = [
        Article.objects.create(external_id=str(number), title="ت", body=body, language="fa", content_hash=str(number))
        for number, body in enumerate(bodies)
    ]
    OutboxEntry.objects.bulk_create(OutboxEntry(article_id=article.pk) for article in articles)
    drain()
    return articles


def enter(slug: str = "reza-bamdadpur", text: str = "رضا بامدادپور") -> Person:
    person = Person.objects.create(slug=slug)
    person.names.create(text=text, language="fa")
    book.changed()
    return person


def named(slug: str) -> set[int]:
    return {hit.id for hit in get_engine().search(EngineRequest(Keyword("person", (slug,)), limit=10)).hits}


def written(monkeypatch: pytest.MonkeyPatch) -> list[set[int]]:
    """What the index is asked to write from now on."""
    asked: list[set[int]] = []
    write = indexer.write_articles
    monkeypatch.setattr(indexer, "write_articles", lambda ids: (asked.append(set(ids)), write(ids)))
    return asked


def test_a_new_name_is_found_in_stored_articles(stored: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    asked = written(monkeypatch)
    enter()
    assert queue_all() == 2
    assert drain() == 2
    assert named("reza-bamdadpur") == {stored[0].pk}
    assert asked == [{stored[0].pk}]  # the index is written only where other persons are found
    assert not OutboxEntry.objects.exists()


def test_progress_is_told_article_by_article(stored: list[Article]) -> None:
    assert progress().percent == 100
    enter()
    queue_all()
    assert (progress().done, progress().total, progress().percent) == (0, 2, 0)
    drain_batch(1)
    assert (progress().done, progress().percent) == (1, 50)
    drain()
    assert (progress().done, progress().waiting, progress().percent) == (2, 0, 100)


def test_the_command_queues_and_tells(stored: list[Article]) -> None:
    out = StringIO()
    call_command("reexamine_people", stdout=out)
    drain()
    call_command("reexamine_people", "--status", stdout=out)
    assert out.getvalue().splitlines() == [
        "0 of 2 articles looked through for names (0 %)",
        "2 of 2 articles looked through for names (100 %)",
    ]


def test_the_administration_tells_the_progress(stored: list[Article], admin_client: Client) -> None:
    queue_all()
    drain_batch(1)
    assert "1 of 2" in admin_client.get(reverse("admin:articles_person_changelist"), {"ui": "en"}).content.decode()


def test_a_crash_before_the_index_is_written_loses_nothing(
    stored: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    enter()
    queue_all()

    def locked(*_arguments: object, **_more: object) -> None:
        raise IndexLocked("in use")

    with monkeypatch.context() as patch:
        patch.setattr(indexer, "write_articles", locked)
        with pytest.raises(IndexLocked):
            drain()
    assert Mention.objects.count() == 1  # written already
    drain()
    assert named("reza-bamdadpur") == {stored[0].pk}


def test_a_merged_person_leaves_the_index(stored: list[Article]) -> None:
    kept = enter()
    queue_all()
    drain()
    other = Person.objects.create(slug="other")
    Mention.objects.update(person=other)
    OutboxEntry.objects.create(article_id=stored[0].pk)
    indexer.write_articles([stored[0].pk])
    assert named("other") == {stored[0].pk}
    OutboxEntry.objects.all().delete()
    merge(kept, [other])
    queue_all()
    drain()
    assert named("other") == set()
    assert named("reza-bamdadpur") == {stored[0].pk}


def test_a_deleted_person_leaves_the_index(stored: list[Article], admin_client: Client) -> None:
    person = enter()
    queue_all()
    drain()
    admin_client.post(reverse("admin:articles_person_delete", args=[person.pk]), {"post": "yes"})
    drain()
    assert named("reza-bamdadpur") == set()


def test_articles_that_wait_for_names_alone_do_not_hide_a_lost_index(stored: list[Article], index: Path) -> None:
    queue_all()
    get_engine().write([], deleted={article.pk for article in stored})
    assert compare().missing == {article.pk for article in stored}
    shutil.rmtree(index)
    haystack.connections.reload("default")
    ensure_index()
    assert get_engine().count() == 2

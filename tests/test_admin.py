"""The administration writes through ingest: every change is queued for the worker."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.ingest.pipeline import store
from articles.ingest.record import ArticleRecord
from articles.models import Article, OutboxEntry, Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("editor"))
    return client


@pytest.fixture
def article() -> Article:
    store(ArticleRecord("a1", title="عنوان", body="بند یک", source="bamdad.example", date="2025-10-15T22:00:00+00:00"))
    OutboxEntry.objects.all().delete()
    return Article.objects.get()


def form_of(article: Article, **changes: str) -> dict[str, str]:
    values = {"title": article.title, "lead": article.lead, "body": article.body, "language": article.language}
    return {**values, "author": "", "agency": "", "tags": "\n".join(article.tags), "url": "", **changes}


@pytest.mark.parametrize("page", ["article_changelist", "source_changelist", "source_add"])
def test_its_pages_open_without_inline_styles_or_scripts(editor: Client, article: Article, page: str) -> None:
    html = editor.get(reverse(f"admin:articles_{page}")).content.decode()
    assert " style=" not in html
    assert "<script>" not in html


def test_an_edit_is_a_correction_and_reaches_the_worker(editor: Client, article: Article) -> None:
    address = reverse("admin:articles_article_change", args=[article.pk])
    response = editor.post(address, form_of(article, body="بند یک\r\n\r\nبند دو", tags="مجلس\r\nبودجه\r\n"))
    assert response.status_code == 302
    article.refresh_from_db()
    assert (article.body, article.tags, article.word_count) == ("بند یک\nبند دو", ["مجلس", "بودجه"], 4)
    assert article.corrected_at is not None
    assert OutboxEntry.objects.get().article_id == article.pk


def test_saving_without_a_change_is_no_correction(editor: Client, article: Article) -> None:
    Article.objects.update(body="بند یک\nبند دو")
    address = reverse("admin:articles_article_change", args=[article.pk])
    editor.post(address, form_of(article, body="بند یک\r\nبند دو"))  # as browsers send line ends
    article.refresh_from_db()
    assert article.corrected_at is None
    assert not OutboxEntry.objects.exists()


def test_articles_are_neither_added_nor_deleted(editor: Client, article: Article) -> None:
    assert editor.get(reverse("admin:articles_article_add")).status_code == 403
    assert editor.post(reverse("admin:articles_article_delete", args=[article.pk])).status_code == 403


def act(editor: Client, article: Article, action: str, reason: str = "") -> None:
    values = {"action": action, "reason": reason, "_selected_action": str(article.pk)}
    editor.post(reverse("admin:articles_article_changelist"), values)
    article.refresh_from_db()


def test_withdrawing_asks_for_a_reason(editor: Client, article: Article) -> None:
    act(editor, article, "withdraw", " ")
    assert article.withdrawn_at is None
    act(editor, article, "withdraw", "به درخواست ناشر")
    assert article.withdrawn_at is not None
    assert article.withdrawn_reason == "به درخواست ناشر"
    act(editor, article, "reinstate")
    assert (article.withdrawn_at, article.withdrawn_reason) == (None, "")
    assert OutboxEntry.objects.count() == 2


def test_another_zone_of_an_outlet_moves_the_days_of_its_articles(editor: Client, article: Article) -> None:
    assert str(article.day) == "2025-10-16"
    source = Source.objects.get()
    values = {"name": source.name, "names": "{}", "hosts": "bamdad.example", "language": "fa", "homepage": ""}
    address = reverse("admin:articles_source_change", args=[source.pk])
    refused = editor.post(address, {**values, "time_zone": "Mars/Olympus"})
    assert b"No such time zone" in refused.content or refused.status_code == 200
    assert Source.objects.get().time_zone == ""
    editor.post(address, {**values, "time_zone": "UTC"})
    article.refresh_from_db()
    assert str(article.day) == "2025-10-15"
    assert OutboxEntry.objects.get().article_id == article.pk


@pytest.mark.parametrize(("language", "word"), [("fa", "خبر"), ("ar", "مقال"), ("en", "article")])
def test_its_lists_take_the_language_of_the_address(editor: Client, article: Article, language: str, word: str) -> None:
    page = editor.get(reverse("admin:articles_article_changelist"), {"ui": language})
    assert page.status_code == 200
    assert page.headers["Content-Language"] == language
    assert word in page.content.decode()

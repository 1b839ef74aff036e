"""Withdrawing, showing again and correcting; groups of near-copies stay right."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.ingest.corrections import NoSuchArticle, correct, find, reinstate, withdraw
from articles.ingest.pipeline import store_many
from articles.ingest.record import ArticleRecord
from articles.models import Article, OutboxEntry

BODY = " ".join(f"واژه{number}" for number in range(60))
RECORD = ArticleRecord("a1", title="عنوان", body=BODY, source="fa.bamdad.example")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def copies() -> None:
    """Three near-copies; the first is shown."""
    store_many([replace(RECORD, external_id=f"a{number}") for number in (1, 2, 3)])
    OutboxEntry.objects.all().delete()


def shown() -> list[str]:
    return list(Article.objects.visible().order_by("id").values_list("external_id", flat=True))


def test_where_the_shown_one_is_withdrawn_a_copy_takes_its_place() -> None:
    assert withdraw([find("fa-bamdad-example:a1")], "خطا") == 1
    assert shown() == ["a2"]
    assert Article.objects.get(external_id="a3").duplicate_of.external_id == "a2"
    assert OutboxEntry.objects.count() == 3


def test_one_that_is_shown_again_joins_its_copies() -> None:
    article = find("fa.bamdad.example:a1")
    withdraw([article], "خطا")
    assert withdraw([article], "خطا") == 0
    assert reinstate([article]) == 1
    assert len(shown()) == 1


def test_all_copies_withdrawn_leave_none() -> None:
    withdraw(list(Article.objects.all()), "خطا")
    assert shown() == []
    assert not Article.objects.exclude(duplicate_of=None).exists()


def test_a_corrected_text_leaves_the_group() -> None:
    correct(find("fa-bamdad-example:a2"), {"body": "متنی دیگر"})
    assert shown() == ["a1", "a2"]
    assert Article.objects.get(external_id="a2").word_count == 2


def test_a_correction_stays_until_the_publisher_changes_something() -> None:
    correct(find("fa-bamdad-example:a1"), {"title": "درست"})
    store_many([RECORD])
    assert Article.objects.get(external_id="a1").title == "درست"
    store_many([replace(RECORD, title="تازه")])
    assert Article.objects.get(external_id="a1").title == "تازه"


def test_only_what_is_edited_may_be_corrected() -> None:
    with pytest.raises(ValueError, match="external_id"):
        correct(find("fa-bamdad-example:a1"), {"external_id": "x"})


def test_a_reason_is_needed() -> None:
    with pytest.raises(ValueError, match="reason"):
        withdraw(list(Article.objects.all()), "  ")


def test_references_name_articles_with_and_without_outlet() -> None:
    store_many([ArticleRecord("urn:1", title="t")])
    assert find("urn:1").source is None
    with pytest.raises(NoSuchArticle, match="a9"):
        find("fa-bamdad-example:a9")


def test_the_command_withdraws_all_or_nothing() -> None:
    with pytest.raises(CommandError, match="nothing was withdrawn"):
        call_command("withdraw", "fa-bamdad-example:a1", "fa-bamdad-example:a9", reason="خطا")
    assert shown() == ["a1"]
    out = StringIO()
    call_command("withdraw", "fa-bamdad-example:a1", "fa-bamdad-example:a2", reason="خطا", stdout=out)
    assert out.getvalue() == "withdrawn 2, withdrawn before 0\n"
    assert shown() == ["a3"]

"""What becomes of records: imported, updated, unchanged, duplicate, rejected; and what the worker gets to do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.ingest.corrections import withdraw
from articles.ingest.pipeline import store, store_many
from articles.ingest.record import ArticleRecord, Status
from articles.models import Article, OutboxEntry, Source
from articles.models.article import PublishedHow

LONG = " ".join(f"واژه{number}" for number in range(60))
RECORD = ArticleRecord("a1", title="عنوان", body="بند یک\nبند دو", source="bamdad.example", date="2025-10-15")

pytestmark = pytest.mark.django_db


def waiting() -> list[int]:
    return sorted(OutboxEntry.objects.values_list("article_id", flat=True))


def test_a_new_record_becomes_an_article_and_an_outbox_row() -> None:
    outcome = store(RECORD)
    article = Article.objects.get()
    assert (outcome.status, outcome.article_id, outcome.reference) == (Status.IMPORTED, article.pk, "bamdad-example:a1")
    assert (article.title, article.body, article.language) == ("عنوان", "بند یک\nبند دو", "fa")
    assert (str(article.day), article.published_at, article.published_how) == ("2025-10-15", None, PublishedHow.GIVEN)
    assert waiting() == [article.pk]


def test_the_same_record_again_changes_nothing_and_queues_nothing() -> None:
    store(RECORD)
    OutboxEntry.objects.all().delete()
    assert store(replace(RECORD, place="elsewhere:3")).status is Status.UNCHANGED
    assert waiting() == []
    assert Article.objects.get().corrected_at is None


def test_changed_content_updates_and_marks_as_corrected() -> None:
    first = store(RECORD)
    imported_at = Article.objects.get().imported_at
    OutboxEntry.objects.all().delete()
    second = store(replace(RECORD, title="عنوان تازه"))
    article = Article.objects.get()
    assert (second.status, second.article_id) == (Status.UPDATED, first.article_id)
    assert article.title == "عنوان تازه"
    assert article.corrected_at is not None
    assert article.imported_at == imported_at
    assert waiting() == [article.pk]


def test_an_article_stored_by_older_rules_is_refreshed_without_being_called_corrected() -> None:
    store(RECORD)
    Article.objects.update(content_hash="00" + RECORD.digest[2:], title="as older rules made it")
    assert store(RECORD).status is Status.UPDATED
    article = Article.objects.get()
    assert (article.title, article.corrected_at) == ("عنوان", None)


def test_the_same_id_in_two_outlets_is_two_articles() -> None:
    outcomes = store_many([RECORD, replace(RECORD, source="other.example"), replace(RECORD, source="")])
    assert [outcome.status for outcome in outcomes] == [Status.IMPORTED] * 3
    assert Article.objects.count() == 3


def test_an_article_that_comes_twice_in_one_batch_is_stored_once_as_it_came_last() -> None:
    outcomes = store_many([RECORD, replace(RECORD, title="دوم"), RECORD, RECORD])
    assert [outcome.status for outcome in outcomes] == ["imported", "updated", "updated", "unchanged"]
    assert Article.objects.get().title == "عنوان"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (ArticleRecord("x"), "neither title nor body"),
        (ArticleRecord("x", title=" \u200c\n ", body="<p>&nbsp;</p>"), "neither title nor body"),
        (ArticleRecord("", title="t"), "id is empty"),
        (ArticleRecord("x" * 256, title="t"), "longer than 255"),
    ],
)
def test_it_rejects(record: ArticleRecord, reason: str) -> None:
    outcomes = store_many([record, RECORD])
    assert outcomes[0].status is Status.REJECTED
    assert reason in outcomes[0].reason
    assert Article.objects.count() == 1


def test_a_withdrawn_article_is_not_brought_back_by_an_import() -> None:
    store(RECORD)
    withdraw(list(Article.objects.all()), "به درخواست ناشر")
    outcome = store(replace(RECORD, title="باز هم"))
    assert outcome.status is Status.UNCHANGED
    assert "withdrawn" in outcome.warnings[0]
    assert Article.objects.get().title == "عنوان"


def test_near_copies_in_one_outlet_point_to_the_first() -> None:
    one = replace(RECORD, body=LONG)
    outcomes = store_many(
        [
            one,
            replace(one, external_id="a2", body=LONG.replace("ی", "ي").replace(" ", "\n", 5) + " ."),
            replace(one, external_id="a3", source="other.example"),
            replace(one, external_id="a4", body="کوتاه"),
            replace(one, external_id="a5", body="کوتاه"),
        ]
    )
    assert [outcome.status for outcome in outcomes] == ["imported", "duplicate", "imported", "imported", "imported"]
    assert Article.objects.get(external_id="a2").duplicate_of.external_id == "a1"
    assert store(replace(one, external_id="a6")).status is Status.DUPLICATE
    assert store(replace(one, external_id="a6")).status is Status.UNCHANGED
    assert len(waiting()) == 6


def test_without_recognising_duplicates_every_article_is_shown() -> None:
    one = replace(RECORD, body=LONG)
    outcomes = store_many([one, replace(one, external_id="a2")], recognise_duplicates=False)
    assert [outcome.status for outcome in outcomes] == [Status.IMPORTED] * 2
    assert Article.objects.visible().count() == 2


def test_when_the_shown_one_changes_its_text_a_copy_takes_its_place() -> None:
    one = replace(RECORD, body=LONG)
    store_many([one, replace(one, external_id="a2"), replace(one, external_id="a3")])
    OutboxEntry.objects.all().delete()
    store(replace(one, body="متنی دیگر"))
    shown = set(Article.objects.visible().values_list("external_id", flat=True))
    assert shown == {"a1", "a2"}
    assert Article.objects.get(external_id="a3").duplicate_of.external_id == "a2"
    assert len(waiting()) == 3


def test_a_copy_that_changes_its_text_stands_for_itself() -> None:
    one = replace(RECORD, body=LONG)
    store_many([one, replace(one, external_id="a2")])
    store(replace(one, external_id="a2", body="متنی دیگر"))
    assert Article.objects.visible().count() == 2


def test_nothing_is_stored_where_the_database_refuses_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise IntegrityError("disk I/O error")

    monkeypatch.setattr(OutboxEntry.objects, "bulk_create", refuse)
    with pytest.raises(IntegrityError), transaction.atomic():
        store(RECORD)
    assert not Article.objects.exists()
    assert not Source.objects.exists()


def test_a_batch_needs_few_queries(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    records = [replace(RECORD, external_id=f"b{number}", body=LONG + str(number)) for number in range(30)]
    with django_assert_max_num_queries(9):
        store_many(records)


TEXTS = st.text(max_size=80) | st.text(alphabet="سلام خبر۱۲/.<p>&amp; \n", max_size=80)
RECORDS = st.builds(
    ArticleRecord,
    external_id=st.sampled_from(["1", "2", "3", "", "x" * 300]) | st.text(max_size=6),
    title=TEXTS,
    body=TEXTS,
    summary=TEXTS,
    author=TEXTS,
    tags=st.lists(TEXTS, max_size=3).map(tuple),
    language=st.sampled_from(["", "fa", "de-AT", "??"]) | st.text(max_size=5),
    url=TEXTS | st.just("https://bamdad.example/1"),
    source=st.sampled_from(["", "a.example", "a-example", "نام"]) | st.text(max_size=8),
    date=st.sampled_from(["", "2025-10-15", "31 مهر 1404"]) | st.text(max_size=12),
)


class AnyRecords(TestCase):
    """Properties of arbitrary records."""

    @settings(max_examples=60, deadline=None)
    @given(st.lists(RECORDS, max_size=6))
    def test_a_second_import_changes_nothing(self, records: list[ArticleRecord]) -> None:
        """Two records of one article in a list take turns; what is left must hold for the last of each."""
        last = list({(record.source, record.external_id): record for record in records}.values())
        store_many(last)
        before = list(Article.objects.order_by("pk").values_list("external_id", "content_hash", "corrected_at"))
        again = {outcome.status for outcome in store_many(last)}
        if len({outcome.article_id for outcome in store_many(last)}) == len(last):
            assert again <= {Status.UNCHANGED, Status.REJECTED}
            after = list(Article.objects.order_by("pk").values_list("external_id", "content_hash", "corrected_at"))
            assert before == after
        for article in Article.objects.all():
            article.full_clean(exclude=["url"], validate_unique=False, validate_constraints=False)
            assert article.title

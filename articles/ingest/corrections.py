"""What editors do to stored articles: withdraw, show again, correct. Each change is queued for the worker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.ingest import clean, dates, dedupe
from articles.ingest.outlets import slug_of
from articles.ingest.prepare import count_words
from articles.models import Article, OutboxEntry, Source
from articles.models.article import PublishedHow

_TIDY = {
    "title": clean.one_line,
    "lead": clean.one_line,
    "body": lambda text: "\n".join(clean.paragraphs(text)),
    "author": clean.one_line,
}
_EDITABLE = frozenset({"title", "lead", "body", "author", "tags", "language", "url", "agency", "developing"})


class NoSuchArticle(LookupError):
    """A reference that names no stored article."""


def find(reference: str) -> Article:
    """The article that `SOURCE:EXTERNAL_ID`, or the id alone where there is no outlet, names. Raises NoSuchArticle.

    The outlet may be given as slug or host. An id may itself hold a colon, so both readings are tried.
    """
    source, _, external_id = reference.partition(":")
    wanted = Q(source=None, external_id=reference)
    if external_id:
        wanted |= Q(source__slug=slug_of(source), external_id=external_id)
    article = Article.objects.filter(wanted).select_related("source").order_by("-source").first()
    if article is None:
        raise NoSuchArticle(f"there is no article «{reference}»; write SOURCE:ID as the API's external_id has it")
    return article


def withdraw(articles: Sequence[Article], reason: str) -> int:
    """Takes articles out of pages, feeds and search; their addresses answer 410 with the reason.

    A near-copy takes the place of one that was shown. Returns how many were not withdrawn before; raises ValueError
    without a reason.
    """
    if not reason.strip():
        raise ValueError("a reason is needed: readers see it where the article was")
    with transaction.atomic():
        chosen = Article.objects.filter(pk__in=[article.pk for article in articles], withdrawn_at=None)
        rows = list(chosen.values_list("id", "source_id", "fingerprint"))
        chosen.update(withdrawn_at=timezone.now(), withdrawn_reason=reason.strip(), duplicate_of=None)
        _queue(_with_regrouped(rows))
    return len(rows)


def reinstate(articles: Sequence[Article]) -> int:
    """Shows withdrawn articles again. Returns how many were withdrawn."""
    with transaction.atomic():
        chosen = Article.objects.filter(pk__in=[article.pk for article in articles]).exclude(withdrawn_at=None)
        rows = list(chosen.values_list("id", "source_id", "fingerprint"))
        chosen.filter(pk__in=[pk for pk, _, _ in rows]).update(withdrawn_at=None, withdrawn_reason="")
        _queue(_with_regrouped(rows))
    return len(rows)


def correct(article: Article, changes: Mapping[str, Any]) -> None:
    """Writes an editor's changes and marks the article as corrected. Raises ValueError for a field that is not edited.

    An import leaves them alone until the publisher's own text changes.
    """
    if not _EDITABLE.issuperset(changes):
        raise ValueError(f"not for editing: {', '.join(sorted(set(changes) - _EDITABLE))}")
    tidy = {name: _TIDY[name](value) if name in _TIDY else value for name, value in changes.items()}
    with transaction.atomic():
        stored = Article.objects.select_for_update().get(pk=article.pk)
        new = {name: value for name, value in tidy.items() if getattr(stored, name) != value}
        if not new:
            return
        old_fingerprint = stored.fingerprint
        for name, value in new.items():
            setattr(stored, name, value)
        count_words(stored)
        stored.corrected_at = timezone.now()
        stored.save(update_fields=[*new, "word_count", "fingerprint", "corrected_at"])
        moved = dedupe.move(stored, old_fingerprint) if old_fingerprint != stored.fingerprint else []
        _queue([stored.pk, *moved])


def save_outlet(source: Source) -> int:
    """Saves an outlet. Where its zone changed, its articles' days are read anew; returns how many changed."""
    with transaction.atomic():
        before = Source.objects.filter(pk=source.pk).first()
        source.save()
        if before is None or before.zone.key == source.zone.key:
            return 0
        dated = Article.objects.filter(source=source, published_how=PublishedHow.GIVEN)
        changed = [article for article in dated.iterator(chunk_size=500) if _read_anew(article, source)]
        Article.objects.bulk_update(changed, ["day", "published_at", "sorted_at"], batch_size=100)
        _queue(article.pk for article in changed)
    return len(changed)


def _read_anew(article: Article, source: Source) -> bool:
    found = dates.given(article.published_text, source.zone)
    dated = (found.day, found.at, found.sorted_at(source.zone))
    if found.day is None or dated == (article.day, article.published_at, article.sorted_at):
        return False
    article.day, article.published_at, article.sorted_at = dated
    return True


def _with_regrouped(rows: Iterable[tuple[int, int | None, str]]) -> list[int]:
    touched: list[int] = []
    for pk, source_id, fingerprint in rows:
        touched += [pk, *dedupe.regroup(source_id, fingerprint)]
    return touched


def _queue(article_ids: Iterable[int]) -> None:
    OutboxEntry.objects.bulk_create([OutboxEntry(article_id=pk) for pk in dict.fromkeys(article_ids)], batch_size=500)

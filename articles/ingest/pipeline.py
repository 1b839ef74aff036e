"""The only way in: records become articles and outbox rows, in one transaction per batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.ingest import dedupe, outlets
from articles.ingest.credits import quoted_agency
from articles.ingest.prepare import Unusable, prepare
from articles.ingest.record import ArticleRecord, Outcome, Status
from articles.models import Article, OutboxEntry, Source

BATCH = 500
"""Records per transaction: one wait for the disk each, and some 20 MB of articles in memory."""
_CHANGING: Final = (
    "title", "lead", "body", "author", "agency", "tags", "language", "url", "day", "published_at", "sorted_at",
    "published_how", "published_text", "developing", "word_count", "content_hash", "fingerprint", "corrected_at",
)  # fmt: skip
_COMPARED: Final = (
    "external_id", "source_id", "content_hash", "fingerprint", "duplicate_of_id", "corrected_at", "withdrawn_at",
)  # fmt: skip
WITHDRAWN = "it was withdrawn and stays so; reinstate it in the administration to show it again"


@dataclass(slots=True)
class _Draft:
    """A record on its way through one batch."""

    record: ArticleRecord
    source: Source | None
    agency: Source | None
    article: Article | None = None
    stored: Article | None = None
    status: Status = Status.UNCHANGED
    reason: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[int | None, str]:
        return (self.source.pk if self.source else None, self.record.external_id)

    def outcome(self) -> Outcome:
        article = self.article or self.stored
        reference = f"{self.source.slug}:{self.record.external_id}" if self.source else self.record.external_id
        pk = article.pk if article else None
        return Outcome(self.status, self.record.place, reference, pk, self.reason, self.warnings)


def store(record: ArticleRecord, recognise_duplicates: bool = True) -> Outcome:
    """Stores one record; see `store_many`."""
    return store_many([record], recognise_duplicates)[0]


def store_many(records: Sequence[ArticleRecord], recognise_duplicates: bool = True) -> list[Outcome]:
    """Stores records and queues what changed for the worker, all in one transaction; one outcome each, in order.

    The same outlet and id with other content updates the article and marks it as corrected. A withdrawn article is
    never brought back: it counts as unchanged, with a warning. Without `recognise_duplicates` every article is shown.
    """
    with transaction.atomic():
        agencies = [record.agency or quoted_agency(record.author, record.summary, record.body) for record in records]
        sources = outlets.sources_for([*(record.source for record in records), *agencies])
        drafts = [
            _Draft(record, sources.get(outlets.slug_of(record.source)), sources.get(outlets.slug_of(agency)))
            for record, agency in zip(records, agencies, strict=True)
        ]
        for run in _runs_of_distinct(drafts):
            _store_run(run, recognise_duplicates)
    return [draft.outcome() for draft in drafts]


def _runs_of_distinct(drafts: list[_Draft]) -> Iterator[list[_Draft]]:
    """Cuts a batch where an article comes again, so that the later record sees the earlier one stored."""
    run: list[_Draft] = []
    seen: set[tuple[int | None, str]] = set()
    for draft in drafts:
        if draft.key in seen:
            yield run
            run, seen = [], set()
        run.append(draft)
        seen.add(draft.key)
    yield run


def _store_run(drafts: list[_Draft], recognise_duplicates: bool) -> None:
    """Stores drafts of distinct articles and queues what they changed."""
    now = timezone.now()
    _find_stored(drafts)
    for draft in drafts:
        _decide(draft, now)
        if draft.article and not recognise_duplicates:
            draft.article.fingerprint = ""
    new = [draft for draft in drafts if draft.status is Status.IMPORTED and draft.article]
    touched = _insert([draft.article for draft in new if draft.article])
    touched += _update([draft for draft in drafts if draft.status is Status.UPDATED])
    for draft in new:
        if draft.article and draft.article.duplicate_of_id:
            draft.status = Status.DUPLICATE
    OutboxEntry.objects.bulk_create([OutboxEntry(article_id=pk) for pk in dict.fromkeys(touched)])


def _find_stored(drafts: list[_Draft]) -> None:
    """Looks up, for each outlet at once, what is stored already."""
    by_source: dict[int | None, dict[str, _Draft]] = {}
    for draft in drafts:
        by_source.setdefault(draft.key[0], {})[draft.record.external_id] = draft
    for source_id, wanted in by_source.items():
        stored = Article.objects.filter(Q(source_id=source_id), external_id__in=list(wanted))
        for article in stored.only(*_COMPARED):
            wanted[article.external_id].stored = article


def _decide(draft: _Draft, now: datetime) -> None:
    """Sets status, article and warnings of a draft; nothing is written yet."""
    record, stored = draft.record, draft.stored
    if stored and stored.withdrawn_at:
        draft.warnings = (*record.warnings, WITHDRAWN)
        return
    digest = record.digest
    if stored and stored.content_hash == digest:
        return
    try:
        draft.article, warnings = prepare(record, draft.source, draft.agency, timezone.localdate(now))
    except Unusable as error:
        draft.status, draft.reason = Status.REJECTED, str(error)
        return
    draft.warnings = tuple(warnings)
    draft.status = Status.IMPORTED
    if stored:
        draft.status = Status.UPDATED
        draft.article.pk = stored.pk
        same_content = stored.content_hash[2:] == digest[2:]  # only our rules have changed
        draft.article.corrected_at = stored.corrected_at if same_content else now
        draft.article.duplicate_of_id = stored.duplicate_of_id


def _insert(articles: list[Article]) -> list[int]:
    """Adds new articles; copies of one another point to the first, which therefore goes in before them."""
    firsts, copies = dedupe.first_and_copies(articles)
    Article.objects.bulk_create(firsts)
    dedupe.point_to(copies, firsts)
    Article.objects.bulk_create(copies)
    return [article.pk for article in (*firsts, *copies)]


def _update(drafts: list[_Draft]) -> list[int]:
    """Changes stored articles; groups of copies that lose or win a member are put right."""
    changed = [(draft.article, draft.stored) for draft in drafts if draft.article and draft.stored]
    # By id, in one statement per batch: bulk_update would write a CASE of every row for every column.
    Article.objects.bulk_create(
        [article for article, _ in changed], update_conflicts=True, unique_fields=["id"], update_fields=_CHANGING
    )
    touched = [article.pk for article, _ in changed]
    for article, stored in changed:
        if stored.fingerprint != article.fingerprint:
            touched += dedupe.move(article, stored.fingerprint)
    return touched

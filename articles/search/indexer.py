"""From the database to the index: the outbox drained, the index built anew, the two compared."""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.models import Article, Mention, OutboxEntry
from articles.people.mentions import refresh
from articles.search.documents import document_of
from articles.search.engines import get_engine
from articles.search.engines.base import Document

logger = logging.getLogger(__name__)

BATCH_SIZE = 500
"""Articles of one commit: bounds the worker's memory and how long the first of them waits for the last."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids by what is wrong with them. Those that wait in the outbox are not wrong."""

    missing: frozenset[int]
    superfluous: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.missing or self.superfluous)


def drain(batch_size: int = BATCH_SIZE) -> int:
    """Works off the outbox until nothing is left. Returns how many articles were looked at.

    Raises IndexLocked, IndexUnavailable; what was not committed stays in the outbox.
    """
    total = 0
    while done := drain_batch(batch_size):
        total += done
    return total


def drain_batch(batch_size: int = BATCH_SIZE, passed_over: Collection[int] = ()) -> int:
    """One commit's worth of the outbox: mentions, documents, index, and only then the rows go. Articles that are
    `passed_over` stay where they are.

    A crash at any point leaves the rows, and doing them again changes nothing: at least once, idempotent.
    """
    ensure_index()
    queue = OutboxEntry.objects.exclude(article_id__in=passed_over).order_by("id")
    entries = dict(queue.values_list("id", "article_id")[:batch_size])
    if not entries:
        return 0
    started = time.monotonic()
    ids = set(entries.values())
    refresh(list(Article.objects.filter(pk__in=ids)))  # hidden ones too: theirs are taken away
    changed = set(OutboxEntry.objects.filter(id__in=entries, names_only=False).values_list("article_id", flat=True))
    if changed:
        write_articles(changed)
    OutboxEntry.objects.filter(id__in=entries).delete()
    logger.info("indexed articles=%d looked_at=%d seconds=%.2f", len(changed), len(ids), time.monotonic() - started)
    return len(ids)


def write_articles(ids: Collection[int]) -> None:
    """Brings the index up to what the database says of these articles, in one commit."""
    articles = _visible(ids)
    get_engine().write(_documents(articles), deleted=set(ids) - {article.pk for article in articles})


def ensure_index() -> None:
    """Builds the index where it is missing or unreadable; otherwise does nothing.

    Where every article waits in the outbox anyway, as after the first import, an empty index will do.
    """
    status = get_engine().status()
    if status.available:
        return
    waiting = OutboxEntry.objects.filter(names_only=False).values("article_id")
    if Article.objects.visible().exclude(pk__in=waiting).exists():
        logger.warning("index unavailable reason=%s; rebuilding", status.message)
        rebuild()
    else:
        get_engine().rebuild(iter(()), _catch_up)


def rebuild() -> int:
    """Builds the index from the database beside the live one, and switches. Returns the number of articles.

    Mentions are taken as they stand. Raises IndexLocked if a build runs already.
    """
    started = time.monotonic()
    count = get_engine().rebuild(_all_documents(), _catch_up)
    logger.info("rebuilt articles=%d seconds=%.1f", count, time.monotonic() - started)
    return count


def compare() -> Difference:
    """Which visible articles the index lacks and which it should not have."""
    waiting = set(OutboxEntry.objects.filter(names_only=False).values_list("article_id", flat=True))
    indexed = set(get_engine().ids())
    stored = set(Article.objects.visible().values_list("pk", flat=True))
    return Difference(frozenset(stored - indexed - waiting), frozenset(indexed - stored - waiting))


def repair(difference: Difference) -> None:
    """Queues what differs and drains the outbox."""
    ids = sorted(difference.missing | difference.superfluous)
    OutboxEntry.objects.bulk_create([OutboxEntry(article_id=id_) for id_ in ids], batch_size=BATCH_SIZE)
    drain()


def _visible(ids: Collection[int]) -> list[Article]:
    return list(Article.objects.visible().filter(pk__in=ids).select_related("source").order_by("pk"))


def _all_documents() -> Iterator[Document]:
    last = 0
    while articles := list(
        Article.objects.visible().filter(pk__gt=last).select_related("source").order_by("pk")[:BATCH_SIZE]
    ):
        last = articles[-1].pk
        yield from _documents(articles)


def _catch_up(ids: Collection[int]) -> tuple[Iterable[Document], set[int]]:
    articles = _visible(ids)
    return _documents(articles), set(ids) - {article.pk for article in articles}


def _documents(articles: Sequence[Article]) -> Iterator[Document]:
    slugs = defaultdict(set)
    pairs = Mention.objects.filter(article__in=articles).order_by().values_list("article_id", "person__slug").distinct()
    for article_id, slug in pairs:
        slugs[article_id].add(slug)
    for article in articles:
        yield document_of(article, sorted(slugs[article.pk]))

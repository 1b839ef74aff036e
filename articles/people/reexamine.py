"""Stored articles are looked through again after names changed: in the background, by the worker.

Every article is read again, because a name may stand in any; the index is written only where other persons are found,
which is nine tenths of the work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from articles.models import Article, Mention, NameBook, OutboxEntry

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the last re-examination came, in articles."""

    total: int
    waiting: int

    @property
    def done(self) -> int:
        return self.total - self.waiting

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total if self.total else 100


def queue_all() -> int:
    """Queues every article that readers may see, in small transactions so that writers never wait long.

    The number of articles.
    """
    keys = Article.objects.visible().order_by("id").values_list("id", flat=True)
    total = 0
    batch: list[int] = []
    for key in keys.iterator(chunk_size=BATCH):
        batch.append(key)
        if len(batch) == BATCH:
            total += _queue(batch)
            batch = []
    total += _queue(batch)
    NameBook.objects.update_or_create(pk=1, defaults={"queued": total})
    return total


def queue_articles_of(persons: Iterable[int]) -> int:
    """Queues the articles that name one of `persons` to be indexed anew: where a person goes, is merged or gets another
    address, the mentions may look as before while the index still knows the old person. The number of articles."""
    keys = list(
        Mention.objects.filter(person__in=list(persons)).order_by().values_list("article", flat=True).distinct()
    )
    for at in range(0, len(keys), BATCH):
        OutboxEntry.objects.bulk_create(OutboxEntry(article_id=key) for key in keys[at : at + BATCH])
    return len(keys)


def progress() -> Progress:
    """Of the last re-examination; nothing waits where it has ended."""
    total = NameBook.objects.values_list("queued", flat=True).first() or 0
    waiting = OutboxEntry.objects.filter(names_only=True).count()
    return Progress(max(total, waiting), waiting)


@transaction.atomic
def _queue(keys: list[int]) -> int:
    waiting = set(OutboxEntry.objects.filter(article_id__in=keys).values_list("article_id", flat=True))
    OutboxEntry.objects.bulk_create(OutboxEntry(article_id=key, names_only=True) for key in keys if key not in waiting)
    return len(keys)

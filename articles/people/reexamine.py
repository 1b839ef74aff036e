"""Stored articles are looked through again after names changed: in the background, by the worker."""

from __future__ import annotations

from django.db import transaction

from articles.models import Article, OutboxEntry

BATCH = 2000


def queue_all() -> int:
    """Queues every article that readers may see, in small transactions so that writers never wait long.

    The number of articles; their progress is the length of the outbox.
    """
    keys = Article.objects.visible().order_by("id").values_list("id", flat=True)
    total = 0
    batch: list[int] = []
    for key in keys.iterator(chunk_size=BATCH):
        batch.append(key)
        if len(batch) == BATCH:
            total += _queue(batch)
            batch = []
    return total + _queue(batch)


@transaction.atomic
def _queue(keys: list[int]) -> int:
    waiting = set(OutboxEntry.objects.filter(article_id__in=keys).values_list("article_id", flat=True))
    OutboxEntry.objects.bulk_create(OutboxEntry(article_id=key) for key in keys if key not in waiting)
    return len(keys)

"""What the worker still has to do."""

from django.db import models


class OutboxEntry(models.Model):
    """An article that changed and waits for the worker (mentions, index).

    Written in the transaction that changes the article; removed only after the index has committed:
    a crash in between repeats the work and loses nothing. `article_id` is no foreign key, because the
    removal of an article has to reach the index too.

    `names_only` says that the article itself did not change, only the names that are looked for in it: the index is
    left alone unless other persons are found.
    """

    article_id = models.BigIntegerField(db_index=True)
    names_only = models.BooleanField(default=False)
    queued_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"article {self.article_id}"

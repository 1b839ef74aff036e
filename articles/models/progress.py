"""How far an import came, so that an interrupted one continues."""

from django.db import models


class ImportProgress(models.Model):
    """The state of one input of one import that has not ended yet.

    Written in the transaction that stores the articles, so that it can neither run ahead of them nor fall behind;
    removed when the import ends. `key` stands for the command and the file with its size and time of change:
    another file or other options begin anew. `position` counts the lines (CSV: records) that are done.
    """

    key = models.CharField(max_length=64, unique=True)
    position = models.PositiveBigIntegerField(default=0)
    accepted = models.PositiveBigIntegerField(default=0)
    rejected = models.PositiveBigIntegerField(default=0)
    finished = models.BooleanField(default=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.key} at {self.position}"

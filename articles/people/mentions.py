"""Mention rows: who is named in an article, where, how. The only writer of mentions."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from articles.models import Article, Mention
from articles.models.mention import MentionField
from articles.people import book
from articles.people.resolve import Found, find

LONGEST_STORED = 200
"""Letters of a name or title in a row."""


def find_mentions(article: Article) -> list[Mention]:
    """The mentions of an article in the order of reading, unsaved."""
    return [_row(article, found) for found in _find(article, book.current())]


def refresh(articles: Sequence[Article]) -> None:
    """Writes the mentions of a batch of articles anew, in one transaction; withdrawn ones and near-copies keep none."""
    names = book.current()
    shown = [article for article in articles if article.withdrawn_at is None and article.duplicate_of_id is None]
    rows = [_row(article, found) for article in shown for found in _find(article, names)]
    with transaction.atomic():
        Mention.objects.filter(article__in=articles).delete()
        Mention.objects.bulk_create(rows, batch_size=500)


def _find(article: Article, names: book.Book) -> list[Found]:
    fields = [
        (MentionField.TITLE.value, article.title),
        (MentionField.LEAD.value, article.lead),
        (MentionField.BODY.value, article.body),
    ]
    return find(fields, article.language, names.matcher, names.given)


def _row(article: Article, found: Found) -> Mention:
    return Mention(
        article=article,
        person_id=found.person,
        text=found.text[:LONGEST_STORED],
        title=found.title[:LONGEST_STORED],
        field=found.field,
        start=found.start,
        end=found.end,
    )

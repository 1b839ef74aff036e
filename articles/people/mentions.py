"""Mention rows: who is named in an article, where, how. The only writer of mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction

from articles.models import Article, Mention, OutboxEntry
from articles.models.mention import MentionField
from articles.people import book
from articles.people.found import Found
from articles.people.resolve import find

LONGEST_STORED = 200
"""Letters of a name or title in a row."""


def find_mentions(article: Article) -> list[Mention]:
    """The mentions of an article in the order of reading, unsaved."""
    return [_row(article, found) for found in _find(article, book.current())]


def refresh(articles: Sequence[Article]) -> None:
    """Brings the mentions of a batch of articles up to date, in one transaction; withdrawn ones and near-copies keep
    none.

    Only what differs is written. An article that waits for its names alone waits to be indexed too as soon as other
    persons are found in it: in the same transaction, so that a crash before the index is written loses nothing.
    """
    names = book.current()
    shown = [article for article in articles if article.withdrawn_at is None and article.duplicate_of_id is None]
    rows = {article.pk: [_row(article, found) for found in _find(article, names)] for article in shown}
    with transaction.atomic():
        stored = _stored([article.pk for article in articles])
        differing = [pk for pk in stored.keys() | rows.keys() if _told(stored.get(pk, ())) != _told(rows.get(pk, ()))]
        Mention.objects.filter(article__in=differing).delete()
        Mention.objects.bulk_create([row for pk in sorted(differing) for row in rows.get(pk, ())], batch_size=500)
        others = [pk for pk in differing if _persons(stored.get(pk, ())) != _persons(rows.get(pk, ()))]
        OutboxEntry.objects.filter(article_id__in=others, names_only=True).update(names_only=False)


def _stored(articles: Sequence[int]) -> Mapping[int, list[Mention]]:
    found: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in Mention.objects.filter(article__in=articles).order_by("id"):
        found[mention.article_id].append(mention)
    return found


def _told(mentions: Iterable[Mention]) -> list[tuple[object, ...]]:
    return [(one.person_id, one.field, one.start, one.end, one.text, one.title) for one in mentions]


def _persons(mentions: Iterable[Mention]) -> set[int]:
    return {mention.person_id for mention in mentions}


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

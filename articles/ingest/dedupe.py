"""Near-copies of one article in one outlet: one is shown, the others point to it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from articles.models import Article


def _key(article: Article) -> tuple[int | None, str]:
    return (article.source_id, article.fingerprint)


def first_and_copies(articles: Sequence[Article]) -> tuple[list[Article], list[Article]]:
    """Divides unsaved articles into those that are the first of their text, and copies of these or of stored ones.

    Copies of stored articles have `duplicate_of` set; copies of one another get it from `point_to`.
    """
    shown = _shown(articles)
    firsts: list[Article] = []
    copies: list[Article] = []
    seen: set[tuple[int | None, str]] = set()
    for article in articles:
        key = _key(article)
        if article.fingerprint and (key in shown or key in seen):
            article.duplicate_of_id = shown.get(key)
            copies.append(article)
        else:
            firsts.append(article)
            seen.add(key)
    return firsts, copies


def point_to(copies: Sequence[Article], firsts: Sequence[Article]) -> None:
    """Points copies to the first of their text, which has been saved in between."""
    by_key = {_key(first): first.pk for first in firsts if first.fingerprint}
    for copy in copies:
        copy.duplicate_of_id = copy.duplicate_of_id or by_key[_key(copy)]


def _shown(articles: Sequence[Article]) -> dict[tuple[int | None, str], int]:
    """The stored and shown article of each text among these outlets and fingerprints."""
    wanted: dict[int | None, set[str]] = {}
    for article in articles:
        if article.fingerprint:
            wanted.setdefault(article.source_id, set()).add(article.fingerprint)
    return {
        (source_id, fingerprint): pk
        for source_id, fingerprints in wanted.items()
        for fingerprint, pk in Article.objects.visible()
        .filter(Q(source_id=source_id), fingerprint__in=fingerprints)
        .exclude(fingerprint="")
        .order_by("-id")
        .values_list("fingerprint", "id")
    }


def regroup(source_id: int | None, fingerprint: str) -> list[int]:
    """Puts a group of copies right after a change: exactly one is shown, if any is left. Returns the ids it changed.

    The oldest that is shown stays so; where it left the group, the oldest of the others takes its place.
    """
    if not fingerprint:
        return []
    members = list(
        Article.objects.filter(Q(source_id=source_id), fingerprint=fingerprint, withdrawn_at=None)
        .order_by("id")
        .only("id", "duplicate_of_id")
    )
    if not members:
        return []
    shown = next((member for member in members if member.duplicate_of_id is None), members[0])
    changed = []
    for member in members:
        target = None if member is shown else shown.pk
        if member.duplicate_of_id != target:
            member.duplicate_of_id = target
            changed.append(member)
    Article.objects.bulk_update(changed, ["duplicate_of"])
    return [member.pk for member in changed]


def move(article: Article, old_fingerprint: str) -> list[int]:
    """Takes a stored article, whose text has changed, from its old group of copies to the new one."""
    Article.objects.filter(pk=article.pk).update(duplicate_of=None)
    article.duplicate_of_id = None
    return [
        *regroup(article.source_id, old_fingerprint),
        *regroup(article.source_id, article.fingerprint),
    ]

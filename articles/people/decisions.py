"""Proposed names in the database: filled from the articles, decided on by an editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from articles.models import NameProposal, Person, PersonName, ProposalStatus
from articles.models.person import NameKind
from articles.people import book
from articles.people.proposals import Proposal
from articles.text.transliterate import romanised

LONGEST_SLUG = 100


@transaction.atomic
def record(proposals: Iterable[Proposal]) -> list[NameProposal]:
    """Stores what is new and brings open proposals up to date; those decided on stay as they are.

    The open ones among `proposals`, in their order.
    """
    found = list(proposals)
    stored = {
        (row.key, row.language): row
        for row in NameProposal.objects.filter(key__in=[proposal.key for proposal in found])
    }
    shown = []
    for proposal in found:
        row = stored.get((proposal.key, proposal.language))
        if row is None:
            row = NameProposal(key=proposal.key, language=proposal.language)
        elif row.status != ProposalStatus.OPEN:
            continue
        row.name, row.count, row.titles = proposal.name, proposal.texts, list(proposal.titles)
        row.examples = [
            {
                "article": example.article,
                "before": example.sentence.before,
                "name": example.sentence.name,
                "after": example.sentence.after,
            }
            for example in proposal.examples
        ]
        row.save()
        shown.append(row)
    return shown


@transaction.atomic
def accept(proposal: NameProposal) -> Person:
    """Makes a person with that name; the caller has the articles looked through again."""
    person = Person.objects.create(slug=_free_slug(proposal.name))
    _name(person, proposal, ProposalStatus.ACCEPTED)
    return person


@transaction.atomic
def merge_into(person: Person, proposals: Sequence[NameProposal]) -> None:
    """Gives the names to a person who is there; the caller has the articles looked through again."""
    for proposal in proposals:
        _name(person, proposal, ProposalStatus.MERGED)


def dismiss(proposals: Iterable[NameProposal]) -> int:
    """Never to be proposed again. How many were open."""
    keys = [proposal.pk for proposal in proposals]
    return NameProposal.objects.filter(pk__in=keys, status=ProposalStatus.OPEN).update(status=ProposalStatus.DISMISSED)


def _name(person: Person, proposal: NameProposal, status: ProposalStatus) -> None:
    PersonName.objects.get_or_create(
        person=person, text=proposal.name, language=proposal.language, defaults={"kind": NameKind.FULL}
    )
    proposal.person, proposal.status = person, status
    proposal.save(update_fields=["person", "status", "updated_at"])
    book.changed()


def _free_slug(name: str) -> str:
    """An address name after the sound of a name, with a number where it is taken."""
    base = romanised(name)[:LONGEST_SLUG].strip("-") or "person"
    taken = set(Person.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug

"""Writes persons and their names: for the command and the admin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from articles.models import Mention, Person, PersonName
from articles.people import book
from articles.people.data import NameRecord, PersonRecord
from articles.people.reexamine import queue_articles_of

BATCH = 500


@dataclass(frozen=True, slots=True)
class Stored:
    """Keys of the persons that an import made or changed, and how many were there already."""

    created: tuple[int, ...] = ()
    updated: tuple[int, ...] = ()
    unchanged: int = 0

    def __add__(self, other: Stored) -> Stored:
        return Stored(self.created + other.created, self.updated + other.updated, self.unchanged + other.unchanged)


def store_people(records: Iterable[PersonRecord]) -> Stored:
    """Adds persons and names in batches; what is there keeps its names, and gains the new ones.

    The same record again changes nothing. A person is known by the slug.
    """
    total = Stored()
    batch: list[PersonRecord] = []
    for record in records:
        batch.append(record)
        if len(batch) == BATCH:
            total += _store(batch)
            batch = []
    return total + _store(batch) if batch else total


@transaction.atomic
def merge(kept: Person, others: Sequence[Person]) -> None:
    """Makes one person of several: `kept` takes over names, mentions and what it lacks; the others go."""
    queue_articles_of([other.pk for other in others])
    own = set(kept.names.values_list("text", "language"))
    for other in others:
        for name in other.names.all():
            if (name.text, name.language) not in own:
                own.add((name.text, name.language))
                PersonName.objects.filter(pk=name.pk).update(person=kept)
        Mention.objects.filter(person=other).update(person=kept)
        kept.wikidata = kept.wikidata or other.wikidata
        kept.descriptions = {**other.descriptions, **kept.descriptions}
        kept.context = {**other.context, **kept.context}
        Person.objects.filter(pk=other.pk).delete()
    kept.save(update_fields=["wikidata", "descriptions", "context"])
    book.changed()


@transaction.atomic
def _store(records: Sequence[PersonRecord]) -> Stored:
    known = {
        person.slug: person
        for person in Person.objects.filter(slug__in=[record.slug for record in records]).prefetch_related("names")
    }
    created: dict[str, None] = {}
    updated: dict[str, None] = {}
    unchanged = 0
    for record in records:
        person = known.get(record.slug)
        if person is None:
            person = Person(
                slug=record.slug,
                wikidata=record.wikidata,
                descriptions=record.descriptions,
                context=record.context,
            )
            person.save()
            known[record.slug] = person
            created.setdefault(record.slug)
            _write_names(person, record.names, {})
        elif _update(person, record):
            updated.setdefault(record.slug)
        else:
            unchanged += 1
    if created or updated:
        book.changed()
    return Stored(
        tuple(known[slug].pk for slug in created),
        tuple(known[slug].pk for slug in updated if slug not in created),
        unchanged,
    )


def _update(person: Person, record: PersonRecord) -> bool:
    descriptions = {**person.descriptions, **record.descriptions}
    context = {**person.context, **record.context}
    wikidata = record.wikidata or person.wikidata
    changed = (descriptions, context, wikidata) != (person.descriptions, person.context, person.wikidata)
    if changed:
        person.descriptions, person.context, person.wikidata = descriptions, context, wikidata
        person.save(update_fields=["descriptions", "context", "wikidata"])
    existing = {(name.text, name.language): name for name in PersonName.objects.filter(person=person)}
    return _write_names(person, record.names, existing) or changed


def _write_names(person: Person, names: Iterable[NameRecord], existing: dict[tuple[str, str], PersonName]) -> bool:
    new: dict[tuple[str, str], PersonName] = {}
    changed = False
    for name in names:
        key = (name.text, name.language)
        old = existing.get(key)
        if old is None:
            new.setdefault(
                key,
                PersonName(
                    person=person, text=name.text, language=name.language, kind=name.kind, standalone=name.standalone
                ),
            )
        elif (old.kind, old.standalone) != (name.kind, name.standalone):
            old.kind, old.standalone = name.kind, name.standalone
            old.save(update_fields=["kind", "standalone"])
            changed = True
    PersonName.objects.bulk_create(new.values())
    return changed or bool(new)

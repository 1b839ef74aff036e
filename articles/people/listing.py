"""All persons that articles name, in the order of a language's alphabet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from articles.models import Mention, Person, PersonName
from articles.models.person import NameKind
from articles.people import book
from articles.text.collation import sort_key
from articles.text.fold import fold


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in a list: the name for the reader, and the number of articles."""

    slug: str
    name: str
    count: int


def named_people(language: str) -> list[Listed]:
    """Persons whom articles name, sorted by their name in `language`."""
    counts = article_counts()
    names = _names(counts, language)
    slugs = dict(Person.objects.filter(pk__in=counts).values_list("pk", "slug"))
    found = [Listed(slug, names.get(key, slug), counts[key]) for key, slug in slugs.items()]
    return sorted(found, key=lambda one: sort_key(one.name, language))


def article_counts() -> dict[int, int]:
    """Articles by person; mentions of withdrawn articles are gone as soon as the worker has seen them."""
    counted = Mention.objects.order_by().values_list("person").annotate(n=Count("article", distinct=True))
    return dict(counted)


def by_letter(people: Iterable[Listed]) -> dict[str, list[Listed]]:
    """In groups by the first letter, as the list is sorted."""
    groups: dict[str, list[Listed]] = {}
    for one in people:
        groups.setdefault(fold(one.name)[:1].upper(), []).append(one)
    return groups


def names_of(slugs: Iterable[str], language: str) -> dict[str, str]:
    """By slug, the name of each person as `Person.name_in` has it; a person without a full name is left out."""
    wanted = list(slugs)
    names = book.current().full_names(language) if wanted else {}
    return {slug: names[slug] for slug in wanted if slug in names}


def _names(keys: Iterable[int], language: str) -> dict[int, str]:
    """The first full name in `language`, else the first in any, by key of the person."""
    here: dict[int, str] = {}
    anywhere: dict[int, str] = {}
    names = PersonName.objects.filter(person__in=list(keys), kind=NameKind.FULL)
    for person, text, tongue in names.order_by("id").values_list("person_id", "text", "language"):
        anywhere.setdefault(person, text)
        if tongue == language:
            here.setdefault(person, text)
    return anywhere | here

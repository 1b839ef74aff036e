"""The names in the database, compiled once per process and again when they change."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock

from articles.models import Person, PersonName
from articles.models.edition import until_commit
from articles.models.person import NameBook, NameKind
from articles.people.begun import Begun
from articles.people.contexts import Contexts, contexts
from articles.people.directory import Directory
from articles.people.matcher import Matcher
from articles.people.names import Name, Weight
from articles.people.short import given_names

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Book:
    """All names of one edition, compiled when first asked for."""

    edition: str
    names: tuple[Name, ...]
    given: frozenset[str]
    contexts: Contexts = field(default_factory=dict)
    full: tuple[tuple[str, str, str], ...] = ()
    """Full names: slug of the person, text, language; those of one person as they were entered."""

    @cached_property
    def matcher(self) -> Matcher:
        return Matcher(self.names, self.contexts)

    @cached_property
    def directory(self) -> Directory:
        return Directory(self._untitled())

    @cached_property
    def begun(self) -> Begun:
        return Begun(self._untitled())

    def full_names(self, language: str) -> dict[str, str]:
        """By slug, the name of each person as `Person.name_in` has it; a person without a full name is left out."""
        if language not in self._full_names:
            anywhere = {slug: text for slug, text, _ in reversed(self.full)}
            here = {slug: text for slug, text, tongue in reversed(self.full) if tongue == language}
            self._full_names[language] = anywhere | here
        return self._full_names[language]

    @cached_property
    def _full_names(self) -> dict[str, dict[str, str]]:
        return {}

    def _untitled(self) -> Iterator[tuple[int, str]]:
        """Names without titles: «رئیس ج» begins, and «وزیر خارجح» resembles, the names of all who had the office."""
        return ((name.person, name.text) for name in self.names if name.weight is not Weight.TITLED)


_current: Book | None = None
_lock = Lock()


def current() -> Book:
    """The book of the names as they are now: no query where nothing was committed, one where names did not change."""
    global _current  # noqa: PLW0603 -- one book per process, replaced whole
    edition = _edition()
    book = _current
    if book is not None and book.edition == edition and edition:
        return book
    with _lock:
        if _current is None or _current.edition != edition or not edition:
            _current = _read(edition)
        return _current


@until_commit
def _edition() -> str:
    return NameBook.objects.values_list("edition", flat=True).first() or ""


def changed() -> None:
    """To be called in the transaction that changes persons or names: every process will read them anew."""
    NameBook.objects.update_or_create(pk=1, defaults={"edition": secrets.token_hex(8)})


def _read(edition: str) -> Book:
    rows = PersonName.objects.order_by("person_id", "id").values_list(
        "person_id", "person__slug", "text", "language", "kind", "standalone"
    )
    names, full = [], []
    for person, slug, text, language, kind, standalone in rows.iterator(chunk_size=5000):
        names.append(Name(person, text, language, weight(kind, standalone)))
        if kind == NameKind.FULL:
            full.append((slug, text, language))
    entered = Person.objects.exclude(context={}).order_by("id").values_list("id", "context")
    logger.info("people_book names=%d edition=%s", len(names), edition)
    return Book(edition, tuple(names), given_names(), contexts(entered) if names else {}, tuple(full))


def weight(kind: str, standalone: bool) -> Weight:
    if kind == NameKind.TITLED:
        return Weight.TITLED
    return Weight.STRONG if standalone else Weight.WEAK

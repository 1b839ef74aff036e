"""What travels through the import: a record going in, and what became of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from enum import StrEnum

RULES = "1"
"""Grows when the rules of import change what is stored: the same record is then stored anew, not as a correction."""
_NO_TEXT = frozenset({"tags", "developing", "place", "warnings"})


class Status(StrEnum):
    """What became of a record."""

    IMPORTED = "imported"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article as a publisher gave it, before cleaning; every key may be empty.

    `source` and `agency` are an outlet's slug, host or name; `date` is as written, in any calendar; `language` is any
    code or empty, then it is detected. `place` says where the record stands (`news.jsonl:7`), `warnings` what its
    format has to report; neither is content.
    """

    external_id: str
    title: str = ""
    body: str = ""
    summary: str = ""
    author: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    url: str = ""
    source: str = ""
    agency: str = ""
    date: str = ""
    developing: bool = False
    place: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Equal for records with equal content. Of the record, not of the stored article: an editor's correction
        stays until the publisher changes something."""
        content = "\0".join([*(getattr(self, name) for name in _TEXTS), *self.tags, str(self.developing)])
        return f"{RULES:0>2}{hashlib.blake2b(content.encode('utf-8', 'surrogatepass'), digest_size=31).hexdigest()}"


_TEXTS = tuple(field.name for field in fields(ArticleRecord) if field.name not in _NO_TEXT)


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that could not be read as a record: where, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one record. `article_id` is None for a rejected one; `reason` says why it was rejected."""

    status: Status
    place: str
    reference: str
    article_id: int | None = None
    reason: str = ""
    warnings: tuple[str, ...] = ()

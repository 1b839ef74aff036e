"""The persons of the data file and a matcher over them, compiled once for all tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

import articles
from articles.people.book import weight
from articles.people.contexts import contexts
from articles.people.data import PersonRecord, read_people
from articles.people.found import Found
from articles.people.matcher import Matcher
from articles.people.names import Name
from articles.people.resolve import find
from articles.people.short import given_names

PEOPLE = Path(articles.__file__).parent / "data" / "people.jsonl"


@dataclass(frozen=True)
class Figures:
    """The records of the data file; a person's number in the matcher is the place in the list."""

    records: list[PersonRecord]
    matcher: Matcher
    given: frozenset[str]

    def find(self, language: str, **fields: str) -> list[tuple[str, Found]]:
        """(slug, mention) in the order of reading; fields as title=, lead=, body=."""
        found = find(list(fields.items()), language, self.matcher, self.given)
        return [(self.records[one.person].slug, one) for one in found]


@pytest.fixture(scope="session")
def figures() -> Figures:
    records = [record for record in read_people(PEOPLE) if isinstance(record, PersonRecord)]
    names = [
        Name(number, name.text, name.language, weight(name.kind, name.standalone))
        for number, record in enumerate(records)
        for name in record.names
    ]
    known = contexts((number, record.context) for number, record in enumerate(records))
    return Figures(records, Matcher(names, known), given_names())

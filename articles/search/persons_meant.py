"""Persons named among the words of a query, and the query that is left without their names."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Person
from articles.people.recognise import called_like
from articles.search.answer import SearchPage
from articles.search.chips import without
from articles.search.query.tokens import Kind, scan
from articles.text.fold import fold

QUOTES = '"«»“”„'


@dataclass(frozen=True, slots=True)
class PersonMeant:
    """`rest` is the query without the words that name the person; "" where it is nothing but these."""

    person: Person
    rest: str


def persons_meant(q: str, page: SearchPage) -> tuple[PersonMeant, ...]:
    """The persons recognised in the words; none where the query asks for persons as such already.

    Alternatives are no words beside a name: of «پوتین یا ترامپ» nothing is left.
    """
    if not page.people:
        return ()
    tokens = list(scan(q))
    if any(token.kind is Kind.FIELD and token.text == "person" for token in tokens):
        return ()
    alternatives = any(token.kind is Kind.OR for token in tokens)
    return tuple(PersonMeant(person, "" if alternatives else _rest(q, page, person)) for person in page.people)


def _rest(q: str, page: SearchPage, person: Person) -> str:
    """Without the chips whose words all stand in names of the person. A misspelt name is one as a whole, and so are
    names in two scripts side by side."""
    names = {fold(word) for name in person.names.all() for word in name.text.split()}
    spans = []
    for chip in page.chips:
        words = chip.text.strip(QUOTES).split()
        if fold("".join(words)) in names or all(fold(word) in names for word in words):
            spans.append(chip.span)
    rest = without(q, *spans)
    whole = not spans or not any(map(str.isalnum, rest)) or person in called_like(q)
    return "" if whole else rest

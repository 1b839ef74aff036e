"""The names in use, compiled."""

from __future__ import annotations

from articles.people.book import Book
from articles.people.names import Name, Weight

BOOK = Book(
    "1",
    (
        Name(1, "جواد ظریف", "fa", Weight.STRONG),
        Name(1, "وزیر خارجه ظریف", "fa", Weight.TITLED),
    ),
    frozenset(),
)


def test_a_title_neither_begins_nor_resembles_a_name() -> None:
    assert BOOK.begun.by("وزیر") == BOOK.directory.find("وزیر خارجح", 3, beginning=True) == []
    assert BOOK.begun.by("جواد") == [one.person for one in BOOK.directory.find("جواد ضریف", 3)] == [1]

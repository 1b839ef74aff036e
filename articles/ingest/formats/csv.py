"""Tables: a header with the names of the keys, one article a row; divided by commas, semicolons or tabs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from articles.ingest.formats.keys import KEYS, record_of
from articles.ingest.lines import LONGEST_LINE, UnreadableLine
from articles.ingest.record import ArticleRecord, Rejection

DIVIDERS = ",;\t|"


def _divider(header: str) -> str:
    """The sign that divides the header into the most known keys."""
    return max(DIVIDERS, key=lambda sign: len(_names(header, sign) & set(KEYS)))


def _names(header: str, sign: str) -> set[str]:
    return {name.strip(' "\r').lower() for name in header.split(sign)}


def is_header(line: str) -> bool:
    """Whether a line names at least two keys, title or body among them."""
    names = _names(line, _divider(line)) & set(KEYS)
    return len(names) >= 2 and bool(names & {"title", "body"})


class _Lines:
    """Feeds csv.reader and remembers where it is and what it could not be given."""

    def __init__(self, lines: Iterable[tuple[int, str]]) -> None:
        self._lines = iter(lines)
        self.number = 0
        self.unreadable: list[tuple[int, str]] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        for number, line in self._lines:
            self.number = number
            if not isinstance(line, UnreadableLine):
                return line + "\n"
            self.unreadable.append((number, str(line)))
        raise StopIteration


def read(
    lines: Iterable[tuple[int, str]], place: str, skip: int = 0
) -> Iterator[tuple[int, ArticleRecord | Rejection]]:
    """Records with the number of their row, the header not counted. Rows up to `skip` are passed over."""
    csv.field_size_limit(LONGEST_LINE)
    source = _Lines(lines)
    first = next(source, "")
    names = [name.strip().lower() for name in next(csv.reader([first], delimiter=_divider(first)), [])]
    if not {"title", "body"} & set(names):
        yield 0, Rejection(f"{place}:1", "the first line names no column title or body")
        return
    rows = csv.reader(source, delimiter=_divider(first))
    position = 0
    while True:
        start = source.number + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            row = []
            yield position, Rejection(f"{place}:{start}", f"broken row: {error}")
        for number, reason in source.unreadable:
            yield position, Rejection(f"{place}:{number}", reason)
        source.unreadable.clear()
        if row is None:
            return
        position += 1
        if row and position > skip:
            yield position, record_of(dict(zip(names, row, strict=False)), f"{place}:{start}")

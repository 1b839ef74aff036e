"""What Whoosh asks of a document: whether it is deleted, its lengths, its columns, its id."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from whoosh.codec import base
from whoosh.columns import Column, ColumnReader

from articles.search.engines.whoosh.columns import Columns, KeywordColumn
from articles.search.engines.whoosh.packing import Numbers, starts_of
from articles.search.engines.whoosh.schema import SINGLE_KEYWORDS


class ColumnarDocuments(base.PerDocumentReader):
    """Reads the columns of a segment. Lengths are exact, where Whoosh's own codec keeps a byte of them."""

    def __init__(self, columns: Columns, segment: base.Segment) -> None:
        self._columns = columns
        self._segment = segment

    def doc_count(self) -> int:
        return self.doc_count_all() - int(self._segment.deleted_count())

    def doc_count_all(self) -> int:
        return self._columns.count

    def has_deletions(self) -> bool:
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Iterable[int]:
        numbers: Iterable[int] = self._segment.deleted_docs()
        return numbers

    def supports_columns(self) -> bool:
        return True

    def has_column(self, fieldname: str) -> bool:
        return fieldname in self._columns.numbers or fieldname in SINGLE_KEYWORDS

    def list_columns(self) -> list[str]:
        return [*self._columns.numbers, *SINGLE_KEYWORDS]

    def column_reader(self, fieldname: str, column: Column) -> ColumnReader:
        """Numbers as int, keywords as bytes. Raises KeyError for a field without a column."""
        if fieldname in self._columns.numbers:
            return NumberReader(self._columns.numbers[fieldname])
        return KeywordReader(self._columns.keywords[fieldname])

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        lengths = self._columns.lengths.get(fieldname)
        return default if lengths is None else int(lengths[docnum]) or default

    def field_length(self, fieldname: str) -> int:
        lengths = self._columns.lengths.get(fieldname)
        return 0 if lengths is None else int(lengths.sum())

    def min_field_length(self, fieldname: str) -> int:
        lengths = self._columns.lengths.get(fieldname)
        return 0 if lengths is None else int(lengths.min())

    def max_field_length(self, fieldname: str) -> int:
        lengths = self._columns.lengths.get(fieldname)
        return 0 if lengths is None else int(lengths.max())

    def stored_fields(self, docnum: int) -> dict[str, int]:
        """Nothing is stored but what leads back to the database."""
        return {"id": int(self._columns.numbers["id"][docnum])}


class NumberReader(ColumnReader):
    """A column of numbers where it lies in the file."""

    def __init__(self, values: Numbers) -> None:
        self._values = values
        self._sign = 1

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, docnum: int) -> int:
        return int(self._values[docnum])

    def __iter__(self) -> Any:
        return iter(self._values.tolist())

    def sort_key(self, docnum: int) -> int:
        return self._sign * self[docnum]

    def set_reverse(self) -> None:
        self._sign = -1


class KeywordReader(ColumnReader):
    """A column of keywords of which a document has one or, told by no bytes, none."""

    def __init__(self, column: KeywordColumn) -> None:
        self._texts = [value.encode() for value in column.values]
        self._starts = starts_of(column.counts)
        self._column = column

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, docnum: int) -> bytes:
        if not self._column.counts[docnum]:
            return b""
        return self._texts[int(self._column.codes[self._starts[docnum]])]

    def __iter__(self) -> Any:
        return (self[docnum] for docnum in range(len(self)))

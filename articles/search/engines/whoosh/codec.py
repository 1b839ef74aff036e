"""Whoosh's codec interface over our segments, for reading.

With it, Whoosh itself opens the index that the portal writes, and its readers, matchers, scorers, spans and sorting
work on it unchanged:

    whoosh.index.open_dir(build, indexname=INDEX_NAME, readonly=True).searcher()

The portal's own questions go past it (evaluate.py: whole arrays instead of one posting at a time). Whoosh's searcher is
for tools, for other code, and for the tests, where it is the oracle.

Statistics of terms and fields are those of the segment's files, deleted documents included until a merge drops them, as
in every Whoosh index. Written is only by writer.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import UnsupportedOperation
from pathlib import Path
from typing import Any, NoReturn

from whoosh.codec import base
from whoosh.filedb.filestore import FileStorage, ReadOnlyError
from whoosh.reading import TermInfo

from articles.search.engines.whoosh.bundle import Bundle
from articles.search.engines.whoosh.codec_documents import ColumnarDocuments
from articles.search.engines.whoosh.codec_postings import ColumnarMatcher, KeywordTerms, Terms, first_from
from articles.search.engines.whoosh.segment import SegmentReader

SEGMENT_SUFFIX = ".seg"
_READ_ONLY = "Whoosh reads these segments; they are written through the portal's engine alone"

Term = tuple[str, bytes]


class ColumnarCodec(base.Codec):
    """Reads bundles. The writing half of a codec raises whoosh.filedb.filestore.ReadOnlyError."""

    def terms_reader(self, storage: FileStorage, segment: base.Segment) -> ColumnarTerms:
        """Raises FileNotFoundError where a merge has removed the file (Whoosh then tries the next generation), and
        DamagedFile where it is not whole."""
        return ColumnarTerms(_open(storage, segment))

    def per_document_reader(self, storage: FileStorage, segment: base.Segment) -> ColumnarDocuments:
        """Raises as `terms_reader` does."""
        return ColumnarDocuments(_open(storage, segment).columns, segment)

    def postings_reader(
        self, dbfile: Any, terminfo: TermInfo, format_: Any, term: Any = None, scorer: Any = None
    ) -> NoReturn:
        """Whoosh's own segments keep postings in a file of their own, which their terms reader opens by this; here the
        terms reader finds them itself, and nobody asks."""
        raise UnsupportedOperation("a segment has no file of postings: ask terms_reader(…).matcher(…)")

    def per_document_writer(self, storage: FileStorage, segment: base.Segment) -> NoReturn:
        raise ReadOnlyError(_READ_ONLY)

    def field_writer(self, storage: FileStorage, segment: base.Segment) -> NoReturn:
        raise ReadOnlyError(_READ_ONLY)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> NoReturn:
        raise ReadOnlyError(_READ_ONLY)

    def new_segment(self, storage: FileStorage, indexname: str) -> NoReturn:
        raise ReadOnlyError(_READ_ONLY)


class ColumnarTerms(base.TermsReader):
    """The dictionaries of a segment: text fields as they lie on disk, keywords from their columns."""

    def __init__(self, segment: SegmentReader) -> None:
        self._lengths = segment.columns.lengths
        keywords = {name: KeywordTerms(column) for name, column in segment.columns.keywords.items()}
        self._fields: dict[str, Terms] = {**segment.fields, **keywords}
        self._names = sorted(self._fields)

    def __contains__(self, term: Term) -> bool:
        name, text = term
        return name in self._fields and self._fields[name].find(text) is not None

    def indexed_field_names(self) -> list[str]:
        return self._names

    def cursor(self, fieldname: str, fieldobj: Any) -> base.FieldCursor:
        terms = self._fields.get(fieldname)
        return base.EmptyCursor() if terms is None else TermCursor(self, fieldname, terms, fieldobj)

    def terms(self) -> Iterator[Term]:
        """All terms, ascending by field and text."""
        return self.terms_from("", b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """The terms of a field from `prefix` on, then those of the fields behind it."""
        return ((name, terms[number]) for name, terms, number in self._numbers(fieldname, prefix))

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        return self.items_from("", b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        for name, terms, number in self._numbers(fieldname, prefix):
            yield (name, terms[number]), self.info(name, number)

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """Raises KeyError where no document of the segment has the term."""
        return self.info(fieldname, self._number(fieldname, text))

    def frequency(self, fieldname: str, text: bytes) -> float:
        return float(self._fields[fieldname].totals[self._number(fieldname, text)])

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        return int(self._fields[fieldname].frequencies[self._number(fieldname, text)])

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ColumnarMatcher:
        number = self._number(fieldname, text)
        lengths = self._lengths.get(fieldname)
        return ColumnarMatcher(self._fields[fieldname], number, lengths, (fieldname, text), format_, scorer)

    def info(self, fieldname: str, number: int) -> TermInfo:
        """The statistics of the term with a number. A new object each time: Whoosh changes what it is given."""
        terms = self._fields[fieldname]
        documents, times = terms.documents(number), terms.times(number)
        lengths = self._lengths.get(fieldname)
        of_term = None if lengths is None else lengths[documents]
        return TermInfo(
            weight=float(terms.totals[number]),
            df=len(documents),
            minlength=0 if of_term is None else int(of_term.min()),
            maxlength=0 if of_term is None else int(of_term.max()),
            maxweight=float(times.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )

    def _number(self, fieldname: str, text: bytes) -> int:
        number = self._fields[fieldname].find(text)
        if number is None:
            raise KeyError((fieldname, text))
        return number

    def _numbers(self, fieldname: str, text: bytes) -> Iterator[tuple[str, Terms, int]]:
        for name in self._names:
            if name >= fieldname:
                terms = self._fields[name]
                first = first_from(terms, text) if name == fieldname else 0
                for number in range(first, len(terms)):
                    yield name, terms, number


class TermCursor(base.FieldCursor):
    """A place in the dictionary of a field, for Whoosh's spelling and fuzzy queries. Texts are the field's values."""

    def __init__(self, reader: ColumnarTerms, name: str, terms: Terms, field: Any) -> None:
        self._reader = reader
        self._name = name
        self._terms = terms
        self._field = field
        self._number = 0

    def first(self) -> str | None:
        self._number = 0
        return self.text()

    def find(self, string: str | bytes) -> str | None:
        """Moves to the first term not below `string`."""
        self._number = first_from(self._terms, self._field.to_bytes(string))
        return self.text()

    def next(self) -> str | None:
        self._number += self.is_valid()
        return self.text()

    def text(self) -> str | None:
        """The term here, None behind the last."""
        if not self.is_valid():
            return None
        text: str = self._field.from_bytes(self._terms[self._number])
        return text

    term = text

    def term_info(self) -> TermInfo | None:
        return self._reader.info(self._name, self._number) if self.is_valid() else None

    def is_valid(self) -> bool:
        return self._number < len(self._terms)


def _open(storage: FileStorage, segment: base.Segment) -> SegmentReader:
    return SegmentReader(Bundle(Path(storage.folder) / segment.make_filename(SEGMENT_SUFFIX)))

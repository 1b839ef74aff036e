"""What the index holds, fixed: no field appears or disappears with the data.

Nothing is stored that the database has: the article's id is the only way back. Surfaces keep positions for
phrases; stems do not. A field may be added: segments written before are read as if it were empty, and the index is
rebuilt beside the old one, which goes on answering. Change SCHEMA_VERSION with what the files of a segment mean: an
index of another version is not read, and rebuilt.
"""

from __future__ import annotations

from typing import NoReturn

from whoosh import columns, fields, formats
from whoosh.analysis import IDTokenizer
from whoosh.filedb.filestore import ReadOnlyError

from articles.search.plan import KEYWORD_FIELDS, TEXT_FIELDS

SCHEMA_VERSION = 2
INDEX_NAME = "MAIN"
UNKNOWN_DAY = -(2**31)
UNKNOWN_TIME = -(2**63)
SINGLE_KEYWORDS = ("language", "source")
"""Keyword fields of which a document has at most one value, so that Whoosh can sort and group by them."""


def has_positions(field: str) -> bool:
    """Whether phrases can be asked of a text field."""
    return field.endswith("_surface")


def whoosh_schema() -> fields.Schema:
    """What Whoosh is told of the fields: words with or without positions, exact keywords, columns of numbers."""
    schema = fields.Schema()
    for name in TEXT_FIELDS:
        schema.add(name, PreparedText(phrase=has_positions(name)))
    for name in KEYWORD_FIELDS:
        schema.add(name, fields.ID(sortable=name in SINGLE_KEYWORDS))
    schema.add("day", fields.COLUMN(columns.NumericColumn("i", default=UNKNOWN_DAY)))
    schema.add("time", fields.COLUMN(columns.NumericColumn("q", default=UNKNOWN_TIME)))
    schema.add("id", fields.COLUMN(columns.NumericColumn("q")))
    return schema


class PreparedText(fields.TEXT):
    """Text that arrives as terms in order: nothing is analysed here."""

    def __init__(self, phrase: bool) -> None:
        super().__init__(analyzer=IDTokenizer(), phrase=phrase)
        self.format = formats.Positions() if phrase else formats.Frequency()

    def index(self, value: object, **options: object) -> NoReturn:
        """Whoosh's own writer would analyse and store in its own format."""
        raise ReadOnlyError("documents are written through the portal's engine alone")

"""What the index holds, fixed: no field appears or disappears with the data.

Nothing is stored that the database has: the article's id is the only way back. Surfaces keep positions for
phrases; stems do not. Change SCHEMA_VERSION with anything here or in the files of a segment: the index is then
rebuilt beside the old one.
"""

from __future__ import annotations

from whoosh import fields, formats
from whoosh.analysis import IDTokenizer

from articles.search.plan import TEXT_FIELDS

SCHEMA_VERSION = 1
INDEX_NAME = "MAIN"
UNKNOWN_DAY = -(2**31)
UNKNOWN_TIME = -(2**63)


def has_positions(field: str) -> bool:
    """Whether phrases can be asked of a text field."""
    return field.endswith("_surface")


def whoosh_schema() -> fields.Schema:
    """The text fields as Whoosh's own tools see them. Keywords and numbers are columns of our segments."""
    schema = fields.Schema()
    for name in TEXT_FIELDS:
        schema.add(name, PreparedText(phrase=has_positions(name)))
    return schema


class PreparedText(fields.TEXT):
    """Text that arrives as terms in order: nothing is analysed here."""

    def __init__(self, phrase: bool) -> None:
        super().__init__(analyzer=IDTokenizer(), phrase=phrase)
        self.format = formats.Positions() if phrase else formats.Frequency()

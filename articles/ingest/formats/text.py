"""Plain text: one article a file."""

from __future__ import annotations

from typing import BinaryIO

from articles.ingest.inputs import Input
from articles.ingest.lines import LONGEST_LINE
from articles.ingest.record import ArticleRecord, Rejection


def read(stream: BinaryIO, encoding: str, entry: Input) -> ArticleRecord | Rejection:
    """The article of a text file; its id is the file's name without ending."""
    raw = stream.read(LONGEST_LINE + 1)
    if len(raw) > LONGEST_LINE:
        return Rejection(entry.path, f"the text has more than the {LONGEST_LINE:,} bytes that are read")
    title, _, body = raw.decode(encoding, "replace").strip().partition("\n")
    return ArticleRecord(external_id=entry.stem, title=title, body=body, place=entry.path)

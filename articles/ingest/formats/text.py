"""Plain text: one article a file, as people save them, with noisy heads and tails. The rules are in docs/import.md."""

from __future__ import annotations

import hashlib
from typing import BinaryIO

from articles.ingest import clean
from articles.ingest.credits import first_credit
from articles.ingest.formats.heads import ends_sentence, read_head
from articles.ingest.formats.tails import read_tail
from articles.ingest.inputs import STANDARD_INPUT, Input
from articles.ingest.lines import LONGEST_LINE
from articles.ingest.record import ArticleRecord, Rejection
from articles.text.language import detect_language

_LONGEST_LEAD = 700
"""Code points: some 110 words. A longer first paragraph is body."""
_WRAPPED = range(45, 111)
"""Lengths of lines that an editor or mail program has wrapped."""


def read(stream: BinaryIO, encoding: str, entry: Input) -> ArticleRecord | Rejection:
    """The article of a text file; its id is the file's name without ending."""
    raw = stream.read(LONGEST_LINE + 1)
    if len(raw) > LONGEST_LINE:
        return Rejection(entry.path, f"the text has more than the {LONGEST_LINE:,} bytes that are read")
    text = raw.decode(encoding, "replace")
    warnings = ("some bytes were no characters and are shown as �",) if "\ufffd" in text else ()
    external_id = entry.stem
    if entry.path == STANDARD_INPUT:  # it has no name; the same text again must be the same article
        external_id = hashlib.blake2b(raw, digest_size=8).hexdigest()
    return parse(text, external_id, entry.path, warnings)


def parse(text: str, external_id: str, place: str = "", warnings: tuple[str, ...] = ()) -> ArticleRecord:
    """The record in a saved text: date, title, lead, body, outlet and agency of the opening credit, tags."""
    head = read_head(unwrapped(clean.plain(text)))
    tail = read_tail(head.rest, head.title)
    lead, body = _lead_apart(tail.paragraphs, bool(head.title))
    language = detect_language("\n".join((head.title, *tail.paragraphs)))
    credit = first_credit(tail.paragraphs[: 2 if lead else 1], language)
    return ArticleRecord(
        external_id=external_id,
        title=head.title,
        body="\n".join(body),
        summary=lead,
        author=head.author,
        tags=tail.tags,
        source=credit.outlet,
        agency=credit.agency,
        date=head.date,
        developing=tail.developing,
        place=place,
        warnings=warnings,
    )


def _lead_apart(paragraphs: tuple[str, ...], titled: bool) -> tuple[str, tuple[str, ...]]:
    """The line under the title, or the first paragraph where it is short and more follows.

    Without a title the first paragraph is the lead in any case where more follows: the title is made of it.
    """
    if len(paragraphs) < 2 or len(paragraphs[0]) > _LONGEST_LEAD:
        return "", paragraphs
    if titled and not ends_sentence(paragraphs[0]) and len(paragraphs) < 3:
        return "", paragraphs
    return paragraphs[0], paragraphs[1:]


def unwrapped(text: str) -> list[str]:
    """The paragraphs of a text: its lines, or, where an editor has wrapped them, its blocks between empty lines."""
    blocks = [[line for line in map(clean.tidy, block.split("\n")) if line] for block in text.split("\n\n")]
    return [part for block in blocks for part in ([" ".join(block)] if _is_wrapped(block) else block)]


def _is_wrapped(block: list[str]) -> bool:
    """Three lines or more of an editor's width, most of which break within a sentence."""
    inner = block[:-1]
    if len(block) < 3 or not all(len(line) in _WRAPPED for line in inner):
        return False
    return sum(not ends_sentence(line) for line in inner) * 3 >= len(inner) * 2

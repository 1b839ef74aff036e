"""From an input to its records: encoding and format are found out, what cannot be read is reported."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from articles.ingest.encodings import NotText, detect_encoding
from articles.ingest.formats import csv, jsonl, text
from articles.ingest.inputs import Input, unwatched, with_sample
from articles.ingest.lines import read_lines
from articles.ingest.record import ArticleRecord, Rejection

LINED = {"jsonl": jsonl.read, "csv": csv.read}
_CUT = "the compressed file ends too early; what came before went in"


@dataclass(frozen=True, slots=True)
class Options:
    """`source` and `language` hold for records that name none."""

    format: str = "auto"
    source: str = ""
    language: str = ""


def read(
    entry: Input, options: Options, skip: int = 0, on_read: Callable[[int], None] = unwatched
) -> Iterator[tuple[int, ArticleRecord | Rejection]]:
    """Each record of an input with its position (line or row), from the one after `skip`; bad input never raises."""
    try:
        for position, item in _items(entry, options, skip, on_read):
            yield position, _with_defaults(item, options)
    except NotText as error:
        yield 0, Rejection(entry.path, str(error))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield (
            0,
            Rejection(entry.path, _CUT if isinstance(error, EOFError) else f"the compressed file is broken: {error}"),
        )
    except OSError as error:
        yield 0, Rejection(entry.path, f"it cannot be read: {error.strerror or error}")


def _items(
    entry: Input, options: Options, skip: int, on_read: Callable[[int], None]
) -> Iterator[tuple[int, ArticleRecord | Rejection]]:
    with closing(entry.open(on_read)) as opened:
        sample, stream = with_sample(opened)
        if not sample:
            yield 0, Rejection(entry.path, "the file is empty")
            return
        encoding = detect_encoding(sample)
        kind = options.format if options.format != "auto" else entry.format or _sniff(sample, encoding)
        if kind == "text":
            # A credit inside the text is weaker than what the person who imports says.
            item = text.read(stream, encoding, entry)
            yield 1, replace(item, source=options.source or item.source) if isinstance(item, ArticleRecord) else item
        else:
            yield from LINED[kind](read_lines(stream, encoding), entry.path, skip)


def _sniff(sample: bytes, encoding: str) -> str:
    """The format of content without a telling name."""
    start = sample.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "[{")):
        return "jsonl"
    return "csv" if csv.is_header(start.split("\n", 1)[0]) else "text"


def _with_defaults(item: ArticleRecord | Rejection, options: Options) -> ArticleRecord | Rejection:
    if isinstance(item, Rejection):
        return item
    source = item.source or options.source
    language = item.language or options.language
    if source == item.source and language == item.language:
        return item
    return replace(item, source=source, language=language)

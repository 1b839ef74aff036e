"""Lines of a file of any size, in bounded memory."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from articles.ingest.encodings import NotText, detect_encoding

LONGEST_LINE = 8 * 1024 * 1024
"""Characters. The longest article of 39,619 real ones is 85 thousand; 50 MB lines are broken exports."""
_UNDECODED = re.compile("[\udc80-\udcff]")


class UnreadableLine(str):
    """Stands for a line that cannot be read; its text says why."""

    __slots__ = ()


def read_lines(stream: BinaryIO, encoding: str, limit: int = LONGEST_LINE) -> Iterator[tuple[int, str]]:
    """Numbered lines from 1, without line end; `UnreadableLine` for one that is too long or wrongly encoded.

    Never holds more than `limit` characters. Line ends are \\n, \\r\\n and \\r.
    """
    text = io.TextIOWrapper(stream, encoding, errors="surrogateescape", newline=None)
    number = 0
    while line := _next(text, limit, encoding):
        number += 1
        if isinstance(line, UnreadableLine):
            yield number, line
            return
        if len(line) > limit and not line.endswith("\n"):
            length = len(line) + _skip_line(text)
            yield number, UnreadableLine(f"the line has {length:,} characters, more than the {limit:,} that are read")
        elif not line.isascii() and _UNDECODED.search(line):
            yield number, _rescued(line.removesuffix("\n"), encoding)
        else:
            yield number, line.removesuffix("\n")


def _next(text: io.TextIOWrapper, limit: int, encoding: str) -> str:
    """The next line; unreadable where UTF-16 ends within a character, which nothing can follow."""
    try:
        return text.readline(limit + 1)
    except UnicodeDecodeError as error:
        return UnreadableLine(f"it is not {encoding} to the end: {error.reason}")


def _skip_line(text: io.TextIOWrapper) -> int:
    skipped = 0
    while piece := text.readline(65536):
        skipped += len(piece.removesuffix("\n"))
        if piece.endswith("\n"):
            break
    return skipped


def _rescued(line: str, encoding: str) -> str:
    """Where a file changes its encoding half-way: windows-1256 if it reads as words, else what is wrong."""
    try:
        raw = line.encode(encoding.removesuffix("-sig"), "surrogateescape")
        return raw.decode(detect_encoding(raw))
    except (NotText, UnicodeError):
        place = _UNDECODED.search(line)
        return UnreadableLine(f"it is not {encoding} at character {place.start() + 1 if place else 1}")

"""JSON lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from articles.ingest.formats.keys import record_of
from articles.ingest.lines import UnreadableLine
from articles.ingest.record import ArticleRecord, Rejection

NOT_LINES = {
    "[": "a JSON array; one object a line is needed, as `jq -c '.[]'` makes of it",
    "{": "JSON over several lines; one object a line is needed, as `jq -c .` makes of it",
}


def read(
    lines: Iterable[tuple[int, str]], place: str, skip: int = 0
) -> Iterator[tuple[int, ArticleRecord | Rejection]]:
    """Records with the number of their line. Lines up to `skip` are passed over unread."""
    started = False
    for number, line in lines:
        if number <= skip or not line.strip():
            continue
        if not started and line.strip() in NOT_LINES:
            yield number, Rejection(f"{place}:{number}", NOT_LINES[line.strip()])
            return
        started = True
        if isinstance(line, UnreadableLine):
            yield number, Rejection(f"{place}:{number}", str(line))
        else:
            yield number, _record(line, f"{place}:{number}")


def _record(line: str, place: str) -> ArticleRecord | Rejection:
    try:
        values: Any = json.loads(line)
    except json.JSONDecodeError as error:
        return Rejection(f"{place}:{error.colno}", f"broken JSON: {error.msg}, column {error.colno}")
    except (ValueError, RecursionError) as error:
        return Rejection(place, f"unreadable JSON: {error}")
    if isinstance(values, list):
        return Rejection(place, NOT_LINES["["])
    if not isinstance(values, dict):
        return Rejection(place, "not an object with keys")
    return record_of(values, place)

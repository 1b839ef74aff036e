"""The promised keys of a record, from JSON or from the columns of a table."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from articles.ingest.record import ArticleRecord

KEYS = ("id", "title", "body", "date", "url", "source", "lang", "summary", "author", "tags")
_TAG_DIVIDERS = re.compile(r"[,،;؛|\n]")


def record_of(values: Mapping[str, Any], place: str) -> ArticleRecord:
    """The record in these keys; unknown keys are ignored."""
    warnings: list[str] = []
    texts = {key: _text(values.get(key), key, warnings) for key in KEYS if key != "tags"}
    external_id = texts["id"].strip()
    if not external_id:
        external_id = _made_id(texts)
        warnings.append(f"it has no id; «{external_id}» was made of its address or text")
    return ArticleRecord(
        external_id=external_id,
        title=texts["title"],
        body=texts["body"],
        summary=texts["summary"],
        author=texts["author"],
        tags=_tags(values.get("tags"), warnings),
        language=texts["lang"],
        url=texts["url"],
        source=texts["source"],
        date=texts["date"],
        place=place,
        warnings=tuple(warnings),
    )


def _text(value: Any, key: str, warnings: list[str]) -> str:
    """A value as text: exports write numbers for ids, and lists of paragraphs or authors."""
    if isinstance(value, str):
        return storable(value)
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and all(isinstance(part, (str, int, float)) for part in value):
        return storable(("\n" if key == "body" else "، ").join(str(part) for part in value))
    warnings.append(f"the value of «{key}» is no text; it was left out")
    return ""


def _tags(value: Any, warnings: list[str]) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(tag, (str, int, float)) for tag in value):
        return tuple(storable(str(tag)) for tag in value)
    return tuple(tag for tag in _TAG_DIVIDERS.split(_text(value, "tags", warnings)) if tag.strip())


def storable(text: str) -> str:
    """Without halves of surrogate pairs, which JSON can express and UTF-8 cannot."""
    if text.isascii():
        return text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\0", "")


def _made_id(texts: Mapping[str, str]) -> str:
    url = texts["url"].strip()
    if url and len(url) <= 255:
        return url
    content = "\0".join((texts["title"], texts["body"]))
    return hashlib.blake2b(content.encode(), digest_size=8).hexdigest()

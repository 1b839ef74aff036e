"""What a segment knows of each document beside its words: id, numbers, keywords, field lengths."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from articles.search.engines.base import Document
from articles.search.engines.whoosh.bundle import Bundle, BundleWriter
from articles.search.engines.whoosh.packing import Numbers, spans, starts_of
from articles.search.engines.whoosh.schema import UNKNOWN_DAY, UNKNOWN_TIME
from articles.search.plan import KEYWORD_FIELDS, TEXT_FIELDS


@dataclass(frozen=True, slots=True)
class KeywordColumn:
    """Document i has the next `counts[i]` of `codes`, which index `values`. No value at all is no code."""

    values: list[str]
    counts: Numbers
    codes: Numbers


@dataclass(frozen=True, slots=True)
class Columns:
    """Parallel arrays, one entry per document of the segment."""

    numbers: dict[str, Numbers]
    lengths: dict[str, Numbers]
    keywords: dict[str, KeywordColumn]

    @property
    def count(self) -> int:
        return len(self.numbers["id"])


def columns_of(documents: list[Document], lengths: dict[str, Numbers]) -> Columns:
    """`documents` may have empty texts: only numbers and keywords are read here."""

    def column(field: str, unknown: int, dtype: type) -> Numbers:
        values = (document.numbers.get(field) for document in documents)
        return np.fromiter((unknown if value is None else value for value in values), dtype, len(documents))

    numbers = {
        "id": np.fromiter((document.id for document in documents), np.int64, len(documents)),
        "day": column("day", UNKNOWN_DAY, np.int32),
        "time": column("time", UNKNOWN_TIME, np.int64),
    }
    return Columns(numbers, lengths, {field: _keyword_column(documents, field) for field in KEYWORD_FIELDS})


def _keyword_column(documents: list[Document], field: str) -> KeywordColumn:
    numbers: dict[str, int] = {}
    counts: list[int] = []
    codes: list[int] = []
    for document in documents:
        values = dict.fromkeys(value for value in document.keywords.get(field, ()) if value)
        counts.append(len(values))
        codes.extend(numbers.setdefault(value, len(numbers)) for value in values)
    return KeywordColumn(list(numbers), np.array(counts, np.uint32), np.array(codes, np.uint32))


def write_columns(bundle: BundleWriter, columns: Columns) -> None:
    for name, values in columns.numbers.items():
        bundle.add(name, values)
    for name, values in columns.lengths.items():
        bundle.add(f"{name}.lengths", values)
    for name, keyword in columns.keywords.items():
        bundle.add(f"{name}.counts", keyword.counts)
        bundle.add(f"{name}.codes", keyword.codes)
        bundle.add_json(f"{name}.values", keyword.values)


def read_columns(bundle: Bundle) -> Columns:
    """Of the fields that a segment written before them lacks there is nothing."""
    return Columns(
        numbers={name: bundle.array(name) for name in ("id", "day", "time")},
        lengths={name: bundle.array(f"{name}.lengths") for name in TEXT_FIELDS if f"{name}.lengths" in bundle},
        keywords={
            name: KeywordColumn(
                bundle.json(f"{name}.values"), bundle.array(f"{name}.counts"), bundle.array(f"{name}.codes")
            )
            for name in KEYWORD_FIELDS
            if f"{name}.counts" in bundle
        },
    )


def live_columns(columns: Columns, live: Numbers | None) -> Columns:
    """Without the deleted documents."""
    if live is None:
        return columns
    return Columns(
        {name: values[live] for name, values in columns.numbers.items()},
        {name: values[live] for name, values in columns.lengths.items()},
        {name: _live_keywords(keyword, live) for name, keyword in columns.keywords.items()},
    )


def _live_keywords(keyword: KeywordColumn, live: Numbers) -> KeywordColumn:
    counts = keyword.counts[live].astype(np.int64)
    starts = starts_of(keyword.counts)[live]
    return KeywordColumn(keyword.values, keyword.counts[live], keyword.codes[spans(starts, counts)])


def joined_columns(parts: list[Columns]) -> Columns:
    """The documents of several segments in order; codes are made anew over all values. A field that one of them lacks
    is lacking."""
    first = parts[0]
    if len(parts) == 1:
        return first
    return Columns(
        {name: np.concatenate([part.numbers[name] for part in parts]) for name in first.numbers},
        {
            name: np.concatenate([part.lengths[name] for part in parts])
            for name in first.lengths
            if all(name in part.lengths for part in parts)
        },
        {
            name: joined_keywords([part.keywords[name] for part in parts])
            for name in first.keywords
            if all(name in part.keywords for part in parts)
        },
    )


def joined_keywords(parts: list[KeywordColumn]) -> KeywordColumn:
    numbers: dict[str, int] = {}
    codes = []
    for part in parts:
        renumbered = [numbers.setdefault(value, len(numbers)) for value in part.values]
        codes.append(np.array(renumbered, np.uint32)[part.codes] if renumbered else part.codes)
    return KeywordColumn(
        list(numbers), np.concatenate([part.counts for part in parts]), np.concatenate(codes).astype(np.uint32)
    )

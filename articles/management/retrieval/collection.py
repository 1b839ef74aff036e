"""A test collection: passages, queries, and which passage answers which query."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO


class CollectionError(Exception):
    """A folder that is no test collection; the message says what is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Passage:
    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """`queries` and `judgements` by query id; a judgement maps passage ids to a relevance above 0."""

    name: str
    path: Path
    queries: Mapping[str, str]
    judgements: Mapping[str, Mapping[str, int]]

    def passages(self) -> Iterator[Passage]:
        with _opened(self.path, "corpus.jsonl") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    row = json.loads(line)
                    yield Passage(str(row["id"]), str(row.get("title") or ""), str(row.get("text") or ""))
                except (ValueError, KeyError, AttributeError) as error:
                    raise CollectionError(f"{self.path}: line {number} of the corpus is no passage: {error}") from error


def load(folder: Path) -> Collection:
    """Reads `queries.tsv` (id, query) and `qrels.tsv` (query, passage, relevance); the corpus waits to be asked for."""
    queries = {fields[0]: fields[1] for fields in _rows(folder, "queries.tsv", 2)}
    judgements: dict[str, dict[str, int]] = {}
    for query, passage, relevance in _rows(folder, "qrels.tsv", 3):
        if int(relevance) > 0:
            judgements.setdefault(query, {})[passage] = int(relevance)
    return Collection(folder.resolve().name, folder, queries, judgements)


def _rows(folder: Path, name: str, count: int) -> Iterator[list[str]]:
    with _opened(folder, name) as lines:
        for number, line in enumerate(lines, 1):
            fields = line.rstrip("\r\n").split("\t", count - 1)
            if len(fields) != count:
                raise CollectionError(f"{folder / name}: line {number} has not {count} columns divided by tabs")
            yield fields


def _opened(folder: Path, name: str) -> TextIO:
    if (folder / name).is_file():
        return (folder / name).open(encoding="utf-8")
    if (packed := folder / f"{name}.gz").is_file():
        return gzip.open(packed, "rt", encoding="utf-8")
    raise CollectionError(f"{folder}: there is no {name} or {name}.gz")

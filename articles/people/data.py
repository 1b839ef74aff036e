"""Files of persons: JSON lines as `import_people` takes them, and Wikidata's JSON entities.

What can be read is read: a broken line, or a file that was cut off, becomes a `Problem` with its place.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articles.models.person import NameKind
from articles.people.wikidata import entities_of, is_entity, person_of

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class NameRecord:
    text: str
    language: str
    kind: str = NameKind.FULL.value
    standalone: bool = True


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person as a file gives it; `place` says where, for messages."""

    slug: str
    wikidata: str
    names: tuple[NameRecord, ...]
    descriptions: dict[str, str] = field(default_factory=dict)
    place: str = ""
    context: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of a file that could not be read."""

    place: str
    reason: str


class PersonError(ValueError):
    """A record that names no person; the message says why."""


def read_people(path: Path) -> Iterator[PersonRecord | Problem]:
    """The persons of a file (`.gz` too), with a Problem for each part that cannot be read.

    OSError where the file cannot be opened.
    """
    with path.open("rb") as file:
        stream = gzip.GzipFile(fileobj=file) if path.suffix == ".gz" else file
        for place, value in _values(stream):
            if isinstance(value, Problem):
                yield value
                continue
            try:
                yield _person(value, place)
            except PersonError as error:
                yield Problem(place, str(error))


def _values(stream: Any) -> Iterator[tuple[str, Any]]:
    """JSON values with their places: one a line, or Wikidata's one object of entities."""
    lines = enumerate(stream, 1)
    try:
        for number, raw in lines:
            place = f"line {number}"
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip().rstrip(",")
            if line in {"", "[", "]"}:
                continue
            try:
                value = json.loads(line)
            except json.JSONDecodeError as error:
                if number == 1 or line in {"{", "[{"}:
                    rest = "".join([line, "\n", *(raw.decode("utf-8") for _, raw in lines)])
                    yield from _whole(rest)
                    return
                yield place, Problem(place, f"no valid JSON: {error.msg} at column {error.colno}")
                continue
            if isinstance(value, dict) and isinstance(value.get("entities"), dict):
                yield from ((f"{place}, {key}", entity) for key, entity in value["entities"].items())
            elif isinstance(value, list):
                yield from ((f"{place}, entry {index}", entry) for index, entry in enumerate(value, 1))
            else:
                yield place, value
    except UnicodeDecodeError as error:
        yield "", Problem("file", f"not UTF-8: {error.reason}")
    except (EOFError, gzip.BadGzipFile) as error:
        yield "", Problem("file", f"compressed data end too early: {error}")


def _whole(text: str) -> Iterator[tuple[str, Any]]:
    """The values of a text that is one JSON value over many lines, as far as it goes."""
    for place, value, reason in entities_of(text):
        yield place, Problem(place, reason) if reason else value


def _person(value: Any, place: str) -> PersonRecord:
    if is_entity(value):
        value = person_of(value)
    if not isinstance(value, dict):
        raise PersonError("not a JSON object")
    slug = value.get("slug")
    if not isinstance(slug, str) or not SLUG.fullmatch(slug) or len(slug) > 120:
        raise PersonError(f"slug {slug!r} is not lower-case ASCII letters, digits and hyphens")
    wikidata = value.get("wikidata") or ""
    if not isinstance(wikidata, str) or not re.fullmatch(r"(Q[1-9][0-9]{0,17})?", wikidata):
        raise PersonError(f"wikidata {wikidata!r} is no id like Q42")
    names = value.get("names")
    if not isinstance(names, list) or not names:
        raise PersonError(f"{slug} has no names")
    descriptions, context = _texts(value, "descriptions", slug), _texts(value, "context", slug)
    return PersonRecord(slug, wikidata, tuple(_name(name, slug) for name in names), descriptions, place, context)


def _texts(value: dict[str, Any], key: str, slug: str) -> dict[str, str]:
    texts = value.get(key) or {}
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise PersonError(f"{key} of {slug} are not text by language")
    return texts


def _name(value: Any, slug: str) -> NameRecord:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str) or not value["text"].strip():
        raise PersonError(f"a name of {slug} has no text")
    text = " ".join(value["text"].split())
    if len(text) > LONGEST_NAME:
        raise PersonError(f"a name of {slug} has more than {LONGEST_NAME} letters")
    language = value.get("language", "")
    if not isinstance(language, str) or not LANGUAGE.fullmatch(language) or len(language) > 12:
        raise PersonError(f"{text!r} of {slug} has no language code")
    kind = value.get("kind", NameKind.FULL.value)
    if kind not in NameKind.values:
        raise PersonError(f"{text!r} of {slug}: kind {kind!r} is none of {', '.join(NameKind.values)}")
    standalone = value.get("standalone", kind not in {NameKind.FAMILY, NameKind.GIVEN})
    if not isinstance(standalone, bool):
        raise PersonError(f"{text!r} of {slug}: standalone is neither true nor false")
    return NameRecord(text, language, kind, standalone)

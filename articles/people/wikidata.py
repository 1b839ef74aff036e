"""Persons out of Wikidata's JSON entities.

https://www.wikidata.org/wiki/Wikidata:Database_download and Special:EntityData give `{"entities": {"Q…": {…}}}`,
a list, or one entity a line.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

LANGUAGES = ("fa", "ar", "en")
_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[\s,\[]*")
_KEY = re.compile(r'\s*,?\s*"(Q\d+)"\s*:\s*')
_ENTITIES = re.compile(r'\s*\{\s*"entities"\s*:\s*\{')


def is_entity(value: Any) -> bool:
    return isinstance(value, dict) and "labels" in value and "slug" not in value


def person_of(entity: dict[str, Any]) -> dict[str, Any]:
    """The entity in the shape of a JSON line. A label is a full name; an alias is one where it has two words."""
    names: list[dict[str, str]] = []
    for language in LANGUAGES:
        label = _value(entity.get("labels"), language)
        aliases = entity.get("aliases") or {}
        aliases = aliases.get(language, []) if isinstance(aliases, dict) else []
        texts = [label, *(alias.get("value", "") for alias in aliases if isinstance(alias, dict))]
        for text in dict.fromkeys(text for text in texts if text):
            kind = "full" if text == label or " " in text.strip() else "family"
            names.append({"text": text, "language": language, "kind": kind})
    english = _value(entity.get("labels"), "en")
    identifier = str(entity.get("id", ""))
    return {
        "slug": slug_of(english) or identifier.lower(),
        "wikidata": identifier,
        "names": names,
        "descriptions": {
            language: text for language in LANGUAGES if (text := _value(entity.get("descriptions"), language))
        },
    }


def slug_of(name: str) -> str:
    """An address name from an English one: Recep Tayyip Erdoğan is recep-tayyip-erdogan."""
    plain = name.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def entities_of(text: str) -> Iterator[tuple[str, Any, str]]:
    """(place, value, reason) for each object of a text over many lines; a reason where it breaks off."""
    opening = _ENTITIES.match(text)
    at = opening.end() if opening else 0
    count = 0
    while True:
        start = (_KEY if opening else _SPACE).match(text, at)
        if start is None or start.end() >= len(text) or (not opening and text[start.end()] == "]"):
            break
        at = start.end()
        place = start.group(1) if opening else f"entry {count + 1}"
        try:
            value, at = _DECODER.raw_decode(text, at)
        except json.JSONDecodeError as error:
            yield place, None, f"no valid JSON: {error.msg} at line {error.lineno}; the {count} before it were read"
            return
        count += 1
        yield place, value, ""
    if not text[at:].strip().startswith(("}", "]")) and (opening or text.lstrip().startswith("[")):
        yield "end of file", None, f"the file is cut off; the {count} persons before were read"


def _value(texts: Any, language: str) -> str:
    entry = texts.get(language) if isinstance(texts, dict) else None
    value = entry.get("value") if isinstance(entry, dict) else None
    return value if isinstance(value, str) else ""

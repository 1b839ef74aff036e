"""Names as Arabic writes them: of countries, cities and languages from Unicode's CLDR, of persons from this
portal's own list. Used by the compile step only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from articles.text.fold import fold

_ARTICLE = "ال"
_PEOPLE = Path(__file__).resolve().parent.parent / "data/people.jsonl"


def arabic_place_names() -> Iterator[str]:
    """Folded words of the names, without a true article; a name like ألبانيا keeps its first two letters."""
    from babel import Locale  # noqa: PLC0415  a web process has no use for it

    locale = Locale("ar")
    cities = (zone.get("city") for zone in locale.time_zones.values())
    names = chain(locale.territories.values(), cities, locale.languages.values(), locale.scripts.values())
    for name in names:
        for written in str(name or "").replace("-", " ").replace("(", " ").replace(")", " ").split():
            word = fold(written.removeprefix(_ARTICLE) if len(written) > 4 else written)
            if len(word) > 2:
                yield word


def arabic_person_names() -> Iterator[str]:
    """Folded words of the Arabic names of the persons that a new portal knows, without an article.

    Persons entered later are not among them: the lexicon is the same in every portal of one release.
    """
    for line in _PEOPLE.read_text(encoding="utf-8").splitlines():
        for name in json.loads(line)["names"] if line else ():
            if name["language"] == "ar":
                yield from (fold(word.removeprefix(_ARTICLE)) for word in name["text"].replace("-", " ").split())

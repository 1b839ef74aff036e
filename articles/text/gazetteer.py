"""Names of countries, cities, languages and days in Arabic, from Unicode's CLDR. Used by the compile step only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from articles.text.fold import fold

_ARTICLE = "ال"


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

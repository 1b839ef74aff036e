"""Names in a query, looked up in the database: persons in any script, outlets by slug, host or name, languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articles.models import Person
from articles.models.source import outlets as all_outlets
from articles.people.recognise import is_name, recognise
from articles.text.fold import fold

LANGUAGE_NAMES = {
    "fa": ("fa", "فارسی", "پارسی", "persian", "farsi", "الفارسية", "فارسية"),
    "ar": ("ar", "عربی", "العربية", "عربية", "arabic", "تازی"),
    "en": ("en", "انگلیسی", "english", "الإنجليزية", "إنجليزية", "الانكليزية"),
    "ckb": ("ckb", "کردی", "الكردية", "kurdish"),
    "ur": ("ur", "اردو", "الأردية", "urdu"),
    "tr": ("tr", "ترکی", "التركية", "turkish"),
}
_CODES = {fold(name): code for code, names in LANGUAGE_NAMES.items() for name in names}


MOST_TITLES = 3
"""Words before a name that are no part of it: «شخص:السيد الرئيس بشار»."""


class DatabaseNames:
    """Answers compile.NameBook, and the parser how long a name is."""

    def length(self, kind: str, text: str, ends: Sequence[int]) -> int:
        """How many words at the beginning of `text`, which end at `ends`, name a person or an outlet: the longest row
        that is a name as a whole; else, for persons, the shortest that names one («الملك سلمان»); else one."""
        rows = [text[:end] for end in ends]
        if kind == "source":
            return max((count for count, slugs in enumerate(outlets(rows), 1) if slugs), default=1)
        if kind != "person":
            return 1
        for count in range(len(rows), 1, -1):
            if is_name(rows[count - 1]):
                return count
        return next((count for count, row in enumerate(rows[:MOST_TITLES], 1) if self.people(row)), 1)

    def people(self, text: str) -> tuple[str, ...]:
        slug = text.strip().lower()
        if slug.isascii() and Person.objects.filter(slug=slug).exists():
            return (slug,)
        return tuple(person.slug for person in recognise(text))

    def sources(self, text: str) -> tuple[str, ...]:
        return outlets([text])[0]

    def languages(self, text: str) -> tuple[str, ...]:
        code = _CODES.get(fold(text), text.strip().lower())
        return (code,) if code.isascii() and code.replace("-", "").isalnum() and 2 <= len(code) <= 12 else ()


def outlets(values: Iterable[str]) -> list[tuple[str, ...]]:
    """The slugs meant by each value: a slug, a host, or a name; empty where there is none.

    Hosts and names no index of the database knows."""
    by_name: dict[str, set[str]] = {}
    for source in all_outlets():
        for name in (source.slug, *source.hosts, source.name, *source.names.values()):
            by_name.setdefault(_key(name), set()).add(source.slug)
    found = (by_name.get(_key(value)) or by_name.get(_key(value.replace(".", "-"))) or set() for value in values)
    return [tuple(sorted(slugs)) for slugs in found]


def _key(name: str) -> str:
    return fold(name).replace(" ", "").removeprefix("www.")

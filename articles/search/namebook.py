"""Names in a query, looked up in the database: persons in any script, outlets by slug, host or name, languages."""

from __future__ import annotations

from collections.abc import Iterable

from articles.models import Person
from articles.models.source import outlets as all_outlets
from articles.people.recognise import recognise
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


class DatabaseNames:
    """Answers compile.NameBook."""

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

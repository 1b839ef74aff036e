"""Brings the catalogues up to date with the strings of code and templates, without GNU gettext (for developers)."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation.template import templatize

KEYWORDS = dict(DEFAULT_KEYWORDS) | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
CODE = ("articles", "newsportal")
# Plural rules of Unicode CLDR; the header says nothing else, so that a catalogue changes only where a text does.
PLURALS = {
    "fa": "nplurals=2; plural=(n > 1);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "en": "nplurals=2; plural=(n != 1);",
}
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""

Message = tuple[int, str | tuple[Any, ...], str | None]


class Command(BaseCommand):
    help = "Adds new strings to articles/locale/*/LC_MESSAGES/django.po and takes away those that are gone."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        template = extracted(settings.BASE_DIR)
        for language in PLURALS:
            path = settings.LOCALE_PATHS[0] / language / "LC_MESSAGES" / "django.po"
            missing = update(path, template, language)
            self.stdout.write(f"{language}: {len(template)} messages, {missing} untranslated")


def extracted(root: Path) -> Catalog:
    """All strings of the project; plural and context as the calls say."""
    catalogue = Catalog(charset="utf-8")
    for path, text in sources(root):
        for line, (message, context) in messages(text):
            catalogue.add(message, locations=[(str(path.relative_to(root)), line)], context=context)
    return catalogue


def sources(root: Path) -> Iterator[tuple[Path, str]]:
    """Python as it stands; templates as the calls that Django makes of them."""
    for folder in CODE:
        for path in sorted((root / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_text(encoding="utf-8")
    for path in sorted((root / "templates").rglob("*")):
        if path.suffix in {".html", ".xml", ".txt"}:
            calls = templatize(path.read_text(encoding="utf-8"), origin=str(path))
            # The template's own words are blanked with X, indented as they were, which is no Python.
            yield path, "\n".join(line.lstrip() for line in calls.splitlines())


def messages(text: str) -> Iterator[tuple[int, tuple[Any, str | None]]]:
    found: Any
    for line, function, found, _comments in extract_python(io.BytesIO(text.encode()), KEYWORDS, (), {}):
        parts = [part for part in (found if isinstance(found, tuple) else (found,)) if part]
        if not parts or not function:
            continue
        context = parts.pop(0) if "pgettext" in function else None
        plural = "ngettext" in function or "npgettext" in function
        if plural and len(parts) > 1:
            yield line, ((parts[0], parts[1]), context)
        elif parts:
            yield line, (parts[0], context)


def update(path: Path, template: Catalog, language: str) -> int:
    """Writes the catalogue of one language; the number of messages without a translation. English is its own."""
    header = HEADER.format(language=language, plurals=PLURALS[language])
    before = path.read_bytes() if path.exists() else header.encode()
    catalogue = read_po(io.BytesIO(before), locale=language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for message in catalogue:
        if language == "en" and message.id and not is_translated(message.string):
            message.string = message.id
    path.parent.mkdir(parents=True, exist_ok=True)
    body = io.BytesIO()
    write_po(body, catalogue, sort_output=True, omit_header=True, include_lineno=False, width=110, ignore_obsolete=True)
    path.write_bytes(header.encode() + body.getvalue())
    return sum(1 for message in catalogue if message.id and not is_translated(message.string))


def is_translated(string: Any) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)

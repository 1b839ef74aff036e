"""The translations of the interface."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command

from articles.management.commands.update_catalogues import extracted

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
ARABIC_LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
# Names and formats that are written alike everywhere, and examples of input.
SAME_EVERYWHERE = {"CSV", "JSON", "Lines", "RSS", "OpenAPI", "API", "Atom", "UTC", "bdi", "strong", "fa", "ar", "en"}


def catalogue(language: str) -> Catalog:
    with (settings.LOCALE_PATHS[0] / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def strings(message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


@pytest.mark.parametrize("language", ["fa", "ar", "en"])
def test_every_string_of_code_and_templates_is_translated(language):
    known = catalogue(language)
    missing = []
    for message in extracted(settings.BASE_DIR):
        found = known.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
        if message.id and (found is None or found.fuzzy or not all(strings(found))):
            missing.append(message.id)
    assert missing == [], "run `manage.py update_catalogues` and translate these"


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_translations_keep_the_placeholders(language):
    wrong = []
    for message in catalogue(language):
        sources = message.id if isinstance(message.id, tuple | list) else (message.id,)
        expected = set(PLACEHOLDER.findall(sources[-1]))
        for string in strings(message):
            found = set(PLACEHOLDER.findall(string))
            # A form for one, two or none may say its number in words.
            if message.id and found != expected and not (len(sources) > 1 and found < expected):
                wrong.append((message.id, string))
    assert wrong == []


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_translations_are_not_left_in_english(language):
    for message in catalogue(language):
        for string in strings(message) if message.id else ():
            words = set(LATIN_WORD.findall(PLACEHOLDER.sub("", string))) - SAME_EVERYWHERE
            assert ARABIC_LETTER.search(string), f"{message.id!r} is not translated"
            assert words <= set(re.findall(r"[A-Za-z]+", str(message.id))), f"{string!r} mixes languages"


def test_english_is_its_own_source():
    for message in catalogue("en"):
        sources = tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)
        assert not message.id or strings(message) == sources


def test_arabic_has_its_six_plurals_and_persian_two():
    assert (catalogue("ar").num_plurals, catalogue("fa").num_plurals) == (6, 2)


def test_catalogues_compile_to_what_they_say(tmp_path: Path, settings):
    source = settings.LOCALE_PATHS[0] / "fa" / "LC_MESSAGES" / "django.po"
    target = tmp_path / "fa" / "LC_MESSAGES" / "django.po"
    target.parent.mkdir(parents=True)
    target.write_bytes(source.read_bytes())
    settings.LOCALE_PATHS = [tmp_path]
    call_command("compile_catalogues", verbosity=0)
    with target.with_suffix(".mo").open("rb") as file:
        assert read_mo(file).get("Search").string == "جست‌وجو"

"""The pages on how to search: every example is understood without a complaint, every operator is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

from articles.api.schemas import SearchAnswer, SearchParameters
from articles.search.query import parse
from articles.search.query.tokens import FIELDS, OR_WORDS

DOCS = Path(settings.BASE_DIR) / "docs"
PAGES = {
    language: (DOCS / f"search-language.{language}.md").read_text(encoding="utf-8") for language in ("fa", "ar", "en")
}
CODE = re.compile(r"`([^`\n]+)`")
PROMISED = {
    "fa": ["عنوان:", "شخص:", "منبع:", "زبان:", "از:", "تا:", "date:", "یا", "OR", "أو"],
    "ar": ["عنوان:", "شخص:", "مصدر:", "لغة:", "من:", "إلى:", "date:", "یا", "OR", "أو"],
    "en": ["title:", "person:", "source:", "lang:", "after:", "before:", "date:", "یا", "OR", "أو"],
}
EXAMPLES = [
    (language, example)
    for language, page in PAGES.items()
    for example in CODE.findall(page)
    if example not in OR_WORDS and example.rstrip(":") not in FIELDS
]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 50


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_every_example_is_understood(language: str, example: str) -> None:
    parsed = parse(example)
    assert parsed.tree is not None
    assert parsed.problems == ()


@pytest.mark.parametrize("language", PAGES)
def test_every_operator_is_told_in_every_language(language: str) -> None:
    code = " ".join(CODE.findall(PAGES[language]))
    for operator in (*PROMISED[language], '"', "«", "(", "-", "*"):
        assert operator in code
    shapes = " ".join(repr(parse(example).tree) for where, example in EXAMPLES if where == language)
    for shape in ("title:", "person:", "source:", "language:", "days:", " | ", " & ", "-", "*"):
        assert shape in shapes


def test_every_name_of_a_field_is_told() -> None:
    code = {name.rstrip(":") for page in PAGES.values() for name in CODE.findall(page)}
    code |= {found for page in PAGES.values() for found in re.findall(r"([^\W\d_]+):", page)}
    assert set(FIELDS) <= code


def test_the_page_on_the_api_names_every_parameter_and_key() -> None:
    page = (DOCS / "api.md").read_text(encoding="utf-8")
    words = set(re.findall(r"\w+", " ".join(CODE.findall(page))))
    parameters = {field.alias or name for name, field in SearchParameters.model_fields.items()}
    assert parameters | set(SearchAnswer.model_fields) <= words

"""Names in a query, as the database has them."""

from __future__ import annotations

import re

import pytest

from articles.models import Source
from articles.search.namebook import DatabaseNames

pytestmark = pytest.mark.usefixtures("portal")


@pytest.mark.parametrize(
    ("kind", "text", "length"),
    [
        ("person", "ولادیمیر پوتین سوریه", 2),
        ("person", "Vladimir Putin visits", 2),
        ("person", "پوتین سوریه", 1),
        ("person", "الشرع دمشق", 1),
        ("person", "آقای دکتر پوتین سوریه", 3),
        ("person", "الرئيس الشرع دمشق", 2),
        ("person", "الرئيس السوري الشرع دمشق", 3),
        ("person", "الرئيس السوري الانتقالي أحمد الشرع دمشق", 5),
        ("person", "فلانی بهمان", 1),
        ("source", "الشرق الأوسط نفط", 2),
        ("source", "Asharq Al-Awsat oil", 2),
        ("source", "الشرق نفط", 1),
        ("language", "فارسی پوتین", 1),
    ],
)
def test_a_name_is_as_long_as_the_longest_row_of_words_that_is_one(kind: str, text: str, length: int) -> None:
    Source.objects.create(slug="aawsat", name="الشرق الأوسط", names={"en": "Asharq Al-Awsat"})
    assert DatabaseNames().length(kind, text, [word.end() for word in re.finditer(r"\S+", text)]) == length

"""Direction by language and by the count of words."""

import pytest

from articles.text.direction import direction_of_language, direction_of_text


@pytest.mark.parametrize(("language", "direction"), [("fa", "rtl"), ("fa-IR", "rtl"), ("AR", "rtl"), ("en", "ltr")])
def test_a_language_has_a_direction(language: str, direction: str) -> None:
    assert direction_of_language(language) == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("BBC: پوتین در دمشق", "rtl"),
        ("پوتین said the minister", "ltr"),
        ("Putin پوتین", "rtl"),
        ("۱۴۰۴", "rtl"),
        ("1404", "ltr"),
        ("", "ltr"),
        ("\ud800\x00", "ltr"),
    ],
)
def test_a_text_goes_where_most_of_its_words_go(text: str, direction: str) -> None:
    assert direction_of_text(text) == direction

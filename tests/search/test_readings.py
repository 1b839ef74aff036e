"""The words of a query beside each other, and what answers them too."""

from __future__ import annotations

import pytest

from articles.search.readings import read_words

pytestmark = pytest.mark.usefixtures("lexicon")


def wholes(query: str, languages: tuple[str, ...] = ("fa", "ar", "en")) -> list[list[str]]:
    return [[token.surface for token in word.whole] for word in read_words(query, languages=languages)]


def test_neighbours_are_answered_by_the_word_that_they_make() -> None:
    assert wholes("کرونا ویروس") == [["کروناویروس"], ["کروناویروس"]]


def test_each_word_of_three_may_join_either_neighbour() -> None:
    assert wholes("ترامپ کرونا ویروس") == [["ترامپکرونا"], ["ترامپکرونا", "کروناویروس"], ["کروناویروس"]]


def test_what_no_lexicon_lists_is_answered_as_it_is_written() -> None:
    assert wholes("رمز‌ارز") == [["رمزارز"]]


@pytest.mark.parametrize(
    "query",
    ["ما در", "استان دارد", "نفت", "the war", "covid 19", "رئیس‌جمهور", "در بغداد"],
    ids=["grammar", "verb", "one word", "Latin", "number", "compound", "preposition"],
)
def test_grammar_numbers_and_other_scripts_make_no_word(query: str) -> None:
    assert not any(wholes(query))


def test_arabic_alone_is_never_run_together() -> None:
    assert wholes("قصف مدينة", languages=("ar",)) == [[], []]

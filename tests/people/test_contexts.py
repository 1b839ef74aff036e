"""Context words tell who is meant by a short name alone."""

from __future__ import annotations

import pytest

from articles.people.contexts import CLEARLY, ENOUGH, Subject, contexts
from articles.people.matcher import Matcher
from articles.people.names import Name, Weight
from articles.people.resolve import find
from articles.people.words import split

SALEH = "الحوثيين صنعاء تعز اليمن"
FIRST, SECOND = 1, 2


def meant(text: str, words: dict[int, str], enough: int = ENOUGH) -> int | None:
    known = contexts((person, {"ar": line}) for person, line in words.items())["ar"]
    return Subject([split(text)], known).meant(tuple(words), enough)


def test_as_many_context_words_as_asked_are_enough() -> None:
    assert meant("معارك في صنعاء وتعز بين الحوثيين", {FIRST: "صنعاء معارك الحوثيين عدن"}, 3) == FIRST
    assert meant("معارك في صنعاء وتعز بين الحوثيين", {FIRST: "صنعاء معارك الحوثيين عدن"}, 4) is None


def test_a_word_counts_once_however_often_it_stands() -> None:
    assert meant("صنعاء صنعاء صنعاء صنعاء", {FIRST: "صنعاء صنعاء تعز"}, 2) is None


def test_spelling_does_not_matter() -> None:
    assert meant("أنقره عيسي", {FIRST: "أنقرة عیسی"}, 2) == FIRST


def test_of_two_bearers_the_one_with_clearly_more_is_meant() -> None:
    words = ["ا", "ب", "ج", "د", "ه", "و"]
    assert meant(" ".join(words), {FIRST: " ".join(words), SECOND: " ".join(words[CLEARLY:])}) == FIRST
    assert meant(" ".join(words), {FIRST: " ".join(words), SECOND: " ".join(words[CLEARLY - 1 :])}) is None


def test_without_context_words_nobody_is_meant() -> None:
    known = contexts([])
    assert known == {}
    assert Subject([split("صنعاء")], {}).meant((FIRST,), 1) is None


@pytest.fixture
def saleh() -> Matcher:
    names = [Name(FIRST, "علي عبدالله صالح", "ar", Weight.STRONG), Name(FIRST, "صالح", "ar", Weight.WEAK)]
    return Matcher(names, contexts([(FIRST, {"ar": SALEH})]))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("الحوثيين في صنعاء ثم تعز وكل اليمن مع صالح", ["صالح"]),
        ("الحوثيين في صنعاء ثم تعز وكل اليمن مع صالح الشهري", []),
        ("الحوثيين في صنعاء وحدها مع صالح", []),
        ("خرج مع صالح من المدرسة", []),
        # a title makes it likelier
        ("الحوثيين في صنعاء ثم تعز مع الرئيس صالح", ["صالح"]),
        ("الحوثيين في صنعاء ثم تعز مع صالح", []),
    ],
)
def test_a_short_name_counts_in_an_article_on_its_subject(saleh: Matcher, body: str, found: list[str]) -> None:
    assert [one.text for one in find([("title", "خبر"), ("body", body)], "ar", saleh, frozenset())] == found


def test_context_words_of_another_language_do_not_count(saleh: Matcher) -> None:
    assert find([("body", f"{SALEH} مع صالح")], "fa", saleh, frozenset()) == []

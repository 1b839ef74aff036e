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


def answers(query: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    (word,) = read_words(query)
    return word.answers(language)


def test_a_word_is_asked_of_the_other_language_as_it_stands() -> None:
    assert answers("مالیات", "fa")[1] == {"مالیات"}
    assert answers("مالیات", "ar") == ({"مالیات"}, {"مالیات"})
    assert "برق" not in answers("برقم", "fa")[1]
    assert "رقم" in answers("برقم", "ar")[1]


def test_a_word_that_is_another_one_there_is_not_asked_of_the_other_language() -> None:
    assert answers("برای", "ar") == (frozenset(), frozenset())
    assert "برای" in answers("برای", "fa")[0]


def test_persian_texts_are_not_asked_for_what_answers_an_arabic_word() -> None:
    assert answers("اقدامات", "fa")[1] == {"اقدام"}
    assert answers("امام", "fa")[1] == {"امام"}
    assert {"أمام", "إمام"} < answers("امام", "ar")[1]


@pytest.mark.parametrize(("arabic", "persian"), [("سوء", "سوی"), ("مليء", "ملی"), ("الإيرادات", "ایراد")])
def test_an_arabic_word_asks_for_no_persian_one_without_its_hamza(arabic: str, persian: str) -> None:
    assert persian not in set.union(*map(set, answers(arabic, "fa")))


@pytest.mark.parametrize(
    ("query", "surface", "stem"),
    [("زمین‌های", "زمین‌های", "زمین"), ("زمینهای", "زمین‌های", "زمین"), ("زمینه‌ای", "زمینه‌ای", "زمینه")],
)
def test_what_only_a_half_space_tells_from_another_word_is_asked_for_with_it(
    query: str, surface: str, stem: str
) -> None:
    assert answers(query, "fa") == ({surface}, {stem})


def test_words_beside_it_tell_the_language_of_a_word() -> None:
    (_, word, _) = read_words("قال برقم الهاتف")
    assert "رقم" in word.answers("ar")[1]
    (word, _, _) = read_words("كرد على السؤال")
    assert word.answers("ar")[0]


def test_words_are_read_anew_at_another_place_and_in_other_languages():
    (first,), (later,), (persian,) = (read_words(*asked) for asked in (("کتاب",), ("کتاب", 7), ("کتاب", 0, ["fa"])))
    assert (first.start, later.start, first.readings) == (0, 7, later.readings)
    assert {language for reading in first.readings for language in reading.languages} > {"fa"}
    assert {language for reading in persian.readings for language in reading.languages} == {"fa"}

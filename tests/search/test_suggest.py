"""Completions and corrections on the small portal."""

from __future__ import annotations

import pytest

from articles.search.didyoumean import candidates
from articles.search.query import parse
from articles.search.query.tree import Named
from articles.search.suggest import autocomplete

pytestmark = pytest.mark.usefixtures("portal")


def texts(typed: str, kind: str) -> list[str]:
    return [suggestion.text for suggestion in autocomplete(typed, 8, "fa") if suggestion.kind == kind]


def test_persons_come_first_in_any_script() -> None:
    for typed in ("پوت", "putin", "بوتين"):
        first = autocomplete(typed, 8, "fa")[0]
        assert (first.kind, first.text, first.slug) == ("person", "ولادیمیر پوتین", "vladimir-putin")


def test_the_last_word_is_completed_as_titles_write_it() -> None:
    assert "رئیس‌جمهور" in texts("رئیسجم", "word") or "رئیس جمهور" in texts("رئیسجم", "word")
    assert "آرام بازار" in texts("آرام بازا", "word")
    assert "Oil" in texts("oi", "word")


def test_a_word_is_completed_by_what_stands_behind_the_words_before_it() -> None:
    assert texts("بازار ن", "word") == ["بازار نفت"]
    assert "باران نفت" not in texts("باران نف", "word")
    assert texts("روسیه رئیس ج", "word")[0] in ("روسیه رئیس‌جمهور", "روسیه رئیس جمهور")


def test_words_that_share_an_article_alone_are_completed_too() -> None:
    assert "قیمت بازار" in texts("قیمت با", "word")


def test_an_operator_stands_between_words_that_need_not_stand_together() -> None:
    assert "باران OR نفت" in texts("باران OR نف", "word")
    assert "title:نفت" in texts("title:نف", "word")


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("شخص:پو", ['شخص:"ولادیمیر پوتین"']),
        ('نفت -person:"vlad', ['نفت -person:"ولادیمیر پوتین"']),
        ("شخص: احمد ال", ['شخص:"احمد الشرع"']),
        ("منبع:mi", ["منبع:mina.example.net"]),
        ("زبان:ف", ["زبان:فارسی"]),
        ("lang:ar", ["lang:arabic"]),
        ("شخص:", []),
        ("شخص:باز", []),
        ("منبع:باز", []),
        ("از:مه", []),
        ("date:۱ مهر ۱۴", []),
    ],
)
def test_behind_a_field_names_are_completed_and_no_other_words(typed: str, completed: list[str]) -> None:
    assert [suggestion.text for suggestion in autocomplete(typed, 8, "fa")] == completed


def test_behind_a_whole_name_that_name_is_not_completed_again() -> None:
    assert texts("شخص:پوتین بازا", "word") == []
    assert texts("شخص:ولادیمیر پ", "word") == ['شخص:"ولادیمیر پوتین"']


def test_a_completed_query_is_understood() -> None:
    for typed in ("شخص:پو", "منبع:mi", "زبان:ف"):
        parsed = parse(autocomplete(typed, 8, "fa")[0].text)
        assert isinstance(parsed.tree, Named)
        assert parsed.problems == ()


def test_names_that_begin_with_these_letters_come_alone() -> None:
    assert [suggestion.slug for suggestion in autocomplete("الش", 8, "fa") if suggestion.kind == "person"] == [
        "ahmad-al-sharaa"
    ]
    assert texts("شر", "person") == texts("شرع", "person") == ["احمد الشرع"]


def test_names_come_on_the_wrong_keyboard_and_misspelt() -> None:
    assert texts(r"\,jd", "person") == texts("پوطی", "person") == ["ولادیمیر پوتین"]


def test_outlets_are_completed_by_host() -> None:
    assert [suggestion.slug for suggestion in autocomplete("mina", 8, "fa") if suggestion.kind == "source"] == [
        "mina-example-net"
    ]


@pytest.mark.parametrize("typed", ["", " ", "ا", "\x00", "؟؟", "x" * 5000, "\ud800\ud800"])
def test_nothing_sensible_completes_to_nothing(typed: str) -> None:
    assert all(suggestion.kind != "word" for suggestion in autocomplete(typed, 8, "fa"))


def test_letters_that_sound_alike_come_before_other_slips() -> None:
    weights = {candidate.surface: candidate.weight for candidate in candidates("طهران")}
    assert weights["هران"] < weights["تهران"]

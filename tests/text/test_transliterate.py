"""One sound in three scripts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.transliterate import other_layout, phones, similarity, skeleton


@pytest.mark.parametrize(
    ("words", "bones"),
    [
        (("پوتین", "بوتين", "Putin"), "btn"),
        (("لاوروف", "لافروف"), None),
        (("مکرون", "ماكرون", "Macron"), "mkrn"),
        (("غزة", "Gaza"), "gz"),
        (("شیبانی", "الشيباني"[2:], "Shaibani"), "Sbn"),
        (("چاوز", "Chavez"), None),
    ],
)
def test_consonants_that_scripts_agree_on(words: tuple[str, ...], bones: str | None) -> None:
    found = {skeleton(word) for word in words}
    if bones is None:
        assert min(similarity(words[0], word) for word in words) > 0.7
    else:
        assert found == {bones}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ولادیمیر", "فلاديمير"),
        ("ولادیمیر", "Vladimir"),
        ("گوترش", "غوتيريش"),
        ("Sarkozy", "سارکوزی"),
        ("Chirac", "شیراک"),
        ("خاتمی", "Khatami"),
        ("ژان", "Jean"),
        ("Qassem", "قاسم"),
        ("Husayn", "حسين"),
        ("Zelensky", "زيلينسكي"),
    ],
)
def test_one_name_in_two_scripts_sounds_alike(one: str, other: str) -> None:
    assert similarity(one, other) > 0.7


@pytest.mark.parametrize(("one", "other"), [("پوتین", "Trump"), ("شرع", "Assad"), ("مرکل", "Blair"), ("", "x")])
def test_strangers_do_not(one: str, other: str) -> None:
    assert similarity(one, other) < 0.5


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("حعفهد", "putin"), ("m,jdk", "پوتین"), ("f,jdk", "بوتين"), ("\\,jdk", "پوتین"), ("اسد", "hsn")],
)
def test_what_was_typed_on_the_other_keyboard(typed: str, meant: str) -> None:
    assert meant in other_layout(typed)


@given(st.text(max_size=30))
def test_every_word_has_sounds_of_the_small_alphabet(word: str) -> None:
    assert set(phones(word)) <= set("aeiou'wyhbpftTdDzsSjZCkqgGXlmnrv")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzابتسشمنورقکلپچژگ", max_size=12))
def test_a_word_sounds_like_itself(word: str) -> None:
    assert similarity(word, word) == (1.0 if phones(word) else 0.0)


@given(*[st.text(alphabet="abdefikmnoprstuvzابتسشمنور", max_size=10)] * 2)
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    assert similarity(one, other) == pytest.approx(similarity(other, one))
    assert 0 <= similarity(one, other) <= 1


@pytest.mark.shared
def test_pairs_of_names_sound_alike(shared: Path) -> None:
    with (shared / "data/names/ar-latin.tsv").open(encoding="utf-8") as stream:
        pairs = [(row["ar"], row["en"]) for row in csv.DictReader(stream, delimiter="\t")][::20]
    near = sum(similarity(arabic, latin) > 0.6 for arabic, latin in pairs)
    assert near / len(pairs) > 0.9

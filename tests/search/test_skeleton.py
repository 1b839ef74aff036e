"""The look before analysis finds the same in bytes as in letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.search.skeleton import LETTERS, SKELETON, Alphabet, Beginnings, skeleton

USUAL = st.text(alphabet="ابتثپچكکيیىئؤأإآةهءگژ ‌\nABcd019۴٤،؛«»ـًّ,.'-", max_size=40)
ANY = st.one_of(USUAL, st.text(max_size=40), st.tuples(USUAL, st.sampled_from("ßﷲﻼéЖ𝐀\0\ufffe")).map("".join))
ALPHABETS = st.sampled_from([LETTERS, SKELETON])


@given(text=ANY, words=st.lists(ANY, max_size=3), alphabet=ALPHABETS)
def test_bytes_and_letters_hold_the_same_beginnings(text: str, words: list[str], alphabet: Alphabet) -> None:
    beginnings = [alphabet.written(word)[:3] for word in words]
    cut = len(text) // 2
    spans = [(0, len(text)), (0, cut), (cut, len(text))]
    held = Beginnings(beginnings, alphabet).held(alphabet.spelled(text), spans)
    parts = [alphabet.written(text[start:end]) for start, end in spans]
    assert held == [sum(one in part for one in beginnings) for part in parts]


@given(text=USUAL, alphabet=ALPHABETS)
def test_usual_text_needs_no_slow_way(text: str, alphabet: Alphabet) -> None:
    found = alphabet.in_bytes(text)
    assert found is not None
    assert len(found) == len(alphabet.written(text))


@given(text=ANY, words=st.lists(ANY, max_size=3), alphabet=ALPHABETS)
def test_every_place_holds_its_beginning_and_no_occurrence_is_missed(
    text: str, words: list[str], alphabet: Alphabet
) -> None:
    beginnings = [one for word in words if (one := alphabet.written(word)[:3])]
    places = Beginnings(beginnings, alphabet).places(alphabet.spelled(text))
    if places is None:
        return
    assert all(alphabet.written(text[first:last]) == beginnings[number] for first, last, number in places)
    whole = alphabet.written(text)
    for number, one in enumerate(beginnings):
        occurrences = sum(whole.startswith(one, at) for at in range(len(whole)))
        assert sum(place[2] == number for place in places) == occurrences


@given(text=ANY, words=st.lists(ANY, max_size=3), alphabet=ALPHABETS)
def test_starts_are_those_of_the_places_in_their_order(text: str, words: list[str], alphabet: Alphabet) -> None:
    beginnings = Beginnings([one for word in words if (one := alphabet.written(word)[:3])], alphabet)
    spelled = alphabet.spelled(text)
    assert beginnings.starts(spelled) == [(first, number) for first, _, number in beginnings.places(spelled) or ()]


def held(word: str, text: str, alphabet: Alphabet) -> bool:
    return Beginnings([alphabet.written(word)], alphabet).held(alphabet.spelled(text), [(0, len(text))]) == [1]


def test_spellings_of_a_word_begin_alike() -> None:
    assert held("مسئول", "آن مسؤولان", SKELETON)
    assert held("کتاب", "كتب", SKELETON)
    assert not held("نفت", "آب و هوا", SKELETON)


def test_signs_inside_a_word_do_not_hide_it() -> None:
    for asked, written in (("1404", "سال ۱٬۴۰۴"), ("us", "the U.S. army"), ("f16", "F-16")):
        assert held(asked, written, LETTERS), written


def test_what_has_no_letters_left_is_looked_for_in_no_text() -> None:
    assert Beginnings([skeleton("هو")], SKELETON).places(SKELETON.spelled("هو")) is None

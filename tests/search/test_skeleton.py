"""The look before analysis finds the same in bytes as in letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.search.skeleton import Beginnings, _in_bytes, skeleton

USUAL = st.text(alphabet="ابتثپچکكيیىئؤأإآةهءگژ ‌\nABcd019۴٤،؛«»ـًّ", max_size=40)
ANY = st.one_of(USUAL, st.text(max_size=40), st.tuples(USUAL, st.sampled_from("ßﷲﻼéЖ𝐀\0\ufffe")).map("".join))


@given(text=ANY, words=st.lists(ANY, max_size=3))
def test_bytes_and_letters_hold_the_same_beginnings(text: str, words: list[str]) -> None:
    beginnings = [skeleton(word)[:3] for word in words]
    assert Beginnings(beginnings).held(text) == sum(one in skeleton(text) for one in beginnings)


@given(text=USUAL)
def test_usual_text_needs_no_slow_way(text: str) -> None:
    found = _in_bytes(text)
    assert found is not None
    assert len(found) == len(skeleton(text))


def test_spellings_of_a_word_begin_alike() -> None:
    assert Beginnings([skeleton("مسئول")]).held("آن مسؤولان") == 1
    assert Beginnings([skeleton("کتاب")]).held("كتب") == 1
    assert Beginnings([skeleton("نفت")]).held("آب و هوا") == 0

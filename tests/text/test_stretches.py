"""What is read of a part of a text is what the whole text says there."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.analysis import analyse, analyse_at

pytestmark = pytest.mark.usefixtures("lexicon")

WORDS = (
    "رئیس جمهور رئیس‌جمهور می رود نمی بازمی گردد بر می گردد کتاب ها های گفت و گو پیش بینی پناه جویان آن ها شان زندگی اش "
    "سی ام وزیر خارجه به از F-16 ۱٬۴۰۴ U.S. – « » الرئيس عبد الله"
)
GAPS = st.sampled_from([" ", " ", " ", "  ", "\u00a0", "_", "، ", ". ", "\n", " «", "» ", "\u200c", "   "])
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS.split()), GAPS), max_size=12).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


@settings(max_examples=300)
@given(text=TEXTS, data=st.data(), language=st.sampled_from(["fa", "ar", "ur"]))
def test_a_word_is_read_alike_with_and_without_its_text(text: str, data: st.DataObject, language: str) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = list(itertools.pairwise(edges))[::2]
    whole, found = analyse(text, language), analyse_at(text, language, spans)
    touched = [token for token in whole if any(token.start < last and first < token.end for first, last in spans)]
    assert found == [token for token in whole if token in found]
    assert all(token in found for token in touched)


def test_a_space_within_a_word_is_of_that_word() -> None:
    assert [token.surface for token in analyse_at("گو  ها", "fa", [(2, 3)])] == ["گوها"]


def test_few_words_are_read_around_a_place() -> None:
    text = "این را گفتند، " * 50 + "رئیس جمهور" + ". این را گفتند" * 50
    place = text.index("جمهور")
    read = analyse_at(text, "fa", [(place, place + 5)])
    assert "رییسجمهور" in [token.surface for token in read]
    assert len(read) < 8

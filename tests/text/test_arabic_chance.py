"""Affixes that tables read by chance in what is a name, told by how frequent other words with the same rest are."""

from pathlib import Path

import pytest

from articles.text.arabic_chance import is_by_chance, is_unheard_of
from articles.text.lexicon import Lexicon
from articles.text.lexicon_records import ArabicWords, write

WEIGHTS = {
    "جرمان": 10,
    "جرم": 13,
    "زوجان": 11,
    "زوجین": 13,
    "باردو": 11,
    "بارد": 14,
    "لاعبو": 13,
    "لاعبین": 14,
    "کریتر": 9,
    "ریتر": 9,
    "کجزء": 15,
    "جزء": 18,
    "ریک": 13,
    "الری": 13,
    "حقک": 12,
    "الحق": 18,
    "فابیان": 11,
}
"""Log2 of the number in 10^9 words."""


@pytest.fixture
def small(tmp_path: Path) -> Lexicon:
    return Lexicon(write({}, tmp_path, ArabicWords(weights=WEIGHTS)))


@pytest.mark.parametrize(
    ("word", "prefix", "suffix"),
    [("جرمان", "", "ان"), ("باردو", "", "و"), ("کریتر", "ک", ""), ("ریک", "", "ک")],
)
def test_a_name_has_the_letters_of_an_affix_by_chance(small: Lexicon, word: str, prefix: str, suffix: str) -> None:
    assert is_by_chance(small, word, prefix, suffix)


@pytest.mark.parametrize(
    ("word", "prefix", "suffix"),
    [("زوجان", "", "ان"), ("لاعبو", "", "و"), ("کجزء", "ک", ""), ("حقک", "", "ک"), ("فکم", "ف", ""), ("جرم", "", "")],
)
def test_a_noun_whose_other_forms_are_in_use_has_an_affix(small: Lexicon, word: str, prefix: str, suffix: str) -> None:
    assert not is_by_chance(small, word, prefix, suffix)


def test_what_nobody_writes_alone_has_no_conjunction_before_it(small: Lexicon) -> None:
    assert is_unheard_of(small, "فابیان", "ف")
    assert not is_unheard_of(small, "کجزء", "ک")
    assert not is_unheard_of(small, "فکتاب", "ف")

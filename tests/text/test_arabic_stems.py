"""Stems worked out at compile time are those that the rules find."""

from itertools import islice

import pytest

from articles.text.fold import fold
from articles.text.gazetteer import arabic_numbers
from articles.text.lexemes import ArabicReader
from articles.text.lexicon import current

pytestmark = pytest.mark.usefixtures("lexicon")


@pytest.mark.parametrize("written", ["المدرسة", "وأكدت", "إمام", "علي", "على", "الإجراءات"])
def test_a_frequent_word_has_the_stem_of_the_rules(written: str) -> None:
    assert current().stem_of_form(written) == ArabicReader(current()).stem(fold(written), written) != ""


def test_every_hundredth_form_has_the_stem_of_the_rules() -> None:
    reader = ArabicReader(current())
    known = {word: stem for word in islice(arabic_numbers(), 0, None, 100) if (stem := current().stem_of_form(word))}
    assert len(known) > 500
    assert known == {word: reader.stem(fold(word), word) for word in known}


@pytest.mark.parametrize("written", ["عبدالله", "مائة", "كتاباً", "كـتاب"])
def test_what_is_read_otherwise_than_it_stands_is_left_to_the_rules(written: str) -> None:
    assert current().stem_of_form(written) == ""


@pytest.mark.parametrize(("spelled", "other"), [("یؤدی", "یودی"), ("المرضى", "المرضی"), ("مسائل", "مسایل")])
def test_words_are_counted_as_they_are_spelled(spelled: str, other: str) -> None:
    numbers = arabic_numbers()
    assert numbers[spelled] > 5 * numbers.get(other, 0)

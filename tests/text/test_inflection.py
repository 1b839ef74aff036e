"""Every ending of the grammar comes off a word that takes it, whatever letter it ends in."""

from pathlib import Path

import pytest

from articles.text import grammar
from articles.text.inflection import Inflector
from articles.text.lexicon import current

DEGREES = [degree + after for degree in grammar.COMPARATIVE for after in grammar.AFTER_COMPARATIVE]


@pytest.mark.parametrize(
    ("stem", "ending"),
    [
        *(("کتاب", "ها" + after) for after in grammar.AFTER_PLURAL),
        *(("بزرگ", degree) for degree in DEGREES),
        *(("پروژه", ending) for ending in grammar.AFTER_HEH),
        *(("نیرو", ending) for ending in grammar.AFTER_VOWEL if ending != "ییها"),  # whose ها is taken off first
        *(("کشور", ending) for ending in (*grammar.LONG_ENCLITICS, *grammar.SHORT_ENCLITICS, "ی")),
        *(("خوشحال", ending) for ending in grammar.COPULAS),
        ("معلم", "ان"),
        ("اجتماع", "ات"),
        ("مهاجر", "ین"),
    ],
)
def test_an_ending_comes_off(lexicon: Path, stem: str, ending: str) -> None:
    reduced = Inflector(current()).reduce(stem + ending)
    assert reduced is not None
    assert reduced.stem == stem


@pytest.mark.usefixtures("lexicon")
def test_the_article_comes_off_whatever_letter_is_last() -> None:
    reduced = Inflector(current()).reduce("الشرع")
    assert reduced is not None
    assert (reduced.stem, reduced.rule) == ("شرع", "article")

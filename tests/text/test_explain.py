"""Why a written form matched."""

import pytest

from articles.text.analysis import analyse
from articles.text.explain import RULES, explain

pytestmark = pytest.mark.usefixtures("lexicon")


@pytest.mark.parametrize(
    ("language", "query", "written", "rule"),
    [
        ("fa", "سوریه", "سوریه", "same"),
        ("en", "iran", "IRAN", "case"),
        ("fa", "نخست وزیر", "نخست‌وزیر", "half_space"),
        ("fa", "میشود", "می‌شود", "half_space"),
        ("fa", "1404", "۱۴۰۴", "digits"),
        ("fa", "شرع", "شَرع", "diacritics"),
        ("fa", "علي", "علی", "letters"),
        ("fa", "هیأت", "هیئت", "letters"),
        ("fa", "رئیس", "رئیس‌جمهور", "compound_part"),
        ("fa", "کتاب", "کتاب‌های", "plural"),
        ("fa", "کمیته", "کمیته‌ی", "ezafe"),
        ("fa", "بیانیه", "بیانیه‌ای", "indefinite"),
        ("fa", "خانواده", "خانواده‌اش", "enclitic"),
        ("fa", "بزرگ", "بزرگ‌ترین", "comparative"),
        ("fa", "ایران", "ایرانی", "yeh"),
        ("fa", "می‌شود", "شدند", "verb"),
        ("ar", "علاقات", "للعلاقات", "article"),
        ("ar", "رئيس", "الرؤساء", "stem"),
        ("ar", "رؤساء", "والرؤساء", "article"),
        ("ar", "حقيقة", "الحقائق", "stem"),
        ("ar", "علاقة", "للعلاقات", "article"),
        ("ar", "بوتين", "وبوتين", "prefix"),
        ("ar", "رئيس", "رئيسها", "ending"),
        ("en", "minister", "ministers", "stem"),
    ],
)
def test_it_names_the_rule(language: str, query: str, written: str, rule: str) -> None:
    (asked,), (found,) = analyse(query, language), analyse(written, language)
    assert explain(asked, found, query, written) == rule
    assert rule in RULES

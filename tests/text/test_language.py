"""Telling the language of texts and of queries of one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("الشرع", "ar"),
        ("العلاقات الروسية السورية", "ar"),
        ("وزير الخارجية", "ar"),
        ("پوتین", "fa"),
        ("کتاب‌ها", "fa"),
        ("رئیس جمهور روسیه", "fa"),
        ("گفتگو با Putin", "fa"),
        ("date 2025-09-09 En\nآغاز مذاکرات هیأت‌های روسیه و سوریه در دمشق", "fa"),
        ("رئيس جمهور ايران گفت كه اين كشور با روسيه همكاري مي كند", "fa"),
        ("عقد الرئيس اجتماعا رسميا مع نظيره في موسكو", "ar"),
        ("Putin meets al-Sharaa in Moscow", "en"),
        ("Der Präsident und die Minister sind nicht in der Stadt", "und"),
        ("یہ خبر اردو میں ہے", "und"),
        ("Президент России", "und"),
        ("12345", "und"),
        ("", "und"),
        ("\x00\ud800", "und"),
    ],
)
def test_it_tells_the_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert detect_language(text) in {"fa", "ar", "en", "und"}

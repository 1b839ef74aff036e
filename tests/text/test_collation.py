"""Lists in the order of each alphabet."""

import pytest

from articles.text.collation import sort_key


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("fa", ["۱۲", "آرش", "ائتلاف ملی", "احمد", "بابک", "پروین", "تهران", "جاوید", "چنگیز", "ژاله", "کاوه", "گیتی"]),
        ("fa", ["نادر", "وحید", "هادی", "یاسر", "Alpha", "zed"]),
        ("fa", ["علی رضا", "علی‌اکبر", "علی\u200cاکبری", "علیرضا"]),
        ("ar", ["إبراهيم", "أحمد", "آدم", "تامر", "ثروت", "نور", "هادي", "وليد", "يوسف", "London"]),
        ("ar", ["حكمت", "حكومة", "حلب"]),
        ("en", ["alpha", "Beta", "Éa", "Zed", "احمد", "بابک"]),
    ],
)
def test_it_sorts_as_readers_expect(language: str, ordered: list[str]) -> None:
    given = ordered[1::2] + ordered[::2]
    assert sorted(given, key=lambda text: sort_key(text, language)) == ordered


def test_marks_and_half_spaces_only_break_ties() -> None:
    first, second = sort_key("می\u200cرود", "fa"), sort_key("می\u200cرَود", "fa")
    assert first[0] == second[0]
    assert first != second

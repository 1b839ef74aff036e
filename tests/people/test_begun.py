"""Names by their first letters."""

from __future__ import annotations

import pytest

from articles.people.begun import Begun

BEGUN = Begun(
    [
        (1, "حسن روحانی"),
        (1, "Hassan Rouhani"),
        (2, "روح‌الله خمینی"),
        (3, "عبد الفتاح السيسي"),
        (4, "محمدجواد ظریف"),
        (4, "محمد جواد ظریف"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "persons"),
    [
        ("روحا", {1, 2}),
        ("روحان", {1}),
        ("روح", {1, 2}),
        ("حسن رو", {1}),
        ("rouh", {1}),
        ("HASSAN R", {1}),
        ("السي", {3}),
        ("سیس", {3}),
        ("جواد ظ", {4}),
        ("محمد جو", {4}),
        ("محمدجو", {4}),
        ("ال", set()),
        ("", set()),
        ("…", set()),
        ("ظریفی", set()),
    ],
)
def test_whose_name_begins_so(typed: str, persons: set[int]) -> None:
    found = BEGUN.by(typed)
    assert set(found) == persons
    assert len(found) == len(persons)

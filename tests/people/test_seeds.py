"""Persons of five real articles, counted by reading them. Slugs, counts and forms only: their text stays outside."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.people.conftest import Figures

pytestmark = pytest.mark.shared

COUNTS = {
    "000": {
        "ahmad-al-sharaa": 12, "vladimir-putin": 7, "bashar-al-assad": 4, "asaad-al-shaibani": 1,
        "murhaf-abu-qasra": 1, "hussein-al-salama": 1,
    },
    "001": {
        "ahmad-al-sharaa": 4, "vladimir-putin": 3, "sergey-lavrov": 1, "alexander-novak": 1, "maxim-oreshkin": 1,
        "yuri-ushakov": 1, "andrei-belousov": 1, "igor-kostyukov": 1, "asaad-al-shaibani": 1, "murhaf-abu-qasra": 1,
    },
    "002": {
        "asaad-al-shaibani": 7, "vladimir-putin": 5, "bashar-al-assad": 4, "sergey-lavrov": 3, "ahmad-al-sharaa": 2,
        "murhaf-abu-qasra": 1,
    },
    # the headline stands twice in the file, with Sharaa and Putin
    "003": {"ahmad-al-sharaa": 8, "vladimir-putin": 6, "bashar-al-assad": 1},
    "004": {
        "asaad-al-shaibani": 3, "ahmad-al-sharaa": 3, "bashar-al-assad": 3, "alexander-novak": 2, "maher-al-sharaa": 2,
        "vladimir-putin": 2, "murhaf-abu-qasra": 1, "mikhail-bogdanov": 1, "dmitry-peskov": 1,
    },
}  # fmt: skip

FORMS = {
    ("000", "ahmad-al-sharaa"): {("احمد شَرع", "رئیسجمهور سوریه"), ("شَرع", "")},
    ("001", "ahmad-al-sharaa"): {
        ("احمد الشرع", ""), ("ابو محمد جولانی", "رئیس دولت موقت سوریه"), ("الشرع", ""), ("جولانی", ""),
    },
    ("001", "murhaf-abu-qasra"): {("ابو قصره", "وزیر دفاع دولت موقت سوریه")},
    ("002", "vladimir-putin"): {("ولادیمیر پوتین", "رئیس جمهور روسیه"), ("پوتین", "پرزیدنت"), ("پوتین", "")},
    ("003", "ahmad-al-sharaa"): {("الشرع", "الرئيس"), ("أحمد الشرع", "الرئيس السوري"), ("الشرع", "")},
    ("004", "maher-al-sharaa"): {("ماهر الشرع", "")},
    ("004", "mikhail-bogdanov"): {("بوگدانوف", "معاون سابق وزارت امور خارجه روسیه")},
    ("004", "dmitry-peskov"): {("دیمیتری پسکوف", "سخنگوی کرملین")},
}  # fmt: skip


def _text(shared: Path, number: str) -> tuple[str, str]:
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    return ("ar" if number == "003" else "fa"), path.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", COUNTS)
def test_each_seed_names_the_persons_that_a_reader_counts(number: str, shared: Path, figures: Figures) -> None:
    language, text = _text(shared, number)
    assert Counter(slug for slug, _ in figures.find(language, body=text)) == COUNTS[number]


@pytest.mark.parametrize(("number", "slug"), FORMS)
def test_names_and_titles_are_kept_as_written(number: str, slug: str, shared: Path, figures: Figures) -> None:
    language, text = _text(shared, number)
    found = {(one.text, one.title) for person, one in figures.find(language, body=text) if person == slug}
    assert found == FORMS[number, slug]


@pytest.mark.parametrize("number", COUNTS)
def test_places_span_the_name_in_the_published_text(number: str, shared: Path, figures: Figures) -> None:
    language, text = _text(shared, number)
    for _, one in figures.find(language, body=text):
        assert text[one.start : one.end] == one.text

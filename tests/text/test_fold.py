"""Folding: letters, marks, digits, and the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.fold import fold, fold_keeping_half_spaces, fold_with_offsets


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("علي", "علی"),
        ("موسى", "موسی"),
        ("كتاب", "کتاب"),
        ("روسیە ھمه ہمہ خانۀ", "روسیه همه همه خانه"),
        ("حكومة", "حکومه"),
        ("أحمد إيران آب ٱلله", "احمد ایران اب الله"),
        ("مؤسسه", "موسسه"),
        ("رئیس", "رییس"),
        ("مسئول", "مسوول"),
        ("مسؤول", "مسوول"),
        ("شئون", "شوون"),
        ("خانهٔ", "خانه"),
        ("آ", "ا"),
        ("شَرع مُحَمَّد مجدداً", "شرع محمد مجددا"),
        ("ســوريا", "سوریا"),
        ("ﺍﻟﺴﻼﻡ", "السلام"),
        ("\u200fروسیه\u200e", "روسیه"),
        ("\u2067روسیه\u2069\ufeff", "روسیه"),
        ("می\u200cشود", "میشود"),
        ("می¬شود", "میشود"),
        ("۱٤٠٤ ١٤٠٤ 1404 １４", "1404 1404 1404 14"),
        ("İstanbul ÉCOLE Straße", "istanbul ecole strasse"),
        ("\x00\ud800", "\x00\ud800"),
    ],
)
def test_it_folds(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_every_half_space_becomes_one_where_they_are_kept() -> None:
    assert fold_keeping_half_spaces("می\u200bشود می¬شود") == "می\u200cشود می\u200cشود"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_offsets_lead_back(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[-1] == len(text)
    assert list(folded.offsets) == sorted(folded.offsets)


def test_offsets_pass_over_what_is_left_out() -> None:
    folded = fold_with_offsets("سَلا\u200cم")
    assert [folded.offsets[index] for index in range(4)] == [0, 2, 3, 5]

"""Cutting texts into pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.tokens import PIECE


def cut(text: str) -> list[tuple[str, str]]:
    return [(match.lastgroup or "", match.group()) for match in PIECE.finditer(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("سلام، جهان!", [("arabic", "سلام"), ("arabic", "جهان")]),
        ("می\u200cشَود", [("arabic", "می\u200cشَود")]),
        ("#رئیس_جمهور", [("arabic", "رئیس"), ("arabic", "جمهور")]),
        ("#a_b", [("word", "a"), ("word", "b")]),
        ("۱٬۴۰۴ 1,404 3.5", [("number", "۱٬۴۰۴"), ("number", "1,404"), ("number", "3.5")]),
        ("۱۵ساله", [("number", "۱۵"), ("arabic", "ساله")]),
        ("1404/07/23", [("number", "1404"), ("number", "07"), ("number", "23")]),
        ("covid19", [("word", "covid19")]),
        ("F-16", [("model", "F-16")]),
        ("U.S. U.N", [("initials", "U.S."), ("initials", "U.N")]),
        ("ه.ش", [("arabic", "ه.ش")]),
        ("پایان.آغاز", [("arabic", "پایان"), ("arabic", "آغاز")]),
        ("info@example.org", [("address", "info@example.org")]),
        ("در example.org/a?b=1 و", [("arabic", "در"), ("address", "example.org/a?b=1"), ("arabic", "و")]),
        ("don't", [("word", "don't")]),
        ("", []),
        ("…«»—\x00\ud800", []),
    ],
)
def test_it_cuts(text: str, pieces: list[tuple[str, str]]) -> None:
    assert cut(text) == pieces


@given(st.text())
def test_pieces_are_in_order_and_never_empty(text: str) -> None:
    end = 0
    for match in PIECE.finditer(text):
        assert end <= match.start() < match.end()
        end = match.end()

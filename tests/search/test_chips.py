"""Chips by a table: the query, what each chip shows, what is left without it."""

from __future__ import annotations

import pytest

from articles.search.chips import MOST_CHIPS, query_chips, without
from articles.search.query import parse

pytestmark = pytest.mark.usefixtures("lexicon")


@pytest.mark.parametrize(
    ("query", "chips"),
    [
        ("", []),
        ("پوتین سوریه", [("پوتین", "سوریه"), ("سوریه", "پوتین")]),
        ("رئیس جمهور سوریه", [("رئیس جمهور", "سوریه"), ("سوریه", "رئیس جمهور")]),
        ("پوتین یا ترامپ", [("پوتین", "ترامپ"), ("ترامپ", "پوتین")]),
        ("a OR b OR c", [("a", "b OR c"), ("b", "a OR c"), ("c", "a OR b")]),
        ("پوتین AND ترامپ", [("پوتین", "ترامپ"), ("ترامپ", "پوتین")]),
        ("نفت NOT خام", [("نفت", "NOT خام"), ("NOT خام", "نفت")]),
        ("نفط او السعودية", [("نفط", "السعودية"), ("السعودية", "نفط")]),
        ("نفت | گاز", [("نفت", "گاز"), ("گاز", "نفت")]),
        ("نفت -خام", [("نفت", "-خام"), ("-خام", "نفت")]),
        ('«شورای امنیت» title:oil', [("«شورای امنیت»", "title:oil"), ("title:oil", "«شورای امنیت»")]),
        ("نفت از:۱ مهر ۱۴۰۴ تا:دیروز", [
            ("نفت", "از:۱ مهر ۱۴۰۴ تا:دیروز"), ("از:۱ مهر ۱۴۰۴", "نفت تا:دیروز"), ("تا:دیروز", "نفت از:۱ مهر ۱۴۰۴")]),
        ("(a OR b) c", [("(a OR b)", "c"), ("c", "( a OR b )")]),
    ],
)  # fmt: skip
def test_each_chip_can_be_taken_out(query: str, chips: list[tuple[str, str]]) -> None:
    assert [(chip.text, chip.rest) for chip in query_chips(query, parse(query))] == chips


def test_a_chip_says_that_it_excludes() -> None:
    assert [chip.excluded for chip in query_chips("نفت -خام", parse("نفت -خام"))] == [False, True]


def test_a_chip_says_whether_it_is_words_alone() -> None:
    query = 'نفت خام -گاز "بازار سهام" lang:fa اوپ*'
    assert [chip.words for chip in query_chips(query, parse(query))] == [True, True, False, False, False, False]


def test_several_spans_are_taken_out_at_once_wherever_spaces_stand() -> None:
    query = "سخنان   پوتین  در OR کرملین"
    chips = {chip.text: chip.span for chip in query_chips(query, parse(query))}
    assert without(query, chips["پوتین"], chips["کرملین"]) == "سخنان در"


def test_the_rest_of_a_very_long_query_is_one_chip() -> None:
    words = ["w*"] * 1500
    chips = query_chips(" ".join(words), parse(" ".join(words)))
    assert len(chips) == MOST_CHIPS
    assert chips[-1].rest.split() == words[: MOST_CHIPS - 1]
    assert chips[-1].text.startswith("w* w* w*")


@pytest.mark.parametrize(("last", "alone"), [("نفت", True), ("-نفت", False)])
def test_the_rest_of_a_very_long_query_is_words_where_all_of_it_are(last: str, alone: bool) -> None:
    query = " ".join(["باران"] * MOST_CHIPS + [last])
    assert query_chips(query, parse(query))[-1].words is alone

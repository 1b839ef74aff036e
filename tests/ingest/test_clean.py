"""Publishers' markup and white space taken out, every word kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("یک\r\n\r\nدو\rسه", ["یک", "دو", "سه"]),
        ("<p>یک</p><p>دو<br>سه</p>", ["یک", "دو", "سه"]),
        ("<p>یک\nدو</p>\n<p>سه</p>", ["یک دو", "سه"]),
        ("یک\n<img src='x' onerror='alert(1)'>\nدو", ["یک", "دو"]),
        ("یک <b>دو</b> <a href='javascript:x'>سه</a>", ["یک دو سه"]),
        ("<script>alert('یک')</script><style>p{}</style>دو", ["دو"]),
        ("&quot;یک&quot;&nbsp;&amp; دو &#8221;", ['"یک" & دو ”']),
        ("&lt;p&gt; R&D &unknown; AT&T", ["<p> R&D &unknown; AT&T"]),
        ("3 < 5 و a<b و <نام>", ["3 < 5 و a<b و <نام>"]),
        ("می\u200cشود\u200c \u200eالف\u200f", ["می\u200cشود\u200c \u200eالف"]),
        ("یک\x00\x07\ufeff\ud800دو", ["یکدو"]),
        ("یک\u2028دو\x85سه", ["یک", "دو", "سه"]),
        ("یک \u00a0 \t دو", ["یک دو"]),
        ("<!-- یک -->دو", ["دو"]),
        ('یک\n<img alt="" src="data:image/jpeg;base64,/9j/4AAQ', ["یک"]),
        ("", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert clean.paragraphs(text) == expected


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [("یک دو سه", 8, "یک دو سه"), ("یک دو سه چهار", 8, "یک دو…"), ("یکدوسه", 4, "یکد…"), ("یک، دو", 5, "یک…")],
)
def test_cutting_between_words(text: str, length: int, expected: str) -> None:
    assert clean.cut(text, length) == expected


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = "\n".join(clean.paragraphs(text.replace("&", "").replace("<", "")))
    assert "\n".join(clean.paragraphs(once)) == once


@given(st.text(alphabet="<>abp/ &;'\"=img!-سلام\n", max_size=60))
def test_no_markup_is_left(text: str) -> None:
    assert not any("<script" in part or "<img " in part for part in clean.paragraphs(clean.plain(text)) if ">" in part)

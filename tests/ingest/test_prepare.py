"""From a record to an article: title, lead, language, address, tags."""

from __future__ import annotations

from datetime import date

import pytest

from articles.ingest.prepare import fingerprint_of, lead_apart, prepare, title_from
from articles.ingest.record import ArticleRecord
from articles.models import Article

TODAY = date(2026, 1, 1)


def made(**values: object) -> tuple[Article, list[str]]:
    return prepare(ArticleRecord("1", **{"title": "عنوان", **values}), None, None, TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("جمله نخست. جمله دوم.", "جمله نخست"),
        ("نرخ ۱.۵ درصد شد. سپس", "نرخ ۱.۵ درصد شد"),
        ("آیا چنین است؟ بله.", "آیا چنین است؟"),
        ("بدون نقطه", "بدون نقطه"),
        ("واژه " * 60, "واژه " * 21 + "واژه…"),
    ],
)
def test_a_title_is_made_of_the_first_sentence(text: str, title: str) -> None:
    assert title_from(text.strip()) == title


@pytest.mark.parametrize(
    ("lead", "body", "expected"),
    [
        ("بند یک", ["بند یک", "بند دو"], ("بند یک", ["بند دو"])),
        ("بند يك", ["بند یک", "بند دو"], ("بند يك", ["بند دو"])),
        ("بند یک و ...", ["بند یک و دو", "بند سه"], ("", ["بند یک و دو", "بند سه"])),
        ("خلاصه", ["بند یک"], ("خلاصه", ["بند یک"])),
        ("بند یک", ["بند یک"], ("بند یک", [])),
        ("", ["بند یک"], ("", ["بند یک"])),
    ],
)
def test_lead_and_body_do_not_repeat_each_other(lead: str, body: list[str], expected: tuple[str, list[str]]) -> None:
    assert lead_apart(lead, body) == expected


@pytest.mark.parametrize(
    ("given", "stored", "warned"),
    [
        ("fa", "fa", False),
        ("FA-IR", "fa", False),
        ("persian", "fa", False),
        ("ar_SA", "ar", False),
        ("de-AT", "de-at", False),
        ("tlh", "tlh", False),
        ("", "fa", False),
        ("زبان ما", "fa", True),
        ("x", "fa", True),
    ],
)
def test_any_language_code_is_stored(given: str, stored: str, warned: bool) -> None:
    article, warnings = made(language=given, body="این متن به زبان فارسی است و خوانده می‌شود.")
    assert (article.language, bool(warnings)) == (stored, warned)


@pytest.mark.parametrize(
    ("url", "stored", "warned"),
    [
        ("https://bamdad.example/1", "https://bamdad.example/1", False),
        ("http://bamdad.example/خبر «یک»", "http://bamdad.example/خبر%20«یک»", False),
        ('http://bamdad.example/"x"<b>', "http://bamdad.example/%22x%22%3Cb%3E", False),
        ("javascript:alert(1)", "", True),
        ("ftp://bamdad.example/1", "", True),
        ("bamdad.example", "", False),
        ("other.example", "", True),
        ("https://bamdad.example/" + "x" * 2000, "", True),
    ],
)
def test_only_web_addresses_become_links(url: str, stored: str, warned: bool) -> None:
    article, warnings = made(url=url, source="bamdad.example")
    assert (article.url, bool(warnings)) == (stored, warned)


def test_tags_are_tidy_and_once() -> None:
    article, _ = made(tags=(" مجلس ", "مجلس", "", "<b>بودجه</b>"))
    assert article.tags == ["مجلس", "بودجه"]


def test_fingerprints_need_fifty_words() -> None:
    assert fingerprint_of(["واژه"] * 49) == ""
    assert len(fingerprint_of(["واژه"] * 50)) == 64


def test_a_long_byline_is_cut_and_reported() -> None:
    article, warnings = made(author="نام " * 100)
    assert len(article.author) <= 255
    assert "author was cut" in warnings[0]

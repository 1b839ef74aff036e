"""Why a result matched, and marks of every kind of match, on small texts."""

from __future__ import annotations

import pytest

from articles.search.compile import Compiler
from articles.search.highlight import chunks, snippet, title, title_and_snippet
from articles.search.marking import Marker
from articles.search.query import parse
from articles.search.why import matched_forms

pytestmark = pytest.mark.usefixtures("lexicon")


class NoNames:
    def people(self, text: str) -> tuple[str, ...]:
        return ()

    sources = languages = people


def marker(query: str, language: str = "fa") -> Marker:
    compiled = Compiler(match="all", names=NoNames()).compile(parse(query).tree, empty=False)
    return Marker(compiled.words, compiled.prefixes, language)


@pytest.mark.parametrize(
    ("query", "text", "language", "html"),
    [
        ("رئیسجمهور", "دیدار رئیس جمهور ایران", "fa", "دیدار <mark>رئیس جمهور</mark> ایران"),
        ("رئیس جمهور", "دیدار رئیس‌جمهور ایران", "fa", "دیدار <mark>رئیس‌جمهور</mark> ایران"),
        ("کتاب", "کتاب‌ها و كتابی", "fa", "<mark>کتاب‌ها</mark> و <mark>كتابی</mark>"),
        ("وزير", "قال الوزير أمس", "ar", "قال <mark>الوزير</mark> أمس"),
        ("علی", "عَلِيّ جاء", "ar", "<mark>عَلِيّ</mark> جاء"),
        ("۱۴۰۴", "سال 1404 خورشیدی", "fa", "سال <mark>1404</mark> خورشیدی"),
        ('"نفت خام"', "نفت خام و خام نفت", "fa", "<mark>نفت</mark> <mark>خام</mark> و خام نفت"),
        ("باز*", "بازار باز است", "fa", "<mark>بازار</mark> <mark>باز</mark> است"),
        ("اج*", "آجر و اجر", "fa", "<mark>آجر</mark> و <mark>اجر</mark>"),
        ("نفت -خام", "نفت خام", "fa", "<mark>نفت</mark> خام"),
        ("elections", "The election & <b>", "en", "The <mark>election</mark> &amp; &lt;b&gt;"),
        ("نفت", "نفتالین", "fa", "نفتالین"),
        ("عبدالله", "وعبد الله عند عبدالعزيز", "ar", "<mark>وعبد</mark> <mark>الله</mark> عند عبدالعزيز"),
    ],
)
def test_whole_words_are_marked_blind_to_spelling(query: str, text: str, language: str, html: str) -> None:
    assert title(text, marker(query, language)).html == html


@pytest.mark.parametrize(
    ("query", "text", "language", "rule"),
    [
        ("نفت", "نفت", "fa", "same"),
        ("رئیسجمهور", "رئیس جمهور", "fa", "half_space"),
        ("علی", "علي", "ar", "letters"),
        ("کتاب", "کتاب‌ها", "fa", "plural"),
        ("وزير", "الوزير", "ar", "article"),
        ("باز*", "بازار", "fa", "beginning"),
    ],
)
def test_the_rule_that_joins_word_and_form_is_told(query: str, text: str, language: str, rule: str) -> None:
    seen = marker(query, language)
    (form,) = matched_forms(seen, [(text, title(text, seen).marks)])
    assert (form.query, form.text, form.rule) == (query, text, rule)


@pytest.mark.parametrize(
    ("query", "text", "language", "forms"),
    [
        ("رئيس جمهور", "رئيس الوزراء", "ar", [("رئيس", "رئيس", "same")]),
        ("رئیس جمهور", "رئيس الوزراء", "ar", [("رئیس", "رئيس", "letters")]),
        ("رئیس جمهور", "رئیس‌جمهور", "fa", [("رئیس جمهور", "رئیس‌جمهور", "half_space")]),
    ],
)
def test_of_a_word_that_is_two_in_the_language_of_the_article_the_half_that_it_has_is_told(
    query: str, text: str, language: str, forms: list[tuple[str, str, str]]
) -> None:
    seen = marker(query, language)
    found = matched_forms(seen, [(text, title(text, seen).marks)])
    assert [(form.query, form.text, form.rule) for form in found] == forms


def test_the_snippet_is_the_best_passage_cut_at_words() -> None:
    filler = "این جمله چیزی از آن ندارد و فقط جا پر می‌کند. "
    text = filler * 20 + "قیمت نفت خام در بازار جهانی بالا رفت. " + filler * 20 + "نفت. " + filler * 5
    found = snippet(text, marker("نفت خام بازار"))
    assert "<mark>نفت</mark> <mark>خام</mark>" in found.html
    assert found.html.startswith("… ")
    assert found.html.endswith(" …")
    assert len(found.marks) == 3
    plain = found.html.replace("<mark>", "").replace("</mark>", "").strip("… ")
    assert plain in text
    assert f" {plain}"[0] == " "
    assert text[text.index(plain) + len(plain)].isspace()


@pytest.mark.parametrize(
    ("query", "head", "body", "marked"),
    [
        ("يسود", "أجواء تسودها الألفة", "خبر قصير.", "<mark>تسودها</mark>"),
        ("أمها", "خبر", "جملة لا شيء فيها. " * 60 + "وزارت بأم الحمام.", "<mark>بأم</mark>"),
        ("يراع", "خبر", "خطة تراعي المخاطر.", "<mark>تراعي</mark>"),
    ],
)
def test_a_form_that_begins_with_other_letters_is_marked_where_nothing_else_is(
    query: str, head: str, body: str, marked: str
) -> None:
    first, best = title_and_snippet(head, body, marker(query, "ar"))
    assert marked in first.html + best.html
    assert len(first.marks + best.marks) == 1


def test_without_a_match_the_snippet_is_the_beginning() -> None:
    assert snippet("یک خبر کوتاه.", marker("نفت")).html == "یک خبر کوتاه."
    assert snippet("", marker("نفت")).html == ""


def test_chunks_cover_the_text_without_gap_whatever_it_is() -> None:
    for text in ("", "x", "x" * 5000, "جمله. " * 500, ("واژه " * 400 + "\n") * 3):
        spans = list(chunks(text))
        assert "".join(text[start:end] for start, end in spans) == text
        assert all(end - start <= 600 for start, end in spans)

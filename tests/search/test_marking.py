"""Marks are the same whether a text is analysed whole or only where its letters say that it may be worth it."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.search.highlight import snippet
from articles.search.marking import CLAUSE_END, Mark, Marker
from articles.search.passages import marker_of, passage
from articles.search.readings import read_words
from articles.text import lexicon
from articles.text.analysis import analyse

pytestmark = pytest.mark.usefixtures("lexicon")

PERSIAN = (
    "رئیس‌جمهور رئیس جمهور رئيسجمهور وزیر خارجه ایران کتاب‌ها کتابهای می‌رود نمی رود مسئول مسؤولان گفت‌وگو گفت و گو "
    "می‌شود شد شدن کرد می‌کنند نکند بگویند گفت برویم می‌رود رفتن حیات الحیاة قیامة قیامت رحمة‌الله fly flies "
    "به‌دلیل بهدلیل احمد شرع دولت سوریه در از و این که ۱٬۴۰۴ 1404 F-16 U.S. هیأت هیئت پیش بینی آن ها"
)
ARABIC = (
    "الرئيس رئيس والرئيس وبالعراق العراق للبنان لبنان عبدالله عبد الله أحمد احمد الشرع مدرسة المدرسة مدارس فلسطين "
    "وعبدالرحيم رحيم الإنستاجرامInstagram Instagram هو هذا التي إلى الى ١٤٠٤ كتاب وكتابه سورية سوريا مائة ثلاثمائة"
)
GAPS = st.sampled_from([" ", " ", " ", " ", "، ", ". ", "؟\n", " «", "» ", "\n", "  ", "\u00a0", "_"])


def texts(words: list[str]) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(st.sampled_from(words), GAPS), max_size=30)
    return pairs.map(lambda found: "".join(word + gap for word, gap in found))


def spans(marks: list[Mark]) -> list[tuple[int, int, int]]:
    return [(mark.start, mark.end, mark.word) for mark in marks]


@settings(max_examples=150)
@given(data=st.data(), language=st.sampled_from(["fa", "ar"]))
def test_marks_of_the_likely_stretches_are_those_of_the_whole_text(data: st.DataObject, language: str) -> None:
    words = (PERSIAN if language == "fa" else ARABIC).split(" ")
    query = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=3)))
    text = data.draw(texts(words))
    marker = Marker(read_words(query), (), language)
    assert spans(marker.marks(text)) == spans(marker._marks(analyse(text, language)))


@pytest.mark.parametrize(
    ("query", "language", "text", "marked"),
    [
        ("الله", "ar", "قال عبدالله أمس", ["عبدالله"]),
        ("العراق", "ar", "وبالعراق مشكلة. في عراق اليوم", ["وبالعراق", "عراق"]),
        ("هو", "ar", "هو قال إنه هو", ["هو", "هو"]),
        ("رئیس‌جمهور", "fa", "خبر، رئیس جمهور؛ و رئيسجمهور.", ["رئیس جمهور", "رئيسجمهور"]),
        ("1404", "fa", "در سال ۱٬۴۰۴، نه ۱۴۰۵", ["۱٬۴۰۴"]),
        ("مسئول", "fa", "یک مسؤول دولت", ["مسؤول"]),
        ("F16", "ar", "طائرة F-16 أمس", ["F-16"]),
        ("پناه", "fa", "به ﷲ پناه", ["پناه"]),
        ("رفتن", "fa", "گفت برویم و می‌رود", ["برویم", "می‌رود"]),
        ("حیات", "fa", "به نام الحیاة", ["الحیاة"]),
    ],
)
def test_words_are_marked_however_they_are_written(query: str, language: str, text: str, marked: list[str]) -> None:
    marks = Marker(read_words(query), (), language).marks(text)
    assert [text[mark.start : mark.end] for mark in marks] == marked


def test_every_form_in_the_lexicon_is_found_by_another_form_of_its_word() -> None:
    """The cheap look must miss no form: not of verbs, and not of what ends in ة in Arabic."""
    chance = random.Random(6)  # noqa: S311 - the same in every run
    entries = [word for word, _ in lexicon.current().entries()]
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word in chance.sample(entries, 20_000):
        for token in analyse(word, "fa"):
            forms[token.stem].append(word)
    families = [family for family in forms.values() if len(family) > 1]
    for family in chance.sample(families, 300):
        marker = Marker(read_words(family[0]), (), "fa")
        for word in family[:5]:
            assert spans(marker.marks(word)) == spans(marker._marks(analyse(word, "fa"))), (family[0], word)


def test_quoted_words_are_marked_on_both_sides_of_a_comma() -> None:
    marker = Marker([*read_words("کتاب خوب")], (), "fa")
    exact = Marker([type(word)(word.text, word.start, word.readings, exact=True) for word in marker.words], (), "fa")
    assert [mark.start for mark in exact.marks("کتاب، خوب")] == [0, 6]


def test_a_clause_ends_inside_no_word() -> None:
    text = "به www.example.com/a,b رفت. ۱٬۴۰۴ و U.S. Army «گفت» ،خوب"
    pieces = [(token.start, token.end) for token in analyse(text, "fa")]
    assert not any(start < match.end() < end for match in CLAUSE_END.finditer(text) for start, end in pieces)


FILLING = "در این گزارش آمده است که بازار امروز آرام بود و خریداران کم بودند. "


def test_the_snippet_is_where_most_words_stand_together() -> None:
    text = FILLING * 10 + "وزیر رفت. " + FILLING * 10 + "وزیر خارجه روسیه سفر کرد. " + FILLING * 10
    html = snippet(text, Marker(read_words("وزیر خارجه روسیه"), (), "fa")).html
    assert "<mark>روسیه</mark> سفر کرد" in html


def test_another_spelling_of_a_word_leads_to_its_passage_too() -> None:
    text = FILLING * 20 + "یک مسؤول ارشد سخن گفت. " + FILLING * 20
    assert "<mark>مسؤول</mark>" in snippet(text, Marker(read_words("مسئول"), (), "fa")).html


def test_a_word_at_the_end_is_shown_with_what_stands_before_it() -> None:
    html = snippet(FILLING * 20 + "منبع: کتاب", Marker(read_words("کتاب"), (), "fa")).html
    assert html.startswith("… ")
    assert html.endswith("منبع: <mark>کتاب</mark>")
    assert len(html) > 200


def test_no_snippet_begins_with_a_sign() -> None:
    sentence = "او ، گفت " * 60 + "کتاب خوب " + "است " * 80
    begun = snippet(sentence, Marker(read_words("کتاب"), (), "fa")).html.removeprefix("… ")
    assert begun.startswith(("او", "گفت"))


def test_a_new_version_of_an_article_is_read_anew() -> None:
    marker = marker_of(tuple(read_words("کتاب")), (), "fa")
    assert marker_of(tuple(read_words("کتاب")), (), "fa") is marker
    assert "<mark>کتاب</mark> نو" in passage(marker, "خبر", "یک کتاب نو").snippet
    assert "<mark>کتاب</mark> کهنه" in passage(marker, "خبر", "یک کتاب کهنه").snippet
    assert passage(marker, "کتاب", "یک کتاب نو").title == "<mark>کتاب</mark>"

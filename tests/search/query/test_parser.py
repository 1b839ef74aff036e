"""The query language by a table: what is typed, the tree, the problems told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.query import parse
from articles.search.query.tokens import scan

TREES = [
    ("", "None"),
    ("   \u200f ", "None"),
    ("پوتین", "پوتین"),
    ("پوتین سوریه", "پوتین سوریه"),
    ("  رئیس   جمهور ", "رئیس   جمهور"),
    ("گفت\u200cوگو", "گفت\u200cوگو"),
    ("پوتین AND سوریه", "(پوتین & سوریه)"),
    ("پوتین & سوریه", "(پوتین & سوریه)"),
    ("پوتین OR ترامپ", "(پوتین | ترامپ)"),
    ("پوتین | ترامپ", "(پوتین | ترامپ)"),
    ("AT&T", "AT&T"),
    ("پوتین یا ترامپ", "(پوتین | ترامپ)"),
    ("پوتین يا ترامپ", "(پوتین | ترامپ)"),
    ("بوتين أو ترامب", "(بوتين | ترامب)"),
    ("او رفت", "او رفت"),
    ("علي او را ديد", "علي او را ديد"),
    ("بوتين او ترامب", "(بوتين | ترامب)"),
    ("(السعودية او قطر) نفط", "((السعودية | قطر) & نفط)"),
    ("to be or not", "to be or not"),
    ("رئیس جمهور یا نخست وزیر", "(رئیس جمهور | نخست وزیر)"),
    ("a OR b OR c", "(a | b | c)"),
    ('"رئیس جمهور"', '"رئیس جمهور"'),
    ("«رئیس   جمهور» سوریه", '("رئیس جمهور" & سوریه)'),
    ("“مجلس الأمن”", '"مجلس الأمن"'),
    ("پوتین -مسکو", "(پوتین & -مسکو)"),
    ("-مسکو", "-مسکو"),
    ("پوتین -مسکو سوریه", "(پوتین & -مسکو & سوریه)"),
    ("\u200f-مسکو", "-مسکو"),
    ("−مسکو", "-مسکو"),
    ("--مسکو", "-مسکو"),
    ("NOT -مسکو", "-مسکو"),
    ("-\u200f-مسکو", "-مسکو"),
    ("پوتین NOT مسکو", "(پوتین & -مسکو)"),
    ("پوتین AND NOT (مسکو OR سوریه)", "(پوتین & -(مسکو | سوریه))"),
    ("NOT title:مسکو", "-title:مسکو"),
    ("not NOT", "not NOT"),
    ('-"رئیس جمهور"', '-"رئیس جمهور"'),
    ("-(پوتین ترامپ)", "-(پوتین ترامپ)"),
    ("ایران - آمریکا", "ایران - آمریکا"),
    ("covid-19", "covid-19"),
    ("سور*", "سور*"),
    ("الانتخاب* مصر", "(الانتخاب* & مصر)"),
    ("(پوتین یا ترامپ) سوریه", "((پوتین | ترامپ) & سوریه)"),
    ("((پوتین))", "پوتین"),
    ("title:پوتین سوریه", "(title:پوتین & سوریه)"),
    ("عنوان:پوتین", "title:پوتین"),
    ('عنوان:"رئیس جمهور"', 'title:"رئیس جمهور"'),
    ("عنوان:(پوتین یا ترامپ)", "title:(پوتین | ترامپ)"),
    ("person:vladimir-putin", "person:'vladimir-putin'"),
    ('شخص:"احمد الشرع"', "person:'احمد الشرع'"),
    ("شخص: پوتین", "person:'پوتین'"),
    ("-شخص:پوتین", "-person:'پوتین'"),
    ("source:fa.abna24.com", "source:'fa.abna24.com'"),
    ("منبع:بامداد", "source:'بامداد'"),
    ("مصدر:الميناء", "source:'الميناء'"),
    ("lang:fa", "language:'fa'"),
    ("زبان:فارسی", "language:'فارسی'"),
    ("لغة:العربية", "language:'العربية'"),
    ("LANG:ar", "language:'ar'"),
    ("after:2025-10-01", "days:2025-10-01.."),
    ("از:۱ مهر ۱۴۰۴", "days:2025-09-23.."),
    ("از: ۱ مهر ۱۴۰۴ پوتین", "(days:2025-09-23.. & پوتین)"),
    ('از:"۱ مهر ۱۴۰۴"', "days:2025-09-23.."),
    ("من:1 أكتوبر 2025", "days:2025-10-01.."),
    ("إلى:15 أكتوبر 2025", "days:..2025-10-15"),
    ("تا:۱۴۰۴/۰۷/۳۰", "days:..2025-10-22"),
    ("before:2025", "days:..2025-12-31"),
    ("from:2019-10-01 to:2019-10-31 putin", "(days:2019-10-01.. & days:..2019-10-31 & putin)"),
    ("Since:2025-10-01 until:2025", "(days:2025-10-01.. & days:..2025-12-31)"),
    ("قبل از:۱ مهر ۱۴۰۴", "days:..2025-09-23"),
    ("پوتین قبل\u200cاز: ۱ مهر ۱۴۰۴", "(پوتین & days:..2025-09-23)"),
    ("سخن از:۱ مهر ۱۴۰۴", "(سخن & days:2025-09-23..)"),
    ("پس از:۱ مهر ۱۴۰۴ پیش از:۳۰ مهر ۱۴۰۴", "(days:2025-09-23.. & days:..2025-10-22)"),
    ("منذ:1 أكتوبر 2025 حتى:15 أكتوبر 2025", "(days:2025-10-01.. & days:..2025-10-15)"),
    ("الي:15 أكتوبر 2025", "days:..2025-10-15"),
    ("-site:fa.abna24.com", "-source:'fa.abna24.com'"),
    ("رسانه:بامداد", "source:'بامداد'"),
    ("لغه:fa", "language:'fa'"),
    ("date:مهر ۱۴۰۴", "days:2025-09-23..2025-10-22"),
    ("date:2025-10-15", "days:2025-10-15..2025-10-15"),
    ("از:۱ مهر ۱۴۰۴ تا:۳۰ مهر ۱۴۰۴", "(days:2025-09-23.. & days:..2025-10-22)"),
    ("پوتین یا ترامپ از:۱ مهر ۱۴۰۴", "((پوتین | ترامپ) & days:2025-09-23..)"),
    ("lang:fa پوتین OR ترامپ", "((پوتین | ترامپ) & language:'fa')"),
    ("پوتین OR ترامپ -مسکو", "((پوتین | ترامپ) & -مسکو)"),
    ("پوتین lang:fa OR بوتين lang:ar", "((پوتین & language:'fa') | (بوتين & language:'ar'))"),
    ("date:2015 OR date:2016", "(days:2015-01-01..2015-12-31 | days:2016-01-01..2016-12-31)"),
    ("after:2015 -after:2016", "(days:2015-01-01.. & -days:2016-01-01..)"),
    ("source:a OR source:b", "(source:'a' | source:'b')"),
    ("ساعت 10:30 https://example.org/a?b=c", "ساعت 10:30 https://example.org/a?b=c"),
    ("تهران: باران", "تهران: باران"),
    ("not to be: that is", "not to be: that is"),
]  # fmt: skip

BROKEN = [
    ('پوتین "سوریه', "(پوتین & سوریه)", [("quote_unclosed", 6)]),
    ("پوتین» سوریه", "(پوتین & سوریه)", [("quote_unclosed", 5)]),
    ("(پوتین سوریه", "پوتین سوریه", [("parenthesis_unclosed", 0)]),
    ("پوتین) سوریه", "(پوتین & سوریه)", [("parenthesis_unopened", 5)]),
    ("پوتین ()", "پوتین", [("empty_group", 6)]),
    ("یا پوتین", "پوتین", [("or_without_side", 0)]),
    ("پوتین OR", "پوتین", [("or_without_side", 6)]),
    ("پوتین -", "پوتین -", []),
    ("-", "None", [("no_words", 0)]),
    ("؟!", "None", [("no_words", 0)]),
    ("پوتین -(", "پوتین", [("minus_without_word", 6), ("parenthesis_unclosed", 7)]),
    ("title:", "None", [("field_without_value", 0)]),
    ("پوتین شخص:", "پوتین", [("field_without_value", 6)]),
    ("from: Moscow with love", "Moscow with love", [("date_unreadable", 0)]),
    ("از:فردوسی پوتین", "فردوسی پوتین", [("date_unreadable", 0)]),
    ('date:"فردوسی پوتین"', '"فردوسی پوتین"', [("date_unreadable", 0)]),
    ("date:2025-13-45", "None", [("date_unreadable", 0)]),
    ("پوتین date:15 اکتبر 1404", "پوتین", [("date_unreadable", 6)]),
    ("از:31 مهر 1404 پوتین", "پوتین", [("date_unreadable", 0)]),
    ("*", "None", [("prefix_too_short", 0)]),
    ("از:31 مهر 1404 تا:32 مهر 1404", "None", [("date_unreadable", 0), ("date_unreadable", 15)]),
    ("من:31 أغسطس 2015 إلى:1 أغسطس 2015 نفط", "(days:2015-08-31.. & نفط)", [("days_none_left", 21)]),
    ("date:2015 نفت date:2016", "(days:2015-01-01..2015-12-31 & نفت)", [("days_none_left", 19)]),
    ("شخص: منبع:", "None", [("field_without_value", 0), ("field_without_value", 5)]),
    ("date:x " * 9, f"({' & '.join('x' * 9)})", [("date_unreadable", 0)]),
    ("*لزله", "*لزله", [("asterisk_not_last", 0)]),
    ("سوریه زل*له", "سوریه زل*له", [("asterisk_not_last", 6)]),
    ("ز*لز*", "ز*لز*", [("asterisk_not_last", 0)]),
    ("پوتین NOT OR", "پوتین", [("minus_without_word", 6), ("or_without_side", 10)]),
    ("س*", "س", [("prefix_too_short", 0)]),
    ("(" * 20 + "پوتین" + ")" * 20, "پوتین", [("nested_too_deep", 8), ("parenthesis_unopened", 33)]),
    ('"' + "خبر " * 40 + '"', '"' + " ".join(["خبر"] * 24) + '"', [("phrase_too_long", 0)]),
    ("x" * 6000, "x" * 5000, [("query_too_long", 5000)]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "tree"), TREES)
def test_a_query_is_read_as_this_tree(query: str, tree: str) -> None:
    parsed = parse(query)
    assert repr(parsed.tree) == tree
    assert parsed.problems == ()


@pytest.mark.parametrize(("query", "tree", "problems"), BROKEN)
def test_a_broken_query_gets_its_best_reading_and_a_place(
    query: str, tree: str, problems: list[tuple[str, int]]
) -> None:
    parsed = parse(query)
    assert repr(parsed.tree) == tree
    assert [(problem.kind, problem.position) for problem in parsed.problems] == problems


def names(kind: str, text: str, ends: Sequence[int]) -> int:
    """Two names of two words."""
    return 2 if len(ends) > 1 and text[: ends[1]] in {"ولادیمیر پوتین", "الشرق الأوسط"} else 1


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("شخص:ولادیمیر پوتین سوریه", "(person:'ولادیمیر پوتین' & سوریه)"),
        ("-شخص: ولادیمیر پوتین", "-person:'ولادیمیر پوتین'"),
        ("شخص:پوتین سوریه", "(person:'پوتین' & سوریه)"),
        ("شخص:ولادیمیر", "person:'ولادیمیر'"),
        ("شخص:ولادیمیر یا پوتین", "(person:'ولادیمیر' | پوتین)"),
        ("مصدر:الشرق الأوسط نفط", "(source:'الشرق الأوسط' & نفط)"),
        ('مصدر:"الشرق الأوسط" نفط', "(source:'الشرق الأوسط' & نفط)"),
    ],
)
def test_a_name_takes_as_many_words_as_who_knows_names_says(query: str, tree: str) -> None:
    parsed = parse(query, names)
    assert repr(parsed.tree) == tree
    assert parsed.problems == ()


def test_too_many_words_are_cut_with_a_word_about_it() -> None:
    parsed = parse("خبر " * 200)
    assert repr(parsed.tree).count("خبر") == 64
    assert [problem.kind for problem in parsed.problems] == ["too_many_words"]


def test_names_and_days_count_as_words() -> None:
    for field in ("شخص:پوتین ", "date:2025 ", "منبع:همشهری "):
        parsed = parse(field * 100)
        assert [problem.kind for problem in parsed.problems] == ["too_many_words"]
        assert len(getattr(parsed.tree, "children", ())) == 64


def test_relative_days_are_dates() -> None:
    assert repr(parse("date:دیروز").tree).startswith("days:")
    assert repr(parse("date:دیروز", today=date(2025, 12, 24)).tree) == "days:2025-12-23..2025-12-23"
    assert repr(parse("از:۷ روز گذشته", today=date(2025, 12, 24)).tree) == "days:2025-12-18.."


ATOMS = ['"', "«", "»", "(", ")", "-", "*", "OR", "یا", "أو", "AND", "از:", "person:", "title:", "date:", "پوتین",
         "NOT ", "-\u200e", "قبل از:", "او ", "|",
         "\u200c", "\u200f", "\x00", "\ud800", " ", "۱ مهر", "سور*", ":"]  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(ATOMS), max_size=60).map("".join)))
def test_no_query_raises_and_every_problem_has_its_place(query: str) -> None:
    parsed = parse(query)
    assert all(0 <= problem.position <= len(query) for problem in parsed.problems)
    if query.strip() and parsed.tree is None:
        assert parsed.problems or not list(scan(query))


@pytest.mark.parametrize("atom", ATOMS)
def test_an_operator_alone_or_a_thousand_of_it_is_no_accident(atom: str) -> None:
    for query in (atom, atom * 400, f"{atom} " * 400, f"پوتین {atom}", f"{atom} پوتین"):
        parse(query)


@pytest.mark.parametrize(
    ("q", "reason"),
    [
        ("date:31 مهر 1404 پوتین", "1404/7 has 30 days"),
        ("date:15 اکتبر 1404 پوتین", "mixes calendars"),
        ("date:03/04/2015 putin", "can be day 03 of month 04"),
        ("از:فردوسی پوتین", ""),
        ("date:", ""),
    ],
)
def test_a_date_that_cannot_be_read_says_why_where_words_beside_it_are_not_the_reason(q: str, reason: str) -> None:
    (problem,) = parse(q).problems
    assert reason in str(problem.reason or "")
    assert bool(reason) == (problem.reason is not None)

"""Searching from end to end: imported, analysed, indexed, asked."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from articles.ingest.pipeline import store_many
from articles.ingest.record import ArticleRecord
from articles.models import Article, OutboxEntry
from articles.search.answer import SearchPage
from articles.search.indexer import drain
from articles.search.request import SearchRequest
from articles.search.searcher import search

pytestmark = pytest.mark.usefixtures("portal")


def find(q: str = "", **wanted: object) -> SearchPage:
    return search(SearchRequest(q=q, **wanted), language="en")  # type: ignore[arg-type]


def ids(page: SearchPage) -> set[str]:
    return {hit.article.external_id for hit in page.hits}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"k1", "k2", "k3", "k4", "k5", "k6"}),
        ("رئیس جمهور", {"k1", "k2"}),
        ("رئیس‌جمهور", {"k1", "k2"}),
        ("رئیسجمهور", {"k1", "k2"}),
        ("گفتگو", {"k1", "k2"}),
        ("وزير", {"k2", "k3"}),
        ("وزیر", {"k2", "k3"}),
        ("نفت -خام", set()),
        ("باران یا نفت", {"k4", "k6"}),
        ("(باران OR نفت) بازار", {"k4"}),
        ('"بازار جهانی"', {"k4"}),
        ('"جهانی بازار"', set()),
        ("باز*", {"k2", "k4"}),
        ("title:oil", {"k5"}),
        ("عنوان:خام", set()),
        ("person:putin", {"k1", "k3"}),
        ("شخص:بوتين", {"k1", "k3"}),
        ('شخص:"احمد الشرع" زبان:عربی', {"k3"}),
        # A name of several words needs no quotation marks; titles before it are no part of it.
        ("شخص:ولادیمیر پوتین کرملین", {"k1"}),
        ("person:Vladimir Putin", {"k1", "k3"}),
        ("شخص:احمد الشرع -شخص:ولادیمیر پوتین", set()),
        ("شخص:آقای ولادیمیر پوتین", {"k1", "k3"}),
        ("شخص:پوتین وزیر", {"k3"}),
        ("source:ruz.example.org", {"k1", "k2"}),
        ("منبع:mina-example-net lang:fa", {"k4"}),
        ("after:2025-10-16", {"k3"}),
        ("از:۱ مهر ۱۴۰۴ تا:۱ مهر ۱۴۰۴", {"k2"}),
        ("-date:2025", {"k6"}),
        ("-نفت lang:fa", {"k1", "k2", "k6"}),
    ],
)
def test_a_query_finds_exactly_these(query: str, found: set[str]) -> None:
    page = find(query)
    assert page.match == "all"
    assert ids(page) == found
    assert page.total == len(found)


def test_a_word_that_another_language_has_not_is_not_found_there_by_its_letters() -> None:
    strength = ArticleRecord("strength", "ريح", "هبت الريح في شدة.", language="ar")
    done = ArticleRecord("done", "کار", "کار شده است.", language="fa")
    store_many([strength, done])
    drain()
    assert ids(find("شده")) == {"done"}
    assert ids(find("شدة")) == {"strength"}
    assert ids(find("شده", match="any")) == {"done"}


def test_the_parts_of_a_persian_word_that_is_run_together_may_stand_apart_and_have_endings() -> None:
    store_many(
        [
            ArticleRecord("between", "دیدار", "وزیر امور خارجه آمد.", language="fa"),
            ArticleRecord("endings", "دیدار", "وزیران خارجه آمدند.", language="fa"),
            ArticleRecord("itself", "دیدار", "این نگرانی‌سازی‌های تازه است.", language="fa"),
        ]
    )
    drain()
    assert {"between", "endings"} <= ids(find("وزیرخارجه"))
    assert "itself" in ids(find("نگرانی‌سازی‌های"))


@pytest.mark.parametrize(
    ("language", "query", "found", "others"),
    [
        ("ar", "عبدالله", "قال عبدالله | قال عبد الله | قال سعد وعبدالله", "قال عبدالعزيز: الحمد والشكر من الله"),
        ("ar", "عبدالعزيز", "قال عبدالعزيز: الحمد والشكر من الله", "قال عبدالله | قال عبد الله | قال سعد وعبدالله"),
        ("fa", "حميد‌نژاد", "حمیدنژاد گفت | آقای حمید‌نژاد گفت | آقای حمید نژاد گفت", "حمید هاشمی‌نژاد گفت"),
        ("fa", "حمیدنژاد", "آقای حمید نژاد گفت", "حمید هاشمی‌نژاد گفت"),
        ("fa", "درصورت", "در صورت نیاز | درصورت نیاز", "لبخند او در صورتی تازه | در باغ صورت گرفت"),
        ("fa", "بحضور", "به حضور شاه رسید", "حضور او به سود ماست"),
    ],
)
def test_the_parts_of_a_name_and_what_stands_behind_a_preposition_stand_beside_each_other(
    language: str, query: str, found: str, others: str
) -> None:
    texts = [*found.split(" | "), *others.split(" | ")]
    store_many([ArticleRecord(text, "خبر", text, language=language) for text in texts])
    drain()
    assert ids(find(query)) == set(found.split(" | "))


@pytest.mark.parametrize(
    ("query", "found"),
    [("زمین‌های", {"plural", "joined"}), ("زمینه‌ای", {"noun", "joined"}), ("زمينهاي", {"plural", "joined"})],
)
def test_what_is_two_words_run_together_answers_both(query: str, found: set[str]) -> None:
    texts = {"plural": "زمین‌های کشاورزی", "noun": "زمینه‌ای تازه", "joined": "زمينهاي ديگر"}
    store_many([ArticleRecord(name, "خبر", text, language="fa") for name, text in texts.items()])
    drain()
    assert ids(find(query)) == found


def test_persons_are_found_across_scripts_and_must_all_be_there() -> None:
    assert ids(find(people=("vladimir-putin",))) == {"k1", "k3"}
    assert ids(find(people=("vladimir-putin", "ahmad-al-sharaa"))) == {"k1", "k3"}
    assert ids(find(people_excluded=("vladimir-putin",))) == {"k2", "k4", "k5", "k6"}
    assert [person.slug for person in find("پوتین").people] == ["vladimir-putin"]
    assert find("نفت -پوتین").people == ()
    assert [person.slug for person in find("m,jdk").people] == ["vladimir-putin"]
    assert find("نفت -m,jdk").people == ()


def test_days_are_inclusive_and_the_undated_lie_outside() -> None:
    assert ids(find(first=date(2025, 10, 15), last=date(2025, 10, 16))) == {"k1", "k3"}
    assert "k6" not in ids(find(last=date(2099, 1, 1)))


def test_today_is_the_day_of_the_portal(monkeypatch: pytest.MonkeyPatch) -> None:
    """At one in the morning in Tehran it is still the day before in UTC."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2025, 10, 15, 21, 30, tzinfo=UTC))
    assert ids(find("date:امروز")) == {"k3"}
    assert ids(find("date:yesterday")) == {"k1"}


def test_outlets_are_known_by_host_and_slug() -> None:
    assert ids(find(sources=("ruz.example.org",))) == ids(find(sources=("ruz-example-org",))) == {"k1", "k2"}
    assert ids(find(sources_excluded=("mina.example.net",))) == {"k1", "k2", "k6"}
    assert find(sources=("nobody.example.org",)).total == 0


def test_when_nothing_has_all_words_some_are_enough_and_a_notice_says_so() -> None:
    page = find("باران وین")
    assert page.match == "any"
    assert page.notice
    assert ids(page) == {"k6"}
    assert find("آسمانخراش وین").match == "all"


def test_any_asks_for_some_words_at_once() -> None:
    page = find("باران نفت", match="any")
    assert (page.match, page.notice, ids(page)) == ("any", None, {"k4", "k6"})
    assert ids(find('"جهانی بازار" باران -خیابان', match="any")) == set()


def test_facets_leave_their_own_filter_out() -> None:
    page = find(languages=("ar",))
    assert {value.value: value.count for value in page.facets["language"]} == {"fa": 4, "ar": 1, "en": 1}
    assert {value.value: value.count for value in page.facets["source"]} == {"mina-example-net": 1}
    assert {value.value: value.count for value in page.facets["person"]} == {"vladimir-putin": 1, "ahmad-al-sharaa": 1}
    months = find(first=date(2025, 10, 1)).facets["month"]
    assert [(value.value, value.label, value.count) for value in months] == [
        ("2025-10", "October 2025", 2),
        ("2025-09", "September 2025", 3),
        ("unknown", "undated", 1),
    ]


def test_newest_and_oldest_sort_by_time_with_the_undated_last() -> None:
    def order(sort: str) -> list[str]:
        return [hit.article.external_id for hit in find(sort=sort).hits]

    assert order("newest") == ["k3", "k1", "k2", "k5", "k4", "k6"]
    assert order("oldest") == ["k4", "k5", "k2", "k1", "k3", "k6"]
    assert order("relevance") == order("newest")


def test_a_page_past_the_end_is_empty_with_the_right_total() -> None:
    assert [find(page=page, page_size=4).total for page in (1, 2, 3, 10**18)] == [6, 6, 6, 6]
    assert [len(find(page=page, page_size=4).hits) for page in (1, 2, 3, 10**18)] == [4, 2, 0, 0]


def test_a_query_without_a_word_says_so_and_finds_nothing() -> None:
    page = find("؟!")
    assert page.total == 0
    assert page.query_errors[0].message


def test_unknown_names_in_the_query_are_told() -> None:
    page = find("person:nobodyatall نفت")
    assert [error.position for error in page.query_errors] == [7]
    assert find("lang:klingon! نفت").query_errors


def test_a_few_unknown_names_are_told_and_each_once() -> None:
    errors = find("person:aaaaaa person:aaaaaa " + " ".join(f"source:b{number}" for number in range(9))).query_errors
    assert [error.position for error in errors] == [7, 35, 45, 55]


def test_marks_are_whole_words_on_the_text_as_published() -> None:
    hit = next(hit for hit in find("رئیس جمهور").hits if hit.article.external_id == "k1")
    assert hit.title_html == "<mark>رئیس‌جمهور</mark> روسیه با احمد الشرع دیدار کرد"
    hit = next(hit for hit in find("رئیسجمهور").hits if hit.article.external_id == "k2")
    assert hit.title_html == "گفتگوی <mark>رئیس جمهور</mark> با خبرنگاران"
    assert "&amp;" in find("Vienna").hits[0].snippet_html


def test_a_withdrawn_article_leaves_the_results_even_before_the_worker_has_run() -> None:
    article = Article.objects.get(external_id="k4")
    Article.objects.filter(pk=article.pk).update(withdrawn_at="2026-01-01T00:00Z")
    assert "k4" not in ids(find("نفت"))
    OutboxEntry.objects.create(article_id=article.pk)
    drain()
    assert find("نفت").total == 0


def test_a_misspelt_word_is_answered_with_what_was_meant() -> None:
    assert find("نقت").suggestion == "نفت"
    assert find("بازار نقت").suggestion == "بازار نفت"
    assert find("ktj").suggestion == "نفت"
    assert find("نفت").suggestion is None


@pytest.mark.parametrize("q", ["پطین {}", "{} پطین"])
def test_a_misspelt_name_beside_another_word_is_answered_with_the_name(q: str) -> None:
    assert find(q.format("روسیه")).suggestion == q.replace("پطین", "پوتین").format("روسیه")


def test_the_number_of_database_queries_does_not_grow_with_results(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    find("پوتین")
    with django_assert_max_num_queries(12):
        find("پوتین نفت باران", match="any")


@pytest.mark.parametrize("match", ["all", "any"])
def test_letters_in_common_help_the_order_and_never_what_matches(match: str) -> None:
    alone, with_a_relative = find("قیمت نفت", match=match), find("قیمت نفت OR زززجهان", match=match)
    assert ids(alone) == ids(with_a_relative) == {"k4"}
    assert with_a_relative.hits[0].score > alone.hits[0].score
    assert find("جهااان بازارزز", match=match).total == 0

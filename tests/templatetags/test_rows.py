"""The rows that are written by hand say what a template would, and escape as it does."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from articles.templatetags.rows import choice_rows, histogram_bars, histogram_table, hit_rows

EVIL = "<script>&\"'"
ESCAPED = "&lt;script&gt;&amp;&quot;&#x27;"


@dataclass
class Outlet:
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Tehran"))

    def name_in(self, language: str) -> str:
        return f"{EVIL}{language}"

    def get_absolute_url(self) -> str:
        return "/sources/x/"


@dataclass
class Story:
    pk: int = 7
    language: str = "fa"
    direction: str = "rtl"
    day: date | None = date(2025, 10, 15)
    published_at: datetime | None = None
    published_how: str = "given"
    published_text: str = ""
    source: Outlet | None = None

    def get_absolute_url(self) -> str:
        return "/articles/7/"


@dataclass
class Form:
    query: str
    text: str
    rule: str


@dataclass
class Hit:
    article: Story = field(default_factory=Story)
    title_html: str = "یک <mark>خبر</mark>"
    snippet_html: str = "متن"
    matched: tuple[Form, ...] = ()


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_a_result_says_who_when_what_and_why():
    row = hit_rows([Hit(Story(source=Outlet()), matched=(Form(EVIL, "b", "plural"), Form("c", "c", "same")))])
    assert "<bdi>&lt;script&gt;&amp;&quot;&#x27;en</bdi>" in row
    assert "<span>Persian</span>" in row
    assert 'lang="fa"><a href="/articles/7/" data-open>یک <mark>خبر</mark></a>' in row
    assert '<p class="entry-text" lang="fa">متن</p>' in row
    assert f"<bdi>{ESCAPED}</bdi> = <bdi>b</bdi> (plural)</bdi></p>" in row


@pytest.mark.parametrize(("reader", "direction"), [("en", "ltr"), ("fa", "rtl"), ("ar", "rtl")])
@pytest.mark.parametrize("article", [Story(language="ar"), Story(language="en", direction="ltr")])
def test_the_line_that_says_why_runs_in_the_direction_of_the_interface(reader, direction, article):
    with translation.override(reader):
        row = hit_rows([Hit(article, matched=(Form("الوزير", "وزيراً", "article"),))])
    assert f'<p class="entry-why"><bdi dir="{direction}">' in row
    assert "<bdi>الوزير</bdi> = <bdi>وزيراً</bdi> (" in row


def test_a_dense_result_is_its_title():
    row = hit_rows([Hit(matched=(Form("a", "b", "plural"),))], dense=True)
    assert "entry-title" in row
    assert "entry-text" not in row
    assert "entry-why" not in row


def test_an_article_of_no_outlet_and_of_the_readers_language_names_neither():
    row = hit_rows([Hit(Story(language="en"))])
    assert "outlet" not in row
    assert "<span>" not in row


@dataclass
class Row:
    label: str = EVIL
    count: int = 1200
    state: str = ""
    choose: str = "?a=1&b=2"
    exclude: str = "?a=-1&b=2"
    without: str = EVIL
    height: int = 40
    top: int = 60
    address: str = "?a=1&from=2"


def test_labels_and_addresses_are_escaped():
    rows = [Row()], [Row(state="wanted")], [Row(state="excluded")]
    for drawn in (*map(choice_rows, rows), histogram_bars([Row()]), histogram_table([Row()])):
        assert "<script" not in drawn
        assert ESCAPED in drawn
        assert "?a=1&amp;" in drawn
        assert "1,200" in drawn


def test_a_value_that_was_chosen_or_excluded_can_only_be_let_go():
    for state in ("wanted", "excluded"):
        row = choice_rows([Row(state=state)])
        assert f'<li class="choice choice-{state}">' in row
        assert 'aria-current="true"' in row
        assert "without " in row or state == "wanted"
        assert "?a=-1" not in row
    assert 'class="exclude" href="?a=-1&amp;b=2"' in choice_rows([Row()])


def test_rows_stand_in_the_order_in_which_they_come():
    rows = hit_rows([Hit(Story(pk=7)), Hit(Story(pk=3)), Hit(Story(pk=5))])
    assert re.findall(r'data-article="(\d)"', rows) == ["7", "3", "5"]
    choices = choice_rows([Row(label="later"), Row(label="sooner")])
    assert choices.index("later") < choices.index("sooner")


def test_a_bar_without_articles_is_no_link_and_no_row_of_the_table():
    assert histogram_bars([Row(count=0)]) == "<li></li>"
    assert histogram_table([Row(count=0)]) == ""

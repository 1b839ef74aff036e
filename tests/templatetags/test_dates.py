"""How dates, times and numbers are drawn for a reader."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import translation

from articles.templatetags.dates import Reader, article_date, calendar_date, localnumber, offset, plain_date, reading
from articles.text.calendars import Calendar

DAY = date(2025, 10, 15)
TEHRAN, DAMASCUS = ZoneInfo("Asia/Tehran"), ZoneInfo("Asia/Damascus")


@dataclass
class Outlet:
    zone: ZoneInfo = DAMASCUS


@dataclass
class Story:
    day: date | None = DAY
    published_at: datetime | None = None
    published_how: str = "given"
    published_text: str = ""
    source: Outlet | None = None


@pytest.mark.parametrize(
    ("language", "shown", "others"),
    [
        ("fa", "۲۳ مهر ۱۴۰۴", "۱۵ اکتبر ۲۰۲۵ · ۲۳ ربیع‌الثانی ۱۴۴۷"),
        ("ar", "15 أكتوبر 2025", "23 مهر 1404 · 23 ربيع الآخر 1447"),
        ("en", "15 October 2025", "23 Mehr 1404 · 23 Rabi al-Thani 1447"),
    ],
)
def test_a_reader_who_chose_nothing_gets_the_calendar_of_the_language(language, shown, others):
    with translation.override(language):
        drawn = calendar_date(DAY)
    direction = "ltr" if language == "en" else "rtl"
    assert drawn == f'<time datetime="2025-10-15" title="{others}" dir="{direction}">{shown}</time>'


def test_the_chosen_calendar_holds_in_every_language():
    with translation.override("en"), reading(Reader(Calendar.JALALI)):
        assert plain_date(DAY) == "23 Mehr 1404"
    with translation.override("fa"), reading(Reader(Calendar.GREGORIAN)):
        assert plain_date(DAY, "full") == "چهارشنبه ۱۵ اکتبر ۲۰۲۵"


def test_a_day_that_the_calendar_does_not_reach_is_told_in_the_gregorian_one():
    with translation.override("en"), reading(Reader(Calendar.HIJRI)):
        assert plain_date(date(1900, 1, 1)) == "1 January 1900"
        assert 'title="11 Dey 1278"' in calendar_date(date(1900, 1, 1))
        assert plain_date(date(33, 4, 3)) == "0033-04-03"


def test_a_moment_is_the_day_in_the_readers_zone():
    late = datetime(2025, 10, 15, 22, 0, tzinfo=UTC)
    with translation.override("en"), reading(Reader(zone=TEHRAN)):
        assert plain_date(late) == "16 October 2025"
    with translation.override("en"), reading(Reader(zone=ZoneInfo("UTC"))):
        assert plain_date(late) == "15 October 2025"


def test_nothing_is_drawn_for_no_date():
    assert calendar_date(None) == plain_date(None) == localnumber(None) == ""


def test_an_unknown_date_says_so_and_why():
    with translation.override("en"):
        assert "The publisher gives no date." in article_date(Story(day=None))
        drawn = article_date(Story(day=None, published_text='31 مهر "1404" <b>'))
    assert "Date unknown" in drawn
    assert "31 مهر &quot;1404&quot; &lt;b&gt;" in drawn


def test_an_inferred_date_carries_a_quiet_mark_and_its_reason():
    with translation.override("en"):
        short, full = (article_date(Story(published_how="inferred"), style) for style in ("medium", "full"))
    assert "≈" in short
    assert "inferred from the text." in short
    assert "(inferred from the text)" in full
    assert "≈" not in article_date(Story())


def test_the_time_is_the_outlets_and_names_its_offset_where_the_reader_lives_elsewhere():
    story = Story(published_at=datetime(2025, 10, 15, 17, 44, tzinfo=UTC), source=Outlet())
    with translation.override("en"), reading(Reader(zone=TEHRAN)):
        drawn = article_date(story, "full")
    assert "Wednesday, 15 October 2025, 20:44 (\u2066UTC+3\u2069)" in drawn
    assert 'datetime="2025-10-15T20:44:00+03:00"' in drawn
    assert "21:14 \u2066UTC+3:30\u2069 · 17:44 \u2066UTC\u2069" in drawn
    with translation.override("en"), reading(Reader(zone=DAMASCUS)):
        assert ">Wednesday, 15 October 2025, 20:44</time>" in article_date(story, "full")


def test_another_day_in_another_zone_is_named():
    story = Story(published_at=datetime(2025, 10, 15, 20, 44, tzinfo=UTC), source=Outlet())
    with translation.override("en"), reading(Reader(zone=TEHRAN)):
        assert "16 Oct 2025 00:14 \u2066UTC+3:30\u2069" in article_date(story)


@pytest.mark.parametrize(
    ("zone", "told"),
    [("Asia/Tehran", "UTC+3:30"), ("America/New_York", "UTC−4"), ("UTC", "UTC"), ("Asia/Kathmandu", "UTC+5:45")],
)
def test_offsets_are_told_in_hours_and_minutes(zone, told):
    with translation.override("en"):
        assert offset(datetime(2025, 10, 15, 12, tzinfo=ZoneInfo(zone))).strip("\u2066\u2069") == told


@pytest.mark.parametrize(
    ("language", "value", "told"),
    [
        ("fa", 39619, "۳۹٬۶۱۹"),
        ("fa", 7, "۷"),
        ("ar", 39619, "39,619"),
        ("en", 39619, "39,619"),
        ("en", -1200, "-1,200"),
        ("fa", "12/7", "۱۲/۷"),
    ],
)
def test_numbers_have_the_readers_digits(language, value, told):
    with translation.override(language):
        assert localnumber(value) == told


def test_the_tags_work_in_a_template():
    template = Template("{% load dates %}{{ day|calendar_date:'month' }}|{% article_date story %}|{{ n|localnumber }}")
    with translation.override("fa"):
        drawn = template.render(Context({"day": DAY, "story": Story(), "n": 25}))
    assert ">مهر ۱۴۰۴</time>|" in drawn
    assert drawn.endswith("|۲۵")

"""Saved texts with noisy heads and tails: what is date, title, lead, body, credit and keyword."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest import clean
from articles.ingest.formats.text import parse, unwrapped

P1 = "شورای شهر امروز در نشستی بودجه سال آینده را بررسی کرد."
P2 = "رئیس شورا گفت: بودجه در دو بخش تنظیم شده است."
P3 = "نشست بعدی هفته آینده برگزار می‌شود."


@pytest.mark.parametrize(
    ("head", "date", "title"),
    [
        (" date 2025-10-15 بودجه شهر بررسی شد\n", "2025-10-15", "بودجه شهر بررسی شد"),
        (" date 2025-10-15 En\nبودجه شهر بررسی شد\n", "2025-10-15", "بودجه شهر بررسی شد"),
        (" date 2025-10-15\n", "2025-10-15", ""),
        ("2025-10-15T10:30:00+03:30\nبودجه\n", "2025-10-15T10:30:00+03:30", "بودجه"),
        ("الأربعاء, 15 أكتوبر 2025 11:44 PM\n\nبودجه\n\nبودجه\n", "الأربعاء, 15 أكتوبر 2025 11:44 PM", "بودجه"),
        ("تاریخ انتشار: ۲۳ مهر ۱۴۰۴ - ۱۰:۳۰\nبودجه\n", "۲۳ مهر ۱۴۰۴ - ۱۰:۳۰", "بودجه"),
        ("بودجه\n۱۴۰۴/۰۷/۲۳\n", "۱۴۰۴/۰۷/۲۳", "بودجه"),
        ("Published on October 15, 2025\nبودجه\n", "October 15, 2025", "بودجه"),
        ("date 1405/13/40 بودجه\n", "1405/13/40", "بودجه"),
        ("31 مهر 1404\nبودجه\n", "31 مهر 1404", "بودجه"),
        ("date 2025-10-15 12 نکته درباره بودجه\n", "2025-10-15", "12 نکته درباره بودجه"),
        ("بودجه\n", "", "بودجه"),
        ("۱۵ اکتبر ۲۰۲۵ روزی بود که شهر بودجه گرفت\n", "", "۱۵ اکتبر ۲۰۲۵ روزی بود که شهر بودجه گرفت"),
        ("", "", ""),
    ],
)
def test_date_and_title(head: str, date: str, title: str) -> None:
    record = parse(f"{head}{P1}\n{P2}\n{P3}", "x")
    assert (record.date, record.title) == (date, title)
    assert (record.summary, record.body) == (P1, f"{P2}\n{P3}")


def test_a_line_under_the_title_is_the_lead() -> None:
    record = parse(f"بودجه\nنگاهی به بودجه شهر؛ دو بخش و چند پرسش\n{P1}\n{P2}", "x")
    assert (record.summary, record.body) == ("نگاهی به بودجه شهر؛ دو بخش و چند پرسش", f"{P1}\n{P2}")


def test_one_paragraph_stays_the_body() -> None:
    record = parse(f"بودجه\n{P1}", "x")
    assert (record.title, record.summary, record.body) == ("بودجه", "", P1)


def test_a_byline_is_the_author() -> None:
    assert parse(f"بودجه\nنویسنده: مریم کاوه\n{P1}\n{P2}", "x").author == "مریم کاوه"


@pytest.mark.parametrize(
    ("tail", "tags", "developing"),
    [
        ("مشاركة المقال:", (), False),
        ("اشتراک‌گذاری", (), False),
        ("این خبر در حال تکمیل است.", (), True),
        ("این خبر در حال تکمیل است.\nمشاركة المقال:", (), True),
        ("الخبر قيد التحديث", (), True),
        ("This is a developing story.", (), True),
        ("شورای بودجه شهر", ("شورای", "بودجه", "شهر"), False),
        ("بودجه شهر برگزاری", ("بودجه", "شهر", "برگزاری"), False),
        ("برچسب‌ها: بودجه، شورای شهر", ("بودجه", "شورای شهر"), False),
        ("#بودجه #شورای_شهر", ("بودجه", "شورای شهر"), False),
        ("الكلمات المفتاحية: بودجه, شهر", ("بودجه", "شهر"), False),
    ],
)
def test_what_stands_below_the_text(tail: str, tags: tuple[str, ...], developing: bool) -> None:
    record = parse(f"نشست برگزار شد\n{P1}\n{P2}\n\n{tail}\n", "x")
    assert (record.tags, record.developing, record.body) == (tags, developing, P2)


@pytest.mark.parametrize("last", ["مریم کاوه", "بودجه از شهر", "پایان نشست!", "«بودجه شهر»"])
def test_a_last_line_that_is_no_keywords_stays(last: str) -> None:
    record = parse(f"عنوان\n{P1}\n{P2}\n\n{last}", "x")
    assert record.body == f"{P2}\n{last}"
    assert record.tags == ()


@pytest.mark.parametrize(
    ("opening", "outlet", "agency"),
    [
        ("به گزارش تابناک به نقل از ایرنا؛ نشست برگزار شد.", "tabnak-ir", "irna-ir"),
        ("به گزارش تابناک به نقل از ایرنان؛ نشست برگزار شد.", "tabnak-ir", "irna-ir"),
        ("به گزارش خبرنگار مهر، نشست برگزار شد.", "mehrnews-com", ""),
        ("به گزارش خبرگزاری شبستان از یاسوج، نشست برگزار شد.", "shabestan-ir", ""),
        ("به گزارش رویترز، نشست برگزار شد.", "", "reuters-com"),
        ("به گزارش پایگاه خبری سپیدار، نشست برگزار شد.", "سپیدار", ""),
        ("به گزارش منابع محلی، نشست برگزار شد.", "", ""),
        ("به گزارش روابط عمومی شهرداری، نشست برگزار شد.", "", ""),
        ("نشست برگزار شد و به گزارش سانا ادامه یافت.", "", ""),
    ],
)
def test_a_credit_that_opens_the_text_names_outlet_and_agency(opening: str, outlet: str, agency: str) -> None:
    record = parse(f"عنوان\n{P1}\n{opening}\n{P2}", "x")
    assert (record.source, record.agency) == (outlet, agency)
    assert opening in record.body


def test_a_credit_further_down_names_nobody() -> None:
    record = parse(f"عنوان\n{P1}\n{P2}\nبه گزارش سانا، {P3}", "x")
    assert (record.source, record.agency) == ("", "")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Council meets\nTEHRAN (IRNA) — The council met on Monday.\nIt will meet again.", "irna-ir"),
        ("Council meets\nReuters - The council met on Monday.\nIt will meet again.", "reuters-com"),
        ("اجتماع المجلس\nبرلين (د ب أ) - اجتمع المجلس أمس.\nوسيجتمع ثانية.", "dpa-com"),
        ("اجتماع المجلس\nاجتمع المجلس أمس نقلا عن وكالة الأنباء الكويتية، وسيجتمع ثانية.\nانتهى.", "kuna-net-kw"),
        ("اجتماع المجلس\nعواصم (وكالات) - اجتمع المجلس أمس.\nوسيجتمع ثانية.", ""),
    ],
)
def test_datelines_name_the_agency(text: str, agency: str) -> None:
    assert parse(text, "x").agency == agency


def test_wrapped_lines_are_one_paragraph_again() -> None:
    words = " ".join(f"کلمه{number}" for number in range(60))
    lines = [words[start : start + 80] for start in range(0, len(words), 80)]
    assert len(unwrapped("عنوان\n\n" + "\n".join(line.strip() for line in lines))) == 2
    assert unwrapped("یک\nدو\n\nسه") == ["یک", "دو", "سه"]


WORDS = st.lists(st.sampled_from(["بودجه", "شهر", "date", "2025-10-15", "En", "به گزارش", "؛", ".", "\n", "#x", "—"]))


@given(WORDS.map(" ".join) | st.text(max_size=200))
def test_no_word_of_a_text_is_changed(text: str) -> None:
    record = parse(text, "x")
    kept = " ".join((record.title, record.summary, record.body))
    published = clean.plain(text).split()
    assert all(any(word in whole for whole in published) for word in kept.split())

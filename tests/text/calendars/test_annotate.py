"""Dates inside an article say the other calendars."""

from articles.text.calendars import Annotation, annotate


def test_a_day_tells_the_other_calendars_in_the_readers_language():
    text = "در تاریخ ۲۳ مهر ۱۴۰۴ گفت"
    start = text.index("۲۳")
    assert annotate(text, "en") == (
        Annotation(start, start + 11, "2025-10-15", "15 October 2025 · 23 Rabi al-Thani 1447"),
    )
    assert annotate(text, "fa")[0].told == "۱۵ اکتبر ۲۰۲۵ · ۲۳ ربیع‌الثانی ۱۴۴۷"


def test_a_month_tells_its_first_and_last_day():
    (month,) = annotate("مهر ۱۴۰۴", "en")
    assert (month.machine, month.told) == ("", "23 September 2025 – 22 October 2025")
    (month,) = annotate("in October 2025", "en")
    assert month.told == "9 Mehr 1404 – 9 Aban 1404"


def test_a_text_without_dates_has_none():
    assert annotate("۱۵ اکتبر گفت", "fa") == ()

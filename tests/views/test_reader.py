"""The reader's calendar and zone, from cookies."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from articles.templatetags.dates import reader_calendar, reader_zone
from articles.text.calendars import Calendar
from articles.views.reader import calendar, reader


def seen(**cookies):
    """(calendar, zone, context) inside a request with these cookies."""
    found = []

    def view(request):
        found.append((reader_calendar(), str(reader_zone()), calendar(request)))
        return HttpResponse()

    request = RequestFactory().get("/")
    request.COOKIES.update(cookies)
    with translation.override("fa"):
        reader(view)(request)
    return found[0]


def test_without_cookies_the_language_and_the_settings_decide(settings):
    assert seen() == (Calendar.JALALI, settings.TIME_ZONE, {"reader_calendar": "jalali"})


def test_cookies_choose_calendar_and_zone():
    assert seen(calendar="hijri", zone="Asia/Riyadh") == (
        Calendar.HIJRI,
        "Asia/Riyadh",
        {"reader_calendar": "hijri"},
    )


@pytest.mark.parametrize("value", ["", "mayan", "../../etc/passwd", "x" * 5000, "GREGORIAN", "\u200c"])
def test_forged_cookies_are_ignored(value, settings):
    assert seen(calendar=value, zone=value)[:2] == (Calendar.JALALI, settings.TIME_ZONE)


def test_a_choice_ends_with_its_request():
    seen(calendar="hijri")
    with translation.override("en"):
        assert reader_calendar() is Calendar.GREGORIAN

"""Who reads: the calendar they chose and the zone they are in, for every date of the page."""

from collections.abc import Callable
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from django.http import HttpRequest, HttpResponse

from articles.templatetags.dates import Reader, reader_calendar, reading
from articles.text.calendars import Calendar

CALENDARS = {calendar.value: calendar for calendar in Calendar}


def reader(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: dates are drawn after the cookies `calendar` (kept by `preferences`) and `zone` (kept by zone.js)."""

    def respond(request: HttpRequest) -> HttpResponse:
        calendar = CALENDARS.get(request.COOKIES.get("calendar", ""))
        with reading(Reader(calendar, zone_named(request.COOKIES.get("zone", "")))):
            return get_response(request)

    return respond


@lru_cache(maxsize=256)
def zone_named(name: str) -> ZoneInfo | None:
    """The zone of that IANA name; None for anything else, so that a forged cookie opens no file."""
    return ZoneInfo(name) if name in known_zones() else None


@lru_cache(maxsize=1)
def known_zones() -> set[str]:
    return available_timezones()


def calendar(request: HttpRequest) -> dict[str, str]:
    """Context processor: `reader_calendar`, the calendar in which this page tells dates."""
    return {"reader_calendar": reader_calendar().value}

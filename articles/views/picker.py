"""Choosing a day: the month of the picker in the reader's calendar, and ranges that one tap chooses.

The picker is a fragment that static/js/picker.js fetches, so that days are counted in one place only. Without a
script the fields take dates as text.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.templatetags.dates import language, plain_date, reader_calendar, reader_zone, written
from articles.text.calendars import (
    Calendar,
    DateError,
    Span,
    covers,
    format_date,
    month_span,
    parse_span,
    period_span,
    shift_month,
    to_parts,
)
from articles.views.archive_calendar import columns, month_of
from articles.views.search_histogram import every_day, narrowed
from articles.views.search_links import Links

ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class QuickRange:
    """A range with the address of the search narrowed to it."""

    label: str
    address: str
    chosen: bool


def picker(request: HttpRequest) -> HttpResponse:
    """A month as a table of buttons: that of `day` (ISO 8601), else of the field's `value`, else today's."""
    today = datetime.now(reader_zone()).date()
    chosen = day_of(request.GET.get("value", ""), today)
    shown = day_of(request.GET.get("day", ""), today) or chosen or today
    calendar = reader_calendar() if covers(reader_calendar(), shown) else Calendar.GREGORIAN
    year, month, _day = to_parts(shown, calendar)
    context = {
        "month": month_of(calendar, year, month, {}, language()),
        "title": format_date(shown, calendar, language(), "month"),
        "columns": columns(language()),
        "shown": shown,
        "chosen": chosen,
        "today": today,
        "before": neighbour(calendar, year, month, -1),
        "after": neighbour(calendar, year, month, 1),
    }
    response = render(request, "articles/partials/_picker.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def day_of(text: str, today: date) -> date | None:
    """The first day of what is written; None where nothing can be read, or where no grid reaches."""
    with suppress(DateError):
        first = parse_span(text, today=today).first
        return first if covers(Calendar.GREGORIAN, first) else None
    return None


def neighbour(calendar: Calendar, year: int, month: int, by: int) -> date | None:
    """The first day of the month before or after; None where the calendar ends."""
    with suppress(DateError):
        return month_span(calendar, *shift_month(calendar, year, month, by)).first
    return None


def in_words(text: str) -> str:
    """The ISO day of a link in the reader's calendar, as beside the other dates; what a reader typed stays as typed."""
    if not ISO.fullmatch(text):
        return text
    with suppress(DateError):
        return plain_date(parse_span(text).first)
    return text


def quick_ranges(links: Links, first: date | None, last: date | None) -> list[QuickRange]:
    """Today, the last seven days, this month and the one before in the reader's calendar, this year.

    `first` and `last` are the days that the search holds; the range that is just these is chosen, and its address
    lets them go.
    """
    all_days = every_day(links)
    found = []
    calendar, tongue = reader_calendar(), language()
    for label, span in ranges(datetime.now(reader_zone()).date(), calendar, tongue):
        chosen = (span.first, span.last) == (first, last)
        found.append(QuickRange(label, all_days if chosen else narrowed(span, all_days), chosen))
    return found


@lru_cache(maxsize=64)
def ranges(today: date, calendar: Calendar, tongue: str) -> tuple[tuple[str, Span], ...]:
    """The days of each, and what a reader of this calendar and language calls them."""
    if not covers(calendar, today):
        calendar = Calendar.GREGORIAN
    with override(tongue):
        found = [(_("Today"), Span(today, today)), (_("Last 7 days"), parse_span("last 7 days", today=today))]
    units: tuple[tuple[Literal["month", "year"], int], ...] = (("month", 0), ("month", -1), ("year", 0))
    for unit, shift in units:
        span = period_span(unit, shift, calendar, tongue, today)
        found.append((written(span.first, calendar, tongue, unit), span))
    return tuple(found)

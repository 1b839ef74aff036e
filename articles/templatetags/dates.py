"""Dates, times and numbers as the reader wants them: in the chosen calendar, language and digits.

Who reads is kept in a context variable, as Django keeps the active language, because a template filter sees no request.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from html import escape
from typing import Protocol
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.text.calendars import (
    Calendar,
    Style,
    covers,
    default_calendar,
    format_date,
    localise_digits,
    other_calendars,
)
from articles.text.direction import direction_of_language

register = template.Library()


@dataclass(frozen=True, slots=True)
class Reader:
    """The calendar a reader chose and the zone they are in; None where they said nothing."""

    calendar: Calendar | None = None
    zone: tzinfo | None = None


ANYONE = Reader()
_READER: ContextVar[Reader] = ContextVar("reader", default=ANYONE)


@contextmanager
def reading(reader: Reader) -> Iterator[None]:
    """Dates drawn inside are drawn for this reader."""
    token = _READER.set(reader)
    try:
        yield
    finally:
        _READER.reset(token)


def language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def reader_calendar() -> Calendar:
    """What the reader chose, else what the interface language expects."""
    return _READER.get().calendar or default_calendar(language())


def reader_zone() -> tzinfo:
    return _READER.get().zone or ZoneInfo(settings.TIME_ZONE)


@dataclass(frozen=True, slots=True)
class Manner:
    """How dates are told to whoever reads, found once for many of them."""

    tongue: str
    calendar: Calendar
    zone: tzinfo


def manner() -> Manner:
    return Manner(language(), reader_calendar(), reader_zone())


class Outlet(Protocol):
    """articles.models.Source, which templates may not import."""

    @property
    def zone(self) -> ZoneInfo: ...


class Dated(Protocol):
    """articles.models.Article."""

    day: date | None
    published_at: datetime | None
    published_how: str
    published_text: str
    source: Outlet | None


@lru_cache(maxsize=4096)
def written(day: date, calendar: Calendar, tongue: str, style: Style) -> str:
    """`day` in `calendar`, or in the Gregorian one where that does not reach so far, or as ISO 8601 has it."""
    if covers(calendar, day):
        return format_date(day, calendar, tongue, style)
    return day.isoformat() if calendar is Calendar.GREGORIAN else written(day, Calendar.GREGORIAN, tongue, style)


@lru_cache(maxsize=4096)
def elsewhere(day: date, calendar: Calendar, tongue: str) -> str:
    """The day in the other calendars, for a tooltip."""
    shown = calendar if covers(calendar, day) else Calendar.GREGORIAN
    return " · ".join(other_calendars(day, shown, tongue))


@register.filter
def plain_date(value: date | None, style: Style = "long") -> str:
    """The date as text alone, for titles and attributes; a moment is the day in the reader's zone; "" for None."""
    if value is None:
        return ""
    day = value.astimezone(reader_zone()).date() if isinstance(value, datetime) else value
    return written(day, reader_calendar(), language(), style)


@register.filter
def calendar_date(value: date | None, style: Style = "long") -> SafeString:
    """The date in a <time> whose tooltip tells the other calendars."""
    if value is None:
        return SafeString("")
    day = value.astimezone(reader_zone()).date() if isinstance(value, datetime) else value
    return drawn(day, reader_calendar(), language(), style)


@lru_cache(maxsize=4096)
def drawn(day: date, calendar: Calendar, tongue: str, style: Style) -> SafeString:
    """A day that has no time: the same for every reader of this calendar and language."""
    return format_html(
        '<time datetime="{}" title="{}" dir="{}">{}</time>',
        day.isoformat(),
        elsewhere(day, calendar, tongue),
        direction_of_language(tongue),
        written(day, calendar, tongue, style),
    )


@register.simple_tag
def article_date(article: Dated, style: Style = "medium") -> SafeString:
    """When an article was published; an unknown or inferred date says so, quietly, and why.

    With "full": weekday, date, and the time in the outlet's zone, its offset named where the reader's differs.
    """
    return told_date(article, manner(), style)


def told_date(article: Dated, how: Manner, style: Style = "medium") -> SafeString:
    """The same for one of many articles."""
    if article.day is None:
        return unknown_date(article.published_text)
    inferred = article.published_how == "inferred"
    if article.published_at is None and not inferred:
        return drawn(article.day, how.calendar, how.tongue, style)
    shown, machine = written(article.day, how.calendar, how.tongue, style), article.day.isoformat()
    tooltip = [elsewhere(article.day, how.calendar, how.tongue)]
    if article.published_at is not None:
        zone = article.source.zone if article.source else ZoneInfo(settings.TIME_ZONE)
        at = article.published_at.astimezone(zone)
        machine = at.isoformat()
        tooltip += zoned_times(at, how)
        if style == "full":
            shown = _("%(day)s, %(time)s") % {"day": shown, "time": clock(at, how)}
    if inferred:
        tooltip.append(_("The publisher gives no date; this one was inferred from the text."))
    title, direction = escape(" · ".join(filter(None, tooltip))), direction_of_language(how.tongue)
    time = f'<time datetime="{machine}" title="{title}" dir="{direction}">{escape(shown)}</time>'
    return mark_safe(f"{_mark(style)}{time}{_note(style)}" if inferred else time)  # noqa: S308 - escaped


def _mark(style: Style) -> SafeString:
    if style == "full":
        return SafeString("")
    return format_html(
        '<span class="date-inferred"><span aria-hidden="true">≈</span><span class="visually-hidden">{}</span></span> ',
        _("inferred"),
    )


def _note(style: Style) -> SafeString:
    if style != "full":
        return SafeString("")
    return format_html(' <span class="date-inferred">({})</span>', _("inferred from the text"))


def unknown_date(published_text: str) -> SafeString:
    """«Date unknown», with what the publisher wrote where that could not be read."""
    reason = _("The publisher gives no date.")
    if published_text:
        reason = _("The publisher wrote «%(text)s», which cannot be read as a date.") % {"text": published_text}
    return format_html('<span class="date-unknown" title="{}">{}</span>', reason, _("Date unknown"))


def clock(at: datetime, how: Manner) -> str:
    """Hours and minutes of an aware moment in its own zone, with the offset where the reader's clock differs."""
    told = told_time(at.hour, at.minute, how.tongue)
    return told if at.utcoffset() == at.astimezone(how.zone).utcoffset() else f"{told} ({offset(at)})"


@lru_cache(maxsize=3 * 24 * 60)
def told_time(hour: int, minute: int, tongue: str) -> str:
    return localise_digits(f"{hour:02}:{minute:02}", tongue)


def offset(at: datetime) -> str:
    """«UTC+3:30», set apart from the direction of the text around it (U+2066, U+2069)."""
    return told_offset(at.utcoffset() or UTC.utcoffset(None), language())


@lru_cache(maxsize=256)
def told_offset(east: timedelta, tongue: str) -> str:
    """The same from the time east of UTC."""
    minutes = round(east.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    told = "UTC" + (f"{sign}{hours}" if minutes else "") + (f":{rest:02}" if rest else "")
    return f"\u2066{localise_digits(told, tongue)}\u2069"


def zoned_times(at: datetime, how: Manner) -> list[str]:
    """The moment in the outlet's zone, in the reader's where that differs, and in UTC: for a tooltip."""
    tongue, day = how.tongue, at.date()
    seen: dict[object, str] = {}
    for local in (at, at.astimezone(how.zone), at.astimezone(UTC)):
        east = local.utcoffset() or UTC.utcoffset(None)
        if east in seen:
            continue
        told = told_time(local.hour, local.minute, tongue)
        if local.date() != day:
            told = f"{written(local.date(), how.calendar, tongue, 'medium')} {told}"
        seen[east] = f"{told} {told_offset(east, tongue)}"
    return list(seen.values())


@register.filter
def localnumber(value: object) -> str:
    """A number with the reader's digits, thousands set apart; text has its digits changed only; "" for None."""
    return "" if value is None else told_number(value, language())


def told_number(value: object, tongue: str) -> str:
    """The same for one of many numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        grouped = f"{value:,}"
        return localise_digits(grouped.replace(",", "٬") if tongue == "fa" else grouped, tongue)
    return localise_digits(str(value), tongue)

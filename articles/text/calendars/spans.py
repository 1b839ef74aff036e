"""A reader's span of days: a day, month, year, range or quick word such as «last week»."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from articles.text.calendars.arithmetic import from_parts, month_span, shift_month, to_parts
from articles.text.calendars.days import Calendar, DateError, Span, gettext_noop
from articles.text.calendars.elements import EMPTY, UNREAD, Elements, elements, items_of, one_reading
from articles.text.calendars.grammar import DASHES, Written
from articles.text.calendars.reading import BACKWARDS, calendar_of, resolve
from articles.text.calendars.week import week_of
from articles.text.calendars.words import Item, Meaning
from articles.text.calendars.writing import default_calendar

OPEN_RANGE = gettext_noop("A range needs both its ends, such as از ۱ مهر تا ۳۰ آبان or 2025-10-01..2025-10-31.")
TIME_OF_DAY = gettext_noop("Whole days are searched; leave out the time of day.")
TO = Meaning(roles=frozenset({"to"}))
"""«بین ۱ و ۱۵ مهر», between 1 and 15 October: after the opening word, *and* parts a range as *to* does."""
MAX_COUNT = 3660
"""Longest «last … days»: ten years."""


def parse_span(text: str, *, calendar: Calendar | None = None, today: date | None = None) -> Span:
    """The days that a reader means, in any calendar, digits or language.

    `calendar` decides where no month's name does. `today` (default: the day in UTC) is the day from which quick
    words and dates without a year are counted: of these the latest that has begun is meant. In a range the end
    lends the beginning its year. DateError says what is unclear or does not exist and how to mend it.
    """
    today = today or datetime.now(UTC).date()
    found = _trimmed(items_of(text))
    quick = _quick(found, calendar, today)
    if quick is not None:
        return quick
    reader = _Ends(text, calendar, today)
    try:
        single = reader.single(found)
    except DateError as refused:
        ranged = reader.range(found)
        if ranged is None:
            half = refused.msgid == UNREAD and any(item.has("from") or item.has("to") for item in (found[0], found[-1]))
            raise (DateError(OPEN_RANGE) if half else refused) from None
        return ranged
    return single


def _trimmed(found: list[Item]) -> list[Item]:
    """Without signs around: quotes, a full stop. DateError where nothing else is left."""
    solid = [place for place, item in enumerate(found) if item.kind != "sign"]
    if not solid:
        raise DateError(EMPTY)
    return found[solid[0] : solid[-1] + 1]


class _Ends:
    """Reads the two ends of a range, or the one date, of one text."""

    def __init__(self, text: str, calendar: Calendar | None, today: date) -> None:
        self.text = text
        self.calendar = calendar
        self.today = today

    def told(self, found: Sequence[Item]) -> Elements:
        told = elements(self.text, found)
        if told.clocks:
            raise DateError(TIME_OF_DAY)
        if not told.dates:
            raise DateError(EMPTY)
        return told

    def single(self, found: Sequence[Item]) -> Span:
        return one_reading(self.told(found), self.calendar, self.today).span

    def range(self, found: list[Item]) -> Span | None:
        """The range that the items tell; None where nothing parts them into two ends that can be read.

        A word («تا», «to») says that a range is meant, so its error is the one that counts.
        """
        bounded = found[0].has("from") and len(found) > 2
        inner = [replace(item, meaning=TO) if item.has("and") else item for item in found[1:]] if bounded else found
        days = self._days_of_a_month(inner) if bounded else None
        if days is not None:
            return days
        for place, width, certain in _joints(inner):
            left, right = inner[:place], inner[place + width :]
            if not left or not right:
                continue
            try:
                return self._between(left, right)
            except DateError as refused:
                if certain or refused.msgid == BACKWARDS:
                    raise
        return None

    def _days_of_a_month(self, found: list[Item]) -> Span | None:
        """«از ۱ تا ۱۵ مهر»: one date that holds both ends; «از ۱ مهر» alone is no range."""
        with suppress(DateError):
            told = self.told(found)
            if len(told.dates) == 1 and told.dates[0].last_day is not None:
                return self._span(told)
        return None

    def _between(self, left: list[Item], right: list[Item]) -> Span:
        first, last = self._end(left), self._end(right)
        if isinstance(first, Elements) and isinstance(last, Elements):
            first, last = self._lend_year(first, last)
        if isinstance(last, Elements) and not _has_year(last) and isinstance(first, Span):
            last = self._following(last, first.first)
        begin = first if isinstance(first, Span) else one_reading(first, self.calendar, self.today).span
        if isinstance(last, Elements):
            last = self._following(last, begin.first) if not _has_year(last) else self._span(last)
        if last.last < begin.first:
            raise DateError(BACKWARDS, text=self.text.strip())
        return Span(begin.first, last.last)

    def _end(self, found: list[Item]) -> Elements | Span:
        found = _trimmed(found)
        quick = _quick(found, self.calendar, self.today)
        return quick if quick is not None else self.told(found)

    def _span(self, told: Elements) -> Span:
        return one_reading(told, self.calendar, self.today).span

    def _lend_year(self, first: Elements, last: Elements) -> tuple[Elements, Elements]:
        """«از ۱ دی تا ۳۰ فروردین ۱۴۰۴» begins in 1403: the beginning takes the last year that lies before the end."""
        one, other = first.dates[0], last.dates[-1]
        if one.year is None and other.year is not None and one.calendar is calendar_of(other, self.calendar):
            later = (one.month or 1, one.day or 1) > (other.month or 12, other.day or 31)
            one = replace(one, year=other.year - 1 if later else other.year)
            return replace(first, dates=(one,)), last
        return first, last

    def _following(self, told: Elements, begin: date) -> Span:
        """An end without a year: the first that ends on or after the beginning."""
        written: Written = told.dates[-1]
        calendar = calendar_of(written, self.calendar)
        year = to_parts(begin, calendar)[0]
        reading = resolve(replace(written, year=year), self.calendar)
        if reading.span.last < begin:
            return resolve(replace(written, year=year + 1), self.calendar).span
        return reading.span


def _has_year(told: Elements) -> bool:
    return told.dates[-1].year is not None


def _joints(found: list[Item]) -> list[tuple[int, int, bool]]:
    """Where a range may be parted: (place, number of items, whether it certainly is a range).

    Words first, then «..», then free-standing signs, then joined ones («2024-2025»).
    """
    words = [(n, 1, True) for n, item in enumerate(found) if item.has("to")]
    dots = [(n, 2, False) for n in range(len(found) - 1) if found[n].is_sign(".") and found[n + 1].is_sign(".")]
    signs = [n for n, item in enumerate(found) if item.is_sign(*DASHES, "/", "…")]
    signs.sort(key=lambda n: found[n].glued)
    return (words + dots + [(n, 1, False) for n in signs])[:12]


def _quick(found: Sequence[Item], calendar: Calendar | None, today: date) -> Span | None:
    """«دیروز», «last week», «هذا الشهر», «۷ روز گذشته», «last 7 days», «3 days ago»; None for anything else."""
    found = [item for item in found if item.meaning.unit or not item.has("on")] or found
    if len(found) == 2 and found[0].has("on") and found[1].meaning.offset is not None:
        found = found[1:]  # «يوم أمس»: a unit elsewhere, here a word before the day
    if len(found) in {2, 3}:
        return _counted(found, calendar, today)
    if len(found) != 1:
        return None
    told = found[0].meaning
    if told.period is not None:
        return period_span(*told.period, calendar or default_calendar(told.language), told.language, today)
    if told.offset is None:
        return None
    day = today + timedelta(told.offset)
    return Span(day, day)


def _counted(found: Sequence[Item], calendar: Calendar | None, today: date) -> Span | None:
    """«7 days ago», «۷ روز گذشته»: a number, a unit and the word that says which, in any order."""
    numbers = [item.value for item in found if item.kind == "number"]
    units = [item.meaning for item in found if item.meaning.unit or item.meaning.period]
    if len(numbers) != 1 or len(units) != 1 or not 1 <= numbers[0] <= MAX_COUNT:
        return None
    if any(item.has("last") for item in found):
        unit = units[0].unit or (units[0].period or ("", 0))[0]
        return _recent(numbers[0], unit, calendar or default_calendar(units[0].language), today)
    if any(item.has("ago") for item in found) and units[0].unit == "day":
        day = today - timedelta(numbers[0])
        return Span(day, day)
    return None


def period_span(unit: str, shift: int, calendar: Calendar, language: str, today: date) -> Span:
    """A whole week, month or year, `shift` from the one that holds `today`."""
    if unit == "week":
        return week_of(today + timedelta(7 * shift), language)
    year, month, _ = to_parts(today, calendar)
    if unit == "month":
        return month_span(calendar, *shift_month(calendar, year, month, shift))
    return from_parts(calendar, year + shift)


def _recent(count: int, unit: str, calendar: Calendar, today: date) -> Span:
    """The last `count` days, weeks, months or years, today included."""
    if unit in {"day", "week"}:
        return Span(today - timedelta(count * (7 if unit == "week" else 1) - 1), today)
    year, month, number = to_parts(today, calendar)
    before = month_span(calendar, *shift_month(calendar, year, month, -count * (12 if unit == "year" else 1)))
    same = before.first + timedelta(min(number, before.length) - 1)
    return Span(same + timedelta(1), today)

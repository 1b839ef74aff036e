"""When something was published, read from what a publisher wrote."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from articles.text.calendars.days import DateError, Moment, gettext_noop
from articles.text.calendars.elements import EMPTY, elements, items_of, one_reading

NO_DAY = gettext_noop("«%(text)s» names no single day; write day, month and year, such as 2025-10-15.")
TWO_TIMES = gettext_noop("Two different times of day are written; keep the right one.")


def parse_moment(text: str, zone: ZoneInfo) -> Moment:
    """The day, and the time where one is written, in any calendar, digits or language.

    A time without an offset is read in `zone` (the outlet's); where clocks go back, the first of the two is taken.
    `day` is the day in `zone`. DateError for what is unclear or does not exist, for a date without a year and for
    «yesterday»: nothing is made up.
    """
    told = elements(text, items_of(text))
    if not told.dates:
        raise DateError(EMPTY)
    reading = one_reading(told, None, None)
    day = reading.span.day
    if day is None:
        raise DateError(NO_DAY, text=reading.text)
    if not told.clocks:
        return Moment(day, None)
    if len({(clock.at, clock.zone) for clock in told.clocks}) > 1:
        raise DateError(TWO_TIMES)
    clock = told.clocks[0]
    at = datetime.combine(day, clock.at, clock.zone or zone)
    try:
        at.astimezone(UTC)
    except OverflowError:
        raise DateError(NO_DAY, text=reading.text) from None
    return Moment(at.astimezone(zone).date() if clock.zone else day, at)

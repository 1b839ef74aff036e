"""When an article was published: given by the publisher, inferred from the text, or unknown. Never made up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from articles.models.article import PublishedHow
from articles.text.calendars import DateError, find_dates, parse_moment

_ISO = re.compile(r"(?:1[6-9]|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?")
TEXT_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Published:
    """`day` in the outlet's zone; `at` in UTC or None where only the day is known; `warning` for the report."""

    day: date | None
    at: datetime | None
    how: PublishedHow
    text: str = ""
    warning: str = ""

    def sorted_at(self, zone: ZoneInfo) -> datetime | None:
        """The moment by which lists sort, UTC."""
        if self.at or not self.day:
            return self.at
        return _utc(datetime.combine(self.day, time.min, zone))


UNKNOWN = Published(None, None, PublishedHow.UNKNOWN)


def _utc(moment: datetime) -> datetime | None:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return None


def given(text: str, zone: ZoneInfo) -> Published:
    """The publisher's date; unknown with a warning where it cannot be read or does not exist."""
    written = text.strip()[:TEXT_LENGTH]
    try:
        day, at = _iso(written, zone) if _ISO.fullmatch(written) else _any(written, zone)
    except (DateError, ValueError) as error:
        warning = f"the date «{written}» is stored as unknown: {error}"
        return Published(None, None, PublishedHow.UNKNOWN, written, warning)
    return Published(day, at, PublishedHow.GIVEN, written)


def _iso(written: str, zone: ZoneInfo) -> tuple[date, datetime | None]:
    """The form of nearly all exports, ten times faster than the reading of any calendar."""
    if len(written) == 10:
        return date.fromisoformat(written), None
    at = datetime.fromisoformat(written)
    if at.tzinfo is None:
        return at.date(), _utc(at.replace(tzinfo=zone))
    return at.astimezone(zone).date(), _utc(at)


def _any(written: str, zone: ZoneInfo) -> tuple[date, datetime | None]:
    moment = parse_moment(written, zone)
    return moment.day, _utc(moment.at) if moment.at else None


_NEAR_TOP = 1200
"""Code points of the text in which a date of publication is looked for: title, lead and first paragraphs."""
_WEEKDAY = re.compile(
    r"(?:(?:یک|دو|سه|چهار|پنج)[\s\u200c]?شنبه|شنبه|جمعه"
    r"|ال(?:أحد|احد|اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[\s،,\u200c(]*$",
    re.I,
)


def inferred(text: str, today: date) -> Published:
    """The first full date near the top of the text that a weekday introduces and that is not in the future.

    «چهارشنبه، ۲۴ دسامبر ۲۰۲۵» tells when something happened that is reported as news; a date without its weekday
    more often tells of the past (a founding, a birth), so it is not taken.
    """
    top = text[:_NEAR_TOP]
    for found in find_dates(top):
        if found.day and found.day <= today + timedelta(days=1) and _WEEKDAY.search(top[: found.start]):
            return Published(found.day, None, PublishedHow.INFERRED, top[found.start : found.end][:TEXT_LENGTH])
    return UNKNOWN

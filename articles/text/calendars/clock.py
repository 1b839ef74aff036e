"""Times of day as written: «11:44 PM», «ساعت ۱۰:۳۰», «الساعة 10 مساء», «20:44:00.5+03:00»."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from articles.text.calendars.days import DateError, gettext_noop
from articles.text.calendars.grammar import Reader

NO_SUCH_TIME = gettext_noop("«%(text)s» is no time of day; write hours 0–23 and minutes 0–59, such as 20:44.")
HALVES = ("am", "pm", "night", "noon")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `zone` is None where none is written. It ends before item `after`."""

    at: time
    zone: tzinfo | None
    after: int


def read_clock(reader: Reader, start: int) -> Clock | None:
    """The time that begins at item `start`; None where none does; DateError for 25:00 and the like."""
    told = reader.has(start, "at")
    place = start + 1 if told else start
    hour = reader.at(place)
    if hour is not None and told and hour.glued and hour.digits in {4, 6}:
        return _basic(reader, place)
    if hour is None or not 1 <= hour.digits <= 2:
        return None
    minute, second, fraction, after = 0, 0, "", place + 1
    if reader.sign(after, ":") and _digits(reader, after + 1) == 2:
        minute, after = reader.items[after + 1].value, after + 2
        if reader.sign(after, ":") and _digits(reader, after + 1) == 2:
            second, after = reader.items[after + 1].value, after + 2
            if reader.sign(after, ".", ",") and reader.number_follows(after):
                fraction, after = reader.items[after + 1].text, after + 2
    elif told and reader.has(after, "and") and _digits(reader, after + 1):
        minute, after = reader.items[after + 1].value, after + 2
        after += 1 if reader.has(after, "minute_word") else 0
    elif not told and not any(reader.has(after, half) for half in HALVES):
        return None
    half = next((half for half in HALVES if reader.has(after, half)), "")
    after += 1 if half else 0
    text = reader.written(start, after)
    try:
        at = time(_hour(hour.value, half, text), minute, second, int(fraction[:6].ljust(6, "0")))
    except ValueError:
        raise DateError(NO_SUCH_TIME, text=text) from None
    zone, after = _zone(reader, after)
    return Clock(at, zone, after)


def _basic(reader: Reader, place: int) -> Clock:
    """«T204400Z», ISO 8601 without colons."""
    item = reader.items[place]
    digits = item.text.ljust(6, "0")
    try:
        at = time(int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        raise DateError(NO_SUCH_TIME, text=item.text) from None
    zone, after = _zone(reader, place + 1)
    return Clock(at, zone, after)


def _digits(reader: Reader, place: int) -> int:
    item = reader.at(place)
    return item.digits if item is not None else 0


def _hour(hour: int, half: str, text: str) -> int:
    """The hour 0–23 that «11» with a half of the day means; DateError where they cannot go together.

    «شب» and «ليلا» are the evening from 6 on and the small hours until 5; noon takes 11 to 3.
    """
    if not half or hour > 23:
        return hour
    if hour > 12 or (hour == 0 and half != "am"):
        if half in {"am", "noon"}:
            raise DateError(NO_SUCH_TIME, text=text)
        return hour
    if half == "am":
        return hour % 12
    if half == "pm":
        return hour % 12 + 12
    if half == "night":
        return hour % 12 if hour <= 5 or hour == 12 else hour + 12
    return hour + 12 if hour <= 3 else hour


def _zone(reader: Reader, place: int) -> tuple[tzinfo | None, int]:
    """(zone, next place) of «Z», «+03:30», «+0330», «UTC», «GMT+3», «به وقت تهران», «(بتوقيت دمشق)»."""
    start = place
    place += 1 if reader.sign(place, "(") else 0
    place += 1 if reader.has(place, "zone_word") else 0
    item = reader.at(place)
    zone: tzinfo | None = None
    if item is not None and item.meaning.zone:
        zone, place = _named_zone(item.meaning.zone), place + 1
        if zone is None:
            return None, place
    offset = _offset(reader, place)
    if offset is not None and (zone is None or zone == UTC):
        zone, place = offset
    if zone is None:
        return None, start
    return zone, place + 1 if reader.sign(place, ")") else place


def _named_zone(name: str) -> tzinfo | None:
    if name == "local":
        return None
    if name == "UTC":
        return UTC
    if name[0] in "+-":
        return timezone(timedelta(hours=int(name[:3])))
    return ZoneInfo(name)


def _offset(reader: Reader, place: int) -> tuple[tzinfo, int] | None:
    """(zone, next place) of «+03:30», «+0330», «-5»."""
    hours = reader.at(place + 1)
    if not reader.sign(place, "+", "-", "−") or hours is None or not hours.glued or hours.digits not in {1, 2, 4}:
        return None
    value, after = (hours.value, place + 2) if hours.digits == 4 else (hours.value * 100, place + 2)
    if hours.digits == 2 and reader.sign(after, ":") and _digits(reader, after + 1) == 2:
        value, after = value + reader.items[after + 1].value, after + 2
    offset = timedelta(hours=value // 100, minutes=value % 100)
    if value % 100 > 59 or offset > timedelta(hours=15):
        raise DateError(NO_SUCH_TIME, text=reader.written(place, after))
    return timezone(-offset if reader.items[place].text != "+" else offset), after

"""Days named among the words of a query: «سوریه از ۱ مهر ۱۳۹۴ تا ۳۰ آبان ۱۳۹۴», «putin October 2015», «أخبار أمس»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from articles.text.calendars.days import DateError, Span
from articles.text.calendars.elements import FILLERS
from articles.text.calendars.find import find_dates
from articles.text.calendars.spans import parse_span
from articles.text.calendars.words import NOTHING, Item, items, key

MOST_WORDS = 20
"""«از چهارشنبه ۱ مهر ماه سال ۱۳۹۴ هجری شمسی تا شنبه ۳۰ آبان ماه سال ۱۳۹۴ هجری شمسی» has 17."""
OPEN_ENDED = frozenset(map(key, ("after", "before", "بعد")))
"""Beside the words of ranges: what makes of a day a time before or after it."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class SoughtDays:
    """`text[start:end]` are whole words that name `span`."""

    start: int
    end: int
    span: Span


def find_span(text: str, today: date) -> SoughtDays | None:
    """The one span that the words of `text` name beside others, longest reading first, counted from `today`.

    It must hold a date with a month's name and year, a full numeric date, a quick word («yesterday», «last 7 days»)
    or be a range between months («از ۱ مهر تا ۳۰ آبان»): numbers alone, and «22 بهمن», may mean anything. None where
    days are named twice, or only bounded on one side («since October 2015»), or cannot be read as a whole.
    """
    found = items(text)
    if not any(item.digits == 4 or _quick(item) or item.has("from") for item in found):
        return None
    marks = list(_marks(text, found))
    if not marks:
        return None
    first, last = min(start for start, _ in marks), max(end for _, end in marks)
    for start, end in _windows(text, found, first, last):
        try:
            span = parse_span(text[start:end], today=today)
        except DateError:
            continue
        return None if _bounded_outside(found, start, end) else SoughtDays(start, end, span)
    return None


def _quick(item: Item) -> bool:
    told = item.meaning
    return told.offset is not None or told.period is not None or bool(told.unit)


def _marks(text: str, found: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Places that the span has to hold, all of them: a date that lies outside makes it unclear which is meant."""
    yield from ((date.start, date.end) for date in find_dates(text))
    for place, item in enumerate(found):
        if item.meaning.offset is not None or item.meaning.period is not None:
            yield item.start, item.end
        elif item.meaning.unit and any(other.has("last") or other.has("ago") for other in _around(found, place)):
            numbers = [other for other in _around(found, place) if other.kind == "number"]
            yield from ((min(item.start, number.start), max(item.end, number.end)) for number in numbers[:1])
        elif item.has("from"):
            yield from _range_of_months(found, place)


def _around(found: Sequence[Item], place: int) -> Sequence[Item]:
    """Two items on either side: «last 7 days», «۷ روز گذشته»."""
    return found[max(place - 2, 0) : place + 3]


def _range_of_months(found: Sequence[Item], start: int) -> Iterator[tuple[int, int]]:
    """From the opening word of «از ۱ مهر تا ۳۰ آبان» to its last month, as far as all its words belong to dates."""
    reach = start + 1
    while reach < min(len(found), start + MOST_WORDS) and _of_dates(found[reach]):
        reach += 1
    inner = found[start + 1 : reach]
    months = [item.end for item in inner if item.meaning.months]
    if months and any(item.has("to") or item.has("and") for item in inner):
        yield found[start].start, months[-1]


def _of_dates(item: Item) -> bool:
    return item.kind != "word" or item.meaning != NOTHING


def _windows(text: str, found: Sequence[Item], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Rows of whole words around `text[first:last]` in which no word is strange to dates, the longest first.

    None ends in «on», which belongs to what follows it.
    """
    strange = [item for item in found if not _of_dates(item)]
    low = max((item.end for item in strange if item.end <= first), default=0)
    high = min((item.start for item in strange if item.start >= last), default=len(text))
    words = [(word.start(), word.end()) for word in _WORD.finditer(text) if low <= word.start() and word.end() <= high]
    loose = {item.end for item in found if any(map(item.has, FILLERS)) and not item.meaning.unit}
    around = [
        (start, end)
        for place, (start, _) in enumerate(words)
        for _, end in words[place : place + MOST_WORDS]
        if start <= first and end >= last and end not in loose
    ]
    yield from sorted(around, key=lambda window: window[0] - window[1])


def _bounded_outside(found: Sequence[Item], start: int, end: int) -> bool:
    """Whether a word beside the span says that more is meant: «since», «تا», «15 and», «دی» in «3 دی 2025 تا …»."""
    before = next((item for item in reversed(found) if item.end <= start), None)
    after = next((item for item in found if item.start >= end), None)
    if before is not None and (before.meaning.months or any(map(before.has, ("from", "to", "and", "ago")))):
        return True
    if before is not None and key(before.text) in OPEN_ENDED:
        return True
    return after is not None and (after.has("to") or after.has("and"))

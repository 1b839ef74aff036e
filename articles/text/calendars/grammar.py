"""What stands written: a date at a place among the items of a text, in the writer's own terms, not yet a day.

Two readers, one for dates in numbers and one for dates with a month's name; each looks at a bounded number of items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.calendars.days import Calendar, DateError, gettext_noop
from articles.text.calendars.words import Item

SHORT_YEAR = gettext_noop("«%(text)s» leaves the century open; write the year with four digits, such as 2025 or 1404.")
DAY_OR_MONTH = gettext_noop(
    "«%(text)s» can be day %(one)s of month %(two)s or day %(two)s of month %(one)s; write %(year)s-%(two)s-%(one)s"
    " or %(year)s-%(one)s-%(two)s."
)
DASHES = ("-", "–", "—", "−", "~")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written: what is missing is None. `calendar` is what the month's name says, `era` what a word after
    the year says; `last_day` ends a range within the month («1–15 October»). It ends before item `after`."""

    text: str
    after: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    calendar: Calendar | None = None
    era: Calendar | None = None
    unclear_era: bool = False


class Reader:
    """Looks at items of one text; every method takes a place and never changes anything."""

    def __init__(self, text: str, items: Sequence[Item]) -> None:
        self.text = text
        self.items = items

    def at(self, place: int) -> Item | None:
        return self.items[place] if 0 <= place < len(self.items) else None

    def written(self, start: int, after: int) -> str:
        """The text of some items, as it stands."""
        return self.text[self.items[start].start : self.items[after - 1].end]

    def has(self, place: int, role: str) -> bool:
        item = self.at(place)
        return item is not None and item.has(role)

    def sign(self, place: int, *signs: str) -> bool:
        item = self.at(place)
        return item is not None and item.is_sign(*signs)

    def number(self, place: int, least: int = 1, most: int = 2) -> Item | None:
        """The number at `place` if it is written with `least` to `most` digits and begins no time of day."""
        item = self.at(place)
        if item is None or not least <= item.digits <= most:
            return None
        clock = self.sign(place + 1, ":", "٫") and self.number_follows(place + 1)
        return None if clock else item

    def number_follows(self, place: int) -> bool:
        item = self.at(place + 1)
        return item is not None and item.kind == "number" and item.glued

    def month(self, place: int) -> tuple[Calendar, int] | None:
        item = self.at(place)
        return item.meaning.months[0] if item is not None and item.meaning.months else None

    def date(self, start: int) -> Written | None:
        """The date that begins at item `start`, the longest reading first; None where none does.

        DateError where one begins that can only be read in two ways or in none (a year of two digits).
        """
        return self._numeric(start) or self._named(start) or self._year(start)

    # Dates in numbers.

    def _separated(self, start: int) -> list[Item]:
        """Numbers joined by one and the same separator: «1404/07/23», «1404 / 07 / 23», «2025-10»."""
        first = self.at(start)
        if first is None or first.kind != "number":
            return []
        numbers, place, separator = [first], start, ""
        while len(numbers) < 5:
            sign, following = self.at(place + 1), self.at(place + 2)
            if sign is None or following is None or following.kind != "number":
                break
            if not sign.is_sign("/", "-", ".", "−", "‐", "‑") or (separator and sign.text != separator):
                break
            if sign.text != "/" and not (sign.glued and following.glued):
                break
            separator = sign.text
            numbers.append(following)
            place += 2
        return numbers

    def _numeric(self, start: int) -> Written | None:
        numbers = self._separated(start)
        values, widths = [number.value for number in numbers], [number.digits for number in numbers]
        after = start + 2 * len(numbers) - 1
        if len(numbers) == 3 and max(widths[0], widths[2]) >= 3 and widths[1] <= 2:
            year, month, day = values if widths[0] > widths[2] else self._day_first(start, after)
            return self._with_era(start, after, year, month, day)
        if len(numbers) == 3 and max(widths) <= 2:
            raise DateError(SHORT_YEAR, text=self.written(start, after))
        if len(numbers) == 2 and sorted(map(bool, (widths[0] == 4, widths[1] == 4))) == [False, True]:
            year, month = values if widths[0] == 4 else reversed(values)
            if min(widths) <= 2:
                return self._with_era(start, after, year, month, None)
        if len(numbers) == 1 and widths[0] == 8:
            return self._with_era(start, after, values[0] // 10_000, values[0] // 100 % 100, values[0] % 100)
        return None

    def _day_first(self, start: int, after: int) -> tuple[int, int, int]:
        """Day, month, year, as Persian, Arabic and most of Europe write; America turns the first two round, so
        «03/04/2025» is refused where nothing tells which is meant: Latin digits, a Gregorian year, no full stops."""
        one, two, year = (self.items[place].value for place in range(start, after, 2))
        american = self.text[self.items[start].start].isascii() and year > 1500 and not self.sign(start + 1, ".")
        if american and one <= 12 and two <= 12 and one != two:
            text = self.written(start, after)
            raise DateError(DAY_OR_MONTH, text=text, one=f"{one:02}", two=f"{two:02}", year=year)
        return (year, one, two) if american and two > 12 >= one else (year, two, one)

    def _year(self, start: int) -> Written | None:
        """«1404», «سال ۱۴۰۴», «عام 2025»."""
        place = start + 1 if self.has(start, "year_word") else start
        number = self.number(place, 4, 4)
        return self._with_era(start, place + 1, number.value, None, None) if number else None

    def _with_era(
        self, start: int, after: int, year: int, month: int | None, day: int | None, last_day: int | None = None
    ) -> Written:
        """The date with the word after the year that names its calendar: «م», «هـ», «هجری شمسی», AD."""
        calendar = next((found[0] for place in range(start, after) if (found := self.month(place))), None)
        place = after + 1 if self.sign(after, "(", "[") else after
        item = self.at(place)
        era = item.meaning.era if item is not None else None
        unclear = item is not None and item.has("unclear_era")
        if era or unclear:
            after = place + 2 if self.sign(place + 1, ")", "]") else place + 1
        return Written(
            self.written(start, after), after, year, month, day, last_day, calendar, era, unclear and era is None
        )

    # Dates with a month's name.

    def _day(self, place: int) -> tuple[int, int] | None:
        """(day, next place) of «15», «15th», «پانزدهم», «الخامس عشر», «twenty-first»."""
        item = self.at(place)
        if item is not None and item.meaning.ordinal is not None:
            return item.meaning.ordinal, place + 1
        number = self.number(place)
        if number is None:
            return None
        suffix = self.at(place + 1)
        if suffix is not None and suffix.has("ordinal_suffix") and suffix.glued:
            return number.value, place + 2
        return number.value, place + 1

    def _days(self, place: int) -> tuple[int, int | None, int] | None:
        """(first, last, next place) of «15», «1-15», «۱ تا ۱۵», «1 إلى 15»."""
        first = self._day(place)
        if first is None:
            return None
        if self.has(first[1], "to") or self.sign(first[1], *DASHES):
            last = self._day(first[1] + 1)
            if last is not None:
                return first[0], last[0], last[1]
        return first[0], None, first[1]

    def _month_after(self, place: int) -> tuple[int, int] | None:
        """(month, next place) from `place` on, past «ماه», «شهر», «of», «من» and the sign of «15-Oct-2025»."""
        if self.sign(place, "-", "/", ".", "،", ","):
            place += 1
        if self.has(place, "of"):
            place += 1
        if self.has(place, "month_word"):
            place += 1
        month = self.month(place)
        if month is None:
            return None
        return month[1], self._second_name(place, month)

    def _second_name(self, place: int, month: tuple[Calendar, int]) -> int:
        """The place after a month's name and after its other name: «تشرين الأول/أكتوبر», «أكتوبر (تشرين الأول)»."""
        after = place + 1
        if self.sign(after, ".") and self.items[place].text.isascii():  # «Oct. 15»
            after += 1
        if self.sign(after, "/", "(", "-") and self.month(after + 1) == month:
            after += 2
            if self.sign(after, ")"):
                after += 1
        if self.has(after, "month_word"):
            after += 1
        return after

    def _year_after(self, place: int, start: int) -> tuple[int, int] | None:
        """(year, next place), past a comma, a dash, «سال», «من عام»."""
        for role in ("", "of", "year_word"):
            if (role and self.has(place, role)) or (not role and self.sign(place, ",", "،", "-", "/", ".", "'", "’")):
                place += 1
        number = self.number(place, 1, 4)
        if number is None or self.has(place + 1, "am") or (self.has(place + 1, "pm") and number.digits < 3):
            return None
        if number.digits < 3:
            if self.has(place - 1, "at"):
                return None
            raise DateError(SHORT_YEAR, text=self.written(start, place + 1))
        return number.value, place + 1

    def _named(self, start: int) -> Written | None:
        days = self._days(start)
        if days is not None:
            month = self._month_after(days[2])
            return self._finish(start, days[:2], month) if month else None
        number = self.number(start, 4, 4)
        if number is not None:
            return self._year_first(start, number.value)
        month = self._month_after(start)
        if month is None or self.sign(start, "-", "/", ".", "،", ",") or self.has(start, "of"):
            return None
        days = self._days(month[1])
        if days is not None and days[0] > 31 and days[1] is None:  # «تیر 94»
            raise DateError(SHORT_YEAR, text=self.written(start, days[2]))
        return self._finish(start, days[:2], (month[0], days[2])) if days else self._finish(start, None, month)

    def _year_first(self, start: int, year: int) -> Written | None:
        """«1404 مهر 23», «2025 Oct 15», «2025 October»."""
        month = self._month_after(start + 1)
        if month is None:
            return None
        place = month[1] + 1 if self.sign(month[1], "-", "/", ".") else month[1]
        day = self._day(place)
        if day is None:
            return self._with_era(start, month[1], year, month[0], None)
        return self._with_era(start, day[1], year, month[0], day[0])

    def _finish(self, start: int, days: tuple[int, int | None] | None, month: tuple[int, int]) -> Written:
        day, last_day = days or (None, None)
        year = self._year_after(month[1], start)
        if year is not None:
            return self._with_era(start, year[1], year[0], month[0], day, last_day)
        calendar = next(found[0] for place in range(start, month[1]) if (found := self.month(place)))
        return Written(self.written(start, month[1]), month[1], None, month[0], day, last_day, calendar)

"""What all calendars share: a span of days, a moment, a date found in a text, and what is wrong with a date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Calendar(StrEnum):
    """Gregorian; Jalali (solar Hijri, of Iran and Afghanistan); Hijri (lunar, Umm al-Qura)."""

    GREGORIAN = "gregorian"
    JALALI = "jalali"
    HIJRI = "hijri"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included, counted in the Gregorian calendar."""

    first: date
    last: date

    @property
    def day(self) -> date | None:
        """The only day of the span; None where it has more."""
        return self.first if self.first == self.last else None

    @property
    def length(self) -> int:
        """Number of days, at least 1."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was published. `day` is the day in the zone that was asked about; `at` is aware,
    and None where only a day is written."""

    day: date
    at: datetime | None


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date inside a running text: `text[start:end]` names `span`, told in `calendar`."""

    start: int
    end: int
    span: Span
    calendar: Calendar

    @property
    def day(self) -> date | None:
        """The one day; None for a month or days in a row."""
        return self.span.day


TRANSLATED = {"calendar", "written", "real"}
"""Parameters of messages that are words of ours, not what a reader wrote."""


class DateError(ValueError):
    """A date that cannot be read, is unclear, or does not exist.

    `str()` says in English what is wrong and how to mend it;
    `said(gettext)` says the same in the language of an interface.
    """

    def __init__(self, msgid: str, **params: object) -> None:
        self.msgid = msgid
        self.params = params
        super().__init__(msgid % params if params else msgid)

    def said(self, translate: Callable[[str], str]) -> str:
        """The message, with the names of calendars and weekdays in it, as `translate` has them."""
        words = {name: translate(str(self.params[name])) for name in TRANSLATED & self.params.keys()}
        return translate(self.msgid) % (self.params | words)


def gettext_noop(text: str) -> str:
    """Marks a message for the catalogues; this package knows no Django."""
    return text

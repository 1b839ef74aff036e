"""The parameters of /search/ and /api/v1/search, read once for both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar, cast

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.search.request import Match, ParameterError, SearchRequest, Sort
from articles.text.calendars import Calendar, DateError, Span, parse_span

SORTS = ("relevance", "newest", "oldest")
MATCHES = ("all", "any")
MAX_PAGE_SIZE = 100
MOST_DIGITS = 18
MAX_VALUES = 50
MAX_VALUE_LENGTH = 255
LANGUAGE = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8})*", re.ASCII)
SLUG = re.compile(r"[a-z0-9_][a-z0-9_-]*", re.ASCII)
OUTLET = re.compile(r"\w[\w.-]*")

Params = Mapping[str, Sequence[str]]
Value = TypeVar("Value")


def parse_parameters(params: Params) -> tuple[SearchRequest, list[ParameterError]]:
    """A request from raw parameters, each with all its values (`QueryDict.lists()`); unknown ones are ignored.

    A bad value is reported and left out, so that the rest can still be searched. `from` and `to` take a day, month
    or year in any calendar and mean its first and its last day; outlets are slugs or hosts.
    """
    reader = _Reader(params)
    calendar = reader.one("calendar", _calendar, None)
    start = reader.one("from", lambda text: _span(text, calendar), None)
    end = reader.one("to", lambda text: _span(text, calendar), None)
    first, last = reader.in_order(start.first if start else None, end.last if end else None)
    languages, languages_excluded = reader.many("language", _language)
    sources, sources_excluded = reader.many("source", _outlet)
    people, people_excluded = reader.many("person", _slug)
    request = SearchRequest(
        q=reader.one("q", str.strip, ""),
        people=people,
        people_excluded=people_excluded,
        languages=languages,
        languages_excluded=languages_excluded,
        sources=sources,
        sources_excluded=sources_excluded,
        first=first,
        last=last,
        sort=cast(Sort, reader.one("sort", lambda text: _choice(text, SORTS), "relevance")),
        match=cast(Match, reader.one("match", lambda text: _choice(text, MATCHES), "all")),
        page=reader.one("page", lambda text: _number(text, None), 1),
        page_size=reader.one("page_size", lambda text: _number(text, MAX_PAGE_SIZE), 20),
    )
    return request, reader.errors


class _Reader:
    """Reads single parameters and gathers what is wrong with them."""

    def __init__(self, params: Params) -> None:
        self.params = params
        self.errors: list[ParameterError] = []

    def one(self, name: str, read: Callable[[str], Value], default: Value) -> Value:
        """The last value that is not blank, as a form that repeats a field means it."""
        for value in reversed(self.params.get(name, ())):
            if value.strip():
                return self._checked(name, value, read, default)
        return default

    def many(self, name: str, read: Callable[[str], str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Wanted and excluded values, each once, in order."""
        wanted: dict[str, None] = {}
        excluded: dict[str, None] = {}
        given = [value.strip() for value in self.params.get(name, ()) if value.strip()]
        if len(given) > MAX_VALUES:
            self.errors.append(ParameterError(name, _("More than %(n)d values.") % {"n": MAX_VALUES}))
        for value in given[:MAX_VALUES]:
            sign = value.startswith("-")
            if known := self._checked(name, value[1:] if sign else value, read, ""):
                (excluded if sign else wanted)[known] = None
        return tuple(wanted), tuple(excluded)

    def in_order(self, first: date | None, last: date | None) -> tuple[date | None, date | None]:
        if first and last and first > last:
            self.errors.append(ParameterError("to", _("The last day lies before the first one.")))
            return first, None
        return first, last

    def _checked(self, name: str, value: str, read: Callable[[str], Value], default: Value) -> Value:
        try:
            return read(value)
        except DateError as error:
            self.errors.append(ParameterError(name, error.said(_)))
        except ValueError as error:
            self.errors.append(ParameterError(name, str(error)))
        return default


def _shown(text: str) -> str:
    """A value as a message may repeat it: short, and printable even where it was not."""
    return text[:40].encode("utf-8", "replace").decode()


def _choice(text: str, allowed: Sequence[str]) -> str:
    if (value := text.strip().lower()) in allowed:
        return value
    raise ValueError(_("“%(value)s” is none of: %(allowed)s.") % {"value": _shown(text), "allowed": ", ".join(allowed)})


def _calendar(text: str) -> Calendar | None:
    return Calendar(_choice(text, [calendar.value for calendar in Calendar]))


def _span(text: str, calendar: Calendar | None) -> Span | None:
    return parse_span(text[:MAX_VALUE_LENGTH], calendar=calendar, today=timezone.localdate())


def _language(text: str) -> str:
    code = text.strip().lower().replace("_", "-")
    if len(code) <= 12 and LANGUAGE.fullmatch(code):
        return code
    raise ValueError(_("“%(value)s” is no language code, such as fa, ar or en.") % {"value": _shown(text)})


def _slug(text: str) -> str:
    name = text.strip().lower()
    if len(name) <= MAX_VALUE_LENGTH and SLUG.fullmatch(name):
        return name
    raise ValueError(
        _("“%(value)s” is no name as addresses write it, such as ahmad-al-sharaa.") % {"value": _shown(text)}
    )


def _outlet(text: str) -> str:
    name = text.strip().lower()
    if len(name) <= MAX_VALUE_LENGTH and OUTLET.fullmatch(name):
        return name
    raise ValueError(_("“%(value)s” is neither an outlet's name in addresses nor a host.") % {"value": _shown(text)})


def _number(text: str, highest: int | None) -> int:
    """A number from 1; one with too many digits for a database's integer is 10**18, which is past any end."""
    digits = text.strip()
    if not digits.isdecimal() or not (significant := digits.lstrip("0٠۰")):
        raise ValueError(_("“%(value)s” is not a number from 1.") % {"value": _shown(text)})
    number = int(significant) if len(significant) <= MOST_DIGITS else 10**MOST_DIGITS
    if highest is not None and number > highest:
        raise ValueError(_("The highest number is %(highest)d.") % {"highest": highest})
    return number

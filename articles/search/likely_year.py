"""A query whose date mixes calendars, with the year that probably was meant: «date:15 اکتبر 1404» with 2025. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.search.query import Problem

_NUMBER = re.compile(r"\d+")


def with_likely_year(q: str, problems: Iterable[Problem]) -> str | None:
    """The query with that year instead, in the digits in which it was typed; None where no problem knows one."""
    for problem in problems:
        if problem.reason is None or "likely" not in problem.reason.params:
            continue
        told = problem.reason.params
        start = q.find(str(told["text"]), problem.position)
        years = [one for one in _NUMBER.finditer(q, max(start, 0)) if int(one[0]) == told["year"]]
        if start >= 0 and years:
            return q[: years[0].start()] + _in_digits_of(years[0][0], str(told["likely"])) + q[years[0].end() :]
    return None


def _in_digits_of(typed: str, number: str) -> str:
    zero = ord(typed[0]) - int(typed[0])
    return "".join(chr(zero + int(digit)) for digit in number)

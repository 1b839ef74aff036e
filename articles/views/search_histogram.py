"""When the results were published: bars of days, weeks, months or years of the reader's calendar."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from articles.templatetags.dates import language, plain_date, reader_calendar
from articles.text.calendars import Bucket, Span, buckets
from articles.views.search_links import Links

LEAST = 3
"""Per cent of the height that the smallest bar has, so that one article can be seen and met."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Some days; `height` and `top` add up to 100; `address` narrows the search to them, "" where nothing is."""

    label: str
    count: int
    height: int
    top: int
    address: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars from the first day to the last; with the `undated` they count all results. `all_days` is the address
    without the chosen days, "" where none are chosen."""

    bars: Sequence[Bar]
    undated: int
    first: str
    last: str
    all_days: str


def histogram(days: Mapping[date | None, int], links: Links) -> Histogram | None:
    """None where the results stand in one bar: it would tell nothing."""
    dated = sorted((day, count) for day, count in days.items() if day is not None)
    if not dated:
        return None
    parts = buckets(dated[0][0], dated[-1][0], reader_calendar(), language())
    if len(parts) < 2:
        return None
    chosen = any(links.params.get(name) for name in ("from", "to"))
    all_days = every_day(links)
    return Histogram(
        bars=bars(parts, dated, all_days),
        undated=days.get(None, 0),
        first=plain_date(dated[0][0]),
        last=plain_date(dated[-1][0]),
        all_days=all_days if chosen else "",
    )


def bars(parts: Sequence[Bucket], dated: Sequence[tuple[date, int]], all_days: str) -> list[Bar]:
    firsts = [part.span.first for part in parts]
    counts = [0] * len(parts)
    for day, count in dated:
        counts[bisect_right(firsts, day) - 1] += count
    most = max(counts)
    return [bar(part, count, most, all_days) for part, count in zip(parts, counts, strict=True)]


def bar(part: Bucket, count: int, most: int, all_days: str) -> Bar:
    height = max(round(100 * count / most), LEAST) if count else 0
    return Bar(part.label, count, height, 100 - height, narrowed(part.span, all_days) if count else "")


def every_day(links: Links) -> str:
    """The address without any days; a `calendar` that was chosen for other words would read ISO days wrongly."""
    return links.with_values(from_="", to="", calendar="")


def narrowed(span: Span, all_days: str) -> str:
    """The address with these days. Forty bars: appended, because copying the parameters each time costs 10 ms."""
    joint = "" if all_days.endswith("?") else "&"
    return f"{all_days}{joint}from={span.first.isoformat()}&to={span.last.isoformat()}"

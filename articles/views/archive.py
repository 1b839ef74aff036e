"""The archive: which day? Years, months and days in three calendars, and the articles whose day is unknown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import wraps

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.article import ArticleQuerySet
from articles.templatetags.dates import reader_calendar
from articles.text.calendars import (
    Calendar,
    DateError,
    Span,
    covers,
    format_date,
    from_parts,
    localise_digits,
    to_parts,
)
from articles.views.archive_calendar import address, address_of_day, columns, month_of, year_of, years_of
from articles.views.page_cache import keepable
from articles.views.search_links import Links

PAGE = 30
PARTS = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class Link:
    """A neighbouring page of the archive."""

    label: str
    address: str


@keepable
def archive(request: HttpRequest) -> HttpResponse:
    """All years in the reader's calendar, newest first, with the months of each."""
    counts = Article.objects.visible().per_day()
    context = {
        "years": years_of(reader_calendar(), counts, language()),
        "undated": counts.get(None, 0),
        "total": sum(counts.values()),
    }
    return render(request, "articles/archive.html", context)


def helpful(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A day that does not exist answers 404 with the reason and the nearest pages that do."""

    @wraps(view)
    def respond(request: HttpRequest, *, calendar: str = "gregorian", **parts: int) -> HttpResponse:
        try:
            span = from_parts(Calendar(calendar), *(parts[name] for name in PARTS[: len(parts)]))
        except DateError as wrong:
            return missing(request, wrong, Calendar(calendar), parts)
        return view(request, Calendar(calendar), span, **parts)

    return respond


def missing(request: HttpRequest, wrong: DateError, calendar: Calendar, parts: dict[str, int]) -> HttpResponse:
    """The year and the month that the address names where they exist, and the same numbers in other calendars."""
    numbers = [parts[name] for name in PARTS[: len(parts)]]
    attempts = [(calendar, numbers[:length]) for length in range(len(numbers) - 1, 0, -1)]
    attempts += [(other, numbers) for other in Calendar if other is not calendar]
    near = []
    for other, values in attempts:
        try:
            span = from_parts(other, *values)
        except DateError:
            continue
        near.append(Link(title(span, other, len(values)), address(other, *values)))
    message = localise_digits(wrong.said(_), language())
    return render(request, "articles/archive_missing.html", {"message": message, "near": near}, status=404)


@keepable
@helpful
def year(request: HttpRequest, calendar: Calendar, span: Span, year: int) -> HttpResponse:
    """Twelve small grids."""
    shown = year_of(calendar, year, dated(span).per_day(), language())
    context = {
        "year": shown,
        "total": shown.count,
        "columns": columns(language()),
        **around(calendar, span, 1),
    }
    return render(request, "articles/archive_year.html", context)


@keepable
@helpful
def month(request: HttpRequest, calendar: Calendar, span: Span, year: int, month: int) -> HttpResponse:
    """One grid with the number of articles of each day."""
    shown = month_of(calendar, year, month, dated(span).per_day(), language())
    context = {
        "month": shown,
        "total": shown.count,
        "columns": columns(language()),
        **around(calendar, span, 2),
    }
    return render(request, "articles/archive_month.html", context)


@keepable
@helpful
def day(request: HttpRequest, calendar: Calendar, span: Span, year: int, month: int, day: int) -> HttpResponse:
    """The articles of one day, newest first."""
    context = {**listed(request, dated(span)), **around(calendar, span, 3), "day": span.first}
    return render(request, "articles/archive_day.html", context)


@keepable
def undated(request: HttpRequest) -> HttpResponse:
    """The articles whose day is unknown, the latest import first."""
    return render(request, "articles/archive_undated.html", listed(request, Article.objects.visible().filter(day=None)))


def dated(span: Span) -> ArticleQuerySet:
    return Article.objects.visible().filter(day__range=(span.first, span.last))


def listed(request: HttpRequest, articles: ArticleQuerySet) -> dict[str, object]:
    """A page of articles with the addresses of the pager."""
    pages = Paginator(articles.for_lists().newest(), PAGE)
    page = pages.get_page(request.GET.get("page"))
    links = Links(request.GET)
    return {
        "articles": page.object_list,
        "total": pages.count,
        "pages": links.pages(page.number, pages.num_pages) if pages.num_pages > 1 else [],
        "newer_page": links.page(page.number - 1) if page.has_previous() else "",
        "older_page": links.page(page.number + 1) if page.has_next() else "",
    }


def around(calendar: Calendar, span: Span, depth: int) -> dict[str, object]:
    """What stands around a year (depth 1), a month (2) or a day (3): the way up, the nearest with articles before and
    after, and the same in the other calendars. A day has one canonical address, the Gregorian one."""
    parts = to_parts(span.first, calendar)
    visible = Article.objects.visible()
    before = visible.filter(day__lt=span.first).order_by("-day").values_list("day", flat=True).first()
    after = visible.filter(day__gt=span.last).order_by("day").values_list("day", flat=True).first()
    canonical = address_of_day(span.first, Calendar.GREGORIAN) if depth == 3 else address(calendar, *parts[:depth])
    return {
        "title": title(span, calendar, depth),
        "calendar": calendar.value,
        "up": [link(span.first, calendar, length) for length in range(1, depth)],
        "before": link(before, calendar, depth) if before and covers(calendar, before) else None,
        "after": link(after, calendar, depth) if after and covers(calendar, after) else None,
        "others": others(calendar, span, depth),
        "canonical": canonical,
    }


def others(calendar: Calendar, span: Span, depth: int) -> list[Link]:
    """The page of the other calendars that holds the middle of the span."""
    middle = span.first + timedelta(span.length // 2) if depth < 3 else span.first
    reached = [other for other in Calendar if other is not calendar and covers(other, middle)]
    if depth == 3:  # the weekday stands in the title already
        return [Link(format_date(middle, other, language()), address_of_day(middle, other)) for other in reached]
    return [link(middle, other, depth) for other in reached]


def link(day: date, calendar: Calendar, depth: int) -> Link:
    """The year, month or day of `calendar` that holds `day`."""
    parts = to_parts(day, calendar)[:depth]
    return Link(title(from_parts(calendar, *parts), calendar, depth), address(calendar, *parts))


def title(span: Span, calendar: Calendar, depth: int) -> str:
    """The year, month or day. The number of a year does not tell its calendar, as the name of a month does, so a year
    of another calendar than the reader's is told with it."""
    style = {1: "year", 2: "month", 3: "full"}[depth]
    told = format_date(span.first, calendar, language(), style)  # type: ignore[arg-type]
    if depth > 1 or calendar is reader_calendar():
        return told
    names = {
        Calendar.GREGORIAN: _("%(year)s Gregorian"),
        Calendar.JALALI: _("%(year)s Jalali"),
        Calendar.HIJRI: _("%(year)s Hijri"),
    }
    return names[calendar] % {"year": told}


def language() -> str:
    return get_language() or "fa"

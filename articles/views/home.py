"""The first page: what happened today?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from articles.models import Article, Mention, Person
from articles.views.interface import LANGUAGE_NAMES
from articles.views.page_cache import keepable

SIDE_BY_SIDE = 14
ALONE = 40
NAMED = 8


@dataclass(frozen=True, slots=True)
class Day:
    """The articles of one day in a column; None is the unknown day."""

    day: date | None
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The newest articles of one language."""

    language: str
    name: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A person and the number of articles of the day that name them."""

    person: Person
    count: int


@keepable
def home(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("language", "")
    codes = [asked] if asked in LANGUAGE_NAMES else in_reading_order(get_language() or "fa")
    columns = [newest(code, ALONE if asked in LANGUAGE_NAMES else SIDE_BY_SIDE) for code in codes]
    columns = [column for column in columns if column.days]
    day = max((day.day for column in columns for day in column.days if day.day), default=None)
    context = {
        "columns": columns,
        "alone": asked if asked in LANGUAGE_NAMES else "",
        "languages": LANGUAGE_NAMES,
        "day": day,
        "named": most_named(day) if day else (),
    }
    return render(request, "articles/home.html", context)


def in_reading_order(language: str) -> list[str]:
    """The reader's language first."""
    return sorted(LANGUAGE_NAMES, key=lambda code: code != language)


def newest(language: str, number: int) -> Column:
    articles = Article.objects.visible().filter(language=language).for_lists().newest()[:number]
    return Column(language, LANGUAGE_NAMES[language], by_day(articles))


def by_day(articles: Iterable[Article]) -> tuple[Day, ...]:
    """Neighbours of one day together, in the order given."""
    return tuple(Day(day, tuple(group)) for day, group in groupby(articles, key=lambda article: article.day))


def most_named(day: date) -> tuple[Named, ...]:
    """The persons whom most articles of this day name."""
    visible = {"article__day": day, "article__withdrawn_at": None, "article__duplicate_of": None}
    counted = Mention.objects.filter(**visible).values_list("person").annotate(articles=Count("article", distinct=True))
    counts = dict(counted.order_by("-articles", "person")[:NAMED])
    people = Person.objects.prefetch_related("names").in_bulk(counts)
    return tuple(Named(people[key], count) for key, count in counts.items())

"""Outlets: all of them, and one with what it published."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from articles.models import Article, Source
from articles.models.article import ArticleQuerySet
from articles.text.collation import sort_key
from articles.views.home import by_day
from articles.views.page_cache import keepable
from articles.views.search_links import Links

PAGE = 30


@dataclass(frozen=True, slots=True)
class Output:
    """What an outlet has published here; the days are None where none is known."""

    articles: int
    first: date | None
    last: date | None


@keepable
def sources(request: HttpRequest) -> HttpResponse:
    """In the order of the reader's alphabet, by language."""
    language = get_language() or "fa"
    counted = Article.objects.visible().exclude(source=None).values_list("source").annotate(n=Count("id"))
    counts = dict(counted.order_by())
    found = [source for source in Source.objects.all() if source.pk in counts]
    found.sort(key=lambda source: sort_key(source.name_in(language), language))
    groups: dict[str, list[tuple[Source, int]]] = {}
    for source in found:
        groups.setdefault(source.language or "und", []).append((source, counts[source.pk]))
    return render(
        request, "articles/sources.html", {"groups": sorted(groups.items(), key=lambda group: group[0] != language)}
    )


def output_of(articles: ArticleQuerySet) -> Output:
    """Three short looks into the index of newest articles: an aggregate over `day` would read every row, and a
    row's later columns lie behind its whole text."""
    dated = articles.exclude(sorted_at=None)
    first = dated.order_by("sorted_at", "id").values_list("day", flat=True).first()
    last = dated.order_by("-sorted_at", "-id").values_list("day", flat=True).first()
    return Output(articles.count(), first, last)


@keepable
def source(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Source, slug=slug)
    articles = Article.objects.visible().filter(source=found)
    output = output_of(articles)
    pages = Paginator(articles.for_lists().newest(), PAGE)
    pages.count = output.articles  # known already: one query less
    page = pages.get_page(request.GET.get("page"))
    links = Links(request.GET)
    context = {
        "source": found,
        "output": output,
        "days": by_day(page.object_list),
        "pages": links.pages(page.number, pages.num_pages) if pages.num_pages > 1 else [],
        "newer_page": links.page(page.number - 1) if page.has_previous() else "",
        "older_page": links.page(page.number + 1) if page.has_next() else "",
        "quoted": Article.objects.visible().filter(agency=found).count(),
    }
    return render(request, "articles/source.html", context)

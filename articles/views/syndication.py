"""Feeds out: the newest articles, a search, a person, an outlet, each as RSS and Atom."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article, Person, Source
from articles.search.answer import IndexUnavailable
from articles.search.parameters import parse_parameters
from articles.search.searcher import search

NEWEST = 30
# XML 1.0 has no way to write these; the feed generator refuses a whole feed for one of them.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    return NOT_IN_XML.sub("", text)


def here() -> str:
    """The language of the interface."""
    return get_language() or settings.LANGUAGE_CODE


class ArticleFeed(Feed):
    """What all feeds share; subclasses say what stands in them. Items without a date have none here either."""

    feed_type = Rss201rev2Feed

    def title(self, obj: Any) -> str:
        name = settings.SITE_NAME or _("Newsreader")
        about = self.about(obj)
        return clean(f"{name}: {about}" if about else name)

    def about(self, obj: Any) -> str:
        return ""

    def description(self, obj: Any) -> str:
        return _("News in Persian and Arabic, to read, search and compare")

    subtitle = description

    def item_title(self, item: Article) -> str:
        return clean(item.title)

    def item_description(self, item: Article) -> str:
        return clean(item.lead)

    def item_pubdate(self, item: Article) -> datetime | None:
        return item.sorted_at

    def item_updateddate(self, item: Article) -> datetime | None:
        return item.corrected_at or item.sorted_at or item.imported_at

    def item_author_name(self, item: Article) -> str | None:
        name = item.author or (item.source.name if item.source else "")
        return clean(name) or None

    def item_categories(self, item: Article) -> list[str]:
        return [clean(str(tag)) for tag in item.tags]


class Home(ArticleFeed):
    """The newest articles; `?language=` of one language alone."""

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return request.GET.get("language", "")

    def link(self, obj: str) -> str:
        return reverse("home")

    def items(self, obj: str) -> Iterable[Article]:
        articles = Article.objects.visible().for_lists().newest()
        return articles.filter(language=obj)[:NEWEST] if obj else articles[:NEWEST]


class OfSource(ArticleFeed):
    def get_object(self, request: HttpRequest, slug: str) -> Source:
        return get_object_or_404(Source, slug=slug)

    def about(self, obj: Source) -> str:
        return obj.name_in(here())

    def link(self, obj: Source) -> str:
        return obj.get_absolute_url()

    def items(self, obj: Source) -> Iterable[Article]:
        return Article.objects.visible().filter(source=obj).for_lists().newest()[:NEWEST]


class OfPerson(ArticleFeed):
    def get_object(self, request: HttpRequest, slug: str) -> Person:
        return get_object_or_404(Person.objects.prefetch_related("names"), slug=slug)

    def about(self, obj: Person) -> str:
        return obj.name_in(here())

    def link(self, obj: Person) -> str:
        return obj.get_absolute_url()

    def items(self, obj: Person) -> Iterable[Article]:
        named = Article.objects.visible().filter(pk__in=obj.mentions.values("article"))
        return named.for_lists().newest()[:NEWEST]


class OfSearch(ArticleFeed):
    """The newest results of any search: the same parameters as the page, `sort` and `page` apart."""

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().__call__(request, *args, **kwargs)
        except IndexUnavailable as reason:
            return HttpResponse(
                f"{reason}\n", status=503, content_type="text/plain; charset=utf-8", headers={"Retry-After": "120"}
            )

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpRequest:
        return request

    def about(self, obj: HttpRequest) -> str:
        return obj.GET.get("q", "") or _("Search")

    def link(self, obj: HttpRequest) -> str:
        return f"{reverse('search')}?{obj.GET.urlencode()}"

    def items(self, obj: HttpRequest) -> list[Article]:
        params = dict(obj.GET.lists()) | {"sort": ["newest"], "page": ["1"], "page_size": [str(NEWEST)]}
        request, _errors = parse_parameters(params)
        return [hit.article for hit in search(request, language=here(), with_people=False).hits]


def as_atom(feed: type[ArticleFeed]) -> ArticleFeed:
    """The same feed as Atom."""
    return type(f"{feed.__name__}Atom", (feed,), {"feed_type": Atom1Feed})()

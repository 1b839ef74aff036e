"""Addresses for search engines, in pages of 5,000."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from articles.models import Article, Person, Source


class ArticleSitemap(Sitemap):
    limit = 5000

    def items(self) -> QuerySet[Article]:
        changed = Coalesce("corrected_at", "imported_at")
        return Article.objects.visible().only("id", "title").annotate(changed=changed).order_by("id")

    def lastmod(self, item: Any) -> datetime:
        changed: datetime = item.changed
        return changed

    def get_latest_lastmod(self) -> None:
        """Not told: Django would read every article for the page that lists the pages."""
        return


class PersonSitemap(Sitemap):
    limit = 5000

    def items(self) -> QuerySet[Person]:
        return Person.objects.only("slug").order_by("slug")


class SourceSitemap(Sitemap):
    def items(self) -> QuerySet[Source]:
        return Source.objects.only("slug").order_by("slug")


class PageSitemap(Sitemap):
    def items(self) -> list[str]:
        return ["home", "people", "archive", "sources"]

    def location(self, item: str) -> str:
        return reverse(item)


SITEMAPS = {"articles": ArticleSitemap, "people": PersonSitemap, "sources": SourceSitemap, "pages": PageSitemap}

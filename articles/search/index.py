"""What Haystack knows of articles: the fields that its SearchQuerySet can ask for."""

from __future__ import annotations

from typing import Any

from haystack import indexes

from articles.models import Article
from articles.models.article import ArticleQuerySet


class ArticleIndex(indexes.SearchIndex, indexes.Indexable):
    """The documents themselves are made by articles.search.documents; here stand their names and types.

    `day` is the day in the outlet's zone, `published` the moment by which lists sort.
    """

    text = indexes.CharField(document=True)
    title = indexes.CharField(model_attr="title")
    language = indexes.CharField(model_attr="language", faceted=True)
    source = indexes.CharField(model_attr="source__slug", null=True, faceted=True)
    person = indexes.MultiValueField(null=True, faceted=True)
    day = indexes.DateField(model_attr="day", null=True, faceted=True)
    published = indexes.DateTimeField(model_attr="sorted_at", null=True)

    def get_model(self) -> type[Article]:
        return Article

    def index_queryset(self, using: str | None = None) -> ArticleQuerySet:
        return Article.objects.visible().select_related("source")

    def get_updated_field(self) -> str:
        return "corrected_at"

    def prepare_text(self, article: Article) -> str:
        return f"{article.lead}\n{article.body}".strip()

    def prepare_person(self, article: Article) -> list[Any]:
        return list(article.mentions.order_by("person__slug").values_list("person__slug", flat=True).distinct())

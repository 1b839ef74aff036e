"""Haystack's own Whoosh backend, as it comes, over the same words with spaces between them."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import django

from articles.search.engines.base import Document
from bench.questions import Question
from bench.rivals.base import FACETS, LIMIT, Answer, Rival, joined

_BATCH = 1_000


class StockHaystack(Rival):
    name = "stock Haystack"
    largest = 1_000
    rounds = 1

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        django.setup()
        from haystack import connections, indexes  # noqa: PLC0415 - after the settings

        from articles.models import Article  # noqa: PLC0415

        class Articles(indexes.SearchIndex, indexes.Indexable):
            """Reads what `build` hangs on an article that no database has."""

            text = indexes.CharField(document=True, model_attr="words__body_surface")
            title = indexes.CharField(model_attr="words__title_surface")
            stems = indexes.CharField(model_attr="words__body_stem")
            title_stems = indexes.CharField(model_attr="words__title_stem")
            grams = indexes.CharField(model_attr="words__grams")
            language = indexes.CharField(model_attr="facts__language", faceted=True)
            source = indexes.CharField(model_attr="facts__source", faceted=True)
            day = indexes.DateField(model_attr="facts__day")
            time = indexes.DateTimeField(model_attr="facts__time")

            def get_model(self) -> type[Article]:
                return Article

        folder.mkdir(parents=True, exist_ok=True)
        connections.connections_info["stock"] = {
            "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
            "PATH": str(folder),
            "BATCH_SIZE": _BATCH,
        }
        self._article = Article
        self._index = Articles()
        self._backend = connections["stock"].get_backend()
        connections["stock"].get_unified_index().build(indexes=[self._index])
        warnings.simplefilter("ignore")

    def build(self, documents: Iterable[Document]) -> None:
        rows = self._articles(documents)
        while batch := list(islice(rows, _BATCH)):
            self._backend.update(self._index, batch)

    def open(self) -> None:
        self._backend.setup()

    def prepare(self, question: Question) -> Callable[[], Answer]:
        found = self._found(question)

        def ask() -> Answer:
            results = found.all()
            hits = results[:LIMIT]
            if question.kind == "language, two facets":
                results.facet_counts()
            return results.count(), [int(hit.pk) for hit in hits]

        return ask

    def _found(self, question: Question) -> Any:  # noqa: PLR0911 - one branch per kind
        from haystack.inputs import Exact  # noqa: PLC0415 - after the settings
        from haystack.query import SQ, SearchQuerySet  # noqa: PLC0415

        everything = SearchQuerySet(using="stock").models(self._article)
        words = [SQ(text=word) for word in question.words]
        match question.kind:
            case "and":
                return everything.filter(words[0] & words[1])
            case "or":
                return everything.filter(words[0] | words[1])
            case "not":
                return everything.filter(words[0]).exclude(words[1])
            case "phrase":
                return everything.filter(text=Exact(" ".join(question.words)))
            case "prefix":
                return everything.filter(text__startswith=question.words[0])
            case "two fields":
                return everything.filter(words[0] | SQ(title=question.words[0]))
            case "dates, newest first":
                days = tuple(date.fromordinal(day) for day in question.days)
                return everything.filter(words[0], day__range=days).order_by("-time")
            case "language, two facets":
                faceted = everything.filter(words[0], language_exact=question.language)
                for name in FACETS:
                    faceted = faceted.facet(name)
                return faceted
            case _:
                return everything.filter(words[0])

    def _articles(self, documents: Iterable[Document]) -> Iterator[Any]:
        for document in documents:
            article = self._article(pk=document.id)
            article.words = _Attributes({field: joined(document, field) for field in document.texts})
            article.facts = _Attributes(
                {
                    "language": document.keywords["language"][0],
                    "source": document.keywords["source"][0],
                    "day": date.fromordinal(document.numbers["day"] or 1),
                    "time": datetime.fromtimestamp(document.numbers["time"] or 0, UTC).replace(tzinfo=None),
                }
            )
            yield article


class _Attributes:
    def __init__(self, values: dict[str, object]) -> None:
        vars(self).update(values)

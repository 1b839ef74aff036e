"""The seam: Haystack's SearchQuerySet over the embedded engine.

The portal itself asks articles.search.searcher; this is for code that speaks Haystack. Results carry the facts
of the article that the database has; the index stores nothing but the id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from haystack.backends import BaseEngine, BaseSearchBackend, BaseSearchQuery, log_query
from haystack.exceptions import FacetingError, SearchBackendError
from haystack.models import SearchResult

from articles.models import Article, Mention
from articles.search.engines import get_engine
from articles.search.engines.base import EngineAnswer, EngineRequest, FacetRequest
from articles.search.engines.whoosh.lookups import boosted, condition, lookup, plan_of, sort_of
from articles.search.indexer import write_articles
from articles.search.plan import KEYWORD_FIELDS, And, Or, Plan, Range
from articles.search.related import alike

_FACET_LIMIT = 100
_DAYS_LIMIT = 100_000


class WhooshQuery(BaseSearchQuery):
    """Collects lookups and gives them to the backend as a plan."""

    def build_query(self) -> Plan:
        return boosted(plan_of(self.query_filter), self.boost.items())

    def build_query_fragment(self, field: str, filter_type: str, value: Any) -> str:
        """A single condition as text, for `narrow(SQ(…))`. Raises SearchBackendError where it cannot be asked."""
        lookup(field, filter_type, value)
        return f"{field}__{filter_type}:{value}"


class WhooshBackend(BaseSearchBackend):
    """Reads through the engine of the process; writes as the worker does."""

    def update(self, index: Any, iterable: Iterable[Article], commit: bool = True) -> None:
        """Writes articles at once. The ordinary way is the outbox and the worker."""
        write_articles([article.pk for article in iterable])

    def remove(self, obj_or_string: Article | str, commit: bool = True) -> None:
        pk = obj_or_string.rpartition(".")[2] if isinstance(obj_or_string, str) else obj_or_string.pk
        get_engine().write([], deleted=[int(pk)])

    def clear(self, models: Any = None, commit: bool = True) -> None:
        raise SearchBackendError("the live index is never emptied; rebuild_index builds a new one beside it")

    @log_query
    def search(self, query_string: Plan | str, **options: Any) -> dict[str, Any]:
        """`query_string` is a plan, as WhooshQuery builds it; a text is a condition `field:value`."""
        plan = condition(query_string) if isinstance(query_string, str) else query_string
        narrowed = [condition(text) for text in sorted(options.get("narrow_queries") or ())]
        if narrowed:
            plan = And((plan, *narrowed))
        return self._answer(plan, **options)

    def more_like_this(
        self, model_instance: Article, additional_query_string: Plan | None = None, **options: Any
    ) -> dict[str, Any]:
        plan = alike(model_instance)
        if additional_query_string is not None:
            plan = And((plan, additional_query_string))
        return self._answer(plan, **options)

    def build_search_kwargs(self, *args: Any, **options: Any) -> dict[str, Any]:
        return options

    def _answer(self, plan: Plan, **options: Any) -> dict[str, Any]:
        models = options.get("models")
        if models and Article not in models:
            plan = Or(())
        start = options.get("start_offset") or 0
        end = options.get("end_offset")
        facets = [
            *_field_facets(plan, options.get("facets") or {}),
            *_date_facets(plan, options.get("date_facets") or {}),
        ]
        engine = get_engine()
        answer = engine.search(
            EngineRequest(
                plan,
                offset=start,
                limit=max(0, (engine.count() if end is None else end) - start),
                sort=sort_of(options.get("sort_by") or ()),
                facets=tuple(facets),
            )
        )
        return {
            "results": _results(answer, options.get("result_class") or SearchResult, options.get("fields") or ()),
            "hits": answer.total,
            "facets": _facets(answer, plan, options),
            "spelling_suggestion": None,
        }


class WhooshEngine(BaseEngine):
    backend = WhooshBackend
    query = WhooshQuery


def _field_facets(plan: Plan, facets: Mapping[str, Mapping[str, Any]]) -> list[FacetRequest]:
    requests = []
    for name, options in facets.items():
        field = name.removesuffix("_exact")
        if field not in (*KEYWORD_FIELDS, "day"):
            raise SearchBackendError(f"there are no facets of {field!r}")
        unit = "day" if field == "day" else "value"
        requests.append(FacetRequest(f"fields {name}", field, plan, unit, options.get("limit", _FACET_LIMIT)))
    return requests


def _date_facets(plan: Plan, facets: Mapping[str, Mapping[str, Any]]) -> list[FacetRequest]:
    requests = []
    for name, options in facets.items():
        if name.removesuffix("_exact") != "day" or options["gap_by"] not in {"day", "month", "year"}:
            raise FacetingError("facets of dates are by day, month or year of the field day")
        span = Range("day", options["start_date"].toordinal(), options["end_date"].toordinal())
        requests.append(FacetRequest(f"dates {name}", "day", And((plan, span)), "day", _DAYS_LIMIT))
    return requests


def _facets(answer: EngineAnswer, plan: Plan, options: Mapping[str, Any]) -> dict[str, Any]:
    if not any(options.get(name) for name in ("facets", "date_facets", "query_facets")):
        return {}
    fields = {
        name: [(value, count) for value, count in answer.facets[f"fields {name}"].items() if value]
        for name in options.get("facets") or {}
    }
    dates = {
        name: _gaps(answer.facets[f"dates {name}"], details)
        for name, details in (options.get("date_facets") or {}).items()
    }
    queries = {}
    for name, query in options.get("query_facets") or ():
        text = f"{name.removesuffix('_exact')}:{query}"
        found = get_engine().search(EngineRequest(And((plan, condition(text))), limit=0))
        queries[text] = found.total
    return {"fields": fields, "dates": dates, "queries": queries}


def _gaps(counts: Mapping[str, int], details: Mapping[str, Any]) -> list[tuple[datetime, int]]:
    """Counts per gap, empty gaps included, each named by the moment it begins."""
    days = {datetime.strptime(day, "%Y%m%d").date(): count for day, count in counts.items()}  # noqa: DTZ007 - a day
    begin, end = _day(details["start_date"]), _day(details["end_date"])
    gaps = []
    while begin <= end:
        following = _later(begin, details["gap_by"], details["gap_amount"])
        count = sum(number for day, number in days.items() if begin <= day < following)
        gaps.append((datetime(begin.year, begin.month, begin.day), count))  # noqa: DTZ001 - a day, as Haystack gives it
        begin = following
    return gaps


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _later(day: date, unit: str, amount: int) -> date:
    if unit == "day":
        return day + timedelta(days=amount)
    months = day.year * 12 + day.month - 1 + amount * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def _results(answer: EngineAnswer, result_class: type[SearchResult], fields: Sequence[str]) -> list[SearchResult]:
    ids = [hit.id for hit in answer.hits]
    rows = Article.objects.select_related("source")
    articles = (rows if "text" in fields else rows.defer("body")).in_bulk(ids)
    people: dict[int, list[str]] = {id_: [] for id_ in ids}
    if not fields or "person" in fields:
        pairs = Mention.objects.filter(article__in=ids).order_by("person__slug")
        for id_, slug in pairs.values_list("article_id", "person__slug").distinct():
            people[id_].append(slug)
    results = []
    for hit in answer.hits:
        article = articles.get(hit.id)
        facts = {} if article is None else _facts(article, people[hit.id], "text" in fields)
        results.append(result_class("articles", "article", str(hit.id), hit.score, **facts))
    return results


def _facts(article: Article, people: list[str], with_text: bool) -> dict[str, Any]:
    facts = {
        "id": f"articles.article.{article.pk}",
        "django_ct": "articles.article",
        "django_id": str(article.pk),
        "title": article.title,
        "language": article.language,
        "source": article.source.slug if article.source else None,
        "person": people,
        "day": article.day,
        "published": article.sorted_at,
    }
    return {**facts, "text": f"{article.lead}\n{article.body}".strip()} if with_text else facts

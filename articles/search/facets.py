"""Facets: which values there are beside the results, each counted without its own filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from articles.models import Source
from articles.search.answer import FacetValue
from articles.search.compile import days_between
from articles.search.engines.base import FacetRequest
from articles.search.plan import And, Everything, Keyword, Not, Plan
from articles.search.request import SearchRequest
from articles.text.calendars import Calendar, format_date, from_parts

UNKNOWN = "unknown"
LIMITS = {"language": 20, "source": 30, "person": 30, "month": 1200}
LANGUAGE_LABELS = {
    "fa": {"fa": "فارسی", "ar": "الفارسية", "en": "Persian"},
    "ar": {"fa": "عربی", "ar": "العربية", "en": "Arabic"},
    "en": {"fa": "انگلیسی", "ar": "الإنجليزية", "en": "English"},
    "ckb": {"fa": "کردی سورانی", "ar": "الكردية السورانية", "en": "Central Kurdish"},
    "ku": {"fa": "کردی", "ar": "الكردية", "en": "Kurdish"},
    "ur": {"fa": "اردو", "ar": "الأردية", "en": "Urdu"},
    "ps": {"fa": "پشتو", "ar": "البشتوية", "en": "Pashto"},
    "tr": {"fa": "ترکی استانبولی", "ar": "التركية", "en": "Turkish"},
    "az": {"fa": "ترکی آذربایجانی", "ar": "الأذرية", "en": "Azerbaijani"},
    "fr": {"fa": "فرانسوی", "ar": "الفرنسية", "en": "French"},
    "de": {"fa": "آلمانی", "ar": "الألمانية", "en": "German"},
    "he": {"fa": "عبری", "ar": "العبرية", "en": "Hebrew"},
    "ru": {"fa": "روسی", "ar": "الروسية", "en": "Russian"},
    "und": {"fa": "نامعلوم", "ar": "غير معروفة", "en": "unknown"},
}
"""Names of the languages that reach the portal; any other shows its code."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a request as plans, by the facet that each belongs to."""

    language: tuple[Plan, ...]
    source: tuple[Plan, ...]
    person: tuple[Plan, ...]
    month: tuple[Plan, ...]

    def around(self, query: Plan, without: str = "") -> Plan:
        """The query under all filters but those of the facet `without`."""
        parts = [query] if query != Everything() else []
        for name in ("language", "source", "person", "month"):
            if name != without:
                parts += getattr(self, name)
        return And(tuple(parts)) if len(parts) > 1 else (parts[0] if parts else Everything())


def filters_of(request: SearchRequest) -> Filters:
    """Languages and outlets are alternatives, persons must all be there, days lie inside the span."""
    days: tuple[Plan, ...] = ()
    if request.first or request.last:
        days = (days_between(request.first, request.last),)
    return Filters(
        language=_either("language", request.languages, request.languages_excluded),
        source=_either("source", request.sources, request.sources_excluded),
        person=(
            *(Keyword("person", (slug,)) for slug in request.people),
            *_either("person", (), request.people_excluded),
        ),
        month=days,
    )


def _either(field: str, wanted: tuple[str, ...], excluded: tuple[str, ...]) -> tuple[Plan, ...]:
    plans: list[Plan] = []
    if wanted:
        plans.append(Keyword(field, wanted))
    if excluded:
        plans.append(Not(Keyword(field, excluded)))
    return tuple(plans)


def facet_requests(query: Plan, filters: Filters) -> tuple[FacetRequest, ...]:
    """What the engine is asked to count; `person` counts what is left under all filters."""
    return (
        FacetRequest("language", "language", filters.around(query, "language"), limit=LIMITS["language"]),
        FacetRequest("source", "source", filters.around(query, "source"), limit=LIMITS["source"]),
        FacetRequest("person", "person", filters.around(query), limit=LIMITS["person"]),
        FacetRequest("month", "day", filters.around(query, "month"), unit="month", limit=LIMITS["month"]),
    )


def labelled(
    counts: Mapping[str, Mapping[str, int]],
    sources: Mapping[str, Source],
    people: Mapping[str, str],
    language: str,
) -> dict[str, tuple[FacetValue, ...]]:
    """The engine's counts with labels for a reader of `language`; `people` are names by slug; months newest first,
    the undated last."""
    return {
        "language": tuple(
            FacetValue(code, language_label(code, language), count)
            for code, count in counts.get("language", {}).items()
            if code
        ),
        "source": tuple(
            FacetValue(slug, sources[slug].name_in(language) if slug in sources else slug, count)
            for slug, count in counts.get("source", {}).items()
            if slug
        ),
        "person": tuple(
            FacetValue(slug, people.get(slug, slug), count) for slug, count in counts.get("person", {}).items() if slug
        ),
        "month": tuple(_months(counts.get("month", {}), language)),
    }


def days_of(counts: Mapping[str, int]) -> dict[date | None, int]:
    """The engine's counts by day (YYYYMMDD); None counts the undated."""
    return {_day(day) if day else None: count for day, count in counts.items()}


@lru_cache(maxsize=1 << 15)
def _day(digits: str) -> date:
    return date(int(digits[:-4]), int(digits[-4:-2]), int(digits[-2:]))


def language_label(code: str, language: str) -> str:
    """The name of the language `code` for a reader of `language`, else the code itself."""
    names = LANGUAGE_LABELS.get(code) or LANGUAGE_LABELS.get(code.partition("-")[0]) or {}
    return names.get(language) or names.get("en") or code


def _months(counts: Mapping[str, int], language: str) -> Sequence[FacetValue]:
    values = []
    for month in sorted((month for month in counts if month), reverse=True):
        first = from_parts(Calendar.GREGORIAN, int(month[:-2]), int(month[-2:])).first
        label = format_date(first, Calendar.GREGORIAN, language, "month")
        values.append(FacetValue(f"{month[:-2]}-{month[-2:]}", label, counts[month]))
    if undated := counts.get(""):
        values.append(FacetValue(UNKNOWN, UNKNOWN_LABELS.get(language, UNKNOWN), undated))
    return values


UNKNOWN_LABELS = {"fa": "بی‌تاریخ", "ar": "بلا تاريخ", "en": "undated"}

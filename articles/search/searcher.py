"""The one way to search: a request in, a page of results out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Mention, Person, Source
from articles.models.source import outlets
from articles.people.listing import names_of
from articles.people.recognise import called_like, recognise, spelled_as_named
from articles.search.answer import Hit, SearchPage
from articles.search.chips import QueryChip, query_chips
from articles.search.compile import Compiled, Compiler
from articles.search.didyoumean import suggestion
from articles.search.engines import get_engine
from articles.search.engines.base import Engine, EngineAnswer, EngineHit, EngineRequest, FacetRequest
from articles.search.facets import Filters, days_of, facet_requests, filters_of, labelled
from articles.search.likely_year import with_likely_year
from articles.search.marking import Marker
from articles.search.namebook import DatabaseNames
from articles.search.namebook import outlets as outlets_meant
from articles.search.passages import marker_of, passage
from articles.search.plan import Plan
from articles.search.query import Parsed, parse
from articles.search.query.tree import Words
from articles.search.ranking import with_grams
from articles.search.readings import LANGUAGES
from articles.search.request import Match, SearchRequest
from articles.search.salience import Salience, evenly
from articles.search.wording import told
from articles.text.language import detect_language
from articles.text.transliterate import SIGN_KEYS

FEW = 3
"""With fewer results than this a better spelling is looked for; the fall-back from all words to some counts as none."""
DEEPEST = 1_000_000
"""Offsets beyond this are past any end; larger numbers need not reach an engine."""
MOST_DAYS = 400_000
"""More days than any calendar here has, so that the counts by day add up to the total."""
SORTS = {
    "relevance": (("score", True), ("time", True)),
    "newest": (("time", True),),
    "oldest": (("time", False),),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with its query parsed and compiled as `match` asks."""

    request: SearchRequest
    parsed: Parsed
    compiled: Compiled
    filters: Filters
    match: Match


def search(
    request: SearchRequest, *, language: str = "fa", by_day: bool = False, with_people: bool = True
) -> SearchPage:
    """Answers a request; `language` is the interface's, for labels and messages; `by_day` counts the results by day
    instead of by month; without `with_people` the hits name nobody, which a page that does not show them saves.

    When no article has all words, articles with some of them are shown and `notice` says so.
    Raises engines.base.IndexUnavailable.
    """
    engine = get_engine()
    asked = prepare(request, engine)
    answer = ask(engine, asked, by_day=by_day)
    notice = None
    if not answer.total and asked.match == "all" and len(asked.compiled.words) > 1:
        loose = prepare(dataclasses.replace(request, match="any"), engine)
        if (second := ask(engine, loose, by_day=by_day)).total:
            asked, answer = loose, second
            notice = _("No article has all of these words; those with some of them are shown.")
    chips = query_chips(request.q, asked.parsed)
    recognised = _recognised(request.q, chips)
    suggested = with_likely_year(request.q, asked.parsed.problems)
    if suggested is None and ((answer.total < FEW and asked.compiled.words) or asked.match != request.match):
        suggested = _suggestion(engine, request, asked, answer.total)
    rows, sources = _articles(answer)
    mentioned = _mentioned(rows) if with_people else {}
    names = names_of((slug for slug in answer.facets.get("person", {}) if slug), language)
    return SearchPage(
        total=answer.total,
        page=request.page,
        page_size=request.page_size,
        match=asked.match,
        hits=tuple(_hits(answer, asked.compiled, rows, mentioned)),
        facets=labelled(answer.facets, sources, names, language),
        notice=notice,
        suggestion=suggested,
        query_errors=tuple(told(problem) for problem in (*asked.parsed.problems, *asked.compiled.problems)),
        people=tuple(recognised),
        days=days_of(answer.facets.get("day", {})),
        understood=tuple(chip.text for chip in chips),
        chips=chips,
    )


def _recognised(query: str, chips: Sequence[QueryChip]) -> list[Person]:
    """The persons named in the words that neither exclude nor filter; where these are nobody's, in the query as it was
    typed, for signs may be letters of another keyboard: «m,jdk» is پوتین."""
    if not chips:
        return []
    found = recognise(" ".join(chip.text for chip in chips if not chip.excluded and not chip.filters))
    typed = SIGN_KEYS.intersection(query) and ":" not in query and not any(chip.excluded for chip in chips)
    return recognise(query) if typed and not found else found


def prepare(request: SearchRequest, engine: Engine | None = None) -> Asked:
    """Parses and compiles; asks the database for names only where the request holds some, and `engine`, where results
    are ranked, how rare the words are."""
    request = _with_slugs(request)
    names = DatabaseNames()
    parsed = parse(request.q, names.length, timezone.localdate())
    languages = [code for code in request.languages if code in LANGUAGES] or LANGUAGES
    weigh = Salience(engine) if engine is not None and request.sort == "relevance" else evenly
    compiler = Compiler(match=request.match, names=names, languages=languages, weigh=weigh)
    return Asked(
        request, parsed, compiler.compile(parsed.tree, empty=not request.q.strip()), filters_of(request), request.match
    )


def ask(engine: Engine, asked: Asked, *, by_day: bool = False) -> EngineAnswer:
    """One call for the page of hits and all facets."""
    request = asked.request
    plan = asked.filters.around(asked.compiled.plan)
    by_time = request.sort == "relevance" and not (asked.compiled.words or asked.compiled.prefixes)
    return engine.search(
        EngineRequest(
            plan=_scored(engine, asked),
            offset=min((request.page - 1) * request.page_size, DEEPEST),
            limit=request.page_size,
            sort=SORTS["newest" if by_time else request.sort],
            facets=_counted(asked, plan, by_day=by_day),
        )
    )


def _counted(asked: Asked, plan: Plan, *, by_day: bool) -> tuple[FacetRequest, ...]:
    """Days say more than months: who counts those is not asked for these."""
    facets = facet_requests(asked.compiled.plan, asked.filters)
    if not by_day:
        return facets
    others = tuple(facet for facet in facets if facet.name != "month")
    return (*others, FacetRequest("day", "day", plan, unit="day", limit=MOST_DAYS))


def _suggestion(engine: Engine, request: SearchRequest, asked: Asked, total: int) -> str | None:
    """A spelling of the query that finds more with all of its words."""
    strict = 0 if asked.match != request.match else total

    def finds(q: str) -> int:
        other = prepare(dataclasses.replace(request, q=q, match="all"))
        plan = other.filters.around(other.compiled.plan)
        found = engine.search(EngineRequest(plan, limit=1)).total
        return found if found > strict else 0

    plain = isinstance(asked.parsed.tree, Words)
    people = called_like(request.q) if plain else ()
    names = [person.name_in(detect_language(request.q)) for person in people]
    return suggestion(engine, request.q, asked.compiled.words, finds, names, spelled_as_named)


def rank(request: SearchRequest) -> list[EngineHit]:
    """The best hits alone, for batches. Falls back from all words to some as `search` does."""
    engine = get_engine()
    asked = prepare(request, engine)
    hits = _best(engine, asked)
    if not hits and request.match == "all":
        hits = _best(engine, prepare(dataclasses.replace(request, match="any"), engine))
    return list(hits)


def _best(engine: Engine, asked: Asked) -> Sequence[EngineHit]:
    plan = _scored(engine, asked)
    return engine.search(EngineRequest(plan, limit=asked.request.page_size, sort=SORTS[asked.request.sort])).hits


def _scored(engine: Engine, asked: Asked) -> Plan:
    """The plan under all filters, with what helps its ranking where relevance sorts."""
    plan = asked.filters.around(asked.compiled.plan)
    if asked.request.sort != "relevance":
        return plan
    return with_grams(engine, plan, asked.compiled.words, asked.compiled.saliences)


def _with_slugs(request: SearchRequest) -> SearchRequest:
    """Outlets by slug where a host stood; a host that nobody has stays, and finds nothing."""

    def slugs(values: tuple[str, ...]) -> tuple[str, ...]:
        if not any("." in value for value in values):
            return values
        return tuple(
            slug for value, found in zip(values, outlets_meant(values), strict=True) for slug in found or (value,)
        )

    return dataclasses.replace(
        request, sources=slugs(request.sources), sources_excluded=slugs(request.sources_excluded)
    )


def _articles(answer: EngineAnswer) -> tuple[dict[int, Article], dict[str, Source]]:
    """The articles of the page by key, and all outlets by slug."""
    rows = Article.objects.visible().in_bulk([hit.id for hit in answer.hits]) if answer.hits else {}
    sources = {source.pk: source for source in outlets()}
    for article in rows.values():
        if article.source_id in sources:
            article.source = sources[article.source_id]
    return rows, {source.slug: source for source in sources.values()}


def _mentioned(rows: Iterable[int]) -> dict[int, list[Person]]:
    """The persons of each article in order of mention, with their names."""
    pairs = Mention.objects.filter(article__in=list(rows)).order_by("id").values_list("article_id", "person_id")
    keys: dict[int, dict[int, None]] = {}
    for article, person in pairs:
        keys.setdefault(article, {}).setdefault(person)
    people = Person.objects.prefetch_related("names").in_bulk({key for found in keys.values() for key in found})
    return {article: [people[key] for key in found if key in people] for article, found in keys.items()}


def _hits(
    answer: EngineAnswer,
    compiled: Compiled,
    rows: Mapping[int, Article],
    mentioned: Mapping[int, Sequence[Person]],
) -> Iterable[Hit]:
    """The hits in the engine's order; an article that left since the index was written is passed over."""
    markers: dict[str, Marker] = {}
    for hit in answer.hits:
        if (article := rows.get(hit.id)) is None:
            continue
        if article.language not in markers:
            markers[article.language] = marker_of(compiled.words, compiled.prefixes, article.language)
        marker = markers[article.language]
        shown = passage(marker, article.title, "\n".join(filter(None, (article.lead, article.body))))
        yield Hit(
            article=article,
            score=hit.score,
            title_html=shown.title,
            snippet_html=shown.snippet,
            people=tuple(mentioned.get(article.pk, ())),
            matched=shown.matched,
        )

"""What stands around the results: facets with their links, and chips of what was understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Person
from articles.models.source import outlets
from articles.search.answer import FacetValue, SearchPage
from articles.search.chips import without
from articles.search.request import SearchRequest
from articles.templatetags.pages import language_name
from articles.views.picker import in_words
from articles.views.search_links import Links

LONGEST_LABEL = 80
"""Letters of a chip."""
MOST_WORDS = 12
"""Chips of words; the words of a headline or paragraph beyond them share one, so that results stay in sight."""
SHOWN = 12
"""Values of a facet that a page offers, beside those that are chosen already."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet. `state` is "" (open), "wanted" or "excluded"; the addresses change that, and
    `without` says so."""

    label: str
    count: int
    state: str
    choose: str
    exclude: str
    without: str


@dataclass(frozen=True, slots=True)
class Panel:
    name: str
    title: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of the search; `remove` is the address without it, empty where it cannot be taken away alone."""

    label: str
    remove: str = ""
    excluded: bool = False


def panels(request: SearchRequest, page: SearchPage, links: Links) -> list[Panel]:
    chosen = {
        "language": (request.languages, request.languages_excluded),
        "source": (request.sources, request.sources_excluded),
        "person": (request.people, request.people_excluded),
    }
    titles = {"language": _("Language"), "source": _("Outlet"), "person": _("Person")}
    without = _("Without %(name)s")
    found = []
    for name, (wanted, excluded) in chosen.items():
        choices: list[Choice] = []
        for value in page.facets.get(name, ()):
            if not value.value:
                continue
            state = "wanted" if value.value in wanted else "excluded" if value.value in excluded else ""
            if len(choices) >= SHOWN and not state:
                continue
            choices.append(choice(name, value, state, links, without))
        if choices:
            found.append(Panel(name, titles[name], choices))
    return found


def choice(name: str, value: FacetValue, state: str, links: Links, without: str) -> Choice:
    """`without` is the reader's sentence for excluding a `%(name)s`."""
    told = without % {"name": value.label}
    if state:
        away = links.without(name, value.value if state == "wanted" else f"-{value.value}")
        return Choice(value.label, value.count, state, away, "", told)
    excluding = links.adding(name, f"-{value.value}")
    return Choice(value.label, value.count, state, links.adding(name, value.value), excluding, told)


def chips(request: SearchRequest, page: SearchPage, links: Links) -> list[Chip]:
    return [*word_chips(request, page, links), *filter_chips(request, links), *date_chips(request, links)]


def word_chips(request: SearchRequest, page: SearchPage, links: Links) -> Iterator[Chip]:
    """What was understood of the query, each part with the query that is left without it."""
    words = [part for part in page.chips if part.words]
    together = words[MOST_WORDS - 1 :] if len(words) > MOST_WORDS else []
    for part in page.chips:
        if part not in together:
            text = part.text.removeprefix("-").removeprefix("NOT ")
            yield Chip(Truncator(text).chars(LONGEST_LABEL), links.with_values(q=part.rest), part.excluded)
        elif part is together[0]:
            text = " ".join(one.text for one in together)
            rest = without(request.q, *(one.span for one in together))
            yield Chip(Truncator(text).chars(LONGEST_LABEL), links.with_values(q=rest))


def filter_chips(request: SearchRequest, links: Links) -> Iterator[Chip]:
    language = get_language() or "fa"
    people, sources = {*request.people, *request.people_excluded}, {*request.sources, *request.sources_excluded}
    names = {"language": {code: language_name(code) for code in (*request.languages, *request.languages_excluded)}}
    names["person"] = names["source"] = {}
    if people:
        found = Person.objects.filter(slug__in=people).prefetch_related("names")
        names["person"] = {person.slug: person.name_in(language) for person in found}
    if sources:
        names["source"] = {source.slug: source.name_in(language) for source in outlets() if source.slug in sources}
    groups = (
        ("language", request.languages, request.languages_excluded),
        ("source", request.sources, request.sources_excluded),
        ("person", request.people, request.people_excluded),
    )
    for name, wanted, excluded in groups:
        for value in wanted:
            yield Chip(names[name].get(value, value), links.without(name, value))
        for value in excluded:
            yield Chip(names[name].get(value, value), links.without(name, f"-{value}"), excluded=True)


def date_chips(request: SearchRequest, links: Links) -> Iterator[Chip]:
    """A day that could not be read narrows nothing, and is no chip."""
    typed = {"from": request.first, "to": request.last}
    first, last = (in_words(links.params.get(name, "").strip()) if day else "" for name, day in typed.items())
    if first and first == last:
        yield Chip(first, links.with_values(from_="", to=""))
        return
    if first:
        yield Chip(_("from %(day)s") % {"day": first}, links.without("from"))
    if last:
        yield Chip(_("to %(day)s") % {"day": last}, links.without("to"))

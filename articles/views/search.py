"""Search: what was understood, how much is there, and why this hit?"""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.search.address_meant import address_meant
from articles.search.answer import IndexUnavailable, SearchPage
from articles.search.days_meant import days_meant
from articles.search.parameters import parse_parameters
from articles.search.persons_meant import persons_meant
from articles.search.request import ParameterError, SearchRequest
from articles.search.searcher import search as ask
from articles.templatetags.dates import plain_date, reader_zone
from articles.views.page_cache import keepable
from articles.views.picker import in_words, quick_ranges
from articles.views.search_histogram import histogram
from articles.views.search_links import Links
from articles.views.search_panels import chips, panels

MOST_PAGES = 500
BOX_LETTERS = 500
"""What the search box of every page takes: gunicorn reads 4,094 bytes of the line with the address, where a Persian
letter has six. Browsers cut a longer text without a word; a query of just so many letters most likely was one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The search form as it came: what was understood and what is wrong with it."""

    request: SearchRequest
    errors: list[ParameterError]

    def message(self, parameter: str) -> str:
        return " ".join(error.message for error in self.errors if error.parameter == parameter)


@dataclass(frozen=True, slots=True)
class DaysOffer:
    """Days as the reader writes them, and the search for them without the words that named them."""

    label: str
    address: str


@keepable
def search(request: HttpRequest) -> HttpResponse:
    """Bad values are told beside their fields and left out; a missing index answers 503 and says what happens."""
    understood, errors = parse_parameters(dict(request.GET.lists()))
    asked = Asked(understood, errors)
    links = Links(request.GET)
    context = {
        "query": understood.q,
        "box_letters": BOX_LETTERS if letters(request.GET.get("q", "")) == BOX_LETTERS else 0,
        "asked": asked,
        "params": links.params,
        "links": links,
        "form": form_of(asked, links),
        "dense": request.COOKIES.get("results") == "dense",
        "quick_ranges": quick_ranges(links, understood.first, understood.last),
    }
    try:
        page = ask(understood, language=request.LANGUAGE_CODE, by_day=True, with_people=False)
    except IndexUnavailable:
        return render(request, "articles/search_unavailable.html", context, status=503)
    context |= {"page": page, "panels": panels(understood, page, links), "chips": chips(understood, page, links)}
    context |= {**paging(page, links), "histogram": histogram(page.days, links)}
    context["as_person"] = [
        (meant, links.with_values(q=meant.rest, person=meant.person.slug))
        for meant in persons_meant(understood.q, page)
    ]
    context |= {"as_days": as_days(understood.q, links), **as_address(understood.q, links)}
    response = render(request, "articles/search.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def letters(text: str) -> int:
    """As browsers count them, in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def form_of(asked: Asked, links: Links) -> dict[str, object]:
    """The fields of the form, the messages beside them, and what else the search holds, to be sent along."""
    shown = {"q", "from", "to", "sort", "match", "calendar"}
    return {
        "from": in_words(links.params.get("from", "")),
        "to": in_words(links.params.get("to", "")),
        "from_error": asked.message("from"),
        "to_error": asked.message("to"),
        "other_errors": [error for error in asked.errors if error.parameter not in {"from", "to"}],
        "kept": [(name, value) for name, values in links.params.lists() if name not in shown for value in values],
        "sort": asked.request.sort,
        "match": asked.request.match,
    }


def paging(page: SearchPage, links: Links) -> dict[str, object]:
    last = min(max(1, -(-page.total // page.page_size)), MOST_PAGES)
    return {
        "last_page": last,
        "pages": links.pages(page.page, last) if last > 1 else [],
        "newer_page": links.page(page.page - 1) if page.page > 1 else "",
        "older_page": links.page(page.page + 1) if page.page < last else "",
        "sorts": {sort: links.with_values(sort=sort) for sort in ("relevance", "newest", "oldest")},
        "first_number": (page.page - 1) * page.page_size + 1,
        "without_filters": links.without_filters() if links.filtered() else "",
        "any_word": links.with_values(match="any"),
        "suggested": links.with_values(q=page.suggestion) if page.suggestion else "",
        "encoded": links.params.urlencode(),
    }


def as_address(q: str, links: Links) -> dict[str, object]:
    """What an address in place of words means, and the search for all that its outlet published."""
    meant = address_meant(q)
    if meant is None:
        return {}
    return {"as_address": meant, "of_outlet": links.with_values(q="", source=meant.outlet.slug)}


def as_days(q: str, links: Links) -> DaysOffer | None:
    """Days among the words of the query, to be searched as days of publication; none where days are chosen already."""
    if "from" in links.params or "to" in links.params:
        return None
    meant = days_meant(q, datetime.now(reader_zone()).date())
    if meant is None:
        return None
    first, last = meant.span.first, meant.span.last
    label = " – ".join(dict.fromkeys((plain_date(first), plain_date(last))))
    return DaysOffer(label, links.with_values(q=meant.rest, from_=first.isoformat(), to=last.isoformat(), calendar=""))

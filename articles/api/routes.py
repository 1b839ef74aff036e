"""The JSON API: each route reads its input, asks one function, answers in the promised shape."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Query, Status
from ninja.decorators import decorate_view
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from articles.api import present, schemas
from articles.api.limits import limited
from articles.models import Article, Mention, Person
from articles.people.recognise import suggest_people
from articles.search.answer import IndexUnavailable
from articles.search.parameters import parse_parameters
from articles.search.searcher import search

PEOPLE = 20
LARGEST_ID = 2**63 - 1
"""What a database's integer holds: a larger number is no article's."""


class Utf8Renderer(JSONRenderer):
    """Letters as they are: answers in Arabic script are less than half as long, and can be read in a terminal."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    title="Newsportal",
    version="1.0.0",
    description="Search and read articles; the same answers that the pages show.",
    docs_url=None,
    renderer=Utf8Renderer(),
)

Answer = Status[dict[str, Any]]


def interface() -> str:
    """The language of names and messages: `ui`, else the cookie, else what the client accepts."""
    return (get_language() or "en").partition("-")[0]


def error(message: str, parameter: str | None = None, reason: str | None = None) -> dict[str, Any]:
    return {"error": {"parameter": parameter, "message": message} | ({"reason": reason} if reason else {})}


@api.exception_handler(ValidationError)
def refuse(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    """What does not even have the type of its parameter."""
    first = problem.errors[0]
    return api.create_response(request, error(str(first["msg"]), str(first["loc"][-1])), status=400)


@api.exception_handler(IndexUnavailable)
def not_now(request: HttpRequest, problem: IndexUnavailable) -> HttpResponse:
    """The index is being rebuilt: never an empty answer."""
    return api.create_response(request, error(str(problem)), status=503)


Errors = schemas.ErrorAnswer


@api.get("/search", response={200: schemas.SearchAnswer, 400: Errors, 429: Errors, 503: Errors}, url_name="search")
@decorate_view(limited)
def search_articles(request: HttpRequest, parameters: Query[schemas.SearchParameters]) -> Answer:
    """Searches; without `q` all articles match. A broken `q` is searched as far as it can be understood."""
    wanted, problems = parse_parameters(dict(request.GET.lists()))
    if problems:
        return Status(400, error(problems[0].message, problems[0].parameter))
    language = interface()
    return Status(200, present.search_answer(search(wanted, language=language), language))


@api.get(
    "/articles/{article_id}",
    response={200: schemas.ArticleAnswer, 404: Errors, 410: Errors, 429: Errors},
    url_name="article",
)
@decorate_view(limited)
def article(request: HttpRequest, article_id: str) -> Answer:
    """One article as published, with the persons named in it. A withdrawn one answers 410 with the reason."""
    known = article_id.isascii() and article_id.isdecimal() and len(article_id) < 20 and int(article_id) <= LARGEST_ID
    rows = Article.objects.select_related("source", "agency")
    if not known or (found := rows.filter(pk=int(article_id)).first()) is None:
        return Status(404, error(_("There is no such article.")))
    if found.withdrawn_at:
        return Status(410, error(_("This article was withdrawn."), reason=found.withdrawn_reason))
    mentions = Mention.objects.filter(article=found).select_related("person").prefetch_related("person__names")
    return Status(200, present.article_answer(found, mentions.order_by("id"), interface()))


@api.get("/people", response={200: schemas.PeopleAnswer, 429: Errors}, url_name="people")
@decorate_view(limited)
def people(request: HttpRequest, q: str = "") -> Answer:
    """Persons by exact or similar name, in any script, best first."""
    language = interface()
    found = suggest_people(q, PEOPLE) if q.strip() else []
    return Status(
        200, {"results": [present.named_person(person, language) | {"score": score} for person, score in found]}
    )


@api.get("/people/{slug}", response={200: schemas.PersonAnswer, 404: Errors, 429: Errors}, url_name="person")
@decorate_view(limited)
def person(request: HttpRequest, slug: str) -> Answer:
    """One person with all names, and what each outlet calls them: name and title as written, how often, when."""
    found = Person.objects.prefetch_related("names").filter(slug=slug.replace("\x00", "")).first()
    if found is None:
        return Status(404, error(_("There is no such person.")))
    return Status(200, present.person_answer(found, interface()))

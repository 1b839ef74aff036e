"""All persons, to look through or to find one by any name in any script."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from articles.people.listing import article_counts, by_letter, named_people
from articles.people.recognise import suggest_people
from articles.views.page_cache import keepable

FOUND = 20
MOST_NAMED = 24
ALL_AT_ONCE = 400
"""Persons shown on one page; more are shown letter by letter."""


@keepable
def people(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()
    if query:
        counts = article_counts()
        found = [(person, counts.get(person.pk, 0)) for person, _score in suggest_people(query, FOUND)]
        return render(request, "articles/people.html", {"query": query, "found": found})
    listed = named_people(get_language() or "fa")
    letters = by_letter(listed)
    letter = request.GET.get("letter", "")
    if letter not in letters:
        letter = ""
    shown = {letter: letters[letter]} if letter else letters if len(listed) <= ALL_AT_ONCE else {}
    context = {
        "total": len(listed),
        "most_named": [] if letter else sorted(listed, key=lambda one: -one.count)[:MOST_NAMED],
        "letters": list(letters),
        "letter": letter,
        "groups": shown.items(),
    }
    return render(request, "articles/people.html", context)

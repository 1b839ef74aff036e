"""Completions while typing, for the search box and, as OpenSearch suggestions, for the browser's address bar."""

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from articles.search.suggest import Suggestion, autocomplete

MOST = 8


@cache_control(max_age=60, private=True)
def suggest(request: HttpRequest) -> JsonResponse:
    """`[query, [texts], [notes], [addresses]]`, as OpenSearch Suggestions 1.1 has it."""
    text = request.GET.get("q", "")
    found = autocomplete(text, MOST, get_language() or "fa")
    answer = [
        text,
        [suggestion.text for suggestion in found],
        [note(suggestion) for suggestion in found],
        [address(suggestion) for suggestion in found],
    ]
    return JsonResponse(answer, safe=False, content_type="application/x-suggestions+json")


def note(suggestion: Suggestion) -> str:
    """What a completion is, where it is no word."""
    return {"person": _("person"), "source": _("outlet")}.get(suggestion.kind, "")


def address(suggestion: Suggestion) -> str:
    if suggestion.kind == "person":
        return reverse("person", args=[suggestion.slug])
    if suggestion.kind == "source":
        return reverse("source", args=[suggestion.slug])
    return f"{reverse('search')}?{urlencode({'q': suggestion.text})}"

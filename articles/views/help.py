"""How to search: examples that can be followed, in the words of the interface's language."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


@dataclass(frozen=True, slots=True)
class Example:
    """A query as it can be typed, and what it finds."""

    query: str
    finds: str


def search_help(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/help.html", {"examples": examples()})


def examples() -> list[Example]:
    """The language of searches in short; docs/search-language.*.md tells all of it."""
    return [
        Example(pgettext("query", "president Syria"), _("Both words, in any spelling, singular or plural.")),
        Example(pgettext("query", "“Security Council”"), _("Exactly these words in this order.")),
        Example(pgettext("query", "oil -crude"), _("The first word without the second.")),
        Example(pgettext("query", "Putin OR Trump"), _("At least one of the two.")),
        Example(pgettext("query", "(rain OR snow) Tehran"), _("Parentheses say what belongs together.")),
        Example(pgettext("query", "elect*"), _("Every word that begins so.")),
        Example(pgettext("query", "title:election"), _("In the title alone.")),
        Example(
            pgettext("query", "person:Putin"), _("Articles that name the person, in any script and under any name.")
        ),
        Example(pgettext("query", "lang:en"), _("In one language.")),
        Example(pgettext("query", "after:2025-10-01"), _("From that day on; any of the three calendars will do.")),
        Example(pgettext("query", "date:October 2025"), _("On that day, in that month or year.")),
    ]

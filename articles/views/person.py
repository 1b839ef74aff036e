"""One person: who is it, under which names, told by whom, since when?"""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from articles.models import Person
from articles.people import profile
from articles.views.home import by_day
from articles.views.page_cache import keepable
from articles.views.search_histogram import histogram
from articles.views.search_links import Links

PAGE = 20


@keepable
def person(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Person.objects.prefetch_related("names"), slug=slug)
    pages = Paginator(profile.articles_of(found), PAGE)
    page = pages.get_page(request.GET.get("page"))
    links = Links(request.GET)
    first = page.number == 1
    context = {
        "person": found,
        "description": found.description_in(get_language() or "fa"),
        "names": profile.names_by_language(found),
        "total": pages.count,
        "callers": profile.callers(found) if first else [],
        "histogram": histogram(profile.days(found), articles_naming(found)) if first else None,
        "quotations": profile.quotations(found) if first else [],
        "beside": profile.beside(found),
        "days": by_day(page.object_list),
        "pages": links.pages(page.number, pages.num_pages) if pages.num_pages > 1 else [],
        "newer_page": links.page(page.number - 1) if page.has_previous() else "",
        "older_page": links.page(page.number + 1) if page.has_next() else "",
    }
    return render(request, "articles/person.html", context)


def articles_naming(person: Person) -> Links:
    """The search for this person, which the bars of the histogram narrow."""
    return Links(QueryDict(urlencode({"person": person.slug})), reverse("search"))

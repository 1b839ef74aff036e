"""What robots may read."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control


@cache_control(max_age=3600, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    """Everything but endless addresses: searches, downloads, preferences, the API."""
    closed = (reverse("search"), reverse("preferences"), reverse("suggest"), reverse("picker"), "/api/", "/admin/")
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in closed)]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")

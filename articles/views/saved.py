"""What a reader keeps in the browser, and the worker that shows it without a network."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

WORKER = "js/worker.js"


def saved(request: HttpRequest) -> HttpResponse:
    """An empty page: a script fills it from the browser's own storage."""
    return render(request, "articles/saved.html")


@cache_control(no_cache=True)
def worker(request: HttpRequest) -> FileResponse:
    """Served from the root, because a worker may only answer for addresses below its own."""
    found = finders.find(WORKER)
    if found is None:
        raise Http404
    return FileResponse(Path(found).open("rb"), content_type="text/javascript")

"""Pages for what went wrong. The page of a 500 asks no database and no context."""

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    try:
        sheet = staticfiles_storage.url("css/site.css")
    except ValueError:  # not collected: the page then stands without it
        sheet = ""
    return HttpResponseServerError(render_to_string("500.html", {"sheet": sheet}))

"""The yardstick of `bench.pages`: one template page of a Django project that has nothing else."""

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

PAGE = (
    "<!doctype html><html lang=en><title>{{ title }}</title>"
    "<ul>{% for word in words %}<li>{{ word }}</li>{% endfor %}</ul></html>"
)

settings.configure(
    SECRET_KEY="the bare page signs nothing",  # noqa: S106
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],  # it states the length, which keeps the connection open
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {"bare.html": PAGE})]},
        }
    ],
)
django.setup()


def bare(request: HttpRequest) -> HttpResponse:
    return render(request, "bare.html", {"title": "Bare", "words": ["one", "two", "three"]})


urlpatterns = [path("", bare)]
application = WSGIHandler()

"""Addresses of the portal. Each is a promise: see docs/api.md."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from articles.views import health, home, interface, opensearch

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("preferences/", interface.preferences, name="preferences"),
    path("healthz", health.healthz, name="healthz"),
    path("opensearch.xml", opensearch.opensearch, name="opensearch"),
    path("admin/", admin.site.urls),
]

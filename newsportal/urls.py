"""Addresses of the portal. Each is a promise: see docs/api.md."""

from django.contrib import admin
from django.contrib.sitemaps.views import index as sitemap_index
from django.contrib.sitemaps.views import sitemap
from django.urls import URLPattern, URLResolver, path

from articles.api import page, routes
from articles.views import (
    archive,
    article,
    download,
    errors,
    health,
    help,
    home,
    interface,
    opensearch,
    people,
    person,
    picker,
    robots,
    saved,
    search,
    sources,
    suggest,
)
from articles.views.sitemap import SITEMAPS
from articles.views.syndication import Home, OfPerson, OfSearch, OfSource, as_atom

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

# The Gregorian routes stand last: reversed by name without a calendar, the last one is found.
archive_routes = [
    path(f"archive/{folder}{route}/", view, {"calendar": calendar}, name=name)
    for calendar, folder in (("jalali", "jalali/"), ("hijri", "hijri/"), ("gregorian", ""))
    for name, view, route in (
        ("archive_year", archive.year, "<int:year>"),
        ("archive_month", archive.month, "<int:year>/<int:month>"),
        ("archive_day", archive.day, "<int:year>/<int:month>/<int:day>"),
    )
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("feed.rss", Home(), name="feed_rss"),
    path("feed.atom", as_atom(Home), name="feed_atom"),
    path("articles/<int:pk>/", article.article, name="article"),
    path("search/", search.search, name="search"),
    path("search/feed.rss", OfSearch(), name="search_feed_rss"),
    path("search/feed.atom", as_atom(OfSearch), name="search_feed_atom"),
    path("search/results.<str:form>", download.download, name="search_download"),
    path("suggest/", suggest.suggest, name="suggest"),
    path("people/", people.people, name="people"),
    path("people/<slug:slug>/", person.person, name="person"),
    path("people/<slug:slug>/feed.rss", OfPerson(), name="person_feed_rss"),
    path("people/<slug:slug>/feed.atom", as_atom(OfPerson), name="person_feed_atom"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("sources/<slug:slug>/feed.rss", OfSource(), name="source_feed_rss"),
    path("sources/<slug:slug>/feed.atom", as_atom(OfSource), name="source_feed_atom"),
    path("picker/", picker.picker, name="picker"),
    path("archive/", archive.archive, name="archive"),
    path("archive/undated/", archive.undated, name="archive_undated"),
    *archive_routes,
    path("help/", help.search_help, name="help"),
    path("saved/", saved.saved, name="saved"),
    path("worker.js", saved.worker, name="worker"),
    path("preferences/", interface.preferences, name="preferences"),
    path("opensearch.xml", opensearch.opensearch, name="opensearch"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", sitemap_index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_section"}, name="sitemap"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap_section"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("api/", page.try_api, name="api"),
    path("api/v1/", routes.api.urls),
    path("admin/", admin.site.urls),
]

"""Pages that are kept as they went out, for as long as nothing changed that they show.

A page is a function of its address, of a few preferences of the reader, of today's date and of the data. All but the
data make up the key; the data's edition stands beside the page, and a page of another edition is drawn anew. So nobody
ever sees a page that is older than the last commit, of whatever process (docs/decisions/0008).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock
from typing import TypeVar
from zoneinfo import ZoneInfo

from cachetools import LRUCache
from django.conf import settings
from django.core.exceptions import DisallowedHost, MiddlewareNotUsed
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import re_accepts_gzip
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language_from_request

from articles.models.edition import database_edition
from articles.search.status import index_edition
from articles.views.interface import CHOICES
from articles.views.reader import zone_named

MOST_BYTES = 16 * 2**20
"""Of each process: some 250 pages, or five times as many as browsers ask for them, compressed."""
OVERHEAD = 2000
"""Bytes of an entry beside the page: key, headers, objects."""
PATIENCE = 0.5
"""Seconds that a page waits for those before it at most: ten and more are drawn in that time."""

View = TypeVar("View", bound=Callable[..., HttpResponse])
Handler = Callable[[HttpRequest], HttpResponse]


def keepable(view: View) -> View:
    """Marks a view whose answer depends on nothing but what `Key` and the edition of the data hold."""
    view.keepable = True  # type: ignore[attr-defined]
    return view


@dataclass(frozen=True, slots=True)
class Key:
    """What a page depends on beside the data. `days` are today's dates in the zones of the reader and of the portal."""

    address: tuple[str, str, str]
    language: str
    preferences: tuple[str, ...]
    zone: str
    days: tuple[date, date]
    compressed: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it went out, and the edition of the data that it shows at least."""

    edition: Hashable
    headers: dict[str, str]
    content: bytes

    def answer(self) -> HttpResponse:
        return HttpResponse(self.content, headers=self.headers)


class Store:
    """Kept pages of one process, those longest unasked for going first; safe under threads."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._lock = Lock()
        self._pages: LRUCache[Key, Kept] = LRUCache(most_bytes, getsizeof=lambda page: len(page.content) + OVERHEAD)

    def get(self, key: Key) -> Kept | None:
        with self._lock:
            return self._pages.get(key)

    def put(self, key: Key, page: Kept) -> None:
        """Keeps the page, unless it is larger than the whole store."""
        with self._lock:
            if len(page.content) + OVERHEAD <= self._pages.maxsize:
                self._pages[key] = page


def page_cache(get_response: Handler) -> Handler:
    """Middleware, the outermost: a page that is kept passes through no other."""
    if settings.DEBUG:
        raise MiddlewareNotUsed("pages follow their templates while they are written")
    store = Store()
    drawing = Lock()

    def respond(request: HttpRequest) -> HttpResponse:
        key = key_of(request)
        kept = store.get(key) if key else None
        if key is None or (kept is None and not is_keepable(request)):
            return get_response(request)
        if kept is not None and is_of(kept, current_edition()):
            return conditional(request, kept.answer())
        # One after the other: threads that draw at once only share one processor, and all would be late together. But
        # nobody waits long for a page that itself waits, for a lock of the database say.
        in_turn = drawing.acquire(timeout=PATIENCE)
        try:
            edition = current_edition()
            kept = store.get(key)  # whoever was before may have drawn this very page
            if kept is not None and is_of(kept, edition):
                return conditional(request, kept.answer())
            # What the key leaves out a page must not see, or one reader's page would be shown to another.
            request.COOKIES = {name: value for name, value in request.COOKIES.items() if name in known_cookies()}
            response = get_response(request)
            if edition is not None and may_be_kept(response):
                store.put(key, Kept(edition, dict(response.items()), response.content))
            return response
        finally:
            if in_turn:
                drawing.release()

    return respond


def is_of(page: Kept, edition: Hashable | None) -> bool:
    return edition is not None and page.edition == edition


def key_of(request: HttpRequest) -> Key | None:
    """None for what is never kept: forms, signed-in readers, whoever has a session, a message or a CSRF token."""
    cookies = request.COOKIES
    private = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")
    if request.method != "GET" or "ui=" in request.META.get("QUERY_STRING", "") or any(map(cookies.get, private)):
        return None
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    zone = zone_named(cookies.get("zone", ""))
    portal = ZoneInfo(settings.TIME_ZONE)
    return Key(
        address=(request.scheme or "", host, request.get_full_path()),
        language=get_language_from_request(request),
        preferences=tuple(
            value if (value := cookies.get(name, "")) in allowed else "" for name, allowed in CHOICES.items()
        ),
        zone=zone.key if zone else "",
        days=(datetime.now(zone or portal).date(), datetime.now(portal).date()),
        compressed=bool(re_accepts_gzip.search(request.META.get("HTTP_ACCEPT_ENCODING", ""))),
    )


def known_cookies() -> set[str]:
    return {*CHOICES, "zone", settings.LANGUAGE_COOKIE_NAME}


def is_keepable(request: HttpRequest) -> bool:
    try:
        return getattr(resolve(request.path_info).func, "keepable", False)
    except Resolver404:
        return False


def current_edition() -> Hashable | None:
    """None where database or index cannot tell: the page is then drawn, and says what is the matter."""
    try:
        database, index = database_edition(), index_edition()
    except DatabaseError:
        return None
    return None if database is None or index is None else (database, index)


def may_be_kept(response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Cache-Control")
    )


def conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """304 for a browser that has this very page."""
    return get_conditional_response(request, etag=response.get("ETag"), response=response) or response

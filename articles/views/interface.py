"""The language of the interface, the reader's preferences, and what every page shows around its matter."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from articles.text.direction import direction_of_language

YEAR = 365 * 24 * 3600
LANGUAGE_NAMES = {"fa": "فارسی", "ar": "العربية", "en": "English"}
THEMES = ("auto", "light", "dark")
CALENDARS = ("jalali", "hijri", "gregorian")
RESULTS = ("wide", "dense")
CHOICES = {"theme": THEMES, "calendar": CALENDARS, "results": RESULTS}
# All of them, whatever the direction: nearly every page holds names or digits of the other script, and a face that
# was not announced may come a moment after the first drawing and move it (build_fonts: `font-display: optional`).
FONTS = tuple(
    f"fonts/{name}.woff2"
    for name in ("read-arabic", "use-arabic", "use-arabic-bold", "read-latin", "use-latin", "use-latin-bold")
)

Handler = Callable[[HttpRequest], HttpResponse]


def interface_language(get_response: Handler) -> Handler:
    """Middleware: `?ui=` (kept in a cookie), else the cookie, `Accept-Language`, `LANGUAGE_CODE`."""

    def respond(request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("ui", "")
        known = asked in LANGUAGE_NAMES
        if asked and request.path.startswith(reverse("admin:index")):
            without_ui(request)
        language = asked if known else translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        if known:
            keep(response, settings.LANGUAGE_COOKIE_NAME, asked)
        return response

    return respond


def without_ui(request: HttpRequest) -> None:
    """Takes `ui` out of the query: the administration's lists take every parameter they do not know for a broken
    filter, redirect, and drop what was posted."""
    query = request.GET.copy()
    del query["ui"]
    request.GET = query  # type: ignore[assignment]  # only the annotation of Django's stubs is narrower
    request.META["QUERY_STRING"] = query.urlencode()


def keep(response: HttpResponse, name: str, value: str) -> None:
    """Keeps a preference for a year; scripts read it too, so it is not HttpOnly."""
    response.set_cookie(name, value, max_age=YEAR, samesite="Lax", secure=settings.HTTPS)


def preferences(request: HttpRequest) -> HttpResponse:
    """Keeps `theme`, `calendar` and `results` in cookies and returns to `next`.

    A plain link, so that no script is needed.
    """
    target = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = reverse("home")
    response = HttpResponseRedirect(target)
    for name, allowed in CHOICES.items():
        if request.GET.get(name) in allowed:
            keep(response, name, request.GET[name])
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@cache
def fonts_to_preload() -> tuple[str, ...]:
    """Addresses of the typefaces; none where `build_fonts` has not run."""
    return tuple(staticfiles_storage.url(name) for name in FONTS if finders.find(name))


def site(request: HttpRequest) -> dict[str, object]:
    """Context processor: the name, the languages with their names, theme and fonts; `address_in` a language of these is
    this page's address and the language's code."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    theme, direction = request.COOKIES.get("theme", "auto"), direction_of_language(language)
    return {
        "site_name": settings.SITE_NAME or gettext("Newsreader"),
        "ui_language": language,
        "ui_direction": direction,
        "ui_languages": tuple(LANGUAGE_NAMES.items()),
        "theme": theme if theme in THEMES else "auto",
        "fonts_to_preload": fonts_to_preload(),
        "page_address": request.get_full_path(),
        "address_in": address_in(request),
    }


def address_in(request: HttpRequest) -> str:
    """This page's address with the interface in the language whose code is written behind it."""
    query = request.GET.copy()
    query.pop("ui", None)
    query["ui"] = ""
    return f"{request.path}?{query.urlencode()}"

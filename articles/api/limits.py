"""How often one address may ask the API."""

from __future__ import annotations

import functools
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django_ratelimit.core import get_usage

View = Callable[..., HttpResponse]


def limited(view: View) -> View:
    """Answers 429 with the seconds to wait above settings.API_RATE, counted per address and server process."""

    @functools.wraps(view)
    def wrapper(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        rate = settings.API_RATE
        usage = get_usage(request, group="api", key=_address, rate=rate, increment=True) if rate else None
        if not usage or not usage["should_limit"]:
            return view(request, *args, **kwargs)
        seconds = max(1, usage["time_left"])
        message = _("Too many requests; please wait %(seconds)d seconds.") % {"seconds": seconds}
        response = JsonResponse({"error": {"parameter": None, "message": message}}, status=429)
        response["Retry-After"] = str(seconds)
        return response

    return wrapper


def _address(group: str, request: HttpRequest) -> str:
    """The client's address: behind TLS (HTTPS=true) the one that the proxy in front of us has seen."""
    if settings.HTTPS and (forwarded := request.META.get("HTTP_X_FORWARDED_FOR", "")):
        return str(forwarded).rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))

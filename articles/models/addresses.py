"""Addresses of the pages of one thing, remembered: a list asks for the same ones over and over."""

from functools import lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse


def address_of(page: str, key: int | str) -> str:
    """The address of the page named `page` for the thing with this key (id or slug)."""
    return _address(page, key, get_script_prefix(), get_urlconf())


@lru_cache(maxsize=8192)
def _address(page: str, key: int | str, prefix: str, urlconf: str | None) -> str:
    """`prefix` and `urlconf` are those that `reverse` reads by itself: part of the key."""
    return reverse(page, args=[key], urlconf=urlconf)

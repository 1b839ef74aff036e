"""Addresses of the pages of one thing: of slugs remembered, of numbers put together."""

from functools import lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse


def address_of(page: str, key: int | str) -> str:
    """The address of the page named `page` for the thing with this key (id or slug)."""
    prefix, urlconf = get_script_prefix(), get_urlconf()
    if isinstance(key, int):
        before, behind = _around(page, prefix, urlconf)
        return f"{before}{key}{behind}"
    return _address(page, key, prefix, urlconf)


_ANY = 10**18
"""A number that is no part of an address otherwise."""


@lru_cache(maxsize=64)
def _around(page: str, prefix: str, urlconf: str | None) -> tuple[str, str]:
    """What stands before and behind a number in the addresses of a page: of articles there are too many to remember."""
    before, _, behind = _address(page, _ANY, prefix, urlconf).partition(str(_ANY))
    return before, behind


@lru_cache(maxsize=8192)
def _address(page: str, key: int | str, prefix: str, urlconf: str | None) -> str:
    """`prefix` and `urlconf` are those that `reverse` reads by itself: part of the key."""
    return reverse(page, args=[key], urlconf=urlconf)

"""What a page of results shows of an article for one query, remembered: a commit, a filter or another order leaves
most of it as it was, and reading texts is what a search costs most.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from cachetools import LRUCache, cached
from django.utils.safestring import SafeString

from articles.search.answer import MatchedForm
from articles.search.highlight import title_and_snippet
from articles.search.marking import Marker
from articles.search.readings import QueryWord
from articles.search.why import matched_forms

QUERIES = 256
PASSAGES = 4096
"""Some 12 MB where all are kept."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Title and best passage as safe HTML, and why they match."""

    title: SafeString
    snippet: SafeString
    matched: tuple[MatchedForm, ...]


@lru_cache(maxsize=QUERIES)
def marker_of(words: tuple[QueryWord, ...], prefixes: tuple[str, ...], language: str) -> Marker:
    return Marker(words, prefixes, language)


def _key(marker: Marker, head: str, body: str) -> tuple[Marker, bytes]:
    """The text itself, as 16 bytes: a new version of an article is read anew."""
    return marker, hashlib.blake2b(f"{head}\0{body}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


@cached(LRUCache(PASSAGES), key=_key, lock=Lock())
def passage(marker: Marker, head: str, body: str) -> Passage:
    """`head` is the title; `body` lead and body, as published."""
    first, best = title_and_snippet(head, body, marker)
    return Passage(first.html, best.html, matched_forms(marker, ((head, first.marks), (body, best.marks))))

"""The address of an article or of an outlet, pasted into the search box."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from articles.models import Article, Source
from articles.models.source import outlets
from articles.search.namebook import outlets as outlets_meant

LONGEST = 2000
"""Letters of an address, as Article.url has them."""
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|ref|amp")
"""Parameters that say where a reader came from, not what is read."""
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_TELLING = re.compile(r"[A-Za-z0-9]{4,}")


@dataclass(frozen=True, slots=True)
class AddressMeant:
    """The outlet whose host stands in the address, and its article that was published there: None where it is not here,
    and where the address names none (`of_article`)."""

    outlet: Source
    of_article: bool
    article: Article | None


def address_meant(q: str) -> AddressMeant | None:
    """What a query means that is nothing but an address; None for other queries and for hosts of no outlet here.

    An address is the same with and without scheme, «www.», fragment, a slash at its end and what tracks readers,
    percent-encoded or not.
    """
    q = q.strip()
    if len(q) > LONGEST or not _ADDRESS.fullmatch(q) or (bare := _bare(q)) is None:
        return None
    outlet = _outlet_of(bare[0])
    if outlet is None:
        return None
    of_article = bool(bare[1] or bare[2])
    return AddressMeant(outlet, of_article, _article_at(bare, outlet) if of_article else None)


Bare = tuple[str, str, tuple[tuple[str, str], ...]]


def _bare(address: str) -> Bare | None:
    """Host, path and parameters, as far as they tell one article from another; None where it is no address."""
    try:
        parts = urlsplit(address if "://" in address else f"//{address}")
        host = parts.hostname or ""
    except ValueError:
        return None
    told = tuple(sorted(pair for pair in parse_qsl(parts.query) if not TRACKING.fullmatch(pair[0])))
    return host.removeprefix("www."), unquote(parts.path).rstrip("/"), told


def _outlet_of(host: str) -> Source | None:
    """By the whole host, else by the domain that it belongs to (m.outlet.example)."""
    labels = host.split(".")
    slugs = next(filter(None, outlets_meant(".".join(labels[start:]) for start in range(len(labels) - 1))), ())
    return next((outlet for outlet in outlets() if outlet.slug in slugs), None)


def _article_at(bare: Bare, outlet: Source) -> Article | None:
    """Looked for by a word of the path or its parameters that tells most, since no index of the database holds
    addresses."""
    _, path, told = bare
    words = _TELLING.findall(" ".join((path, *(value for _, value in told))))
    if not words:
        return None
    published = Article.objects.filter(source=outlet, withdrawn_at=None, url__contains=max(words, key=_tells))
    found = next((pk for pk, url in published.values_list("pk", "url") if _same(bare, _bare(url))), None)
    return Article.objects.for_lists().get(pk=found) if found is not None else None


def _tells(word: str) -> tuple[bool, int]:
    """A number or code more than a section's name."""
    return any(map(str.isdigit, word)), len(word)


def _same(asked: Bare, known: Bare | None) -> bool:
    """The host may be that of the outlet's pages for telephones."""
    return known is not None and known[1:] == asked[1:]

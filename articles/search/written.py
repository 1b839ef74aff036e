"""How an index term is written: terms are folded and joined, readers are shown a word as an article printed it."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from articles.models import Article
from articles.search.engines import get_engine
from articles.search.engines.base import EngineRequest
from articles.search.plan import Term
from articles.search.status import index_edition
from articles.text.analysis import analyse

ARTICLES_READ = 3


def written_form(surface: str) -> str:
    """The word as the newest titles write it, most often with its half-spaces; the term itself where none has it.

    Remembered for one edition of the index, so that the spelling of an article that was withdrawn is not shown on.
    """
    return _written_form(surface, index_edition())


@lru_cache(maxsize=4096)
def _written_form(surface: str, _edition: Hashable) -> str:
    plan = Term("title_surface", surface)
    hits = get_engine().search(EngineRequest(plan, limit=ARTICLES_READ, sort=(("time", True),))).hits
    rows = Article.objects.filter(pk__in=[hit.id for hit in hits]).values_list("title", "language")
    forms = [
        " ".join(title[token.start : token.end].split())
        for title, language in rows
        for token in analyse(title, language)
        if token.surface == surface
    ]
    return max(forms, key=forms.count, default=surface)

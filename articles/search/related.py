"""Articles about the same: by the strongest terms of one, weighed as a query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from articles.models import Article
from articles.search.engines import get_engine
from articles.search.engines.base import Engine, EngineHit, EngineRequest, IndexUnavailable
from articles.search.engines.bm25 import RANKING
from articles.search.plan import And, Keyword, Not, Or, Plan, Range, Term
from articles.text.analysis import analyse

_TERMS = 24
"""Strongest terms that are asked for: more of them cost time and hardly change the first five."""
_WORDS_READ = 600
"""Words of the text that are weighed: news says what it is about at the top."""
_TITLE_WEIGHT = 3
_RAREST = 2
"""A term that no other article has leads nowhere."""


def related(article: Article, limit: int) -> list[Article]:
    """At most `limit` visible articles in the language of `article`, most alike first; none where search is down."""
    try:
        hits = more_like(article, limit)
    except IndexUnavailable:
        return []
    found = Article.objects.visible().for_lists().in_bulk([hit.id for hit in hits])
    return [found[hit.id] for hit in hits if hit.id in found]


def more_like(article: Article, limit: int) -> list[EngineHit]:
    """The hits that share the strongest terms. Raises IndexUnavailable."""
    return list(get_engine().search(EngineRequest(alike(article), limit=limit)).hits)


def alike(article: Article) -> Plan:
    """The plan that finds them; it matches nothing where the article has no term that others share."""
    weights = strongest_terms(get_engine(), _term_counts(article))
    terms = Or(
        tuple(Term(field, text, weight) for text, weight in weights.items() for field in ("body_stem", "title_stem"))
    )
    return And((terms, Keyword("language", (article.language,)), Not(Range("id", article.pk, article.pk))))


def strongest_terms(engine: Engine, counts: Mapping[str, int]) -> dict[str, float]:
    """The terms that tell an article from others, with their share of the strongest (0 to 1)."""
    documents = engine.count()
    weights = {}
    frequencies = engine.document_frequencies("body_stem", (text for text in counts if len(text) > 1))
    for text, frequency in frequencies.items():
        count = counts[text]
        if frequency >= _RAREST:
            weights[text] = RANKING.idf(documents, frequency) * RANKING.score(1.0, float(count), 1.0, 1.0)
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_TERMS]
    return {text: weight / best[0][1] for text, weight in best}


def _term_counts(article: Article) -> Counter[str]:
    title = analyse(article.title, article.language)
    body = analyse(f"{article.lead}\n{article.body}"[: _WORDS_READ * 8], article.language)
    counts = Counter(token.stem for token in body[:_WORDS_READ])
    for token in title:
        counts[token.stem] += _TITLE_WEIGHT
    return counts

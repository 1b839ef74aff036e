"""An article as the index sees it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

from articles.models import Article
from articles.search.engines.base import Derived, Document
from articles.search.grams import letter_grams
from articles.text.analysis import Token, analyse


def document_of(article: Article, people_slugs: Collection[str]) -> Document:
    """The words of title and text, the facts that filter, and the numbers that sort.

    Surfaces carry their alternatives; stems and n-grams stand one to a position. `source` is read: select it with
    the article.
    """
    title = analyse(article.title, article.language)
    body = analyse(f"{article.lead}\n{article.body}" if article.lead else article.body, article.language)
    return Document(
        id=article.pk,
        texts={
            "title_surface": _surfaces(title),
            "title_stem": _stems(title),
            "body_surface": _surfaces(body),
            "body_stem": _stems(body),
            "grams": Derived([token.surface for token in chain(title, body)], letter_grams),
        },
        keywords={
            "language": (article.language,),
            "source": (article.source.slug,) if article.source else (),
            "person": tuple(people_slugs),
        },
        numbers={
            "day": article.day.toordinal() if article.day else None,
            "time": int(article.sorted_at.timestamp()) if article.sorted_at else None,
        },
    )


def _surfaces(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    return [(token.surface, *token.alternatives) for token in tokens]


def _stems(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    return [(token.stem,) for token in tokens]

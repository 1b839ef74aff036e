"""Haystack looks for exactly this module; what it finds lives in articles.search.index."""

from articles.search.index import ArticleIndex

__all__ = ["ArticleIndex"]

"""Engines: a reference in memory, and the embedded one over Whoosh."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from articles.search.engines.whoosh.engine import EmbeddedEngine
from articles.text import analysis


def get_engine() -> EmbeddedEngine:
    """The engine of this process for the index that the settings name."""
    path: str = settings.HAYSTACK_CONNECTIONS["default"]["PATH"]
    return _engine_at(path, analysis.ANALYSIS_VERSION)  # read anew: it changes when a lexicon is compiled


@lru_cache(maxsize=8)
def _engine_at(path: str, analysis_version: str) -> EmbeddedEngine:
    return EmbeddedEngine(Path(path), analysis_version)

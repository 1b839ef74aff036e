"""The state of search, for those who may not know the engine."""

from __future__ import annotations

from articles.search.engines import get_engine
from articles.search.engines.base import EngineStatus


def engine_status() -> EngineStatus:
    """Whether searches can be answered now, and if not, why. Never raises."""
    return get_engine().status()

"""The state of search, for those who may not know the engine."""

from __future__ import annotations

from collections.abc import Hashable

from articles.search.engines import get_engine
from articles.search.engines.base import EngineStatus, IndexUnavailable


def engine_status() -> EngineStatus:
    """Whether searches can be answered now, and if not, why. Never raises."""
    return get_engine().status()


def index_edition() -> Hashable | None:
    """A mark that is another one after every commit to the index; None where searches cannot be answered."""
    try:
        return get_engine().edition()
    except IndexUnavailable:
        return None

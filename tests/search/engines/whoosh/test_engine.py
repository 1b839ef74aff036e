import pytest

from articles.search.engines.whoosh.engine import EmbeddedEngine
from tests.search.engines.contract import EngineContract


class TestEmbeddedEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path):
        engine = EmbeddedEngine(tmp_path)
        engine.create()
        return engine

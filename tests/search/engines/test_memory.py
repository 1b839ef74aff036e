import pytest

from articles.search.engines.memory import MemoryEngine
from tests.search.engines.contract import EngineContract


class TestMemoryEngine(EngineContract):
    @pytest.fixture
    def engine(self):
        return MemoryEngine()

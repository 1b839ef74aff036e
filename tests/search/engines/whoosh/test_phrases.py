"""Phrases of two frequent words beside a plain count."""

from pathlib import Path

import numpy as np
import pytest

from articles.search.engines.base import Document, EngineRequest
from articles.search.engines.whoosh import phrases
from articles.search.engines.whoosh.engine import EmbeddedEngine
from articles.search.plan import Phrase


@pytest.fixture(scope="module")
def texts() -> dict[int, list[str]]:
    chance = np.random.default_rng(3)
    return {number: chance.choice(list("abc"), chance.integers(0, 60)).tolist() for number in range(1, 120)}


@pytest.fixture(scope="module")
def folder(texts, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("phrases")
    engine = EmbeddedEngine(folder)
    engine.create()
    engine.write(Document(id_, {"body_surface": [(word,) for word in words]}, {}, {}) for id_, words in texts.items())
    return folder


@pytest.mark.parametrize("piece", [1, 7, 64, 1 << 20])
@pytest.mark.parametrize("phrase", ["ab", "ba", "aa", "abc", "acb", "aaa"])
def test_every_place_of_a_phrase_is_found(monkeypatch, folder, texts, phrase, piece) -> None:
    """Positions in long lists are looked up in a table, piece by piece; here every list is long."""
    monkeypatch.setattr(phrases, "_MANY", 0)
    monkeypatch.setattr(phrases, "_TABLE", piece)
    found = EmbeddedEngine(folder).search(EngineRequest(Phrase("body_surface", tuple(phrase)), limit=200))
    assert {hit.id for hit in found.hits} == {id_ for id_, words in texts.items() if phrase in "".join(words)}


def test_a_phrase_does_not_reach_into_the_next_document(tmp_path) -> None:
    engine = EmbeddedEngine(tmp_path)
    engine.create()
    words = ["a b", "c", "b c a", "", "b c"]
    engine.write(
        Document(id_, {"body_surface": [(word,) for word in text.split()]}, {}, {})
        for id_, text in enumerate(words, start=1)
    )
    assert engine.search(EngineRequest(Phrase("body_surface", ("a", "b", "c")))).total == 0
    assert engine.search(EngineRequest(Phrase("body_surface", ("a", "b")))).total == 1
    assert engine.search(EngineRequest(Phrase("body_surface", ("b", "c")))).total == 2

"""The mark of an index: another one after every commit, the same while nothing was committed."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.search.engines.base import Document, IndexUnavailable
from articles.search.engines.whoosh import engine as module
from articles.search.engines.whoosh.engine import EmbeddedEngine


def document(id_: int) -> Document:
    return Document(id_, {"title_surface": [("word",)]}, {}, {})


@pytest.fixture
def engine(tmp_path: Path) -> EmbeddedEngine:
    made = EmbeddedEngine(tmp_path / "index")
    made.create()
    made.write([document(1)])
    return made


def test_a_commit_changes_it_also_for_another_reader(engine: EmbeddedEngine) -> None:
    reader = EmbeddedEngine(engine.directories.root)
    before = engine.edition(), reader.edition()
    engine.write([document(2)])
    assert engine.edition() != before[0]
    assert reader.edition() != before[1]


def test_a_switch_to_another_build_changes_it(engine: EmbeddedEngine) -> None:
    before = engine.edition()
    engine.rebuild(iter([document(1)]), lambda ids: ([], set(ids)))
    assert engine.edition() != before


def test_it_is_the_same_however_long_ago_the_commit_was(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, snapshot = engine.edition(), engine._current()
    monkeypatch.setattr(module, "_SETTLED_NANOSECONDS", 0)
    assert engine.edition() == before
    assert engine._current() is snapshot


def test_a_file_that_a_commit_has_begun_to_write_changes_nothing(engine: EmbeddedEngine) -> None:
    before, snapshot = engine.edition(), engine._current()
    build = engine.directories.current()
    assert build is not None
    (build / "begun.tmp").touch()
    assert engine.edition() == before
    assert engine._current() is snapshot


def test_without_an_index_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable):
        EmbeddedEngine(tmp_path / "index").edition()

"""An index that an older version of the portal has written."""

import pytest
from whoosh.index import open_dir

from articles.search.engines.base import EngineRequest, FacetRequest, IndexUnavailable
from articles.search.engines.whoosh import columns, directories, segment
from articles.search.engines.whoosh.engine import EmbeddedEngine
from articles.search.engines.whoosh.schema import INDEX_NAME
from articles.search.plan import KEYWORD_FIELDS, TEXT_FIELDS, Everything, Keyword, Or, Term
from tests.search.engines.contract import document, word

ALL = [document(1, "old word", person="x"), document(2, "old")]


@pytest.fixture
def engine(tmp_path, monkeypatch) -> EmbeddedEngine:
    """Written when there were neither n-grams nor persons."""
    with monkeypatch.context() as patch:
        for module in (columns, segment):
            patch.setattr(module, "TEXT_FIELDS", tuple(name for name in TEXT_FIELDS if name != "grams"))
            patch.setattr(module, "KEYWORD_FIELDS", tuple(name for name in KEYWORD_FIELDS if name != "person"))
        older = EmbeddedEngine(tmp_path)
        older.create()
        older.write(ALL)
    return EmbeddedEngine(tmp_path)


def test_a_field_that_came_later_is_empty_and_all_else_answers(engine):
    status = engine.status()
    assert status.available
    assert status.outdated
    answer = engine.search(
        EngineRequest(
            Or((word("word"), Term("grams", "wor"), Keyword("person", ("x",)))),
            facets=(FacetRequest("persons", "person", Everything()),),
        )
    )
    assert [hit.id for hit in answer.hits] == [1]
    assert answer.facets == {"persons": {"": 2}}
    assert engine.document_frequency("grams", "wor") == 0
    assert engine.terms("grams", "", 5) == []


def test_it_takes_new_articles_and_stays_outdated_through_merges_until_it_is_rebuilt(engine):
    for number in range(3, 30):
        engine.write([document(number, "new word", person="x")])
    engine.optimise()
    assert engine.status().segments == 1
    assert engine.status().outdated
    assert engine.search(EngineRequest(word("word"))).total == 28
    engine.rebuild(iter(ALL), lambda _: ([], set()))
    assert not engine.status().outdated
    assert engine.search(EngineRequest(Keyword("person", ("x",)))).total == 1


def test_whoosh_reads_it_too(engine):
    build = engine.directories.current()
    with open_dir(str(build), indexname=INDEX_NAME, readonly=True).searcher() as searcher:
        assert searcher.doc_frequency("body_surface", "old") == 2
        assert searcher.doc_frequency("grams", "old") == 0


def test_another_format_is_not_damage_it_is_being_rebuilt(tmp_path, engine, monkeypatch):
    monkeypatch.setattr(directories, "SCHEMA_VERSION", 99)
    newer = EmbeddedEngine(tmp_path)
    status = newer.status()
    assert not status.available
    assert "being rebuilt" in status.message
    assert "damaged" not in status.message
    with pytest.raises(IndexUnavailable):
        newer.write(ALL)
    assert newer.rebuild(iter(ALL), lambda _: ([], set())) == 2
    assert newer.status().available

"""The engine against a plain one, and against Whoosh's own searcher over the same files, on random corpora and plans.

The corpora come in commits that add, replace and delete, so that the index has several segments with deletions. That
the files hold what was written is for the plain engine to tell, and for test_codec.
"""

from __future__ import annotations

import math
import tempfile
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query, scoring, searching
from whoosh.index import open_dir

from articles.search.engines.base import Document, EngineRequest, FacetRequest
from articles.search.engines.bm25 import RANKING
from articles.search.engines.memory import MemoryEngine
from articles.search.engines.whoosh.directories import IndexDirectories
from articles.search.engines.whoosh.engine import EmbeddedEngine
from articles.search.engines.whoosh.schema import INDEX_NAME
from articles.search.plan import (
    TEXT_FIELDS,
    And,
    Boosted,
    Everything,
    Keyword,
    Not,
    Or,
    Phrase,
    Prefix,
    Range,
    Term,
)

WORDS = ["a", "ab", "abc", "b", "ba", "c", "پ", "پو", "é"]
PEOPLE = ["x", "y", "z"]
LANGUAGES = ["fa", "ar"]
FIELDS = st.sampled_from(TEXT_FIELDS)
SURFACES = st.sampled_from(["title_surface", "body_surface"])
WORD = st.sampled_from(WORDS)
BOOST = st.sampled_from([1.0, 0.5, 3.0])
DAY = st.integers(730_000, 730_070)
NUMBER = st.none() | st.integers(0, 12)
PLACES = st.lists(st.lists(WORD, min_size=1, max_size=2).map(tuple), max_size=8)

documents = st.builds(
    Document,
    id=st.integers(1, 12),
    texts=st.fixed_dictionaries(dict.fromkeys(TEXT_FIELDS, PLACES)),
    keywords=st.fixed_dictionaries(
        {
            "language": st.sampled_from(LANGUAGES).map(lambda value: (value,)),
            "source": st.sampled_from([(), ("s",), ("t",)]),
            "person": st.lists(st.sampled_from(PEOPLE), unique=True).map(tuple),
        }
    ),
    numbers=st.fixed_dictionaries({"day": st.none() | DAY, "time": NUMBER}),
)
leaves = st.one_of(
    st.builds(Term, FIELDS, WORD, BOOST),
    st.builds(Phrase, SURFACES, st.lists(WORD, max_size=3).map(tuple), BOOST),
    st.builds(Prefix, FIELDS, st.sampled_from(["a", "ab", "پ", "zz", ""]), BOOST),
    st.just(Everything()),
    st.builds(Keyword, st.just("person"), st.lists(st.sampled_from([*PEOPLE, ""]), max_size=2).map(tuple)),
    st.builds(Keyword, st.just("language"), st.sampled_from([("fa",), ("fa", "ar"), ("en",), ("",)])),
    st.builds(Range, st.just("day"), st.none() | DAY, st.none() | DAY),
    st.builds(Range, st.sampled_from(["time", "id"]), NUMBER, NUMBER),
)
plans = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(And, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, inner),
        st.builds(Boosted, inner, inner),
    ),
    max_leaves=6,
)
sorts = st.sampled_from(
    [
        (("score", True),),
        (("score", False),),
        (("time", True),),
        (("day", False), ("time", True)),
        (("day", True), ("score", True)),
        (("id", False),),
    ]
)
batches = st.lists(
    st.tuples(st.lists(documents, max_size=5), st.sets(st.integers(1, 12), max_size=3)), min_size=1, max_size=4
)


def requests(plan, facet_plan, sort, offset, limit):
    facets = tuple(
        FacetRequest(f"{field}-{unit}", field, facet_plan, unit, 5)
        for field, unit in (
            ("language", "value"),
            ("source", "value"),
            ("person", "value"),
            ("day", "month"),
            ("day", "day"),
        )
    )
    return EngineRequest(plan, offset, limit, sort, facets)


request = st.builds(requests, plans, plans, sorts, st.integers(0, 4), st.integers(0, 8))


def agree(fast: EmbeddedEngine, plain: MemoryEngine, asked: EngineRequest) -> None:
    answer, expected = fast.search(asked), plain.search(asked)
    assert answer.total == expected.total
    assert answer.facets == expected.facets
    assert [list(counts) for counts in answer.facets.values()] == [list(c) for c in expected.facets.values()]
    assert answer.hits == expected.hits, "order and scores agree to the last bit"


@settings(max_examples=100, deadline=None)
@given(batches, st.lists(request, min_size=3, max_size=6), st.booleans())
def test_the_embedded_engine_agrees_with_the_reference(batches, asked, optimise):
    with tempfile.TemporaryDirectory() as folder:
        fast, plain = EmbeddedEngine(Path(folder)), MemoryEngine()
        fast.create()
        for written, deleted in batches:
            fast.write(written, deleted)
            plain.write(written, deleted)
        if optimise:
            fast.optimise()
        assert set(fast.ids()) == set(plain.ids())
        for field in TEXT_FIELDS:
            assert list(fast.terms(field, "", 20)) == list(plain.terms(field, "", 20))
        for one in asked:
            agree(fast, plain, one)


class PortalBm25(scoring.BM25F):
    """Whoosh's BM25F with the portal's constants and idf, over live documents; everything else is Whoosh's."""

    def __init__(self):
        super().__init__(B=RANKING.b, K1=RANKING.k1)

    def idf(self, searcher, fieldname, text):
        leaves = [leaf for leaf, _ in searcher.reader().leaf_readers() if (fieldname, text) in leaf]
        frequency = sum(len(list(leaf.postings(fieldname, text).all_ids())) for leaf in leaves)
        return math.log(1 + (searcher.doc_count() - frequency + 0.5) / (frequency + 0.5))


class LiveSearcher(searching.Searcher):
    """Whoosh's searcher, whose average lengths leave out what is deleted but not yet merged away."""

    def avg_field_length(self, fieldname, default=None):
        reader = self.reader()
        total = sum(reader.doc_field_length(number, fieldname) for number in reader.all_doc_ids())
        return total / (reader.doc_count() or 1)


IN_WHOOSH = {
    Term: lambda plan: query.Term(plan.field, plan.text, plan.boost),
    Phrase: lambda plan: query.Phrase(plan.field, list(plan.texts)),
    Prefix: lambda plan: query.Prefix(plan.field, plan.text),
    Keyword: lambda plan: query.Or([query.Term(plan.field, value) for value in plan.values]),
    And: lambda plan: query.And([whoosh_query(child) for child in plan.children]),
    Or: lambda plan: query.Or([whoosh_query(child) for child in plan.children]),
    Not: lambda plan: query.Not(whoosh_query(plan.child)),
    Everything: lambda plan: query.Every(),
}


def whoosh_query(plan):
    return IN_WHOOSH[type(plan)](plan)


terms = st.builds(Term, FIELDS, WORD, BOOST)
scored = st.recursive(
    terms,
    lambda inner: st.one_of(
        st.builds(And, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=5,
)
matching = st.one_of(
    st.builds(Phrase, SURFACES, st.lists(WORD, min_size=2, max_size=3).map(tuple)),
    st.builds(Prefix, FIELDS, st.sampled_from(["a", "ab", "پ", "zz"])),
    st.builds(Keyword, st.just("person"), st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2).map(tuple)),
    st.builds(Keyword, st.just("language"), st.sampled_from([("fa",), ("ar", "fa"), ("en",)])),
    st.builds(lambda left, right: And((left, Not(right))), terms, terms),
    st.builds(lambda left, right: And((Everything(), Not(left), Not(right))), terms, terms),
)


@contextmanager
def both(batches, optimise):
    """The portal's engine, and Whoosh's own searcher over the very files that the engine has written."""
    with tempfile.TemporaryDirectory() as folder:
        engine = EmbeddedEngine(Path(folder))
        engine.create()
        for written, deleted in batches:
            engine.write(written, deleted)
        if optimise:
            engine.optimise()
        build = IndexDirectories(Path(folder)).current()
        reader = open_dir(str(build), indexname=INDEX_NAME, readonly=True).reader()
        kind = LiveSearcher if reader.has_deletions() else searching.Searcher
        with kind(reader, weighting=PortalBm25()) as searcher:
            yield engine, searcher


def our_answer(engine, plan) -> dict[int, float]:
    answer = engine.search(EngineRequest(plan, limit=100))
    assert answer.total == len(answer.hits)
    return {hit.id: hit.score for hit in answer.hits}


def whoosh_answer(searcher, plan) -> dict[int, float]:
    results = searcher.search(whoosh_query(plan), limit=None)
    found = {hit["id"]: hit.score for hit in results}
    assert len(found) == len(results)
    return found


@settings(max_examples=50, deadline=None)
@given(batches, st.lists(scored, min_size=3, max_size=6), st.booleans())
def test_scores_are_those_of_whooshs_own_searcher_over_the_same_files(batches, plans, optimise):
    with both(batches, optimise) as (engine, searcher):
        for plan in plans:
            ours, theirs = our_answer(engine, plan), whoosh_answer(searcher, plan)
            assert ours.keys() == theirs.keys()
            assert all(math.isclose(ours[id_], theirs[id_], rel_tol=1e-9) for id_ in ours)


@settings(max_examples=50, deadline=None)
@given(batches, st.lists(matching, min_size=3, max_size=6), st.booleans())
def test_matches_are_those_of_whooshs_own_searcher_over_the_same_files(batches, plans, optimise):
    with both(batches, optimise) as (engine, searcher):
        for plan in plans:
            assert our_answer(engine, plan).keys() == whoosh_answer(searcher, plan).keys()

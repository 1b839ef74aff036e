"""The fast engine against the plain one, and both against Whoosh's own searcher, on random corpora and plans."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import fields, query, scoring
from whoosh.analysis import IDTokenizer
from whoosh.filedb.filestore import RamStorage

from articles.search.engines.base import Document, EngineRequest, FacetRequest
from articles.search.engines.bm25 import RANKING
from articles.search.engines.memory import MemoryEngine
from articles.search.engines.whoosh.engine import EmbeddedEngine
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


class LuceneIdf(scoring.BM25F):
    """Whoosh's BM25F with the portal's idf; everything else is Whoosh's."""

    def __init__(self):
        super().__init__(B=RANKING.b, K1=RANKING.k1)

    def idf(self, searcher, fieldname, text):
        frequency = searcher.reader().doc_frequency(fieldname, searcher.schema[fieldname].to_bytes(text))
        return math.log(1 + (searcher.doc_count() - frequency + 0.5) / (frequency + 0.5))


def whoosh_query(plan):
    match plan:
        case Term(field, text, boost):
            return query.Term(field, text, boost)
        case Phrase(field, texts):
            return query.Phrase(field, list(texts))
        case And(children):
            return query.And([whoosh_query(child) for child in children])
        case Or(children):
            return query.Or([whoosh_query(child) for child in children])
        case Not(child):
            return query.Not(whoosh_query(child))
        case Everything():
            return query.Every()
    raise AssertionError(plan)


EXACT = 10  # longer fields Whoosh keeps rounded to what a byte can say
single = st.lists(st.tuples(WORD), min_size=1, max_size=EXACT)
corpora = st.lists(single, min_size=1, max_size=25)
terms = st.builds(Term, st.just("body_surface"), WORD, BOOST)
scored = st.recursive(
    terms,
    lambda inner: st.one_of(
        st.builds(And, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=5,
)
matching = st.one_of(
    st.builds(Phrase, st.just("body_surface"), st.lists(WORD, min_size=2, max_size=3).map(tuple)),
    st.builds(lambda left, right: And((left, Not(right))), terms, terms),
    st.builds(lambda left, right: And((Everything(), Not(left), Not(right))), terms, terms),
)


def whoosh_answer(corpus, plan) -> dict[int, float]:
    schema = fields.Schema(id=fields.STORED, body_surface=fields.TEXT(analyzer=IDTokenizer(), phrase=True))
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for number, places in enumerate(corpus, start=1):
        writer.add_document(id=number, body_surface=[text for (text,) in places])
    writer.commit()
    with index.searcher(weighting=LuceneIdf()) as searcher:
        results = searcher.search(whoosh_query(plan), limit=None)
        return {hit["id"]: hit.score for hit in results}


def our_answer(corpus, plan) -> dict[int, float]:
    with tempfile.TemporaryDirectory() as folder:
        engine = EmbeddedEngine(Path(folder))
        engine.create()
        written = [Document(number, {"body_surface": places}, {}, {}) for number, places in enumerate(corpus, start=1)]
        for start in range(0, len(written), 8):
            engine.write(written[start : start + 8])
        return {hit.id: hit.score for hit in engine.search(EngineRequest(plan, limit=100)).hits}


@settings(max_examples=60, deadline=None)
@given(corpora, scored)
def test_scores_are_those_of_whooshs_own_searcher(corpus, plan):
    ours, theirs = our_answer(corpus, plan), whoosh_answer(corpus, plan)
    assert ours.keys() == theirs.keys()
    assert all(math.isclose(ours[id_], theirs[id_], rel_tol=1e-6) for id_ in ours)


@settings(max_examples=60, deadline=None)
@given(corpora, matching)
def test_matches_are_those_of_whooshs_own_searcher(corpus, plan):
    assert our_answer(corpus, plan).keys() == whoosh_answer(corpus, plan).keys()

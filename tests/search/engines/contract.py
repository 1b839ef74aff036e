"""What every engine must do. A test class per engine inherits this and makes the engine."""

from __future__ import annotations

import pytest

from articles.search.engines.base import Document, Engine, EngineRequest, FacetRequest
from articles.search.plan import (
    And,
    Boosted,
    Everything,
    Keyword,
    Not,
    Or,
    Phrase,
    Plan,
    Prefix,
    Range,
    Term,
)

OCTOBER, NOVEMBER = 739_539, 739_570


def document(id_: int, words: str, **facts: object) -> Document:
    """A document whose body is `words`; a word `a/b` is two alternatives at one position."""
    places = [tuple(word.split("/")) for word in words.split()]
    keywords = {name: facts.get(name, ()) for name in ("language", "source", "person")}
    return Document(
        id=id_,
        texts={"body_surface": places, "body_stem": [place[:1] for place in places]},
        keywords={name: (value,) if isinstance(value, str) else tuple(value) for name, value in keywords.items()},
        numbers={"day": facts.get("day"), "time": facts.get("time")},
    )


def word(text: str, boost: float = 1.0) -> Term:
    return Term("body_surface", text, boost)


class EngineContract:
    """Inherit and provide the fixture `engine`: an empty engine."""

    @pytest.fixture
    def news(self, engine: Engine) -> Engine:
        engine.write(
            [
                document(1, "president meets minister", language="fa", source="a", day=OCTOBER, time=100),
                document(2, "minister resigns", language="ar", source="b", person=("x", "y"), day=OCTOBER, time=300),
                document(3, "president president travels", language="fa", person=("x",), day=NOVEMBER, time=200),
                document(4, "weather", language="en", source="a"),
            ]
        )
        return engine

    def found(self, engine: Engine, plan: Plan, **request: object) -> list[int]:
        return [hit.id for hit in engine.search(EngineRequest(plan, **request)).hits]

    def matches(self, engine: Engine, plan: Plan) -> set[int]:
        return set(self.found(engine, plan, limit=1000))

    def test_an_empty_engine_finds_nothing(self, engine: Engine):
        answer = engine.search(EngineRequest(Everything(), facets=(FacetRequest("l", "language", Everything()),)))
        assert (answer.total, answer.hits, answer.facets) == (0, (), {"l": {}})
        assert engine.count() == 0
        assert self.matches(engine, word("president")) == set()

    @pytest.mark.parametrize(
        ("plan", "expected"),
        [
            (Everything(), {1, 2, 3, 4}),
            (word("president"), {1, 3}),
            (word("absent"), set()),
            (And((word("president"), word("minister"))), {1}),
            (And((word("president"), Keyword("language", ("ar",)))), set()),
            (And(()), {1, 2, 3, 4}),
            (Or((word("president"), word("weather"))), {1, 3, 4}),
            (Or((Keyword("source", ("b",)), word("weather"))), {2, 4}),
            (Or(()), set()),
            (Not(word("president")), {2, 4}),
            (And((word("minister"), Not(Keyword("person", ("y",))))), {1}),
            (Phrase("body_surface", ("president", "meets")), {1}),
            (Phrase("body_surface", ("meets", "president")), set()),
            (Phrase("body_surface", ("president", "president")), {3}),
            (Phrase("body_surface", ("minister",)), {1, 2}),
            (Phrase("body_surface", ()), set()),
            (Prefix("body_surface", "m"), {1, 2}),
            (Prefix("body_surface", "zz"), set()),
            (Keyword("language", ("fa", "en")), {1, 3, 4}),
            (Keyword("person", ("x",)), {2, 3}),
            (Keyword("person", ("",)), {1, 4}),
            (Keyword("source", ("",)), {3}),
            (Keyword("source", ("nowhere",)), set()),
            (Range("day", OCTOBER, OCTOBER), {1, 2}),
            (Range("day", NOVEMBER, None), {3}),
            (Range("day", None, NOVEMBER), {1, 2, 3}),
            (Range("day", -(10**12), 10**12), {1, 2, 3}),
            (Range("day", 10**12, None), set()),
            (Range("id", 2, 3), {2, 3}),
            (Boosted(word("minister"), word("president")), {1, 2}),
        ],
        ids=repr,
    )
    def test_a_plan_matches(self, news: Engine, plan: Plan, expected: set[int]):
        assert self.matches(news, plan) == expected
        assert news.search(EngineRequest(plan)).total == len(expected)

    def test_alternatives_stand_at_one_position(self, engine: Engine):
        engine.write([document(1, "the president/chief speaks"), document(2, "the chief president speaks")])
        assert self.matches(engine, Phrase("body_surface", ("chief", "speaks"))) == {1}
        assert self.matches(engine, Phrase("body_surface", ("president", "speaks"))) == {1, 2}
        assert self.matches(engine, Phrase("body_surface", ("president", "chief"))) == set()

    def test_a_phrase_needs_positions(self, news: Engine):
        with pytest.raises(ValueError, match="positions"):
            news.search(EngineRequest(Phrase("body_stem", ("president", "meets"))))

    def test_more_occurrences_in_fewer_words_score_higher(self, news: Engine):
        assert self.found(news, word("president")) == [3, 1]

    def test_a_boost_multiplies_and_children_add(self, news: Engine):
        def score(plan: Plan) -> float:
            return news.search(EngineRequest(And((plan, Range("id", 1, 1))))).hits[0].score

        president, minister = score(word("president")), score(word("minister"))
        assert score(word("president", 3.0)) == pytest.approx(3 * president)
        assert score(And((word("president"), word("minister")))) == pytest.approx(president + minister)
        assert score(Or((word("president"), word("minister"), word("absent")))) == pytest.approx(president + minister)
        assert score(Boosted(word("president"), word("minister"))) == pytest.approx(president + minister)
        assert score(Boosted(Everything(), word("minister"))) == pytest.approx(minister)
        assert score(Everything()) == 0

    def test_a_few_matches_among_many_are_raised_by_as_much_as_all_of_them_would_be(self, engine):
        engine.write(
            [
                document(n, f"{'rare ' if n in (7, 50) else ''}{'daily ' * (1 + n % 3)}{'news' if n % 5 else 'sport'}")
                for n in range(1, 81)
            ]
        )
        engine.write([], deleted=[20, 21])
        helpful = Or((word("daily", 0.5), word("news", 2.0), word("nobody")))

        def scores(plan: Plan) -> dict[int, float]:
            return {hit.id: hit.score for hit in engine.search(EngineRequest(plan, limit=100)).hits}

        alone, raised, all_of_them = map(scores, (word("rare"), Boosted(word("rare"), helpful), helpful))
        assert raised == {number: alone[number] + all_of_them[number] for number in (7, 50)}
        assert scores(Boosted(word("nobody"), helpful)) == {}

    def test_filters_do_not_score(self, news: Engine):
        hits = news.search(EngineRequest(And((Keyword("language", ("fa",)), Range("day", OCTOBER, None))))).hits
        assert [(hit.id, hit.score) for hit in hits] == [(3, 0), (1, 0)]

    def test_numbers_sort_in_mixed_directions_with_unknown_last(self, news: Engine):
        everything = Everything()
        assert self.found(news, everything, sort=(("time", True),)) == [2, 3, 1, 4]
        assert self.found(news, everything, sort=(("time", False),)) == [1, 3, 2, 4]
        assert self.found(news, everything, sort=(("day", True), ("time", False))) == [3, 1, 2, 4]
        assert self.found(news, everything, sort=(("day", False), ("id", True))) == [2, 1, 3, 4]
        assert self.found(news, everything, sort=(("id", False),)) == [1, 2, 3, 4]

    def test_equals_fall_to_the_newest_id(self, engine: Engine):
        engine.write([document(id_, "same words") for id_ in (5, 9, 1, 7)])
        assert self.found(engine, word("same")) == [9, 7, 5, 1]
        assert self.found(engine, word("same"), limit=2) == [9, 7]
        assert self.found(engine, word("same"), offset=2, limit=5) == [5, 1]

    def test_every_page_continues_the_one_before(self, engine: Engine):
        engine.write([document(id_, "word " * (id_ % 7 + 1)) for id_ in range(1, 60)])
        whole = self.found(engine, word("word"), limit=100)
        pages = [self.found(engine, word("word"), offset=start, limit=8) for start in range(0, 64, 8)]
        assert [id_ for page in pages for id_ in page] == whole
        assert engine.search(EngineRequest(word("word"), offset=500)).total == 59

    def test_facets_count_what_their_own_plan_matches(self, news: Engine):
        answer = news.search(
            EngineRequest(
                And((word("president"), Keyword("language", ("ar",)))),
                facets=(
                    FacetRequest("language", "language", word("president")),
                    FacetRequest("source", "source", Everything()),
                    FacetRequest("person", "person", Everything()),
                    FacetRequest("month", "day", Everything(), unit="month"),
                    FacetRequest("day", "day", word("president"), unit="day"),
                    FacetRequest("two", "language", Everything(), limit=2),
                ),
            )
        )
        assert answer.total == 0
        assert {name: list(counts.items()) for name, counts in answer.facets.items()} == {
            "language": [("fa", 2)],
            "source": [("a", 2), ("", 1), ("b", 1)],
            "person": [("", 2), ("x", 2), ("y", 1)],
            "month": [("202510", 2), ("", 1), ("202511", 1)],
            "day": [("20251015", 1), ("20251115", 1)],
            "two": [("fa", 2), ("ar", 1)],
        }

    def test_a_second_write_replaces(self, news: Engine):
        news.write([document(1, "weather report", language="en")])
        assert news.count() == 4
        assert self.matches(news, word("president")) == {3}
        assert self.matches(news, word("weather")) == {1, 4}
        assert news.document_frequency("body_surface", "president") == 1

    def test_frequencies_of_many_terms_are_those_of_each(self, news: Engine):
        texts = ("president", "travels", "weather", "nobody")
        assert news.document_frequencies("body_surface", texts) == {
            text: news.document_frequency("body_surface", text) for text in texts
        }
        assert news.document_frequencies("body_surface", ()) == {}

    def test_frequencies_stay_true_when_their_terms_were_searched_for(self, engine: Engine):
        engine.write([document(number, "oil market" if number % 2 else "oil") for number in range(1, 6)])
        before = engine.document_frequencies("body_surface", ("oil", "market", "nobody"))
        for text in ("oil", "market", "nobody"):
            self.matches(engine, word(text))
        assert engine.document_frequencies("body_surface", ("oil", "market", "nobody")) == before
        engine.write([document(6, "market")], deleted=[1])
        assert self.matches(engine, word("oil")) == {2, 3, 4, 5}
        assert engine.document_frequencies("body_surface", ("oil", "market")) == {"oil": 4, "market": 3}

    def test_frequencies_of_very_many_terms_are_those_of_each(self, news: Engine):
        news.write([], deleted=[1])
        texts = ("president", "travels", *(f"president{number}" for number in range(300)), "weather", "رئیس")
        assert news.document_frequencies("body_surface", texts) == {
            text: news.document_frequency("body_surface", text) for text in texts
        }

    def test_an_id_twice_in_one_batch_counts_once_and_the_last_wins(self, engine: Engine):
        engine.write([document(1, "first"), document(2, "other"), document(1, "second")])
        assert (engine.count(), set(engine.ids())) == (2, {1, 2})
        assert self.matches(engine, word("first")) == set()
        assert self.matches(engine, word("second")) == {1}

    def test_deleted_documents_are_gone_everywhere(self, news: Engine):
        news.write([], deleted=[3, 99])
        assert set(news.ids()) == {1, 2, 4}
        assert self.matches(news, word("president")) == {1}
        assert self.matches(news, Not(word("weather"))) == {1, 2}
        assert news.document_frequency("body_surface", "travels") == 0
        assert news.terms("body_surface", "tra", 5) == []
        facets = news.search(EngineRequest(Everything(), facets=(FacetRequest("p", "person", Everything()),))).facets
        assert facets["p"] == {"": 2, "x": 1, "y": 1}

    def test_an_id_deleted_and_written_in_one_batch_is_there(self, news: Engine):
        news.write([document(1, "again")], deleted=[1, 2])
        assert set(news.ids()) == {1, 3, 4}
        assert self.matches(news, word("again")) == {1}

    def test_all_documents_can_go(self, news: Engine):
        news.write([], deleted=[1, 2, 3, 4])
        assert news.count() == 0
        assert self.matches(news, Everything()) == set()

    def test_terms_are_listed_most_frequent_first(self, news: Engine):
        assert list(news.terms("body_surface", "", 3)) == [("minister", 2), ("president", 2), ("meets", 1)]
        assert list(news.terms("body_surface", "pres", 5)) == [("president", 2)]

    def test_letters_of_any_script_and_plane(self, engine: Engine):
        engine.write([document(1, "پوتین الشرع 😀 a\u0301"), document(2, "پوتین\uffff پ")])
        assert self.matches(engine, word("پوتین")) == {1}
        assert self.matches(engine, Prefix("body_surface", "پ")) == {1, 2}
        assert self.matches(engine, word("😀")) == {1}

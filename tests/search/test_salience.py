"""How much the words of a query count beside each other."""

from __future__ import annotations

import pytest

from articles.search.compile import Compiler
from articles.search.engines.base import Document, EngineRequest
from articles.search.engines.memory import MemoryEngine
from articles.search.namebook import DatabaseNames
from articles.search.plan import Phrase, Plan, Term
from articles.search.query import parse
from articles.search.ranking import WEIGHTS
from articles.search.readings import read_phrase, read_words
from articles.search.salience import ASKING, Salience, evenly

TEXTS = ("oil price", "oil market", "oil minister", "oil", "what oil costs", "what")


@pytest.fixture
def engine() -> MemoryEngine:
    engine = MemoryEngine()
    engine.write(
        Document(number, {f"body_{form}": [(word,) for word in text.split()] for form in ("surface", "stem")}, {}, {})
        for number, text in enumerate(TEXTS, 1)
    )
    return engine


def saliences(engine: MemoryEngine, query: str) -> list[float]:
    return list(Salience(engine)(read_words(query, languages=["en"])))


def test_a_rare_word_counts_more_than_a_frequent_one_and_an_unknown_one_most(engine: MemoryEngine) -> None:
    oil, market, unknown = saliences(engine, "oil market zzz")
    assert 0 < oil < market < unknown == 1


def test_a_word_that_titles_repeat_is_frequent_though_no_text_has_it(engine: MemoryEngine) -> None:
    engine.write([Document(9, {"title_stem": [("vienna",)], "title_surface": [("vienna",)]}, {}, {})])
    vienna, unknown = saliences(engine, "vienna zzz")
    assert vienna < unknown


def test_a_word_that_asks_counts_part_of_another_as_frequent(engine: MemoryEngine) -> None:
    engine.write([Document(number, {"body_stem": [("vienna",)]}, {}, {}) for number in (11, 12)])
    what, vienna = saliences(engine, "what vienna")
    assert what == pytest.approx(vienna * ASKING)


@pytest.mark.usefixtures("lexicon")
@pytest.mark.parametrize("word", ["چه", "چه‌قدر", "چقدر", "آیا", "كجا", "متى", "أين", "لماذا", "Who"])
def test_words_ask_in_three_languages_in_any_spelling(word: str) -> None:
    empty = MemoryEngine()
    assert list(Salience(empty)(read_words(word))) == [ASKING]


@pytest.mark.usefixtures("lexicon")
@pytest.mark.parametrize("spelled", ["مرگ‌ومیر", "مرگومیر", "مرگو میر", "مرگ‌و‌میر"])
def test_a_compound_counts_alike_in_any_spelling(spelled: str) -> None:
    engine = MemoryEngine()
    frequent = (("و",), ("مرگ",))
    engine.write(Document(number, {"body_stem": frequent}, {}, {}) for number in range(1, 9))
    engine.write([Document(9, {"body_stem": [("مرگومیر",)]}, {}, {})])
    assert list(Salience(engine)(read_words(spelled))) == list(Salience(engine)(read_words("مرگ و میر")))


def test_words_in_quotation_marks_are_as_rare_as_the_rarest_and_never_ask(engine: MemoryEngine) -> None:
    exact = read_phrase("what price", languages=["en"])
    assert exact is not None
    assert [*Salience(engine)([exact])] == saliences(engine, "price")


def test_nothing_is_asked_of_an_engine_for_no_word() -> None:
    assert list(Salience(None)([])) == []  # type: ignore[arg-type]


def boosts(plan: Plan) -> dict[str, float]:
    """The boosts of body_stem by term, of phrases by their first word."""
    if isinstance(plan, Term):
        return {plan.text: plan.boost} if plan.field == "body_stem" else {}
    if isinstance(plan, Phrase):
        return {plan.texts[0]: plan.boost} if plan.field == "body_surface" else {}
    return {text: boost for child in getattr(plan, "children", ()) for text, boost in boosts(child).items()}


def test_every_field_of_a_word_counts_as_the_word_does(engine: MemoryEngine) -> None:
    compiler = Compiler("any", DatabaseNames(), ["en"], weigh=Salience(engine))
    compiled = compiler.compile(parse('oil market "price oil"').tree, empty=False)
    oil, market, exact = compiled.saliences
    assert boosts(compiled.plan) == {
        "oil": WEIGHTS.body_stem * oil,
        "market": WEIGHTS.body_stem * market,
        "price": WEIGHTS.body_surface * exact,
    }


def test_salience_orders_and_never_decides_what_matches(engine: MemoryEngine) -> None:
    """Two articles with a word each: the rarer word wins by more than BM25 alone would have it."""

    def scores(weigh: object) -> dict[int, float]:
        compiler = Compiler("any", DatabaseNames(), ["en"], weigh=weigh)  # type: ignore[arg-type]
        plan = compiler.compile(parse("oil market").tree, empty=False).plan
        return {hit.id: hit.score for hit in engine.search(EngineRequest(plan)).hits}

    plain, weighed = scores(evenly), scores(Salience(engine))
    assert plain.keys() == weighed.keys()
    assert weighed[2] / weighed[1] > plain[2] / plain[1]

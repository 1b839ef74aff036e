"""Letter n-grams of words, and how they enter a query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.engines.base import Document
from articles.search.engines.memory import MemoryEngine
from articles.search.grams import LONGEST, SIZE, letter_grams
from articles.search.plan import Boosted, Term
from articles.search.ranking import MOST_GRAMS, WEIGHTS, with_grams
from articles.search.readings import read_phrase, read_words
from articles.search.salience import evenly


@pytest.mark.parametrize(
    ("word", "grams"),
    [
        ("", ()),
        ("و", ("_و_",)),
        ("از", ("_از", "از_")),
        ("نفت", ("_نف", "نفت", "فت_")),
        ("aaaaa", ("_aa", "aaa", "aa_")),
    ],
)
def test_beginnings_and_endings_count_and_nothing_counts_twice(word: str, grams: tuple[str, ...]) -> None:
    assert letter_grams(word) == grams


@given(st.text(min_size=1, max_size=3 * LONGEST))
def test_a_word_has_few_short_grams(word: str) -> None:
    grams = letter_grams(word)
    assert 1 <= len(grams) <= LONGEST
    assert all(len(gram) == SIZE for gram in grams)


@pytest.fixture
def engine() -> MemoryEngine:
    """Three articles: one of every n-gram of two long words, the others of a few."""
    engine = MemoryEngine()
    rows = {1: "internationalisation counterrevolutionary", 2: "nation", 3: "nation internal"}
    engine.write(
        Document(
            number,
            {
                "body_surface": [(w,) for w in text.split()],
                "grams": [(g,) for w in text.split() for g in letter_grams(w)],
            },
            {},
            {},
        )
        for number, text in rows.items()
    )
    return engine


def optional(plan: object) -> list[Term]:
    assert isinstance(plan, Boosted)
    return list(plan.optional.children)  # type: ignore[union-attr]


def test_the_rarest_known_grams_of_a_query_are_asked_for(engine: MemoryEngine) -> None:
    required = Term("body_surface", "nation")
    words = read_words("internationalisation counterrevolutionary zzzzz", languages=["und", "en"])
    plan = with_grams(engine, required, words, evenly(words))
    assert isinstance(plan, Boosted)
    assert plan.required == required
    asked = [term.text for term in optional(plan)]
    assert len(asked) == MOST_GRAMS
    assert "zzz" not in asked
    assert "nat" not in asked, "every article has it"


def test_one_word_or_words_in_quotation_marks_go_without(engine: MemoryEngine) -> None:
    required = Term("body_surface", "nation")
    exact = read_phrase("nation internal", languages=["en"])
    assert exact is not None
    for words in ([], read_words("nation", languages=["en"]), [exact], [exact, exact]):
        assert with_grams(engine, required, words, evenly(words)) is required


def test_a_query_of_unknown_letters_stays_as_it_is(engine: MemoryEngine) -> None:
    required = Term("body_surface", "nation")
    words = read_words("zzzzz qqqqq", languages=["en"])
    assert with_grams(engine, required, words, evenly(words)) is required


def test_letters_count_as_the_most_salient_word_that_has_them(engine: MemoryEngine) -> None:
    words = read_words("nation internal", languages=["en"])
    boosts = {
        term.text: term.boost / WEIGHTS.grams
        for term in optional(with_grams(engine, Term("body_surface", "nation"), words, [0.25, 0.5]))
    }
    assert boosts["ati"] == 0.25
    assert boosts["int"] == boosts["_na"] * 2
    assert boosts["nal"] == 0.5

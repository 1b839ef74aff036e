"""Which word of the index was meant."""

from __future__ import annotations

import pytest

from articles.search.didyoumean import candidates, neighbours, suggestion
from articles.search.engines.memory import MemoryEngine
from articles.search.readings import read_words
from tests.search.engines.contract import document

COUNTS = {"پوتین": 3, "بوتین": 9, "قذافی": 2, "نفت": 40, "سوریه": 5, "سوری": 20}


@pytest.fixture(scope="module")
def engine() -> MemoryEngine:
    found = MemoryEngine()
    words = [word for word, count in COUNTS.items() for _ in range(count)]
    found.write(document(number, word) for number, word in enumerate(words, 1))
    return found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("پوطین", "پوتین"),  # one letter alike, before two of the more frequent word
        ("بوطین", "بوتین"),
        ("غزافی", "قذافی"),  # two letters alike
        ("سوریح", "سوریه"),  # a letter alike, before a letter lost of the more frequent word
        ("نفط", "نفت"),
        ("نففت", "نفت"),
        ("نقت", "نفت"),
        ("فنت", "نفت"),
        ("نفت", None),
        ("ززززز", None),
    ],
)
def test_the_likeliest_word_one_slip_away(engine: MemoryEngine, typed: str, meant: str | None) -> None:
    assert next((found.surface for found in neighbours(engine, typed)), None) == meant


def test_each_candidate_comes_once_and_the_word_itself_never() -> None:
    found = [candidate.surface for candidate in candidates("مذاکره")]
    assert len(found) == len(set(found))
    assert "مذاکره" not in found


TITLES = {
    "قیمت طلا": 4, "تلا آیه": 2, "قیمت تا نفت": 5, "تا فردا": 30, "جام جهانی": 3, "عام": 40, "ایران": 3, "افغانستان": 3,
    "هقشة": 1, "iran": 2,
}  # fmt: skip


@pytest.fixture
def portal_engine(monkeypatch: pytest.MonkeyPatch) -> MemoryEngine:
    """TITLES, and words written as the index has them."""
    monkeypatch.setattr("articles.search.didyoumean.written_form", lambda surface: surface)
    found = MemoryEngine()
    titles = [title for title, count in TITLES.items() for _ in range(count)]
    found.write(document(number, title) for number, title in enumerate(titles, 1))
    return found


@pytest.mark.usefixtures("lexicon")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("غیمت تلا", "قیمت طلا"),  # side by side, before the frequent تا with a letter lost
        ("جام جحانی", "جام جهانی"),  # the word that articles hold stays, though عام is more frequent
        ("افقانستان", "افغانستان"),  # though it begins with افق
        ("hdvhk", "ایران"),
        ("هقشد", "iran"),  # more of them than of the rare word one letter away
        ("ززززز", None),
    ],
)
def test_a_query_is_corrected_as_a_whole(portal_engine: MemoryEngine, typed: str, meant: str | None) -> None:
    def finds(q: str) -> int:
        return sum(count for title, count in TITLES.items() if set(q.split()) <= set(title.split()))

    assert suggestion(portal_engine, typed, read_words(typed), finds) == meant


def test_a_word_that_articles_hold_is_no_slip_of_one_that_is_not_far_more_frequent() -> None:
    engine = MemoryEngine()
    engine.write(document(number, "این" if number else "چین") for number in range(51))
    assert neighbours(engine, "چین") == []
    assert [found.surface for found in neighbours(engine, "اینن")] == ["این"]


@pytest.mark.usefixtures("lexicon")
def test_a_person_of_nearly_that_name_is_meant_before_a_word_one_letter_away(portal_engine: MemoryEngine) -> None:
    counts = {"جام جحانی": 0, "جام جهانی": 1, "جام زمانی": 3}
    words = read_words("جام جحانی")
    assert suggestion(portal_engine, "جام جحانی", words, lambda q: counts.get(q, 0), ["جام زمانی"]) == "جام زمانی"
    assert suggestion(portal_engine, "جام جحانی", words, lambda q: counts.get(q, 0)) == "جام جهانی"


@pytest.mark.usefixtures("lexicon")
def test_nothing_is_suggested_that_finds_no_more(portal_engine: MemoryEngine) -> None:
    assert suggestion(portal_engine, "غیمت تلا", read_words("غیمت تلا"), lambda _: 0) is None


@pytest.mark.usefixtures("lexicon")
@pytest.mark.parametrize(
    ("typed", "names", "meant"),
    [
        ("گحنی ایران", {"گحنی": ["جهانی"]}, "جهانی ایران"),  # further away than any slip
        ("ایران گحنی", {"گحنی": ["جهانی"]}, "ایران جهانی"),
        ("گحنی ایران", {"گحنی": ["ناشناس"]}, None),  # of which no article tells
        ("گحنی", {"گحنی": ["جهانی"]}, None),  # alone, it would have been asked for as a whole
        ("عام ایران", {"عام": ["جهانی"]}, None),  # a word of many articles
    ],
)
def test_a_rare_word_among_others_may_be_a_name_that_sounds_so(
    portal_engine: MemoryEngine, typed: str, names: dict[str, list[str]], meant: str | None
) -> None:
    def finds(q: str) -> int:
        return int("جهانی" in q)

    assert suggestion(portal_engine, typed, read_words(typed), finds, named=lambda word: names.get(word, [])) == meant

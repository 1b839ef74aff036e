"""Which word of the index was meant."""

from __future__ import annotations

import pytest

from articles.search.didyoumean import best_neighbour, candidates
from articles.search.engines.memory import MemoryEngine
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
    assert best_neighbour(engine, typed) == meant


def test_each_candidate_comes_once_and_the_word_itself_never() -> None:
    found = [candidate.surface for candidate in candidates("مذاکره")]
    assert len(found) == len(set(found))
    assert "مذاکره" not in found

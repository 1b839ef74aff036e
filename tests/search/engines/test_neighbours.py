"""Neighbours of the embedded engine are those that the reference engine reckons one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.search.engines.base import Document
from articles.search.engines.memory import MemoryEngine
from articles.search.engines.whoosh.engine import EmbeddedEngine

WORDS = [
    "انتخابات",
    "انتخاباتی",
    "انتخاب",
    "منتخب",
    "تهران",
    "تهرانی",
    "نفت",
    "ا",
    "aaa",
    "aaaa",
    "election",
    "elections",
]


def documents(words: list[str], first: int) -> list[Document]:
    return [
        Document(number, {"body_surface": [(word,)]}, {}, {"day": None, "time": None})
        for number, word in enumerate(words, first)
    ]


@pytest.mark.parametrize("word", [*WORDS, "انتخابت", "xyz", "", "\ud800"])
def test_both_engines_agree_over_several_segments(tmp_path: Path, word: str) -> None:
    embedded, reference = EmbeddedEngine(tmp_path / "index"), MemoryEngine()
    embedded.create()
    for batch in (documents(WORDS[:5], 1), documents(WORDS[3:], 100)):
        embedded.write(batch)
        reference.write(batch)
    found = embedded.neighbours("body_surface", word, 0.3, 10)
    assert [(term, round(dice, 9), count) for term, dice, count in found] == [
        (term, round(dice, 9), count) for term, dice, count in reference.neighbours("body_surface", word, 0.3, 10)
    ]


def test_an_empty_index_has_no_neighbours(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path / "index")
    engine.create()
    assert list(engine.neighbours("body_surface", "نفت", 0.4, 5)) == []

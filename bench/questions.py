"""The questions of the benchmark: ten classes in equal parts, drawn from the corpus by the frequency of words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import numpy as np

from bench.corpus import Corpus

KINDS = (
    "frequent term",
    "rare term",
    "and",
    "or",
    "not",
    "phrase",
    "prefix",
    "two fields",
    "dates, newest first",
    "language, two facets",
)
PREFIX_TERMS = 50
"""A prefix is drawn so that it has at most so many terms: engines bound expansions differently."""


@dataclass(frozen=True)
class Question:
    """What is asked; which of the values count depends on the kind."""

    kind: str
    words: tuple[str, ...]
    days: tuple[int, int] = (0, 0)
    language: str = ""


def questions(corpus: Corpus, each: int) -> list[Question]:  # noqa: C901 - one branch per kind
    """`each` questions of every kind, mixed; the same for the same corpus."""
    rng = np.random.default_rng((corpus.seed, 7))
    surfaces = [surface for surface, _ in corpus.vocabulary]
    sample = [document.texts["body_surface"] for document in islice(corpus.documents(), 1000)]
    known = sorted(surfaces)

    def word(low: int, high: int) -> str:
        return surfaces[int(rng.integers(low, high))]

    def phrase() -> tuple[str, ...]:
        text = sample[int(rng.integers(0, len(sample)))]
        at = int(rng.integers(0, len(text) - 2))
        return tuple(text[i][0] for i in (at, at + 1))

    def prefix() -> str:
        for _ in range(1000):
            begin = surfaces[int(rng.integers(50, 20_000))][:4]
            first = np.searchsorted(known, begin)
            last = np.searchsorted(known, begin + "\U0010ffff")
            if 1 < last - first <= PREFIX_TERMS:
                return begin
        raise ValueError("the vocabulary has no prefix of the wanted size")

    def question(kind: str) -> Question:  # noqa: PLR0911
        match kind:
            case "rare term":
                return Question(kind, (word(5_000, 60_000),))
            case "and" | "or":
                return Question(kind, (word(5, 200), word(20, 3_000)))
            case "not":
                return Question(kind, (word(20, 1_000), word(5, 200)))
            case "phrase":
                return Question(kind, phrase())
            case "prefix":
                return Question(kind, (prefix(),))
            case "dates, newest first":
                start = 738_156 + int(rng.integers(0, 900))
                return Question(kind, (word(5, 500),), days=(start, start + int(rng.integers(7, 365))))
            case "language, two facets":
                return Question(kind, (word(5, 500),), language=("fa", "ar")[int(rng.integers(0, 2))])
            case _:
                return Question(kind, (word(5, 200),))

    asked = [question(kind) for kind in KINDS for _ in range(each)]
    return [asked[i] for i in rng.permutation(len(asked))]

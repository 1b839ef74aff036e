"""A deterministic corpus of any size: pseudo-Persian words with the frequencies of news, through the real analysis.

Word ranks follow Zipf and Mandelbrot (exponent 1.05, shift 2.7: a vocabulary that still grows at a million
articles); lengths are log-normal around 250 words. Every word of the vocabulary passes the analysis once, and articles
are drawn from analysed words, so that a benchmark measures the engine and not the analysis.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path

import numpy as np

from articles.search.engines.base import Derived, Document
from articles.search.grams import letter_grams
from articles.text.analysis import ANALYSIS_VERSION, analyse

_LETTERS = "ابپتجچحخدرزسشصطعفقکگلمنوهی"
_BATCH = 1_000
_FIRST_DAY = date(2022, 1, 1).toordinal()
_DAYS = 3 * 365
_LANGUAGES = ("fa", "ar", "en")
_SHARES = (0.6, 0.35, 0.05)


@dataclass(frozen=True)
class Corpus:
    """`size` articles; the same seed gives the same articles, and a larger size only adds some."""

    size: int
    seed: int = 1
    vocabulary_size: int = 200_000
    words: int = 250
    outlets: int = 40
    people: int = 500
    store: Path | None = None

    @cached_property
    def vocabulary(self) -> list[tuple[str, str]]:
        """Surface and stem by rank; frequent words are short. Kept in `store`, because analysing takes a while."""
        if self.store is None:
            return self._vocabulary()
        path = self.store / f"vocabulary-{self.seed}-{self.vocabulary_size}-{ANALYSIS_VERSION}.json"
        if not path.exists():
            path.write_text(json.dumps(self._vocabulary(), ensure_ascii=False), encoding="utf-8")
        return [(surface, stem) for surface, stem in json.loads(path.read_text(encoding="utf-8"))]

    def _vocabulary(self) -> list[tuple[str, str]]:
        rng = np.random.default_rng(self.seed)
        seen: dict[str, None] = {}
        while len(seen) < self.vocabulary_size:
            length = 2 + int(np.log2(len(seen) + 2) // 3) + int(rng.integers(0, 4))
            seen.setdefault("".join(_LETTERS[i] for i in rng.integers(0, len(_LETTERS), length)))
        analysed = []
        for word in seen:
            tokens = analyse(word, "fa")
            analysed.append((tokens[0].surface, tokens[0].stem) if len(tokens) == 1 else (word, word))
        return analysed

    @cached_property
    def _steps(self) -> np.ndarray:
        ranks = np.arange(1, self.vocabulary_size + 1)
        weights = 1 / (ranks + 2.7) ** 1.05
        return np.cumsum(weights / weights.sum())

    def documents(self, first: int = 0) -> Iterator[Document]:
        """The articles from number `first` on; ids begin at 1."""
        for start in range(first - first % _BATCH, self.size, _BATCH):
            for document in self._batch(start, min(_BATCH, self.size - start)):
                if document.id > first:
                    yield document

    def _batch(self, start: int, count: int) -> Iterator[Document]:
        rng = np.random.default_rng((self.seed, start))
        lengths = np.clip(rng.lognormal(np.log(self.words * 0.85), 0.55, _BATCH).astype(int), 20, 4000)
        titles = rng.integers(5, 14, _BATCH)
        ranks = np.searchsorted(self._steps, rng.random(int(lengths.sum() + titles.sum())))
        days = rng.integers(0, _DAYS, _BATCH)
        languages = rng.choice(len(_LANGUAGES), _BATCH, p=_SHARES)
        outlets = np.minimum(rng.zipf(1.3, _BATCH), self.outlets)
        people = [np.unique(np.minimum(rng.zipf(1.4, number), self.people)) for number in rng.integers(0, 4, _BATCH)]
        at = 0
        surfaces = [(surface,) for surface, _ in self.vocabulary]
        stems = [(stem,) for _, stem in self.vocabulary]
        words = [surface for surface, _ in self.vocabulary]
        for i in range(count):
            title = ranks[at : at + titles[i]].tolist()
            body = ranks[at + titles[i] : at + titles[i] + lengths[i]].tolist()
            at += titles[i] + lengths[i]
            day = _FIRST_DAY + int(days[i])
            yield Document(
                id=start + i + 1,
                texts={
                    "title_surface": [surfaces[rank] for rank in title],
                    "title_stem": [stems[rank] for rank in title],
                    "body_surface": [surfaces[rank] for rank in body],
                    "body_stem": [stems[rank] for rank in body],
                    "grams": Derived([words[rank] for rank in chain(title, body)], letter_grams),
                },
                keywords={
                    "language": (_LANGUAGES[languages[i]],),
                    "source": (f"outlet-{outlets[i]}",),
                    "person": tuple(f"person-{number}" for number in people[i]),
                },
                numbers={"day": day, "time": (day - 719_163) * 86_400 + start + i},
            )

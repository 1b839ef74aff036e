"""BM25 as every engine of this portal computes it. Pure; works alike on numbers and on numpy arrays.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the idf that
Lucene uses, which is never negative. Statistics count live documents only, so that a score does not depend
on which deletions have been merged away.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Amount = TypeVar("Amount", float, npt.NDArray[np.float64])


@dataclass(frozen=True, slots=True)
class Bm25:
    """`k1` bounds what repetition adds, `b` how far length counts (0 not at all, 1 in full)."""

    k1: float = 1.2
    b: float = 0.75

    def idf(self, documents: int, frequency: int) -> float:
        """`documents` in the index, `frequency` of them with the term."""
        return math.log(1.0 + (documents - frequency + 0.5) / (frequency + 0.5))

    def score(self, idf: float, times: Amount, length: Amount, average: float) -> Amount:
        """What a term adds to a document that holds it `times` in a field of `length` positions.

        The order of the operations is part of the contract: engines that keep it agree to the last bit.
        """
        return self.score_by_norm(idf, times, self.norm(length, average))

    def norm(self, length: Amount, average: float) -> Amount:
        """The part of a score that is the same for all terms of a document."""
        return self.k1 * ((1.0 - self.b) + self.b * (length / average))

    def score_by_norm(self, idf: float, times: Amount, norm: Amount) -> Amount:
        return (times * (self.k1 + 1.0)) * idf / (times + norm)


RANKING = Bm25()
"""The constants in use. Every engine takes them as a parameter; change them here, no rebuild is needed."""

PREFIX_EXPANSIONS = 128
"""A prefix stands for its most frequent terms up to this many."""

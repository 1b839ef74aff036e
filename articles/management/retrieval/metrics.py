"""How good a ranking is, after Manning, Raghavan and Schütze, Introduction to Information Retrieval (2008), chapter 8.

nDCG as Järvelin and Kekäläinen (2002) with log2(rank + 1), as trec_eval computes it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Judgements = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over queries, each from 0 to 1."""

    queries: int
    ndcg: float
    map: float
    mrr: float
    recall: float


def quality(rankings: Iterable[tuple[Sequence[str], Judgements]]) -> Quality:
    """nDCG@10, MAP, MRR@10 and recall@100 over rankings of passage ids with their judgements."""
    rows = [
        (ndcg(ranking, judged), average_precision(ranking, judged), reciprocal_rank(ranking, judged),
         recall(ranking, judged))
        for ranking, judged in rankings
        if judged
    ]  # fmt: skip
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)] if rows else [0.0] * 4
    return Quality(len(rows), *means)


def ndcg(ranking: Sequence[str], judged: Judgements, depth: int = 10) -> float:
    ideal = _gain(sorted(judged.values(), reverse=True)[:depth])
    return _gain([judged.get(passage, 0) for passage in ranking[:depth]]) / ideal if ideal else 0.0


def _gain(relevances: Sequence[int]) -> float:
    return sum(relevance / math.log2(rank + 1) for rank, relevance in enumerate(relevances, 1))


def average_precision(ranking: Sequence[str], judged: Judgements) -> float:
    found, total = 0, 0.0
    for rank, passage in enumerate(ranking, 1):
        if passage in judged:
            found += 1
            total += found / rank
    return total / len(judged) if judged else 0.0


def reciprocal_rank(ranking: Sequence[str], judged: Judgements, depth: int = 10) -> float:
    return next((1 / rank for rank, passage in enumerate(ranking[:depth], 1) if passage in judged), 0.0)


def recall(ranking: Sequence[str], judged: Judgements, depth: int = 100) -> float:
    return sum(passage in judged for passage in ranking[:depth]) / len(judged) if judged else 0.0

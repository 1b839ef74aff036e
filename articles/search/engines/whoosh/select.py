"""The best k of many by several keys in mixed directions, without sorting the rest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from articles.search.engines.whoosh.packing import Longs, Numbers


def best(keys: Sequence[Numbers], k: int) -> Longs:
    """The indices of the k entries that come first when sorted by the keys ascending, in that order.

    Later keys decide between equals of the earlier ones. Negate a key to reverse it.
    """
    count = len(keys[0])
    if k <= 0 or not count:
        return np.zeros(0, np.int64)
    chosen = _first(keys, np.arange(count), k) if k < count else np.arange(count)
    ordered: Longs = chosen[np.lexsort([key[chosen] for key in reversed(keys)])]
    return ordered


def _first(keys: Sequence[Numbers], among: Longs, k: int) -> Longs:
    """k entries that come first, in any order: whole classes of the first key, then ties by the next."""
    key = keys[0][among]
    bound = np.partition(key, k - 1)[k - 1]
    inside = among[key < bound]
    ties = among[key == bound]
    if len(keys) == 1 or len(inside) + len(ties) == k:
        return np.concatenate([inside, ties[: k - len(inside)]])
    return np.concatenate([inside, _first(keys[1:], ties, k - len(inside))])

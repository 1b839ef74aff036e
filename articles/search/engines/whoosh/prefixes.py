"""Terms that begin with a prefix, most frequent first, over all segments."""

from __future__ import annotations

from collections import Counter

import numpy as np

from articles.search.engines.whoosh.snapshot import Snapshot

_EXACT_COUNTING = 512
"""Up to so many candidates are counted anew without deleted documents; beyond, the dictionary's counts decide."""
_CANDIDATES = 4
"""Of each segment so many times the limit are looked at: a term rare in one may be frequent in another."""


def expansions(snapshot: Snapshot, field: str, prefix: str, limit: int) -> list[str]:
    return [text for text, _ in frequent_terms(snapshot, field, prefix, limit)]


def frequent_terms(snapshot: Snapshot, field: str, prefix: str, limit: int) -> list[tuple[str, int]]:
    """At most `limit` terms with their document frequencies, ties in the order of code points.

    Exact while the candidates are few; a prefix of very many terms may miss one at the limit that is
    rare in every single segment.
    """
    counts: Counter[bytes] = Counter()
    for segment in snapshot.segments:
        reader = segment.fields[field]
        first, last = reader.prefixed(prefix.encode())
        numbers = np.arange(first, last)
        bound = max(limit * _CANDIDATES, _EXACT_COUNTING)
        if last - first > bound:
            frequencies = reader.frequencies[first:last]
            numbers = first + np.sort(np.argpartition(frequencies, -bound)[-bound:])
            pairs = zip((reader[int(number)] for number in numbers), reader.frequencies[numbers].tolist(), strict=True)
        else:
            pairs = zip(reader.terms(first, last), reader.frequencies[first:last].tolist(), strict=True)
        for term, frequency in pairs:
            counts[term] += frequency
    if snapshot.has_deletions and len(counts) <= _EXACT_COUNTING:
        counts = Counter({term: snapshot.frequency(field, term.decode()) for term in counts})
    found = sorted(((-count, term) for term, count in counts.items() if count))[:limit]
    return [(term.decode(), -negative) for negative, term in found]

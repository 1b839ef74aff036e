from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from articles.search.engines.whoosh.select import best

ROWS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(-99, 99)), max_size=40)


@given(ROWS, st.integers(0, 45))
def test_the_best_are_those_of_a_full_sort(rows, k):
    rows = [(*row, number) for number, row in enumerate(rows)]
    keys = [np.array([row[i] for row in rows], np.int64) for i in range(4)]
    assert [rows[i] for i in best(keys, k)] == sorted(rows)[:k]

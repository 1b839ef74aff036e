from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from articles.search.engines.whoosh.select import best

ROWS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(-99, 99)), max_size=40)


@given(ROWS, st.integers(0, 45))
def test_the_best_are_those_of_a_full_sort(rows, k):
    rows = [(*row, number) for number, row in enumerate(rows)]
    columns = [np.array([row[i] for row in rows], np.int64) for i in range(4)]
    keys = [lambda at, column=column: column if at is None else column[at] for column in columns]
    assert [rows[i] for i in best(len(rows), keys, k)] == sorted(rows, reverse=True)[:k]


@given(st.lists(st.integers(0, 60), min_size=600, max_size=900), st.integers(1, 3))
def test_the_best_of_very_many(values, k):
    column, ids = np.array(values), np.arange(len(values))
    keys = [lambda at: column if at is None else column[at], lambda at: ids if at is None else ids[at]]
    expected = sorted(zip(values, range(len(values)), strict=True), reverse=True)[:k]
    assert [(values[i], i) for i in best(len(values), keys, k)] == expected

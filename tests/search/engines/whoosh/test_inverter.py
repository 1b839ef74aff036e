"""Postings of random documents beside a dictionary filled word by word."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.engines.base import Derived
from articles.search.engines.whoosh.inverter import Inverter, Postings

WORD = st.sampled_from(["", "a", "ab", "abab", "ب", "بت", "𐎠"])
PLACES = st.lists(st.lists(WORD, max_size=3).map(tuple), max_size=6)
Occurrences = dict[bytes, dict[int, list[int]]]


def letters(word: str) -> tuple[str, ...]:
    """Several terms of a word, one twice, or none."""
    return tuple(word)


DOCUMENT = PLACES | st.lists(WORD, max_size=6).map(lambda words: Derived(words, letters))


def inverted_plainly(documents) -> Occurrences:
    found: Occurrences = defaultdict(lambda: defaultdict(list))
    for number, places in enumerate(documents):
        for position, place in enumerate(places):
            for term in set(place):
                found[term.encode()][number].append(position)
    return found


def unpacked(postings: Postings) -> Occurrences:
    documents, times = iter(postings.documents.tolist()), iter(postings.times.tolist())
    positions = iter(postings.positions.tolist())
    return {
        term: {next(documents): [next(positions) for _ in range(next(times))] for _ in range(frequency)}
        for term, frequency in zip(postings.terms, postings.frequencies.tolist(), strict=True)
    }


@given(st.lists(DOCUMENT, max_size=6))
def test_every_occurrence_is_found_where_it_stands(documents) -> None:
    inverter = Inverter(with_positions=True)
    for document in documents:
        inverter.add(document)
    postings, lengths = inverter.inverted()
    assert list(postings.terms) == sorted(postings.terms)
    assert unpacked(postings) == inverted_plainly(documents)
    assert lengths.tolist() == [len(document) for document in documents]


@given(st.lists(DOCUMENT, max_size=6))
def test_without_positions_all_else_is_the_same(documents) -> None:
    with_positions, without = Inverter(True), Inverter(False)
    for document in documents:
        with_positions.add(document)
        without.add(document)
    (expected, lengths), (found, same_lengths) = with_positions.inverted(), without.inverted()
    assert found.positions is None
    assert found.terms == expected.terms
    assert [array.tolist() for array in (found.frequencies, found.documents, found.times, same_lengths)] == [
        array.tolist() for array in (expected.frequencies, expected.documents, expected.times, lengths)
    ]


def test_derived_terms_are_a_sequence_like_any_other() -> None:
    derived = Derived(["ab", "", "b"], letters)
    assert list(derived) == [("a",), ("b",), ("b",)]
    assert len(derived) == 3
    assert derived[1:] == [("b",), ("b",)]
    with pytest.raises(IndexError):
        derived[3]

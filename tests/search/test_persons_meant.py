"""The persons named among the words of a query."""

from __future__ import annotations

import pytest

from articles.search.persons_meant import persons_meant
from articles.search.request import SearchRequest
from articles.search.searcher import search

pytestmark = pytest.mark.usefixtures("portal")


def meant(q: str) -> list[tuple[str, str]]:
    found = persons_meant(q, search(SearchRequest(q=q), language="en"))
    return [(one.person.slug, one.rest) for one in found]


@pytest.mark.parametrize(
    ("q", "rest"),
    [
        ("پوتین", ""),
        ("Vladimir Putin", ""),
        ("Putin بوتين پوتین", ""),
        ("ولادمیر پوتین", ""),  # misspelt
        ("Vladimir Putin سوریه", "سوریه"),
        ("سخنان   Vladimir   Putin   سوریه", "سخنان سوریه"),
        ("سخنان ولادیمیر پوتین در کرملین", "سخنان در کرملین"),
        ('"ولادیمیر پوتین" نفت', "نفت"),
        ("پوتین -نفت", "-نفت"),
        ("پوتین یا باران", ""),
        ("پوتین lang:fa", "lang:fa"),
        ("پوتین تا:2025-10-31", "تا:2025-10-31"),
    ],
)
def test_the_words_beside_the_name_are_kept(q: str, rest: str) -> None:
    assert meant(q) == [("vladimir-putin", rest)]


def test_of_several_persons_each_is_offered_beside_the_others_name() -> None:
    assert sorted(meant("ولادیمیر پوتین احمد الشرع")) == [
        ("ahmad-al-sharaa", "ولادیمیر پوتین"),
        ("vladimir-putin", "احمد الشرع"),
    ]


@pytest.mark.parametrize("q", ["", "باران", "person:putin", "شخص:پوتین سوریه"])
def test_nobody_is_offered_where_none_is_named_or_one_asked_for_as_such(q: str) -> None:
    assert meant(q) == []

"""Addresses of neighbouring searches."""

import pytest
from django.http import QueryDict

from articles.views.search_links import Links


def links(query: str) -> Links:
    return Links(QueryDict(query))


def test_page_interface_language_and_empty_values_do_not_travel():
    assert links("q=a&page=3&ui=ar&from=&to=%20").here() == "?q=a"


def test_values_add_up_and_go():
    assert links("language=fa").adding("language", "ar") == "?language=fa&language=ar"
    assert links("language=fa&language=ar").without("language", "fa") == "?language=ar"
    assert links("q=a&language=fa").without("language") == "?q=a"


def test_excluding_takes_the_place_of_wanting():
    assert links("source=a").adding("source", "-a") == "?source=-a"
    assert links("source=-a").adding("source", "a") == "?source=a"


def test_single_values_are_replaced():
    assert links("sort=newest&q=a").with_one("sort", "oldest") == "?sort=oldest&q=a"
    assert links("from=1404&to=1404").with_values(from_="", to="") == "?"


def test_words_alone_stay():
    assert links("q=a+b&source=x&from=1404").without_filters() == "?q=a+b"


@pytest.mark.parametrize(
    ("page", "last", "numbers"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (5, 9, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (9, 9, [1, None, 7, 8, 9]),
        (40, 9, [1, None, 9]),
    ],
)
def test_the_pager_shows_first_last_and_neighbours(page, last, numbers):
    assert [step.number for step in links("q=a").pages(page, last)] == numbers

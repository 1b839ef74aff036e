"""The page that tells how to search."""

import pytest
from django.utils import translation

from articles.search.query import parse
from articles.views.help import examples

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["fa", "ar", "en"])
def test_every_example_is_understood_as_it_stands(language):
    with translation.override(language):
        queries = [example.query for example in examples()]
    assert len(set(queries)) == 11
    assert [(query, parse(query).problems) for query in queries if parse(query).problems] == []


def test_the_page_leads_to_the_searches(client):
    text = client.get("/help/?ui=fa").text
    assert '<a class="linked" href="/search/?q=%D9%BE%D9%88%D8%AA%DB%8C%D9%86' in text
    assert "راهنمای جست‌وجو" in text

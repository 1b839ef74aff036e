"""Pages for what went wrong."""

import pytest
from django.test import RequestFactory

from articles.views.errors import server_error


@pytest.mark.django_db
def test_an_unknown_page_is_told_in_the_reader_s_language(client):
    response = client.get("/nowhere/?ui=ar")
    assert response.status_code == 404
    assert 'lang="ar" dir="rtl"' in response.text
    assert "هذه الصفحة غير موجودة" in response.text


def test_the_page_of_a_fault_needs_no_database():
    # No database fixture: any query would fail this test.
    response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert b"<h1" in response.content


def test_a_fault_in_a_view_is_answered_by_that_page(client, db, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("articles.views.sources.sort_key", None)
    monkeypatch.setattr("articles.views.sources.Source.objects.all", lambda: 1 / 0)
    response = client.get("/sources/?ui=en")
    assert response.status_code == 500
    assert "Something went wrong here." in response.text

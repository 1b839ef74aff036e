"""What holds while there is no index."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.mark.parametrize("path", ["/search/?q=a&ui=en", "/search/feed.rss?q=a", "/search/results.csv?q=a"])
def test_search_says_so_with_503(client, path):
    assert client.get(path).status_code == 503


def test_the_page_says_what_happens(client):
    assert "Search is being rebuilt" in client.get("/search/?ui=en").text


def test_other_pages_go_on(client, make):
    article = make()
    assert client.get("/").status_code == 200
    assert client.get(article.get_absolute_url()).status_code == 200


def test_readyz_names_the_index(client):
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "database: ok" in response.text
    assert "index: ok" not in response.text


def test_healthz_still_lives(client):
    assert client.get("/healthz").status_code == 200

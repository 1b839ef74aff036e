"""What a reader keeps in the browser."""


def test_the_page_needs_no_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        response = client.get("/saved/")
    assert response.status_code == 200
    assert 'data-kept="saved"' in response.text


def test_the_worker_is_served_from_the_root_and_never_stale(client):
    response = client.get("/worker.js")
    assert response.headers["Content-Type"] == "text/javascript"
    assert "no-cache" in response.headers["Cache-Control"]
    assert b"respondWith" in b"".join(response.streaming_content)

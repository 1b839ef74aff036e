"""The JSON API over HTTP: shapes to the letter, errors by parameter, hostile input."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from articles.models import Article, Mention

pytestmark = pytest.mark.usefixtures("portal")


@pytest.fixture(autouse=True)
def _fresh_counters() -> None:
    cache.clear()


def get(client: Client, address: str, status: int = 200) -> Any:
    response = client.get(address, headers={"accept-language": "en"})
    assert response.status_code == status, response.content
    assert response["Content-Type"].startswith("application/json")
    return json.loads(response.content)


def test_a_search_answer_has_the_promised_shape(client: Client) -> None:
    answer = get(client, "/api/v1/search?q=پوتین&page_size=5")
    assert set(answer) >= {
        "total", "page", "page_size", "match", "notice", "suggestion", "query_errors", "people", "facets", "results",
    }  # fmt: skip
    assert (answer["total"], answer["page"], answer["page_size"], answer["match"]) == (1, 1, 5, "all")
    assert answer["people"] == [{"slug": "vladimir-putin", "name": "Vladimir Putin"}]
    assert set(answer["facets"]) == {"language", "source", "person", "month"}
    assert answer["facets"]["month"][0] == {"value": "2025-10", "label": "October 2025", "count": 1}
    (result,) = answer["results"]
    article = Article.objects.get(external_id="k1")
    assert result["id"] == article.pk
    assert result["external_id"] == "ruz-example-org:k1"
    assert result["url"] == f"/articles/{article.pk}/"
    assert result["original_url"] is None
    assert (result["language"], result["direction"]) == ("fa", "rtl")
    assert result["source"]["slug"] == "ruz-example-org"
    assert (result["published"], result["published_how"], result["day"]) == ("2025-10-15", "given", "2025-10-15")
    assert "<mark>پوتین</mark>" in result["snippet_html"]
    assert {person["slug"] for person in result["people"]} == {"vladimir-putin", "ahmad-al-sharaa"}
    assert isinstance(result["score"], float)
    assert isinstance(result["matched"], list)


def test_answers_are_letters_not_escapes(client: Client) -> None:
    assert "پوتین" in client.get("/api/v1/search?q=پوتین").text


def test_repeated_and_excluded_parameters_reach_the_search(client: Client) -> None:
    assert get(client, "/api/v1/search?language=fa&language=en")["total"] == 5
    assert get(client, "/api/v1/search?language=-fa")["total"] == 2
    assert get(client, "/api/v1/search?from=مهر ۱۴۰۴&to=مهر ۱۴۰۴")["total"] == 3
    assert get(client, "/api/v1/search?from=1404-07-23&to=1404-07-23")["total"] == 1


@pytest.mark.parametrize(
    "parameter",
    [
        "from=31 مهر 1404",
        "to=x",
        "page=0",
        "page_size=101",
        "sort=x",
        "match=x",
        "calendar=x",
        "language=!",
        "person=%00",
    ],
)
def test_a_bad_value_is_refused_by_its_parameter(client: Client, parameter: str) -> None:
    error = get(client, f"/api/v1/search?{parameter}", status=400)["error"]
    assert error["parameter"] == parameter.partition("=")[0]
    assert error["message"]


def test_a_broken_query_is_searched_and_told(client: Client) -> None:
    answer = get(client, '/api/v1/search?q="نفت')
    assert answer["total"] == 1
    assert answer["query_errors"][0]["position"] == 0


def test_an_article_comes_with_text_and_mentions_at_their_places(client: Client) -> None:
    article = Article.objects.get(external_id="k1")
    answer = get(client, f"/api/v1/articles/{article.pk}")
    assert answer["body"] == article.body
    assert answer["tags"] == []
    assert answer["mentions"]
    for mention in answer["mentions"]:
        assert answer[mention["field"]][mention["start"] : mention["end"]] == mention["text"]


def test_a_withdrawn_article_is_gone_with_the_reason(client: Client) -> None:
    article = Article.objects.get(external_id="k4")
    Article.objects.filter(pk=article.pk).update(withdrawn_at=timezone.now(), withdrawn_reason="not true")
    assert get(client, f"/api/v1/articles/{article.pk}", status=410)["error"]["reason"] == "not true"


def test_a_near_copy_points_to_the_article_that_is_shown(client: Client) -> None:
    first, second = Article.objects.get(external_id="k4"), Article.objects.get(external_id="k5")
    Article.objects.filter(pk=second.pk).update(duplicate_of=first)
    assert get(client, f"/api/v1/articles/{second.pk}")["duplicate_of"] == first.pk


@pytest.mark.parametrize("article_id", ["0", "999999", "9" * 40, "x", "-1", "۱"])
def test_an_unknown_article_is_not_found(client: Client, article_id: str) -> None:
    assert get(client, f"/api/v1/articles/{article_id}", status=404)["error"]["message"]


def test_people_are_found_in_any_script_with_a_score(client: Client) -> None:
    for name in ("putin", "پوتین", "بوتين", "Vladimir Putin"):
        first = get(client, f"/api/v1/people?q={name}")["results"][0]
        assert first["slug"] == "vladimir-putin"
        assert 0 < first["score"] <= 1
    assert get(client, "/api/v1/people?q=") == {"results": []}


def test_a_person_comes_with_all_names(client: Client) -> None:
    answer = get(client, "/api/v1/people/ahmad-al-sharaa")
    assert answer["name"] == "Ahmad al-Sharaa"
    assert {"text": "أحمد الشرع", "language": "ar", "kind": "full"} in answer["names"]
    assert get(client, "/api/v1/people/nobody", status=404)["error"]["message"]


def test_a_person_comes_with_what_each_outlet_calls_them(client: Client) -> None:
    answer = get(client, "/api/v1/people/ahmad-al-sharaa")
    mentions = Mention.objects.filter(person__slug="ahmad-al-sharaa")
    assert answer["articles"] == mentions.values("article").distinct().count() > 0
    assert answer["called"]
    for caller in answer["called"]:
        assert (caller["source"] is None) != (caller["article"] is None)
        assert caller["count"] == sum(form["count"] for form in caller["forms"])
        of_caller = mentions
        if caller["source"]:
            of_caller = mentions.filter(article__source__slug=caller["source"]["slug"])
        else:
            of_caller = mentions.filter(article=caller["article"]["id"])
        for form in caller["forms"]:
            rows = of_caller.filter(text=form["text"], title=form["title"])
            days = sorted(row.article.day.isoformat() for row in rows.select_related("article") if row.article.day)
            assert form["count"] == len(rows) > 0
            assert (form["first"], form["last"]) == ((days[0], days[-1]) if days else (None, None))
            assert form["text"] in form["example"]["sentence"]
            assert form["example"]["url"] == f"/articles/{form['example']['article']}/"


def test_the_description_names_every_route_and_parameter(client: Client) -> None:
    schema = get(client, "/api/v1/openapi.json")
    assert set(schema["paths"]) == {
        "/api/v1/search", "/api/v1/articles/{article_id}", "/api/v1/people", "/api/v1/people/{slug}",
    }  # fmt: skip
    names = {parameter["name"] for parameter in schema["paths"]["/api/v1/search"]["get"]["parameters"]}
    assert names == {
        "q", "person", "language", "source", "from", "to", "calendar", "sort", "match", "page", "page_size",
    }  # fmt: skip


def test_the_page_to_try_it_loads_nothing_from_elsewhere(client: Client) -> None:
    response = client.get("/api/")
    assert response.status_code == 200
    html = response.content.decode()
    assert "/api/v1/openapi.json" in html
    assert "//cdn" not in html
    assert "<script>" not in html


def test_too_many_requests_are_told_to_wait(client: Client, settings: Any) -> None:
    settings.API_RATE = "2/m"
    for _ in range(2):
        get(client, "/api/v1/people?q=x")
    response = client.get("/api/v1/people?q=x")
    assert response.status_code == 429
    assert int(response["Retry-After"]) >= 1
    assert response.json()["error"]["message"]


HOSTILE = ["\x00", "\u202e\u2066پوتین", "x" * 5000, "پوتین " * 900, "(" * 400, ")" * 400, "(" * 400 + "x" + ")" * 400,
           '"' * 400, "-" * 400, "*", "**", "OR", "یا", "أو", "AND", "-", "- -", "title:", "person:", "از:", "date:",
           "title:title:title:x", "person:-", "\U0001f600", "%", "_", "\\", "<script>", "a:b:c", "\ufeff", "۱" * 300,
           "9" * 400, "-x -y", "(-x)", "-(-x)", '-"', "«" * 50, "x OR OR y", "از:9999", "date:0000-00-00", "lang:\x00",
           "person:\x00", "source:\x00\x01", "ا*", "اا*" * 200]  # fmt: skip


@pytest.mark.parametrize("q", HOSTILE)
def test_no_query_breaks_the_search(client: Client, settings: Any, q: str) -> None:
    settings.API_RATE = ""
    for match in ("all", "any"):
        get(client, f"/api/v1/search?match={match}&q={quote(q)}")
    get(client, f"/api/v1/people?q={quote(q)}")


@pytest.mark.parametrize("raw", ["%ED%A0%80", "%FF%FE", "%", "%u0632", "=&=&&", "page=%00"])
def test_raw_bytes_in_the_address_break_nothing(client: Client, raw: str) -> None:
    assert client.get(f"/api/v1/search?q={raw}").status_code in {200, 400}

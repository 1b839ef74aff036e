"""Results to take away."""

import csv
import io
import json

import pytest

from articles.views import download

pytestmark = pytest.mark.usefixtures("portal")


def body(response) -> str:
    return b"".join(response.streaming_content).decode()


def test_csv_holds_all_results(client):
    response = client.get("/search/results.csv", {"q": "باران"})
    text = body(response)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:])))
    assert {row["external_id"] for row in rows} == {"bamdad:1", "bamdad:2", "sahel:3"}
    assert "attachment" in response.headers["Content-Disposition"]


def test_json_lines_hold_all_results(client):
    lines = body(client.get("/search/results.jsonl")).splitlines()
    assert len(lines) == 5
    assert {json.loads(line)["language"] for line in lines} == {"fa", "ar", "en"}


def test_no_cell_is_a_formula(client):
    rows = list(csv.DictReader(io.StringIO(body(client.get("/search/results.csv", {"language": "en"}))[1:])))
    assert [row["title"] for row in rows] == ["'=Rain() in London"]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_beginnings_of_formulas_are_made_harmless(cell):
    assert download.harmless(cell) == f"'{cell}"


def test_the_number_of_results_is_bounded(client, monkeypatch):
    monkeypatch.setattr(download, "MOST", 2)
    monkeypatch.setattr(download, "STEP", 1)
    assert len(body(client.get("/search/results.jsonl")).splitlines()) == 2


def test_other_formats_do_not_exist(client):
    assert client.get("/search/results.exe").status_code == 404

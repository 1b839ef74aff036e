"""The sample articles are many, varied and well-formed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest

from articles.text.language import detect_language

SAMPLES = Path(__file__).resolve().parents[2] / "articles" / "data" / "samples"
OUTLETS = {outlet["slug"]: outlet for outlet in json.loads((SAMPLES / "outlets.json").read_text(encoding="utf-8"))}
ARTICLES = [
    json.loads(line)
    for file in sorted((SAMPLES / "articles").glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]
TEXTS = sorted((SAMPLES / "texts").glob("*.txt"))


def test_there_are_forty_and_more_in_three_languages_from_six_outlets_and_more():
    assert len(ARTICLES) + len(TEXTS) >= 44
    languages = Counter(OUTLETS[article["source"]]["language"] for article in ARTICLES)
    assert languages["fa"] >= 22
    assert languages["ar"] >= 15
    assert languages["en"] >= 7
    assert len({article["source"] for article in ARTICLES}) >= 6


def test_ids_are_unique():
    assert max(Counter((article["source"], article["id"]) for article in ARTICLES).values()) == 1


@pytest.mark.parametrize("article", ARTICLES, ids=[article["id"] for article in ARTICLES])
def test_an_article_is_long_enough_and_in_its_outlets_language(article: dict[str, str]):
    text = f"{article.get('summary', '')} {article['body']}"
    assert 100 <= len(text.split()) <= 400
    assert detect_language(text) == OUTLETS[article["source"]]["language"]


@pytest.mark.parametrize("outlet", OUTLETS.values(), ids=list(OUTLETS))
def test_an_outlet_cannot_be_taken_for_a_real_one(outlet: dict[str, str]):
    assert urlsplit(outlet["homepage"]).hostname == f"{outlet['slug']}.example"
    assert ZoneInfo(outlet["time_zone"])


def test_no_sentence_is_told_twice():
    paragraphs = Counter(paragraph for article in ARTICLES for paragraph in article["body"].split("\n"))
    assert max(paragraphs.values()) == 1

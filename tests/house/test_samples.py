"""The sample articles are many, varied and well-formed."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from articles.models import Article, Source
from articles.models.article import PublishedHow
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


@pytest.fixture
def imported(db: None, data_dir: Path) -> str:
    """What the import of the samples said."""
    said = StringIO()
    call_command("import_samples", stdout=said)
    return said.getvalue()


def test_all_go_in_with_outlet_day_and_language(imported: str):
    assert f"imported {len(ARTICLES) + len(TEXTS)}, updated 0, unchanged 0, duplicate 0, rejected 0" in imported
    assert not Article.objects.filter(day=None).exists()
    assert set(Article.objects.values_list("language", flat=True)) == {"fa", "ar", "en"}
    assert Article.objects.filter(published_how=PublishedHow.INFERRED).count() == 1
    assert set(OUTLETS) <= set(Source.objects.values_list("slug", flat=True))


def test_the_days_are_those_that_the_outlets_meant(imported: str):
    days = dict(Article.objects.values_list("external_id", "day"))
    assert days["nw-55102"] == date(2025, 10, 15), "٢٣ ربيع الآخر ١٤٤٧"
    assert days["ns-88213"] == date(2025, 10, 16), "۱۴۰۴/۰۷/۲۴"
    assert days["ns-88950"] == date(2025, 11, 6), "15 آبان 1404 ساعت 18:20"
    assert days["sq-7713"] == date(2025, 10, 14), "الثلاثاء, 14 أكتوبر 2025 09:20 AM"
    assert days["mn-2025-11-10-11"] == date(2025, 11, 10), "half past midnight in Riyadh is not yet that in Beirut"


def test_texts_as_people_save_them_are_understood(imported: str):
    texts = {
        article.external_id: article for article in Article.objects.filter(external_id__in=[t.stem for t in TEXTS])
    }
    assert texts["sahel-20251117"].title.startswith("شورای امنیت درباره نیروی")
    assert texts["sahel-20251117"].source_id == Source.objects.get(slug="sahel").pk
    assert texts["c19e-7731"].title.startswith("آغاز بارشها")
    assert texts["bd02-5540"].language == "ar"
    assert texts["bd02-5540"].body.count("هدنة تجارية لعام واحد") == 0, "the title stands once"
    assert texts["e6610b"].published_how == PublishedHow.INFERRED
    assert texts["e6610b"].day == date(2025, 12, 24)


def test_they_stay_out_of_a_portal_that_has_articles(imported: str):
    said = StringIO()
    call_command("import_samples", stdout=said)
    assert "stay out" in said.getvalue()
    assert Article.objects.count() == len(ARTICLES) + len(TEXTS)

"""Metrics by hand-reckoned cases, mixed spelling and the search commands from end to end."""

from __future__ import annotations

import json
import math
from io import StringIO
from pathlib import Path
from random import Random

import pytest
from django.core.management import CommandError, call_command

from articles.management.retrieval.metrics import average_precision, ndcg, quality, recall, reciprocal_rank
from articles.management.retrieval.mixing import mixed
from articles.models import Article
from articles.text.fold import fold


def test_metrics_agree_with_what_is_reckoned_by_hand() -> None:
    judged = {"a": 1, "b": 1, "z": 1}
    ranking = ["x", "a", "b", "y"]
    ideal = 1 + 1 / math.log2(3) + 1 / 2
    assert ndcg(ranking, judged) == pytest.approx((1 / math.log2(3) + 1 / 2) / ideal)
    assert average_precision(ranking, judged) == pytest.approx((1 / 2 + 2 / 3) / 3)
    assert reciprocal_rank(ranking, judged) == 1 / 2
    assert recall(ranking, judged) == 2 / 3
    assert ndcg(["z", "a", "b"], judged) == 1


def test_a_graded_judgement_wants_the_best_first() -> None:
    judged = {"good": 2, "fair": 1}
    assert ndcg(["good", "fair"], judged) == 1
    assert ndcg(["fair", "good"], judged) == pytest.approx((1 + 2 / math.log2(3)) / (2 + 1 / math.log2(3)))


def test_what_lies_beyond_the_depth_counts_nothing() -> None:
    assert ndcg([*"0123456789", "a"], {"a": 1}) == 0
    assert reciprocal_rank([*"0123456789", "a"], {"a": 1}) == 0
    assert quality([([], {})]).queries == 0


@pytest.mark.usefixtures("lexicon")
def test_mixed_spelling_changes_spaces_and_yeh_and_kaf_alone() -> None:
    text = "رئیس جمهور می‌گوید کتاب‌ها و گفت‌وگوها یکی یکی منتشر می‌شوند"
    variants = {mixed(text, "fa", Random(seed)) for seed in range(20)}  # noqa: S311
    assert len(variants) > 10
    assert any("رئیسجمهور" in variant or "رئيسجمهور" in variant for variant in variants)
    for variant in variants:
        assert fold(variant).replace(" ", "") == fold(text).replace(" ", "")
        assert not ("ی" in variant and "ي" in variant)


@pytest.mark.usefixtures("lexicon")
def test_mixed_spelling_knows_compounds_that_the_analysis_divides() -> None:
    variants = {mixed("این موضوع به ویژه مهم است", "fa", Random(seed)) for seed in range(20)}  # noqa: S311
    assert {"به ویژه" in variant for variant in variants} == {True, False}
    assert all("موضوع ب" in variant and "مهم است" in variant for variant in variants)


COLLECTION = {
    "corpus.jsonl": "\n".join(
        json.dumps({"id": f"d{number}", "title": "", "text": text}, ensure_ascii=False)
        for number, text in enumerate(
            ["باران در تهران بارید", "قیمت نفت بالا رفت", "قیمت نفت بالا رفت", "بازار آرام بود"]
        )
    ),
    "queries.tsv": "q1\tباران تهران\nq2\tنفت گران\nq3\tبی‌پاسخ\n",
    "qrels.tsv": "q1\td0\t1\nq2\td1\t1\nq2\td2\t1\n",
}


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    folder.mkdir()
    for name, content in COLLECTION.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("options", [[], ["--mixed", "7"]])
def test_evaluate_measures_in_a_portal_of_its_own(collection: Path, options: list[str]) -> None:
    out = StringIO()
    call_command("evaluate", str(collection), *options, stdout=out)
    row = out.getvalue().splitlines()[-1].split()
    assert row == ["tiny", "2", "1.0000", "1.0000", "1.0000", "1.0000"]
    assert not Article.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_evaluate_says_what_a_folder_lacks(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"queries\.tsv"):
        call_command("evaluate", str(tmp_path), stdout=StringIO())


@pytest.mark.usefixtures("portal")
def test_search_prints_results_or_the_answer_of_the_api() -> None:
    out = StringIO()
    call_command("search", "نفت", stdout=out)
    assert "mina-example-net:k4" in out.getvalue()
    assert "<mark>" not in out.getvalue()
    out = StringIO()
    call_command("search", "وزیر", "--json", "--language", "ar", "--limit", "1", stdout=out)
    answer = json.loads(out.getvalue())
    assert (answer["total"], answer["page_size"]) == (1, 1)
    assert answer["results"][0]["external_id"] == "mina-example-net:k3"
    with pytest.raises(CommandError, match="--sort"):
        call_command("search", "نفت", "--sort", "best")


@pytest.mark.usefixtures("portal")
def test_a_batch_is_written_as_a_trec_run(tmp_path: Path) -> None:
    queries, run = tmp_path / "q.tsv", tmp_path / "run"
    queries.write_text("1\tنفت\n2\tباران یا نفت\n3\tآسمانخراش\n", encoding="utf-8")
    call_command("search_batch", str(queries), "--output", str(run), "--limit", "1", stdout=StringIO())
    rows = [line.split() for line in run.read_text(encoding="utf-8").splitlines()]
    assert [(row[0], row[1], row[3], row[5]) for row in rows] == [
        ("1", "Q0", "1", "newsportal"),
        ("2", "Q0", "1", "newsportal"),
    ]
    assert rows[0][2] == "mina-example-net:k4"
    assert float(rows[0][4]) > 0

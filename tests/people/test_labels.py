"""Articles of the news sets whose persons were marked by hand: slugs and offsets, no text; docs/people.md says how.

The labels hold for the persons of the data file as it was when they were made; a person added later who is named
in these articles has to be labelled too.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from pathlib import Path

import pytest

from tests.people.conftest import Figures

LABELS = Path(__file__).resolve().parent.parent / "data" / "people" / "labels.jsonl"

pytestmark = pytest.mark.shared


def test_mentions_are_found_as_a_reader_marks_them(shared: Path, figures: Figures) -> None:
    wanted: dict[str, dict[str, set]] = defaultdict(dict)
    for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines()):
        wanted[row["file"]][row["id"]] = {tuple(mention) for mention in row["mentions"]}
    right = found = marked = 0
    for file, articles in wanted.items():
        with gzip.open(shared / "data/news" / f"{file}.jsonl.gz", "rt", encoding="utf-8") as stream:
            for row in map(json.loads, stream):
                if row["id"] not in articles:
                    continue
                mentions = {
                    (slug, one.field, one.start, one.end)
                    for slug, one in figures.find(row["lang"], title=row["title"] or "", body=row["body"] or "")
                }
                truth = articles[row["id"]]
                right += len(mentions & truth)
                found += len(mentions)
                marked += len(truth)
    precision, recall = right / found, right / marked
    assert precision >= 0.97, precision
    assert recall >= 0.95, recall

"""The data file that ships: readable, sorted, complete, without two persons under one sure name."""

from __future__ import annotations

import json
from collections import defaultdict

from articles.people.contexts import ENOUGH
from articles.people.data import Problem, read_people
from articles.people.matcher import without_title
from articles.people.names import Name, Weight
from articles.people.words import fold_word, letters
from tests.people.conftest import PEOPLE, Figures

ROWS = [json.loads(line) for line in PEOPLE.read_text(encoding="utf-8").splitlines()]


def test_every_line_is_a_person() -> None:
    assert [problem for problem in read_people(PEOPLE) if isinstance(problem, Problem)] == []


def test_there_are_at_least_400() -> None:
    assert len(ROWS) >= 400


def test_lines_are_sorted_by_slug_and_each_slug_stands_once() -> None:
    slugs = [row["slug"] for row in ROWS]
    assert slugs == sorted(set(slugs))


def test_slugs_are_ascii() -> None:
    assert all(row["slug"].isascii() for row in ROWS)


def test_each_has_a_full_name_and_a_description_in_three_languages() -> None:
    for row in ROWS:
        full = {name["language"] for name in row["names"] if name["kind"] == "full"}
        assert {"fa", "ar", "en"} <= full, row["slug"]
        assert {"fa", "ar", "en"} == {code for code, text in row["descriptions"].items() if text}, row["slug"]


def test_descriptions_are_short() -> None:
    assert max(len(text) for row in ROWS for text in row["descriptions"].values()) <= 200


def test_no_name_stands_twice_for_a_person() -> None:
    for row in ROWS:
        pairs = [(name["text"], name["language"]) for name in row["names"]]
        assert len(pairs) == len(set(pairs)), row["slug"]


def test_wikidata_ids_belong_to_one_person() -> None:
    ids = [row["wikidata"] for row in ROWS if row.get("wikidata")]
    assert len(ids) == len(set(ids))


def test_a_name_that_stands_alone_means_one_person(figures: Figures) -> None:
    owners = defaultdict(set)
    for record in figures.records:
        for name in record.names:
            if name.standalone and name.kind != "titled":
                owners[letters(name.text)].add(record.slug)
    assert {key: slugs for key, slugs in owners.items() if len(slugs) > 1} == {}


def test_a_titled_name_is_a_title_and_a_name(figures: Figures) -> None:
    """A title with a word outside the vocabulary would end too soon, and its rest be taken for a name."""
    for number, record in enumerate(figures.records):
        names = {letters(name.text) for name in record.names if name.kind != "titled"}
        for name in record.names:
            if name.kind != "titled":
                continue
            bare, office = without_title(Name(number, name.text, name.language, Weight.TITLED))
            named = letters(bare.text)
            assert office is None or any(one.startswith(named) or one.endswith(named) for one in names), name.text


def test_the_keys_of_a_line_are_known() -> None:
    assert {key for row in ROWS for key in row} <= {"slug", "wikidata", "names", "descriptions", "context"}


def test_context_words_are_words_of_two_languages_and_no_names_of_the_person() -> None:
    for row in ROWS:
        own = {fold_word(word) for name in row["names"] for word in name["text"].split()}
        for language, line in row.get("context", {}).items():
            words = [fold_word(word) for word in line.split()]
            assert language in {"fa", "ar"}, row["slug"]
            assert len(words) >= ENOUGH, row["slug"]
            assert len(words) == len(set(words)), row["slug"]
            assert own.isdisjoint(words), row["slug"]

"""Reading and storing persons: JSON lines, Wikidata's entities, broken files."""

from __future__ import annotations

import gzip
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, NameBook, OutboxEntry, Person
from articles.people.book import current
from articles.people.data import PersonRecord, Problem, read_people
from articles.people.words import fold_word

GOOD = {"slug": "a-b", "wikidata": "Q7", "names": [{"text": "ا ب", "language": "fa", "kind": "full"}]}
ENTITY = {
    "id": "Q42",
    "labels": {"en": {"language": "en", "value": "Ada Bé"}, "fa": {"language": "fa", "value": "آدا ب"}},
    "aliases": {"en": [{"language": "en", "value": "Ada"}]},
    "descriptions": {"en": {"language": "en", "value": "writer"}},
}


def read(path: Path, text: str) -> tuple[list[PersonRecord], list[Problem]]:
    path.write_text(text, encoding="utf-8")
    found = list(read_people(path))
    return [one for one in found if isinstance(one, PersonRecord)], [one for one in found if isinstance(one, Problem)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"slug": "Ä"}, "slug 'Ä' is not"),
        ({"slug": None}, "slug None"),
        ({"wikidata": "7"}, "no id like Q42"),
        ({"names": []}, "has no names"),
        ({"names": [{"text": " ", "language": "fa"}]}, "has no text"),
        ({"names": [{"text": "x"}]}, "no language code"),
        ({"names": [{"text": "x", "language": "fa", "kind": "king"}]}, "kind 'king'"),
        ({"names": [{"text": "x" * 201, "language": "fa"}]}, "more than 200"),
        ({"names": [{"text": "x", "language": "fa", "standalone": 1}]}, "neither true nor false"),
        ({"descriptions": ["x"]}, "not text by language"),
        ({"context": {"fa": ["x"]}}, "not text by language"),
    ],
)
def test_a_bad_record_says_what_is_wrong(tmp_path: Path, change: dict, reason: str) -> None:
    people, problems = read(tmp_path / "p.jsonl", json.dumps(GOOD) + "\n" + json.dumps(GOOD | change))
    assert [person.slug for person in people] == ["a-b"]
    (problem,) = problems
    assert problem.place == "line 2"
    assert reason in problem.reason


def test_a_broken_line_costs_that_line_alone(tmp_path: Path) -> None:
    other = GOOD | {"slug": "c"}
    people, problems = read(tmp_path / "p.jsonl", f"{json.dumps(GOOD)}\n{{broken\n{json.dumps(other)}\n")
    assert [person.slug for person in people] == ["a-b", "c"]
    assert [problem.place for problem in problems] == ["line 2"]


@pytest.mark.parametrize("indent", [None, 2])
def test_wikidata_entities_become_persons(tmp_path: Path, indent: int | None) -> None:
    people, problems = read(tmp_path / "w.json", json.dumps({"entities": {"Q42": ENTITY}}, indent=indent))
    assert problems == []
    (person,) = people
    assert (person.slug, person.wikidata, person.descriptions) == ("ada-be", "Q42", {"en": "writer"})
    assert [(name.text, name.kind, name.standalone) for name in person.names] == [
        ("آدا ب", "full", True),
        ("Ada Bé", "full", True),
        ("Ada", "family", False),
    ]


def test_a_dump_of_one_entity_a_line_is_read(tmp_path: Path) -> None:
    people, problems = read(tmp_path / "w.json", f"[\n{json.dumps(ENTITY)},\n{json.dumps(ENTITY | {'id': 'Q43'})}\n]\n")
    assert ([person.wikidata for person in people], problems) == (["Q42", "Q43"], [])


@pytest.mark.parametrize("indent", [None, 2])
def test_a_wikidata_file_cut_off_keeps_what_came_before(tmp_path: Path, indent: int | None) -> None:
    whole = json.dumps({"entities": {"Q42": ENTITY, "Q43": ENTITY | {"id": "Q43"}}}, indent=indent)
    people, problems = read(tmp_path / "w.json", whole[:-60])
    assert [person.wikidata for person in people] == ["Q42"]
    assert len(problems) == 1
    assert "Q43" in problems[0].place


def test_a_cut_off_gzip_keeps_what_came_before(tmp_path: Path) -> None:
    lines = "".join(json.dumps(GOOD | {"slug": f"p-{number}"}) + "\n" for number in range(2000))
    path = tmp_path / "p.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-200])
    found = list(read_people(path))
    assert isinstance(found[0], PersonRecord)
    assert isinstance(found[-1], Problem)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    (problem,) = read_people(path)
    assert "not UTF-8" in problem.reason


def import_people(path: Path) -> str:
    out = StringIO()
    call_command("import_people", str(path), stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.mark.django_db
def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    assert "created 1, updated 0, unchanged 0" in import_people(path)
    edition = NameBook.objects.get().edition
    assert "created 0, updated 0, unchanged 1" in import_people(path)
    assert NameBook.objects.get().edition == edition


@pytest.mark.django_db
def test_a_new_name_is_added_and_articles_are_looked_at_again(tmp_path: Path) -> None:
    article = Article.objects.create(title="ت", external_id="1", content_hash="1", language="fa")
    path = tmp_path / "p.jsonl"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    import_people(path)
    OutboxEntry.objects.all().delete()
    path.write_text(json.dumps(GOOD | {"names": [*GOOD["names"], {"text": "A B", "language": "en"}]}), encoding="utf-8")
    assert "updated 1" in import_people(path)
    assert [name.text for name in Person.objects.get().names.all()] == ["ا ب", "A B"]
    assert list(OutboxEntry.objects.values_list("article_id", flat=True)) == [article.pk]


@pytest.mark.django_db
def test_context_words_are_kept_and_read_by_the_matcher(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    import_people(path)
    edition = NameBook.objects.get().edition
    path.write_text(json.dumps(GOOD | {"context": {"fa": "یمن صنعا"}}), encoding="utf-8")
    assert "updated 1" in import_people(path)
    person = Person.objects.get()
    assert person.context == {"fa": "یمن صنعا"}
    assert NameBook.objects.get().edition != edition
    assert current().matcher.contexts == {"fa": {person.pk: {fold_word("یمن"), fold_word("صنعا")}}}


@pytest.mark.django_db
def test_a_file_without_context_words_takes_none_away(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(json.dumps(GOOD | {"context": {"fa": "یمن"}}), encoding="utf-8")
    import_people(path)
    path.write_text(json.dumps(GOOD | {"context": {"ar": "اليمن"}}), encoding="utf-8")
    import_people(path)
    assert Person.objects.get().context == {"fa": "یمن", "ar": "اليمن"}


@pytest.mark.django_db
def test_a_missing_file_is_told_clearly() -> None:
    with pytest.raises(CommandError, match=r"cannot read none\.jsonl"):
        call_command("import_people", "none.jsonl")


@pytest.mark.django_db
def test_a_file_without_persons_fails(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text("{broken", encoding="utf-8")
    with pytest.raises(CommandError, match="holds no person"):
        import_people(path)

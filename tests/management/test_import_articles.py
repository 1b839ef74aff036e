"""What `import_articles` promises in the terminal."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Article

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("import_articles", *arguments, stdout=out)
    return out.getvalue().splitlines()[-1]


def test_the_last_line_counts_and_names_the_report(tmp_path: Path, data_dir: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "title": "t"}\n{"id": "2"}\n')
    last = run(str(path))
    match = re.fullmatch(r"imported 1, updated 0, unchanged 0, duplicate 0, rejected 1 (?P<report>\S+)", last)
    assert match is not None
    report = Path(match["report"])
    assert report.parent == data_dir / "reports"
    assert '"place": "' + str(path) + ':2"' in report.read_text()


def test_the_first_rejections_are_told_at_once(
    tmp_path: Path, data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("broken\n" * 7)
    run(str(path))
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 5
    assert told[0].startswith(f"{path}:1")
    assert "broken JSON" in told[0]


def test_without_anything_to_report_there_is_no_file(tmp_path: Path, data_dir: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "title": "t"}\n')
    assert run(str(path)) == "imported 1, updated 0, unchanged 0, duplicate 0, rejected 0"
    assert not (data_dir / "reports").exists()


def test_strict_fails_where_anything_was_rejected_but_the_good_is_in(tmp_path: Path, data_dir: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "title": "t"}\nbroken\n')
    with pytest.raises(SystemExit) as stop:
        run(str(path), "--strict")
    assert stop.value.code == 1
    assert Article.objects.count() == 1


def test_format_and_outlet_can_be_told(tmp_path: Path, data_dir: Path) -> None:
    path = tmp_path / "news.dat"
    path.write_text('{"id": "1"}\nmore text.')
    run(str(path), "--format", "text", "--source", "bamdad.example", "--language", "en")
    article = Article.objects.select_related("source").get()
    assert article.source is not None
    assert (article.external_id, article.source.slug, article.language) == ("news.dat", "bamdad-example", "en")

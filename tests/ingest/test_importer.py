"""A whole import: real broken files, what is good goes in, and it continues where it stopped."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.ingest import importer, lines
from articles.ingest.importer import Importer
from articles.ingest.reader import Options
from articles.ingest.record import Status
from articles.ingest.report import Report
from articles.models import Article, ImportProgress, OutboxEntry

DATA = Path(__file__).resolve().parent.parent / "data" / "ingest"
ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.django_db


def run(*paths: object, folder: Path, options: Options | None = None) -> tuple[str, list[dict[str, str]]]:
    """The counts and the entries of the report."""
    report = Report(folder, timezone.now())
    Importer(options or Options(), report).run([str(path) for path in paths])
    report.close()
    entries = report.path.read_text(encoding="utf-8").splitlines() if report.path else []
    counts = " ".join(f"{status}:{report.counts[status]}" for status in Status if report.counts[status])
    return counts, [json.loads(entry) for entry in entries]


@pytest.mark.parametrize(
    ("name", "counts", "reason"),
    [
        ("good.jsonl.gz", "imported:10", ""),
        ("bom.jsonl", "imported:10", ""),
        ("crlf.jsonl", "imported:10", ""),
        ("utf16.jsonl", "imported:10", ""),
        ("windows-1256.jsonl", "imported:10", ""),
        ("windows-1256.txt", "imported:1", ""),
        ("line7-broken.jsonl", "imported:9 rejected:1", "broken JSON: Unterminated string starting at, column 38"),
        (
            "truncated.jsonl.gz",
            "imported:143 rejected:1",
            "the compressed file ends too early; what came before went in",
        ),
        ("binary.txt", "rejected:1", "it is binary, not text"),
        ("picture.jsonl", "rejected:1", "it is binary, not text"),
        ("empty.jsonl", "rejected:1", "the file is empty"),
        ("array.json", "rejected:1", "a JSON array; one object a line is needed, as `jq -c '.[]'` makes of it"),
        ("semicolons.csv", "imported:2 rejected:1", "it has neither title nor body"),
        ("missing.jsonl", "rejected:1", "there is no such file or folder"),
    ],
)
def test_files_as_they_come(name: str, counts: str, reason: str, tmp_path: Path) -> None:
    got, entries = run(DATA / name, folder=tmp_path)
    reasons = [entry["reason"] for entry in entries if entry["kind"] == "rejected"]
    assert (got, reason) == (counts, reasons[-1] if reasons else "")
    again, _ = run(DATA / name, folder=tmp_path)
    assert again == counts.replace("imported", "unchanged")


def test_a_rejection_tells_file_line_and_column(tmp_path: Path) -> None:
    _, entries = run(DATA / "line7-broken.jsonl", folder=tmp_path)
    assert entries[0]["place"] == f"{DATA / 'line7-broken.jsonl'}:7:38"


def test_old_encodings_give_the_right_letters(tmp_path: Path) -> None:
    run(DATA / "windows-1256.txt", folder=tmp_path)
    article = Article.objects.get()
    assert (article.title, article.language) == ("افتتاح مدرسه جديد در شهر", "fa")
    assert article.external_id == "windows-1256"


def test_a_table_gives_dates_tags_and_paragraphs(tmp_path: Path) -> None:
    _, entries = run(DATA / "semicolons.csv", folder=tmp_path)
    first, second = Article.objects.order_by("external_id")
    assert (first.title, first.body, first.tags) == ("عنوان; با نقطه", "بند یک\nبند دو", ["مجلس", "بودجه"])
    assert str(first.day) == "2025-10-15"
    assert (second.day, second.published_how, second.published_text) == (None, "unknown", "31 مهر 1404")
    assert any("31 مهر 1404" in entry["reason"] and entry["kind"] == "warning" for entry in entries)


def test_a_line_of_50_mb_is_refused_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.write('{"id": "1", "title": "پیش"}\n{"id": "2", "title": "')
        for _ in range(50):
            file.write("x" * 1_000_000)
        file.write('"}\n{"id": "3", "title": "پس"}\n')
    tracemalloc.start()
    counts, entries = run(path, folder=tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert counts == "imported:2 rejected:1"
    assert entries[0]["place"].endswith(":2")
    assert f"more than the {lines.LONGEST_LINE:,}" in entries[0]["reason"]
    assert peak < 45_000_000


def test_folders_are_read_with_all_below_them_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "c.jsonl", ".hidden/x.txt", "a/notes.pdf", "a/.x.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'{{"id": "{name}", "title": "عنوان"}}' if name.endswith("jsonl") else "عنوان\nمتن خبر.")
    counts, _ = run(tmp_path / "in", folder=tmp_path)
    assert counts == "imported:3"
    assert list(Article.objects.order_by("id").values_list("external_id", flat=True)) == ["c.jsonl", "1", "2"]


def test_a_folder_without_articles_is_reported(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    counts, entries = run(tmp_path / "in", folder=tmp_path)
    assert counts == "rejected:1"
    assert "holds no article files" in entries[0]["reason"]


def test_names_of_outlet_and_language_hold_where_a_record_names_none(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": 1, "title": "t", "source": "a.example", "lang": "de"}\n{"id": 2, "title": "t"}\n')
    run(path, folder=tmp_path, options=Options(source="b.example", language="en"))
    rows = Article.objects.order_by("id").values_list("external_id", "source__slug", "language")
    assert list(rows) == [("1", "a-example", "de"), ("2", "b-example", "en")]


def test_texts_of_one_name_are_one_article_and_it_is_said(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / "in" / folder).mkdir(parents=True)
        (tmp_path / "in" / folder / "1.txt").write_text(f"عنوان {folder}\nمتن خبر.")
    counts, entries = run(tmp_path / "in", folder=tmp_path)
    assert counts == "imported:1 updated:1"
    assert "same name" in entries[0]["reason"]


def test_an_encoding_that_ends_half_way_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes('{"id": "1", "title": "یک"}\n{"id": "2", "title": "دو"}'.encode("utf-16")[:-1])
    counts, _ = run(path, folder=tmp_path)
    assert "rejected" in counts


def test_bytes_taken_from_the_disk_are_told(tmp_path: Path) -> None:
    told: list[int] = []
    Importer(Options(), Report(tmp_path, timezone.now()), told.append).run([str(DATA / "truncated.jsonl.gz")])
    assert sum(told) == (DATA / "truncated.jsonl.gz").stat().st_size


class StopError(Exception):
    """Stands for Ctrl-C between two batches."""


def many(path: Path, count: int) -> Path:
    rows = ({"id": str(number), "title": f"خبر {number}"} for number in range(count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows) + "broken\n")
    return path


def test_an_interrupted_import_continues_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = many(tmp_path / "x.jsonl", 25)
    monkeypatch.setattr(importer, "BATCH", 10)
    calls = []
    store_many = importer.store_many

    def stop_at_the_third(records: list[object]) -> object:
        calls.append(len(records))
        if len(calls) == 3:
            raise StopError
        return store_many(records)  # type: ignore[arg-type]

    monkeypatch.setattr(importer, "store_many", stop_at_the_third)
    with pytest.raises(StopError):
        run(path, folder=tmp_path)
    assert Article.objects.count() == 20
    assert run(path, folder=tmp_path)[0] == "imported:5 unchanged:20 rejected:1"
    assert calls == [10, 10, 5, 5]
    assert not ImportProgress.objects.exists()
    assert OutboxEntry.objects.count() == 25
    assert run(path, folder=tmp_path)[0] == "unchanged:25 rejected:1"


def test_a_changed_file_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = many(tmp_path / "x.jsonl", 5)
    entry = importer.Input(str(path))
    ImportProgress.objects.create(key=entry.key(f"{path}\0auto\0\0"), position=3, accepted=3)
    assert run(path, folder=tmp_path)[0] == "imported:2 unchanged:3 rejected:1"
    ImportProgress.objects.create(key=entry.key(f"{path}\0auto\0\0"), position=3, accepted=3)
    os.utime(path, (1, 1))
    assert run(path, folder=tmp_path)[0] == "imported:3 unchanged:2 rejected:1"


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_told_and_leaves_whole_batches(
    tmp_path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's own limit of pages gives the error of a full disk."""
    if connection.vendor != "sqlite":
        pytest.skip("the limit of pages is SQLite's")
    path = tmp_path / "x.jsonl"
    path.write_text(
        "".join(json.dumps({"id": f"{n}", "title": f"{n}", "body": f"{n} " * 9000}) + "\n" for n in range(60))
    )
    monkeypatch.setattr(importer, "BATCH", 10)
    with connection.cursor() as cursor:
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count={pages + 150}")
        with pytest.raises(CommandError, match=r"full.*Repeat the command to go on"):
            call_command("import_articles", str(path))
        cursor.execute("PRAGMA max_page_count=1073741823")
    stored = Article.objects.count()
    assert stored in {10, 20, 30, 40, 50}
    assert OutboxEntry.objects.count() == stored
    out = io.StringIO()
    call_command("import_articles", str(path), stdout=out)
    assert out.getvalue().splitlines()[-1] == (
        f"imported {60 - stored}, updated 0, unchanged {stored}, duplicate 0, rejected 0"
    )


@pytest.mark.django_db(transaction=True)  # SQLite copies no database within a transaction
def test_a_killed_import_leaves_nothing_half_written(tmp_path: Path) -> None:
    """In processes and a database of their own: stopped by Ctrl-C, then by kill -9, then repeated to the end."""
    path, database = tmp_path / "x.jsonl", tmp_path / "x.sqlite3"
    rows = ({"id": f"{n}", "title": f"خبر {n}", "body": f"متن {n}"} for n in range(6000))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    connection.ensure_connection()
    with closing(sqlite3.connect(database)) as empty:
        connection.connection.backup(empty)
    env = {**os.environ, "DATA_DIR": str(tmp_path / "data"), "DATABASE_URL": f"sqlite:///{database}"}

    def start() -> subprocess.Popen[str]:
        command = [sys.executable, "manage.py", "import_articles", str(path)]
        return subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def stored(table: str = "articles_article") -> int:
        with closing(sqlite3.connect(database, timeout=30)) as reader:
            return int(reader.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 (names of our own)

    for how in (signal.SIGINT, signal.SIGKILL):
        before, process, deadline = stored(), start(), time.monotonic() + 60
        while stored() == before and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(how)
        _, errors = process.communicate()
        assert process.returncode == (130 if how == signal.SIGINT else -signal.SIGKILL)
        assert "Traceback" not in errors
        assert before < stored() < 6000
        assert stored("articles_outboxentry") == stored()
    done = stored()
    out, _ = start().communicate()
    last = f"imported {6000 - done}, updated 0, unchanged {done}, duplicate 0, rejected 0"
    assert out.splitlines()[-1] == last
    assert stored("articles_outboxentry") == stored() == 6000


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(str.encode)
    | st.text(max_size=100).map(lambda text: text.encode("utf-16"))
    | st.text(alphabet="سلام جديد\r\n ", max_size=200).map(lambda text: text.encode("cp1256"))
    | st.binary(max_size=200).map(gzip.compress)
    | st.dictionaries(
        st.sampled_from(["id", "title", "body", "date", "tags", "lang", "source"]),
        st.none() | st.text(max_size=9) | st.floats() | st.lists(st.text(max_size=3), max_size=2),
        max_size=7,
    ).map(lambda row: json.dumps(row).encode()),
    st.sampled_from(["x.jsonl", "x.csv", "x.txt", "x", "x.jsonl.gz"]),
)
def test_any_bytes_are_imported_or_rejected(tmp_path: Path, content: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        run(path, folder=tmp_path)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with (DATA / "good.jsonl.gz").open("rb") as file:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(file))
        counts, _ = run("-", folder=tmp_path)
    assert counts == "imported:10"


def test_a_text_from_standard_input_is_known_by_its_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for counts in ("imported:1", "unchanged:1"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("عنوان\nمتن خبر.".encode())))
        assert run("-", folder=tmp_path)[0] == counts
    assert len(Article.objects.get().external_id) == 16

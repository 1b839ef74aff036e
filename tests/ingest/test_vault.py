"""Backup while others write, and restore into an empty place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from articles.ingest.vault import DATABASE, BackupError, back_up, restore


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A database in WAL mode, as the portal's, with its newest row still in the -wal file."""
    folder = tmp_path / "data"
    (folder / "reports").mkdir(parents=True)
    (folder / "reports" / "r.jsonl").write_text("{}\n")
    (folder / "secret_key").write_text("key")
    (folder / "index").mkdir()
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE t (n)")
        database.commit()
    return folder


def rows(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as database:
        return [n for (n,) in database.execute("SELECT n FROM t ORDER BY n")]


def test_a_backup_holds_what_is_committed_and_comes_back(live: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(live / DATABASE)) as writer:
        writer.execute("INSERT INTO t VALUES (1)")
        writer.commit()
        writer.execute("INSERT INTO t VALUES (2)")
        size = back_up(live / DATABASE, live, tmp_path / "backup")
    assert size > 0
    assert sorted(path.name for path in (tmp_path / "backup").iterdir()) == [DATABASE, "reports", "secret_key"]
    restore(tmp_path / "backup", tmp_path / "new" / DATABASE, tmp_path / "new")
    assert rows(tmp_path / "new" / DATABASE) == [1]
    assert (tmp_path / "new" / "secret_key").read_text() == "key"
    assert (tmp_path / "new" / "reports" / "r.jsonl").exists()


def test_nothing_is_overwritten(live: Path, tmp_path: Path) -> None:
    back_up(live / DATABASE, live, tmp_path / "backup")
    with pytest.raises(BackupError, match="there already"):
        back_up(live / DATABASE, live, tmp_path / "backup")
    with pytest.raises(BackupError, match="there already"):
        restore(tmp_path / "backup", live / DATABASE, live)


def test_a_damaged_backup_is_not_restored(live: Path, tmp_path: Path) -> None:
    back_up(live / DATABASE, live, tmp_path / "backup")
    (tmp_path / "backup" / DATABASE).write_bytes(b"not a database" * 500)
    with pytest.raises(BackupError, match="could not be restored"):
        restore(tmp_path / "backup", tmp_path / "new" / DATABASE, tmp_path / "new")
    assert not (tmp_path / "new" / DATABASE).exists()


def test_what_is_no_backup_is_refused(live: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="no backup"):
        restore(tmp_path, tmp_path / "new" / DATABASE, tmp_path / "new")
    with pytest.raises(BackupError, match="no database"):
        back_up(tmp_path / "missing", live, tmp_path / "backup")

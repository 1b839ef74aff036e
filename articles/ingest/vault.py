"""Backup and restore of what cannot be made again: the database, the key and the reports. Index, lexicon and static
files are made anew from these."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

DATABASE = "newsportal.sqlite3"
KEPT = ("secret_key", "reports")
"""What lies beside the database in DATA_DIR and is not made at set-up."""
_PAGES = 2000
"""Pages copied before writers get their turn: 8 MB, some 20 ms."""


class BackupError(RuntimeError):
    """Why a backup could not be made or restored; the message says what to do."""


def back_up(database: Path, data_dir: Path, target: Path) -> int:
    """Copies a running SQLite database and what belongs to it to the new folder `target`; returns its bytes.

    SQLite's own online backup gives one consistent state, also while others write. The folder appears under its name
    only when all of it is there.
    """
    if target.exists():
        raise BackupError(f"{target} is there already; name a new folder")
    if not database.is_file():
        raise BackupError(f"there is no database at {database}")
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True, mode=0o700)
        with closing(sqlite3.connect(database)) as live, closing(sqlite3.connect(partial / DATABASE)) as copy:
            live.backup(copy, pages=_PAGES)
            _check(copy, partial / DATABASE)
        for name in KEPT:
            _copy(data_dir / name, partial / name)
        partial.rename(target)
    except (OSError, sqlite3.Error) as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise BackupError(f"nothing was kept: {error}") from error
    return sum(path.stat().st_size for path in target.rglob("*") if path.is_file())


def restore(source: Path, database: Path, data_dir: Path) -> None:
    """Brings a backup into a folder without a database; index and lexicon are then made anew.

    Refuses to overwrite a database: moving it away is the decision of a person.
    """
    copy = source / DATABASE
    if not copy.is_file():
        raise BackupError(f"{source} is no backup: it holds no {DATABASE}")
    if database.exists():
        raise BackupError(f"{database} is there already; stop the portal and move it away with its -wal and -shm files")
    partial = database.with_name(database.name + ".partial")
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(copy, partial)
        with closing(sqlite3.connect(partial)) as opened:
            _check(opened, copy)
        partial.rename(database)
        for name in KEPT:
            _copy(source / name, data_dir / name)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise BackupError(f"the backup could not be restored: {error}") from error


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise BackupError(f"{path} is damaged: {verdict}")


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif source.is_file():
        shutil.copy2(source, target)

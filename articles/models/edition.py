"""Which state of the database readers see: a mark that is another one after every commit, whoever made it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from itertools import count
from pathlib import Path
from threading import Lock
from typing import TypeVar

from django.db import DatabaseError, connection

Found = TypeVar("Found")


def database_edition() -> Hashable | None:
    """Equal marks of one process stand for equal data. None where no mark can be told: inside a transaction, whose
    own writes nobody else sees yet, and for a database without a file.

    It costs microseconds with SQLite, one short query with PostgreSQL. Raises DatabaseError.
    """
    if connection.in_atomic_block:
        return None
    if connection.vendor == "sqlite":
        path = str(connection.settings_dict["NAME"])
        in_memory = path == ":memory:" or "mode=memory" in path
        return None if in_memory else _watcher_of(path, os.getpid()).edition()
    with connection.cursor() as cursor:
        # Which transactions are visible: the very thing that decides what a query finds.
        cursor.execute("SELECT pg_current_snapshot()::text")
        found: tuple[str] = cursor.fetchone()
        return found[0]


def until_commit(read: Callable[[], Found]) -> Callable[[], Found]:
    """Remembers what `read` finds in the database until the next commit, of whatever process; what it found is shared
    by threads and must not be changed. Where no edition can be told, it is read each time."""
    kept: tuple[Hashable, Found] | None = None

    @wraps(read)
    def current() -> Found:
        nonlocal kept
        edition, known = database_edition(), kept
        if edition is not None and known is not None and known[0] == edition:
            return known[1]
        found = read()
        if edition is not None:
            kept = (edition, found)
        return found

    return current


class _Watcher:
    """A connection that never writes, so that SQLite counts the commits of all others for it (PRAGMA data_version).

    The count is the connection's own: one watcher serves all threads of a process.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int, int] = (0, 0, 0)

    def edition(self) -> Hashable:
        """Which opening of which file, and the count of the commits since."""
        with self._lock:
            try:
                found = os.stat(self._path)  # noqa: PTH116 - on the way of every page, at a third of the price
                if self._connection is None or (found.st_dev, found.st_ino) != self._opened[1:]:
                    self._connection = self._open()
                    self._opened = (next(_OPENINGS), found.st_dev, found.st_ino)
                (commits,) = self._connection.execute("PRAGMA data_version").fetchone()
            except (OSError, sqlite3.Error) as error:
                self._connection = None
                raise DatabaseError(str(error)) from error
            return (*self._opened, commits)

    def _open(self) -> sqlite3.Connection:
        address = f"{Path(self._path).resolve().as_uri()}?mode=rw"  # a missing file is an error, not a new database
        return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)


_OPENINGS = count(1)


@lru_cache(maxsize=4)
def _watcher_of(path: str, process: int) -> _Watcher:
    """One for each process: a connection must not be used behind a fork."""
    return _Watcher(path)

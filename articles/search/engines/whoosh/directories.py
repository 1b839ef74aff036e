"""Where the index lies: one directory per build, a pointer to the live one, and the locks.

    CURRENT        the name of the live build; replaced by a rename
    WRITE.lock     held by who writes into the live build
    BUILD.lock     held by who builds a new one
    JOURNAL        there while a build runs: the ids written meanwhile, for it to catch up
    1-ab12cd34-3/  a build: schema version, analysis version, serial number

A lock is an flock: the system lets go of it when its holder dies, however it dies.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from articles.search.engines.whoosh.bundle import remove_tree, sync_directory
from articles.search.engines.whoosh.schema import SCHEMA_VERSION
from articles.search.locks import ExclusiveLock

_JOURNAL = "JOURNAL"
_IN_USE = "IN_USE"


def version_name(analysis_version: str) -> str:
    """The part of a build's name that says by which rules it was built."""
    return f"{SCHEMA_VERSION}-{hashlib.sha256(analysis_version.encode()).hexdigest()[:8]}"


class IndexDirectories:
    """The builds under one root. Holds no state but the path."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pointer = root / "CURRENT"

    def current(self) -> Path | None:
        """The live build, None where there is none."""
        before = ""
        while True:
            try:
                name = self.pointer.read_text(encoding="ascii", errors="replace").strip()
            except (FileNotFoundError, NotADirectoryError):
                return None
            path = self.root / name
            if name and "/" not in name and path.is_dir():
                return path
            if name == before:
                return None
            before = name  # a build replaced and removed since the pointer was read: the pointer says the next

    def new(self, version: str) -> Path:
        """A new empty directory for a build; it is not live yet."""
        self.root.mkdir(parents=True, exist_ok=True)
        serials = [int(path.name.rpartition("-")[2]) for path in self._builds()]
        path = self.root / f"{version}-{max(serials, default=0) + 1}"
        path.mkdir()
        sync_directory(self.root)
        return path

    def switch(self, build: Path) -> None:
        """Makes a build live, at once and durably."""
        temporary = self.pointer.with_suffix(".new")
        with temporary.open("w", encoding="ascii") as file:
            file.write(build.name)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self.pointer)
        sync_directory(self.root)

    def tidy(self) -> None:
        """Removes builds that are neither live nor read by anyone. Call it with the build lock held."""
        current = self.current()
        for build in self._builds():
            if build != current and not _is_read(build):
                remove_tree(build)

    def version_of(self, build: Path) -> str:
        return build.name.rpartition("-")[0]

    def is_readable(self, build: Path) -> bool:
        """Whether a build has files of the format that this program reads and writes, whatever its rules of analysis
        and its fields."""
        return build.name.partition("-")[0] == str(SCHEMA_VERSION)

    def write_lock(self, timeout: float) -> ExclusiveLock:
        """Raises IndexLocked after `timeout` seconds."""
        return ExclusiveLock(self.root / "WRITE.lock", timeout, "another process writes to the index")

    def build_lock(self, timeout: float) -> ExclusiveLock:
        return ExclusiveLock(self.root / "BUILD.lock", timeout, "the index is being built already")

    def begin_journal(self) -> None:
        (self.root / _JOURNAL).write_bytes(b"")

    def append_journal(self, ids: Iterator[int]) -> None:
        """Notes ids for a running build; nothing where none runs. Call it with the write lock held."""
        try:
            with (self.root / _JOURNAL).open("r+b") as file:
                file.seek(0, os.SEEK_END)
                file.write("".join(f"{id_}\n" for id_ in ids).encode())
        except FileNotFoundError:
            return

    def read_journal(self, offset: int) -> tuple[set[int], int]:
        """The ids noted since `offset`, and the offset behind them."""
        data = (self.root / _JOURNAL).read_bytes()
        whole = data.rfind(b"\n") + 1
        return {int(line) for line in data[offset:whole].split()}, whole

    def end_journal(self) -> None:
        (self.root / _JOURNAL).unlink(missing_ok=True)

    def _builds(self) -> list[Path]:
        return [path for path in self.root.glob("*-*-*") if path.is_dir() and path.name.rpartition("-")[2].isdigit()]


def mark_read(build: Path) -> IO[bytes]:
    """Keeps a build from being removed until the file is closed or the process ends."""
    file = (build / _IN_USE).open("ab")
    fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    return file


@contextmanager
def _only_reader(build: Path) -> Iterator[bool]:
    with (build / _IN_USE).open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _is_read(build: Path) -> bool:
    with _only_reader(build) as alone:
        return not alone

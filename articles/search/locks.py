"""A lock between processes that the system releases when its holder dies."""

from __future__ import annotations

import fcntl
import time
from pathlib import Path
from threading import Event
from typing import IO

from articles.search.engines.base import IndexLocked

_RETRY_SECONDS = 0.05


class ProcessLock:
    """An flock on a file, which stays. Use as a context manager; leaving it releases the lock."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def acquire(self, timeout: float) -> bool:
        """Waits at most `timeout` seconds. Returns whether the lock is held now."""
        until = time.monotonic() + timeout
        while not self._try():
            if time.monotonic() >= until:
                return False
            time.sleep(_RETRY_SECONDS)
        return True

    def acquire_until(self, stop: Event) -> bool:
        """Waits until the lock is free or `stop` is set."""
        while not self._try():
            if stop.wait(10 * _RETRY_SECONDS):
                return False
        return True

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> ProcessLock:
        return self

    def __exit__(self, *exception: object) -> None:
        self.release()

    def _try(self) -> bool:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("ab")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self._file = file
        return True


class ExclusiveLock(ProcessLock):
    """A ProcessLock that is held on entering, or raises IndexLocked after `timeout` seconds."""

    def __init__(self, path: Path, timeout: float, reason: str) -> None:
        super().__init__(path)
        self._timeout = timeout
        self._reason = reason

    def __enter__(self) -> ExclusiveLock:
        if not self.acquire(self._timeout):
            raise IndexLocked(f"{self._reason}; waited {self._timeout:g} s")
        return self

"""A cache of arrays, bounded by bytes, shared by the threads of a process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Protocol, TypeVar


class Sized(Protocol):
    @property
    def nbytes(self) -> int: ...


Entry = TypeVar("Entry", bound=Sized)

_OVERHEAD = 400
"""Bytes of an entry beside its arrays: key, objects, links."""


class ByteCache:
    """Least recently used entries go first. Two threads may compute the same entry; both get a right one."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._entries: OrderedDict[Hashable, Sized] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: Hashable, compute: Callable[[], Entry]) -> Entry:
        with self._lock:
            found = self._entries.get(key)
            if found is not None:
                self._entries.move_to_end(key)
                return found  # type: ignore[return-value]
        entry = compute()
        with self._lock:
            if key not in self._entries:
                self._entries[key] = entry
                self._size += entry.nbytes + _OVERHEAD
            while self._size > self._capacity and self._entries:
                _, old = self._entries.popitem(last=False)
                self._size -= old.nbytes + _OVERHEAD
        return entry

    def kept(self, key: Hashable) -> Sized | None:
        """What is there already, which stays as near to leaving as it was."""
        return self._entries.get(key)

    @property
    def nbytes(self) -> int:
        return self._size

"""One file of named arrays: what a segment is on disk.

    magic | array | array | … | directory (JSON: name → type, offset, length; checksum) | directory length | magic

The arrays are little-endian and aligned, so that a reader maps the file and uses them where they lie. A file that
was cut or zeroed is told at opening by its ends, one damaged inside by `verify`.
"""

from __future__ import annotations

import json
import mmap
import os
import shutil
import struct
import tempfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

_MAGIC = b"newsseg1"
_TAIL = struct.Struct("<Q8s")
_ALIGNMENT = 64
_CHUNK = 1 << 20


Spool = tempfile.SpooledTemporaryFile[bytes]


class DamagedFile(Exception):
    """A file of the index is cut, overwritten or missing; the message names it."""


class BundleWriter:
    """Writes one bundle; `close` makes it durable. Arrays go to disk as they are added."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("wb")
        self._directory: dict[str, tuple[str, int, int]] = {}
        self._checksum = 0
        self._spools: list[Spool] = []
        self._write(_MAGIC)

    def spool(self) -> Spool:
        """A temporary file for an array whose length is not known yet; it has no name and dies with us."""
        spool = Spool(max_size=2 * _CHUNK, dir=str(self._path.parent))
        self._spools.append(spool)
        return spool

    def add(self, name: str, array: npt.NDArray[Any]) -> None:
        little = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
        self._begin(name, little.dtype, len(little))
        self._write(little.tobytes())

    def add_json(self, name: str, value: Any) -> None:
        self.add(name, np.frombuffer(json.dumps(value, ensure_ascii=False).encode(), np.uint8))

    def add_spool(self, name: str, spool: Spool, dtype: np.dtype[Any]) -> None:
        self._begin(name, dtype, spool.tell() // dtype.itemsize)
        spool.seek(0)
        while chunk := spool.read(_CHUNK):
            self._write(chunk)
        spool.close()

    def close(self) -> None:
        """Ends the file and waits until it is on the disk."""
        directory = json.dumps({"arrays": self._directory, "checksum": self._checksum}).encode()
        self._file.write(directory)
        self._file.write(_TAIL.pack(len(directory), _MAGIC))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        """Removes the unfinished file."""
        for spool in self._spools:
            spool.close()
        self._file.close()
        self._path.unlink(missing_ok=True)

    def _begin(self, name: str, dtype: np.dtype[Any], length: int) -> None:
        self._write(b"\0" * (-self._file.tell() % _ALIGNMENT))
        self._directory[name] = (dtype.str, self._file.tell(), length)

    def _write(self, data: bytes) -> None:
        self._checksum = zlib.crc32(data, self._checksum)
        self._file.write(data)


class Bundle:
    """A bundle open for reading. The mapping lives as long as any array of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < len(_MAGIC) + _TAIL.size:
                raise DamagedFile(f"{path.name} is cut short: {size} bytes")
            self._map = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        length, magic = _TAIL.unpack_from(self._map, size - _TAIL.size)
        self._end = size - _TAIL.size - length
        if magic != _MAGIC or self._map[: len(_MAGIC)] != _MAGIC or self._end < len(_MAGIC):
            raise DamagedFile(f"{path.name} is not a whole segment")
        try:
            directory = json.loads(self._map[self._end : self._end + length])
            self._directory: dict[str, tuple[str, int, int]] = directory["arrays"]
            self._checksum: int = directory["checksum"]
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedFile(f"the directory of {path.name} cannot be read") from error

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def array(self, name: str) -> npt.NDArray[Any]:
        try:
            dtype, offset, length = self._directory[name]
            return np.frombuffer(self._map, dtype, length, offset)
        except (KeyError, ValueError) as error:
            raise DamagedFile(f"{self.path.name} has no whole array {name!r}") from error

    def bytes(self, name: str) -> memoryview:
        """An array of bytes, for slicing."""
        array = self.array(name)
        _, offset, _ = self._directory[name]
        return memoryview(self._map)[offset : offset + len(array)]

    def json(self, name: str) -> Any:
        return json.loads(self.array(name).tobytes())

    def verify(self) -> None:
        """Reads everything once and compares the checksum. Raises DamagedFile."""
        checksum = 0
        for start in range(0, self._end, _CHUNK):
            checksum = zlib.crc32(self._map[start : min(start + _CHUNK, self._end)], checksum)
        if checksum != self._checksum:
            raise DamagedFile(f"{self.path.name} does not match its checksum")


class NoArrays:
    """What a segment has of a field that it was written without."""

    def array(self, name: str) -> npt.NDArray[Any]:
        return np.zeros(0, np.uint8)

    def bytes(self, name: str) -> memoryview:
        return memoryview(b"")


def remove_tree(path: Path) -> None:
    """Removes a directory of the index; what is gone already is no error."""
    shutil.rmtree(path, ignore_errors=True)


def sync_directory(path: Path) -> None:
    """Makes renames and new names in a directory survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""What the paths of an import stand for: files, folders, compressed files, standard input."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from articles.ingest.encodings import SAMPLE
from articles.ingest.record import Rejection

FORMAT_OF_ENDING = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".tsv": "csv", ".txt": "text",
    ".text": "text",
}  # fmt: skip
STANDARD_INPUT = "-"
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Input:
    """One file, or standard input."""

    path: str

    @property
    def name(self) -> str:
        """The file's name without `.gz`."""
        name = Path(self.path).name
        return name[:-3] if name.lower().endswith(".gz") else name

    @property
    def stem(self) -> str:
        """The name without ending: a text file's id."""
        return Path(self.name).stem if Path(self.name).suffix.lower() in FORMAT_OF_ENDING else self.name

    @property
    def format(self) -> str:
        """The format that the name's ending tells; empty where it tells none."""
        return FORMAT_OF_ENDING.get(Path(self.name).suffix.lower(), "")

    @property
    def size(self) -> int:
        """Bytes on disk; 0 for standard input."""
        return 0 if self.path == STANDARD_INPUT else Path(self.path).stat().st_size

    def key(self, run: str) -> str:
        """Names this state of the file within this command; empty where an import cannot be continued."""
        if self.path == STANDARD_INPUT or not Path(self.path).is_file():
            return ""
        stat = Path(self.path).stat()
        state = "\0".join((run, str(Path(self.path).resolve()), str(stat.st_size), str(stat.st_mtime_ns)))
        return hashlib.blake2b(state.encode("utf-8", "surrogateescape"), digest_size=32).hexdigest()

    def open(self, on_read: Callable[[int], None]) -> BinaryIO:
        """The bytes, uncompressed; `on_read` is told how many were taken from the disk.

        Raises OSError, also for a broken compressed file; EOFError for a cut one.
        """
        raw = sys.stdin.buffer if self.path == STANDARD_INPUT else Path(self.path).open("rb")  # noqa: SIM115 (closed by who reads)
        head, stream = with_sample(cast("BinaryIO", raw), on_read)
        return cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if head.startswith(_GZIP) else stream


class _Joined(io.RawIOBase):
    """What was read already, then the rest: standard input cannot be wound back."""

    def __init__(self, head: bytes, rest: BinaryIO, on_read: Callable[[int], None]) -> None:
        self._head = memoryview(head)
        self._rest = rest
        self._on_read = on_read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._head:
            size = min(len(buffer), len(self._head))
            buffer[:size], self._head = self._head[:size], self._head[size:]
            return size
        data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        self._on_read(len(data))
        return len(data)

    def close(self) -> None:
        self._rest.close()
        super().close()


def unwatched(count: int) -> None:
    """For whom the number of bytes does not matter."""


def with_sample(stream: BinaryIO, on_read: Callable[[int], None] = unwatched) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that still begins with them."""
    head = stream.read(SAMPLE)
    on_read(len(head))
    return head, cast("BinaryIO", io.BufferedReader(_Joined(head, stream, on_read), SAMPLE))


def find_inputs(paths: Sequence[str]) -> Iterator[Input | Rejection]:
    """The files that the paths stand for, in order; folders with all below them, sorted by name, hidden files not.

    In a folder only files with a known ending are taken; a file that is named is always taken.
    """
    for path in paths:
        if path == STANDARD_INPUT or (Path(path).exists() and not Path(path).is_dir()):
            yield Input(path)
        elif Path(path).is_dir():
            inputs = _in_folder(path)
            first = next(inputs, None)
            if first is None:
                yield Rejection(path, f"the folder holds no article files ({' '.join(sorted(FORMAT_OF_ENDING))}, .gz)")
            else:
                yield first
                yield from inputs
        else:
            yield Rejection(path, "there is no such file or folder")


def _in_folder(path: str) -> Iterator[Input]:
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            entry = Input(str(Path(folder) / name))
            if not name.startswith(".") and entry.format and Path(entry.path).is_file():
                yield entry

"""Whoosh's table of contents, made durable, over segments of our own format.

Whoosh keeps a generation of an index as one file, `_MAIN_<generation>.toc`, with the schema and the list of segments,
and replaces it by a rename. It never calls fsync; here the segments are on disk before the table that names them,
and the rename before the commit is reported.
"""

from __future__ import annotations

import os
import pickle
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage, ReadOnlyError
from whoosh.index import TOC, EmptyIndexError, IndexError, clean_files

from articles.search.engines.whoosh.bundle import DamagedFile, sync_directory
from articles.search.engines.whoosh.codec import SEGMENT_SUFFIX, ColumnarCodec
from articles.search.engines.whoosh.schema import INDEX_NAME, whoosh_schema


class ColumnarSegment(W3Segment):
    """A segment in Whoosh's list, with its deletions, whose data is one bundle that ColumnarCodec reads."""

    def codec(self, **options: object) -> ColumnarCodec:
        return ColumnarCodec()

    def path_in(self, directory: Path) -> Path:
        return directory / str(self.make_filename(SEGMENT_SUFFIX))

    def copy_with_deleted(self, numbers: Sequence[int]) -> ColumnarSegment:
        """The same segment with more documents deleted; the old one may be in use by readers."""
        return ColumnarSegment(
            self.codec(), INDEX_NAME, self.doc_count_all(), self.segid, {*self.deleted_docs(), *numbers}
        )

    def delete_document(self, docnum: int, delete: bool = True) -> NoReturn:
        """Whoosh's writer deletes in place; here a list of segments is never changed once it is written."""
        raise ReadOnlyError("documents are deleted through the portal's engine alone")

    def should_assemble(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Generation:
    """One commit: its number and the segments it consists of."""

    number: int
    segments: tuple[ColumnarSegment, ...]


class _DurableStorage(FileStorage):
    """Renames atomically, without the moment in which neither name exists, and durably."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        directory = Path(self.folder)
        with (directory / oldname).open("rb") as file:
            os.fsync(file.fileno())
        (directory / oldname).replace(directory / newname)
        sync_directory(directory)


def new_segment(count: int = 0) -> ColumnarSegment:
    return ColumnarSegment(ColumnarCodec(), INDEX_NAME, count)


def create(directory: Path) -> None:
    """Makes an empty index in a new directory."""
    directory.mkdir(parents=True, exist_ok=True)
    TOC(whoosh_schema(), [], 0).write(_DurableStorage(str(directory)), INDEX_NAME)


def read(directory: Path) -> Generation:
    """The newest generation. Raises DamagedFile where there is none or it cannot be read."""
    storage = FileStorage(str(directory), readonly=True)
    try:
        toc = TOC.read(storage, INDEX_NAME)
        segments = tuple(toc.segments)
    except EmptyIndexError as error:
        raise DamagedFile(f"{directory.name} holds no table of contents") from error
    except FileNotFoundError:
        raise
    except (IndexError, OSError, ValueError, EOFError, AssertionError, struct.error) as error:
        raise DamagedFile(f"the table of contents of {directory.name} cannot be read: {error}") from error
    except (pickle.UnpicklingError, AttributeError, ImportError, TypeError, KeyError, LookupError) as error:
        raise DamagedFile(f"the table of contents of {directory.name} is damaged: {error}") from error
    if not all(isinstance(segment, ColumnarSegment) for segment in segments):
        raise DamagedFile(f"{directory.name} was written by another program")
    return Generation(toc.generation, segments)


def newest_name(directory: Path) -> str:
    """The name of the newest table of contents, '' where there is none."""
    number: int = TOC._latest_generation(FileStorage(str(directory), readonly=True), INDEX_NAME)
    return TOC._filename(INDEX_NAME, number) if number >= 0 else ""


def commit(directory: Path, number: int, segments: Sequence[ColumnarSegment]) -> None:
    """Replaces the list of segments at once. The files of the segments must be on disk already."""
    storage = _DurableStorage(str(directory))
    sync_directory(directory)
    TOC(whoosh_schema(), list(segments), number).write(storage, INDEX_NAME)
    clean_files(storage, INDEX_NAME, number, segments)

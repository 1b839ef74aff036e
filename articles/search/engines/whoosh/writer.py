"""Writing: delete, then add, then commit, all or nothing. The caller holds the write lock, but for `optimise`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path

import numpy as np

from articles.search.engines.base import Document
from articles.search.engines.whoosh import store
from articles.search.engines.whoosh.bundle import Bundle
from articles.search.engines.whoosh.merging import segments_to_merge
from articles.search.engines.whoosh.segment import SegmentReader, merge_segments, write_segment
from articles.search.engines.whoosh.store import ColumnarSegment

BUILD_DOCUMENTS = 5_000
"""Documents of one segment while an index is built: some 150 MB of tokens at news length."""


_UNFINISHED = "merging.tmp"


class IndexWriter:
    """Writes to one build."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def write(self, documents: Iterable[Document], deleted: Collection[int] = ()) -> set[int]:
        """Replaces documents by id and removes `deleted` in one durable commit. Returns the ids it touched.

        Where an id comes twice in one batch the last wins; small segments are merged by the way.
        """
        generation = store.read(self._directory)
        added = self._add(documents)
        ids = set(deleted)
        if added is not None:
            ids.update(self._reader(added).columns.numbers["id"].tolist())
        segments = self._without(generation.segments, ids)
        if added is not None:
            segments.append(added)
        self._commit(generation.number + 1, self._merged(segments, segments_to_merge(segments)))
        return ids

    def build(self, documents: Iterator[Document]) -> None:
        """Fills an empty index and leaves one segment."""
        segments: list[ColumnarSegment] = []
        while (added := self._add(islice(documents, BUILD_DOCUMENTS))) is not None:
            segments = [*self._without(segments, set(self._reader(added).columns.numbers["id"].tolist())), added]
        self._commit(store.read(self._directory).number + 1, self._merged(segments, segments))

    def optimise(self, lock: AbstractContextManager[object]) -> bool:
        """Merges all segments into one. Returns whether that was done.

        Segments never change, so that they are merged without the write lock, and others commit meanwhile; the lock
        is held only to exchange them. What was deleted in between is deleted in the new one. If a commit has merged
        some of them itself, the work is thrown away.
        """
        before = store.read(self._directory).segments
        if len(before) < 2 and not any(segment.has_deletions() for segment in before):
            return False
        temporary = self._directory / _UNFINISHED
        count = merge_segments(temporary, [self._reader(segment) for segment in before])
        with lock:
            now = store.read(self._directory)
            held = {segment.segid: segment for segment in now.segments}
            if any(segment.segid not in held for segment in before):
                temporary.unlink(missing_ok=True)
                return False
            gone = self._deleted_since(before, [held.pop(segment.segid) for segment in before])
            merged = []
            if count:
                segment = store.new_segment(count)
                temporary.rename(segment.path_in(self._directory))
                merged = self._without([segment], gone)
            self._commit(now.number + 1, [*merged, *held.values()])
        return True

    def _deleted_since(self, before: Sequence[ColumnarSegment], now: Sequence[ColumnarSegment]) -> set[int]:
        ids: set[int] = set()
        for old, new in zip(before, now, strict=True):
            numbers = sorted(set(new.deleted_docs()).difference(old.deleted_docs()))
            ids.update(self._reader(new).columns.numbers["id"][np.array(numbers, np.int64)].tolist())
        return ids

    def _add(self, documents: Iterable[Document]) -> ColumnarSegment | None:
        segment = store.new_segment()
        count = write_segment(segment.path_in(self._directory), documents)
        if not count:
            return None
        segment.set_doc_count(count)
        ids = self._reader(segment).columns.numbers["id"]
        _, last = np.unique(ids[::-1], return_index=True)
        repeated = np.setdiff1d(np.arange(count), count - 1 - last)
        return segment.copy_with_deleted(repeated.tolist()) if len(repeated) else segment

    def _without(self, segments: Iterable[ColumnarSegment], ids: set[int]) -> list[ColumnarSegment]:
        """The segments with these articles deleted; segments left without a live document are dropped."""
        wanted = np.fromiter(ids, np.int64, len(ids))
        left = []
        for segment in segments:
            gone = self._reader(segment).numbers_of(wanted) if len(wanted) else []
            remaining = segment.copy_with_deleted(gone) if gone else segment
            if remaining.doc_count():
                left.append(remaining)
        return left

    def _merged(self, segments: list[ColumnarSegment], chosen: list[ColumnarSegment]) -> list[ColumnarSegment]:
        """The list with the chosen segments replaced by one."""
        if not chosen or (len(chosen) == 1 and not chosen[0].has_deletions()):
            return segments
        merged = store.new_segment()
        readers = [self._reader(segment) for segment in chosen]
        merged.set_doc_count(merge_segments(merged.path_in(self._directory), readers))
        kept = [segment for segment in segments if segment not in chosen]
        return [*kept, merged] if merged.doc_count_all() else kept

    def _commit(self, number: int, segments: list[ColumnarSegment]) -> None:
        store.commit(self._directory, number, segments)

    def _reader(self, segment: ColumnarSegment) -> SegmentReader:
        return SegmentReader(Bundle(segment.path_in(self._directory)), segment.deleted_docs())

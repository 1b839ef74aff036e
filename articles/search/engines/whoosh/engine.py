"""The embedded engine: Whoosh's commits and a columnar segment format, read as arrays."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import numpy as np

from articles.search.engines.base import (
    Document,
    EngineAnswer,
    EngineHit,
    EngineRequest,
    EngineStatus,
    IndexLocked,
    IndexUnavailable,
)
from articles.search.engines.bm25 import PREFIX_EXPANSIONS, RANKING, Bm25
from articles.search.engines.whoosh import store
from articles.search.engines.whoosh.bundle import Bundle, DamagedFile
from articles.search.engines.whoosh.cache import ByteCache
from articles.search.engines.whoosh.directories import IndexDirectories, mark_read, version_name
from articles.search.engines.whoosh.evaluate import Evaluation
from articles.search.engines.whoosh.facets import facet_counts
from articles.search.engines.whoosh.packing import Longs, Numbers
from articles.search.engines.whoosh.prefixes import frequent_terms
from articles.search.engines.whoosh.segment import SegmentReader
from articles.search.engines.whoosh.select import Key, best
from articles.search.engines.whoosh.snapshot import Doubles, Listed, Snapshot
from articles.search.engines.whoosh.writer import IndexWriter

logger = logging.getLogger(__name__)

CACHE_BYTES = 64 * 2**20
LOCK_SECONDS = 30.0
_SETTLED_NANOSECONDS = 100_000_000
"""A directory changed so recently may change again within the clock tick of its time stamp: look anew."""


class EmbeddedEngine:
    """One index under `root`. Safe under threads; open one per process and keep it.

    `analysis_version` names the rules by which documents were analysed: another version means another build.
    """

    def __init__(
        self,
        root: Path,
        analysis_version: str = "",
        ranking: Bm25 = RANKING,
        expansions: int = PREFIX_EXPANSIONS,
        lock_seconds: float = LOCK_SECONDS,
    ) -> None:
        self.directories = IndexDirectories(root)
        self.version = version_name(analysis_version)
        self._ranking = ranking
        self._expansions = expansions
        self._lock_seconds = lock_seconds
        self._lock = Lock()
        self._snapshot: Snapshot | None = None
        self._seen: tuple[object, ...] = ()
        self._pointer = str(self.directories.pointer)
        self._build: tuple[tuple[int, int], str] | None = None
        self._listed: tuple[object, tuple[object, ...]] = (None, ())
        self._readers: dict[Path, SegmentReader] = {}

    # Reading

    def search(self, request: EngineRequest) -> EngineAnswer:
        """Raises IndexUnavailable."""
        snapshot = self._current()
        evaluation = Evaluation(snapshot, self._expansions)
        found = evaluation.listed(request.plan)
        keys = _sort_keys(snapshot, found, request.sort)
        chosen = best(len(found.documents), keys, request.offset + request.limit)[request.offset :]
        ids = snapshot.numbers("id")[found.documents[chosen]].tolist()
        scores = [0.0] * len(ids) if found.scores is None else found.scores[chosen].tolist()
        return EngineAnswer(
            total=len(found.documents),
            hits=tuple(EngineHit(id_, score) for id_, score in zip(ids, scores, strict=True)),
            facets={facet.name: facet_counts(snapshot, evaluation.run(facet.plan), facet) for facet in request.facets},
        )

    def edition(self) -> Hashable:
        """Another one after every commit and every switch; costs two calls of stat. Raises IndexUnavailable."""
        return self._signature()

    def count(self) -> int:
        return self._current().live_count

    def ids(self) -> Collection[int]:
        snapshot = self._current()
        return set(snapshot.numbers("id")[snapshot.live].tolist())

    def document_frequency(self, field: str, text: str) -> int:
        return self._current().frequency(field, text)

    def document_frequencies(self, field: str, texts: Iterable[str]) -> Mapping[str, int]:
        return self._current().frequencies(field, list(dict.fromkeys(texts)))

    def terms(self, field: str, prefix: str, limit: int) -> Sequence[tuple[str, int]]:
        return frequent_terms(self._current(), field, prefix, limit)

    # Writing

    def create(self) -> None:
        """Makes an empty index where there is none."""
        with self.directories.build_lock(self._lock_seconds):
            if self.directories.current() is None:
                build = self.directories.new(self.version)
                store.create(build)
                self.directories.switch(build)

    def write(self, documents: Iterable[Document], deleted: Collection[int] = ()) -> None:
        with self._writing() as writer:
            self.directories.append_journal(iter(writer.write(documents, deleted)))

    def optimise(self) -> bool:
        """Merges everything into one segment and drops deletions, while others search and commit. Returns whether
        that was done."""
        build = self._live()
        try:
            return IndexWriter(build).optimise(self.directories.write_lock(self._lock_seconds))
        except (DamagedFile, FileNotFoundError) as error:
            raise self._damaged(error) from error

    def rebuild(
        self, documents: Iterator[Document], catch_up: Callable[[Collection[int]], tuple[Iterable[Document], set[int]]]
    ) -> int:
        """Builds an index of `documents` beside the live one and switches to it. Returns how many it holds.

        `catch_up` gives, for ids that were written to the live index meanwhile, the documents as they are now and
        the ids to delete. Searches answer from the old index until the switch. Raises IndexLocked if a build runs.
        """
        with self.directories.build_lock(0):
            self.directories.tidy()
            with self.directories.write_lock(self._lock_seconds):
                self.directories.begin_journal()
            try:
                build = self.directories.new(self.version)
                store.create(build)
                writer = IndexWriter(build)
                writer.build(documents)
                ids, offset = self.directories.read_journal(0)
                if ids:
                    writer.write(*catch_up(ids))
                with self.directories.write_lock(self._lock_seconds):
                    ids, _ = self.directories.read_journal(offset)
                    if ids:
                        writer.write(*catch_up(ids))
                    self.directories.switch(build)
                    self.directories.end_journal()
            finally:
                self.directories.end_journal()
            self.directories.tidy()
        return self.count()

    def tidy(self) -> None:
        """Removes what crashed or replaced builds left behind, unless a build runs."""
        try:
            with self.directories.build_lock(0):
                self.directories.end_journal()
                self.directories.tidy()
        except IndexLocked:
            return

    # State

    def status(self) -> EngineStatus:
        """Never raises: what /readyz and the worker need to know."""
        try:
            snapshot = self._current()
        except IndexUnavailable as error:
            return EngineStatus(False, str(error))
        build = self.directories.current()
        older = build is not None and self.directories.version_of(build) != self.version
        outdated = older or not snapshot.is_complete
        return EngineStatus(True, "", snapshot.live_count, len(snapshot.segments), outdated)

    def verify(self) -> None:
        """Reads every file and compares checksums. Raises IndexUnavailable."""
        for segment in self._current().segments:
            try:
                segment.bundle.verify()
            except DamagedFile as error:
                raise IndexUnavailable(f"{error}; the worker rebuilds the index") from error

    @contextmanager
    def _writing(self) -> Iterator[IndexWriter]:
        """The writer of the live build, alone. Damage that it meets is told as to a reader."""
        with self.directories.write_lock(self._lock_seconds):
            build = self._live()
            try:
                yield IndexWriter(build)
            except (DamagedFile, FileNotFoundError) as error:
                raise self._damaged(error) from error

    def _current(self) -> Snapshot:
        """The newest commit. Costs two calls of stat where nothing changed."""
        seen = self._signature()
        snapshot = self._snapshot
        if snapshot is not None and seen == self._seen:
            return snapshot
        with self._lock:
            if self._snapshot is None or seen != self._seen:
                self._snapshot = self._open()
                self._seen = seen
            return self._snapshot

    def _signature(self) -> tuple[object, ...]:
        """Changes with every commit, every switch, and when a file of ours is gone."""
        try:
            pointer = os.stat(self._pointer)  # noqa: PTH116 - on the way of every search, at a third of the price
            if self._build is None or self._build[0] != (pointer.st_mtime_ns, pointer.st_ino):
                self._build = ((pointer.st_mtime_ns, pointer.st_ino), str(self._live()))
            changed = os.stat(self._build[1]).st_mtime_ns  # noqa: PTH116
            looked, found = self._listed
            if looked == (self._build, changed):
                return found
            # A commit changes its directory several times, and only one of them brings a new table of contents.
            found = (self._build, store.newest_name(Path(self._build[1])), all(map(Path.exists, self._readers)))
            if time.time_ns() - changed > _SETTLED_NANOSECONDS:
                self._listed = ((self._build, changed), found)
        except FileNotFoundError:
            return (str(self._live()), time.time_ns())
        return found

    def _live(self) -> Path:
        build = self.directories.current()
        if build is None:
            raise IndexUnavailable("there is no index yet; it is being built")
        if not self.directories.is_readable(build):
            raise IndexUnavailable("the index has the format of another version of the portal; it is being rebuilt")
        return build

    def _open(self) -> Snapshot:
        """A commit between reading the table and opening its files removes them: then the next table is read."""
        seen = ""
        while True:
            build = self._live()
            newest = build.name
            try:
                newest = f"{build.name}/{store.newest_name(build)}"
                return self._open_build(build)
            except (FileNotFoundError, BlockingIOError) as error:  # the latter: a replaced build, being removed
                if newest == seen:
                    raise self._damaged(error) from error
                seen = newest
            except DamagedFile as error:
                raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> IndexUnavailable:
        self._snapshot = None
        return IndexUnavailable(f"the index is damaged ({error}); it is being rebuilt")

    def _open_build(self, build: Path) -> Snapshot:
        held = mark_read(build)
        try:
            generation = store.read(build)
            paths = [segment.path_in(build) for segment in generation.segments]
            self._readers = {path: self._readers.get(path) or SegmentReader(Bundle(path)) for path in paths}
            segments = [
                self._readers[path].without(segment.deleted_docs())
                for path, segment in zip(paths, generation.segments, strict=True)
            ]
        except BaseException:
            held.close()
            raise
        return Snapshot(segments, self._ranking, ByteCache(CACHE_BYTES), held)


def _sort_keys(snapshot: Snapshot, found: Listed, sort: tuple[tuple[str, bool], ...]) -> list[Key]:
    """Keys from large to small. A number that is not known comes last in both directions: it is the smallest of its
    type, and stays so when the others change their sign. Equals fall to the newest id."""
    keys = []
    for name, descending in sort:
        if name != "score":
            keys.append(_number_key(snapshot, found, name, descending))
        elif found.scores is not None:
            keys.append(_score_key(found.scores, descending))
    return [*keys, _number_key(snapshot, found, "id", True)]


def _score_key(scores: Doubles, descending: bool) -> Key:
    values = scores if descending else -scores
    return lambda at: values if at is None else values[at]


def _number_key(snapshot: Snapshot, found: Listed, name: str, descending: bool) -> Key:
    column, unknown = snapshot.numbers(name), snapshot.unknown(name)

    def key(at: Longs | None) -> Numbers:
        values = column[found.documents if at is None else found.documents[at]]
        if descending:
            return values
        return np.where(values == unknown, values, -values) if unknown is not None else -values

    return key

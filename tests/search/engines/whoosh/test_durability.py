"""What happens to an index that is written by others, cut off, damaged or rebuilt while it is read."""

from __future__ import annotations

import errno
import gc
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from articles.search.engines.base import EngineRequest, IndexLocked, IndexUnavailable
from articles.search.engines.whoosh import store, writer
from articles.search.engines.whoosh.bundle import BundleWriter
from articles.search.engines.whoosh.engine import EmbeddedEngine
from articles.search.plan import Everything
from tests.search.engines.contract import document, word


@pytest.fixture
def root(tmp_path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def engine(root) -> EmbeddedEngine:
    engine = EmbeddedEngine(root, lock_seconds=0.2)
    engine.create()
    return engine


def ids(engine: EmbeddedEngine, plan=None) -> set[int]:
    return {hit.id for hit in engine.search(EngineRequest(plan or Everything(), limit=10_000)).hits}


def newest(root: Path, pattern: str) -> Path:
    build = EmbeddedEngine(root).directories.current()
    return max(build.glob(pattern), key=lambda path: path.stat().st_mtime_ns)


def test_a_reader_sees_the_commits_of_others_at_once(root, engine):
    reader = EmbeddedEngine(root)
    for number in range(1, 40):
        engine.write([document(number, "word")])
        assert reader.count() == number


def test_a_search_sees_one_commit_from_beginning_to_end(root, engine):
    """Two documents change together, always; a reader never finds only one of them changed."""
    engine.write([document(1, "red"), document(2, "red")])
    stop, odd = threading.Event(), []

    def read(reader: EmbeddedEngine) -> None:
        while not stop.is_set():
            odd.extend(colour for colour in ("red", "blue") if len(ids(reader, word(colour))) == 1)

    threads = [threading.Thread(target=read, args=(engine,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for turn in range(30):
        colour = ("blue", "red")[turn % 2]
        engine.write([document(1, colour), document(2, colour)])
    stop.set()
    for thread in threads:
        thread.join()
    assert odd == []


def test_a_snapshot_outlives_the_files_it_was_read_from(root, engine):
    engine.write([document(1, "word")])
    snapshot = engine._current()
    for number in range(2, 12):
        engine.write([document(number, "word")])
    engine.optimise()
    assert snapshot.frequency("body_surface", "word") == 1
    assert engine.count() == 11


def test_commits_go_on_while_segments_are_merged(root, engine, monkeypatch):
    engine.write([document(number, "old") for number in range(1, 21)])
    engine.write([document(number, "old") for number in range(21, 41)])
    merge = writer.merge_segments

    def meanwhile(path, segments):
        count = merge(path, segments)
        engine.write([document(1, "new"), document(50, "new")], deleted=[30])
        return count

    with monkeypatch.context() as patch:
        patch.setattr(writer, "merge_segments", meanwhile)
        assert engine.optimise()
    assert ids(engine, word("old")) == {*range(2, 41)} - {30}
    assert ids(engine, word("new")) == {1, 50}
    assert engine.count() == 40
    assert engine.optimise()
    assert engine.status().segments == 1
    assert not engine.optimise()
    assert ids(engine) == {*range(1, 41), 50} - {30}


def test_a_second_writer_waits_and_says_how_long(root, engine):
    with engine.directories.write_lock(0), pytest.raises(IndexLocked, match=r"waited 0\.2 s"):
        engine.write([document(1, "word")])


def test_a_full_disk_leaves_the_last_commit(root, engine, monkeypatch):
    engine.write([document(1, "word")])

    def full(self, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(BundleWriter, "_write", full)
        with pytest.raises(OSError, match="No space"):
            engine.write([document(2, "word")])
    assert ids(engine) == {1}
    engine.write([document(3, "word")])
    assert ids(engine) == {1, 3}
    assert ids(EmbeddedEngine(root)) == {1, 3}


def test_files_of_an_unfinished_commit_are_removed_by_the_next(root, engine, monkeypatch):
    engine.write([document(1, "word")])
    with monkeypatch.context() as patch:
        patch.setattr(store, "commit", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            engine.write([document(2, "word")])
    engine.write([document(3, "word")])
    assert ids(engine) == {1, 3}
    assert len(list(engine.directories.current().glob("*.seg"))) == 2


def test_everything_is_on_disk_before_a_commit_is_reported(root, engine, monkeypatch):
    synced = []
    monkeypatch.setattr(
        os, "fsync", lambda descriptor: synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
    )
    engine.write([document(1, "word")])
    build = str(engine.directories.current())
    assert any(path.endswith(".seg") for path in synced)
    assert any(".toc" in path for path in synced)
    assert synced.count(build) >= 2, "the directory after the new files, and after the rename"
    assert synced[-1] == build


DAMAGES = {
    "truncated": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "emptied": lambda path: path.write_bytes(b""),
    "zeroed": lambda path: path.write_bytes(b"\0" * path.stat().st_size),
    "removed": Path.unlink,
}


@pytest.mark.parametrize("pattern", ["*.seg", "*.toc"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_reported_and_never_an_empty_answer(root, engine, pattern, damage):
    engine.write([document(1, "word")])
    DAMAGES[damage](newest(root, pattern))
    reader = EmbeddedEngine(root)
    with pytest.raises(IndexUnavailable):
        reader.search(EngineRequest(Everything()))
    status = reader.status()
    assert not status.available
    assert "index" in status.message
    assert reader.rebuild(iter([document(1, "word")]), lambda _: ([], set())) == 1
    assert ids(reader) == {1}
    assert EmbeddedEngine(root).status().available


@pytest.mark.parametrize("pattern", ["*.seg", "*.toc"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_writer_refuses_a_damaged_index(root, engine, pattern, damage):
    engine.write([document(1, "word")])
    DAMAGES[damage](newest(root, pattern))
    with pytest.raises(IndexUnavailable):
        EmbeddedEngine(root).write([document(2, "word")])


def test_no_index_and_a_pointer_to_nothing_are_unavailable(root, engine):
    with pytest.raises(IndexUnavailable):
        EmbeddedEngine(root / "nowhere").count()
    shutil.rmtree(engine.directories.current())
    assert not engine.status().available


def test_another_analysis_is_outdated_but_answers(root, engine):
    engine.write([document(1, "word")])
    newer = EmbeddedEngine(root, analysis_version="2")
    assert newer.status().outdated
    assert ids(newer) == {1}
    newer.rebuild(iter([document(1, "word")]), lambda _: ([], set()))
    assert not newer.status().outdated
    assert engine.status().outdated


def test_builds_left_by_a_crash_go_away_and_read_ones_stay(root, engine):
    abandoned = engine.directories.new(engine.version) / "half.seg"
    abandoned.touch()
    engine.directories.begin_journal()
    reader = EmbeddedEngine(root)
    read = reader.directories.current()
    held = reader._current()
    engine.rebuild(iter([document(1, "word")]), lambda _: ([], set()))
    assert not abandoned.exists()
    assert read.exists()
    assert held.live_count == 0
    assert reader.count() == 1
    del held
    gc.collect()
    engine.tidy()
    assert not read.exists()
    assert not (root / "JOURNAL").exists()


def test_searches_go_on_through_rebuilds_and_never_find_less(root, engine):
    written = [document(number, "word") for number in range(1, 31)]
    engine.write(written)
    stop, wrong, asked = threading.Event(), [], []

    def read() -> None:
        reader = EmbeddedEngine(root)
        while not stop.is_set():
            try:
                asked.append(reader.search(EngineRequest(Everything())).total)
            except Exception as error:
                wrong.append(error)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for _ in range(8):
        engine.rebuild(iter(written), lambda _: ([], set()))
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert set(asked) == {30}


WRITER = """
import sys
from pathlib import Path
from articles.search.engines.whoosh.engine import EmbeddedEngine
from tests.search.engines.contract import document
engine = EmbeddedEngine(Path(sys.argv[1]))
start = int(sys.argv[2])
for number in range(start, start + 100_000):
    engine.write([document(number, "word"), document(number - 1, "word again")], deleted=[number - 20])
    print(number, flush=True)
"""


def test_a_killed_writer_loses_nothing_that_was_acknowledged(root, engine):
    start = 1000
    for _ in range(2):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(root), str(start)],
            stdout=subprocess.PIPE,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "newsportal.settings",
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
        )
        assert process.stdout is not None
        acknowledged = int(process.stdout.readline())
        time.sleep(0.15)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split()
        process.wait()
        acknowledged = int(rest[-1]) if rest else acknowledged
        reader = EmbeddedEngine(root)
        reader.verify()
        live = ids(reader)
        assert {acknowledged, acknowledged - 1} <= live
        assert acknowledged - 20 not in live
        start = acknowledged + 1

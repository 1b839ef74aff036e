"""Building one engine in a process that does nothing else, and asking all in turn."""

from __future__ import annotations

import json
import multiprocessing
import resource
import shutil
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

import numpy as np

from bench.corpus import Corpus
from bench.questions import questions
from bench.rivals import RIVALS
from bench.rivals.base import Rival

_TURN = 30
"""Questions that one engine is asked before the next has its turn."""


@dataclass(frozen=True)
class Load:
    """`size` articles, `each` questions of every kind; indexes and vocabulary lie in `store`."""

    size: int
    each: int
    store: Path

    def size_for(self, rival: type[Rival]) -> int:
        return min(self.size, rival.largest or self.size)

    def corpus(self, rival: type[Rival]) -> Corpus:
        return Corpus(self.size_for(rival), store=self.store)

    def folder(self, rival: type[Rival]) -> Path:
        return self.store / f"{self.size_for(rival)}-{rival.name.replace(' ', '-')}"


@dataclass(frozen=True)
class Built:
    """`per_second`: articles per CPU second without drawing them, `seconds` of CPU time for all of that; `wall` of the
    clock and `peak` megabytes of this process with the drawing."""

    per_second: float
    megabytes: float
    seconds: float
    wall: float
    peak: float

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Self:
        return cls(**json.loads(path.read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Measured:
    """Times in milliseconds, question by question; `cold_cpu` is CPU time of the asking process. `private` megabytes
    after the load."""

    opening: float
    private: float
    kinds: list[str]
    totals: list[int]
    cold: list[float]
    cold_cpu: list[float]
    warm: list[float]

    def percentiles(self, state: str, kind: str) -> tuple[float, float]:
        times = getattr(self, state)
        chosen = [spent for spent, of in zip(times, self.kinds, strict=True) if kind in {of, "all"}]
        middle, late = np.percentile(chosen, (50, 95))
        return float(middle), float(late)


def record_of(folder: Path) -> Path:
    """What building cost, beside the index."""
    return folder.with_name(f"{folder.name}-built.json")


def build(rival: type[Rival], load: Load) -> None:
    """Builds, unless the index is there."""
    corpus, folder = load.corpus(rival), load.folder(rival)
    if record_of(folder).exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    engine = rival(folder)
    next(corpus.documents(corpus.size - 1))  # the vocabulary is read before the clock runs
    before = time.process_time()
    sample = min(corpus.size, 5_000)
    for document in corpus.documents(corpus.size - sample):
        engine.given(document)
    drawing = (time.process_time() - before) / sample
    before, began = engine.cpu(), time.monotonic()
    engine.build(corpus.documents())
    spent = engine.cpu() - before - drawing * corpus.size
    wall = time.monotonic() - began
    engine.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    Built(corpus.size / spent, size / 1e6, spent, wall, peak).save(record_of(folder))


def measure(rivals: Sequence[type[Rival]], load: Load) -> dict[str, Measured]:
    """Every engine in a process of its own; they take turns, so that what else the machine does meets all of them.
    First cold, each question for the first time after opening; then warm, the best of several times."""
    context = multiprocessing.get_context("spawn")
    lines: dict[str, Connection] = {}
    for rival in rivals:
        lines[rival.name], end = context.Pipe()
        context.Process(target=_answering, args=(end, RIVALS.index(rival), load), daemon=True).start()
    kinds = [question.kind for question in questions(load.corpus(rivals[0]), load.each)]
    opened = {name: line.recv() for name, line in lines.items()}
    cold: dict[str, list[tuple[float, float, int]]] = {name: [] for name in lines}
    warm = {name: [float("inf")] * len(kinds) for name in lines}
    for warm_round in range(1 + max(rival.rounds for rival in rivals)):
        asking = [rival.name for rival in rivals if warm_round <= rival.rounds]
        for first in range(0, len(kinds), _TURN):
            for name in asking:
                for number in range(first, min(first + _TURN, len(kinds))):
                    lines[name].send(number)
                    spent, cpu, total = lines[name].recv()
                    if warm_round:
                        warm[name][number] = min(warm[name][number], spent)
                    else:
                        cold[name].append((spent, cpu, total))
    found = {}
    for name, line in lines.items():
        line.send(None)
        spent_cold, cpu_cold, totals = (list(column) for column in zip(*cold[name], strict=True))
        found[name] = Measured(opened[name], line.recv(), kinds, totals, spent_cold, cpu_cold, warm[name])
    return found


def _answering(line: Connection, number: int, load: Load) -> None:
    """Opens the engine and answers questions by their numbers until there is none."""
    rival = RIVALS[number]
    asked = questions(load.corpus(rival), load.each)
    engine = rival(load.folder(rival))
    before = engine.private()
    started = time.perf_counter()
    engine.open()
    line.send(1000 * (time.perf_counter() - started))
    prepared = [engine.prepare(question) for question in asked]
    while (at := line.recv()) is not None:
        started, cpu = time.perf_counter(), time.process_time()
        total, _ = prepared[at]()
        line.send((1000 * (time.perf_counter() - started), 1000 * (time.process_time() - cpu), total))
    line.send((engine.private() - before) / 1e6)
    engine.close()

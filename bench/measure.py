"""Building and asking one engine, in a process that does nothing else."""

from __future__ import annotations

import json
import resource
import shutil
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

import numpy as np
import psutil

from bench.corpus import Corpus
from bench.engines import Rival
from bench.questions import questions

_WARM_ROUNDS = 3


class Figures:
    """A dataclass that survives in a file."""

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")  # type: ignore[call-overload]

    @classmethod
    def load(cls, path: Path) -> Self:
        return cls(**json.loads(path.read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Built(Figures):
    """`per_second`: articles per CPU second without drawing them, `seconds` of CPU time for all of that; `wall` of the
    clock and `peak` megabytes of the process with the drawing."""

    per_second: float
    megabytes: float
    seconds: float
    wall: float
    peak: float


@dataclass(frozen=True)
class Measured(Figures):
    """Times in milliseconds, question by question; `private` megabytes of the process after the load."""

    opening: float
    private: float
    kinds: list[str]
    totals: list[int]
    cold: list[float]
    warm: list[float]

    def percentiles(self, state: str, kind: str) -> tuple[float, float]:
        times = getattr(self, state)
        chosen = [spent for spent, of in zip(times, self.kinds, strict=True) if kind in {of, "all"}]
        middle, late = np.percentile(chosen, (50, 95))
        return float(middle), float(late)


def build(rival: type[Rival], corpus: Corpus, folder: Path) -> Built:
    """Builds, or tells the figures of the building that filled `folder` before."""
    record = folder.with_name(f"{folder.name}-built.json")
    if record.exists():
        return Built.load(record)
    shutil.rmtree(folder, ignore_errors=True)
    next(corpus.documents(corpus.size - 1))  # the vocabulary is read before the clock runs
    before = time.process_time()
    sample = min(corpus.size, 5_000)
    for _ in corpus.documents(corpus.size - sample):
        pass
    drawing = (time.process_time() - before) / sample
    before, began = time.process_time(), time.monotonic()
    rival(folder).build(corpus.documents())
    spent = time.process_time() - before - drawing * corpus.size
    wall = time.monotonic() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    built = Built(corpus.size / spent, size / 1e6, spent, wall, peak)
    built.save(record)
    return built


def measure(rival: type[Rival], corpus: Corpus, folder: Path, each: int) -> Measured:
    asked = questions(corpus, each)
    process = psutil.Process()
    before = process.memory_full_info().uss
    engine = rival(folder)
    started = time.perf_counter()
    engine.open()
    opening = time.perf_counter() - started
    prepared = [engine.prepare(question) for question in asked]
    cold, totals = [], []
    for ask in prepared:
        started = time.perf_counter()
        total, _ = ask()
        cold.append(1000 * (time.perf_counter() - started))
        totals.append(total)
    warm = [float("inf")] * len(asked)
    for _ in range(_WARM_ROUNDS):
        for number, ask in enumerate(prepared):
            started = time.perf_counter()
            ask()
            warm[number] = min(warm[number], 1000 * (time.perf_counter() - started))
    private = (process.memory_full_info().uss - before) / 1e6
    return Measured(1000 * opening, private, [question.kind for question in asked], totals, cold, warm)

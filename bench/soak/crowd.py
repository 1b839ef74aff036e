"""Eight processes at once: three import, two withdraw, three search, beside the web server and the worker."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.soak.actors import Tally
from bench.soak.portal import ROOT, Loss, compare_all, manage, serving, start


def crowd(seed: int, seconds: float, folder: Path) -> str:
    """Import, withdrawal and search for so long; then the index has to be equal to the database. A line to report."""
    if not seconds:
        return "no crowd"
    with serving() as address:
        worker = start("worker")
        try:
            told = _act(seed, seconds, folder, address, ("import", 3), ("withdraw", 2), ("search", 3))
        finally:
            worker.terminate()
            worker.wait()
    manage("worker", "--once")
    compare_all("after the crowd", [])
    return f"crowd of {seconds:.0f} s: {told}"


def rebuilding(seed: int, seconds: float, folder: Path) -> str:
    """The index is rebuilt again and again while articles come in: no search fails, none counts fewer than before."""
    if not seconds:
        return "no rebuilding"
    rebuilt = 0
    with serving() as address:
        worker = start("worker")
        until = time.monotonic() + seconds

        def rebuild() -> None:
            nonlocal rebuilt
            while time.monotonic() < until:
                manage("rebuild_index", "--noinput")
                rebuilt += 1

        try:
            told = _act(seed, seconds, folder, address, ("import", 2), ("count", 3), meanwhile=rebuild)
        finally:
            worker.terminate()
            worker.wait()
    manage("worker", "--once")
    compare_all("after rebuilding", [])
    return f"{rebuilt} rebuilds within {seconds:.0f} s: {told}"


def _act(
    seed: int,
    seconds: float,
    folder: Path,
    address: str,
    *actors: tuple[str, int],
    meanwhile: Callable[[], None] | None = None,
) -> str:
    """Runs the actors to their end. Raises Loss for what any of them has to complain of."""
    chance = random.Random(seed)
    running = []
    for role, count in actors:
        for number in range(count):
            command = [sys.executable, "-m", "bench.soak.actors", role, f"{role}{number}", str(chance.randrange(2**30))]
            command += [str(seconds), str(folder), address]
            running.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True))
    try:
        if meanwhile is not None:
            meanwhile()
        tallies = [_tally(process) for process in running]
    finally:
        for process in running:
            process.kill()
    total: dict[str, int] = {}
    for tally in tallies:
        total[tally.role] = total.get(tally.role, 0) + tally.done
    slowest = max((tally.slowest for tally in tallies if tally.role in {"search", "count"}), default=0.0)
    done = ", ".join(f"{number} times {role}" for role, number in total.items())
    return f"{done}; slowest answer {slowest:.2f} s"


def _tally(process: subprocess.Popen[str]) -> Tally:
    output, _ = process.communicate()
    lines = output.strip().splitlines()
    if process.returncode or not lines:
        raise Loss(f"{process.args[3:5]} ended with {process.returncode}")  # type: ignore[index]
    tally = Tally(**json.loads(lines[-1]))
    if tally.complaint:
        raise Loss(f"{tally.name}: {tally.complaint}")
    return tally

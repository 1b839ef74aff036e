"""`make bench`: this engine beside others on the same tokens. Prints speed of building, size, memory, and per class of
question p50 and p95 in milliseconds with the ratio to tantivy.

    python -m bench                        # 20,000 articles, 300 questions
    python -m bench --size 100000          # the size that the promises are made for
    python -m bench --keep /tmp/bench      # keep the indexes and use them again
    python -m bench --without "SQLite FTS5"

Each engine lives in a process of its own; they take turns, thirty questions to one, the same thirty to the next: first
cold (for the first time after opening) and then warm (the best of three times, so that what else the machine does
counts less). The numbers of matches are compared: they must be the same. PostgreSQL takes part where it is installed;
stock Haystack with 1,000 articles at most and one warm round, and the table says so.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")

from bench.measure import Built, Load, Measured, build, measure, record_of
from bench.questions import KINDS
from bench.rivals import RIVALS

DEFAULT_SIZE = 20_000


def main() -> None:
    options = arguments()
    if options.engine:
        (rival,) = (rival for rival in RIVALS if rival.name == options.engine)
        build(rival, Load(options.size, options.each, options.keep))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)  # PostgreSQL runs as a user of its own
        started = time.monotonic()
        load = Load(options.size, options.each, folder)
        rivals = []
        for rival in (rival for rival in RIVALS if rival.name not in options.without):
            if reason := rival.missing():
                print(f"without {rival.name}: {reason}")
                continue
            build_apart(rival.name, load)
            rivals.append(rival)
        built = {rival.name: Built.load(record_of(load.folder(rival))) for rival in rivals}
        measured = measure(rivals, load)
        for rival in rivals:
            if load.size_for(rival) < load.size:  # said wherever its figures stand
                name = f"{rival.name} {load.size_for(rival):,}"
                built[name], measured[name] = built.pop(rival.name), measured.pop(rival.name)
        report(options.size, built, measured)
        print(f"\n{time.monotonic() - started:.0f} s in all")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--size", type=int, default=DEFAULT_SIZE, help="articles")
    parser.add_argument("--each", type=int, default=30, help="questions of each kind")
    parser.add_argument("--keep", type=Path, help="folder for the indexes; those that are there are used")
    parser.add_argument(
        "--without", action="append", default=[], help="an engine to leave out, by its name in the table"
    )
    parser.add_argument("--engine", help=argparse.SUPPRESS)
    return parser.parse_args()


def build_apart(name: str, load: Load) -> None:
    """In a fresh process: memory and CPU time are this engine's alone."""
    command = [sys.executable, "-m", "bench", "--size", str(load.size), "--each", str(load.each)]
    subprocess.run([*command, "--keep", str(load.store), "--engine", name], check=True)


def report(size: int, built: dict[str, Built], measured: dict[str, Measured]) -> None:
    print(f"\n{size:,} articles\n\n{'':24}{'articles/CPU s':>16}{'CPU s':>8}{'wall s':>8}{'peak MB':>9}{'index MB':>10}"
          f"{'open ms':>10}{'private MB':>12}")  # fmt: skip
    for name, figures in built.items():
        after = measured[name]
        print(f"{name:24}{figures.per_second:>16,.0f}{figures.seconds:>8.0f}{figures.wall:>8.0f}{figures.peak:>9.0f}"
              f"{figures.megabytes:>10.0f}{after.opening:>10.1f}{after.private:>12.0f}")  # fmt: skip
    for state in ("warm", "cold"):
        print(f"\n{state + ', p50/p95 ms':24}" + "".join(f"{name:>23}" for name in measured))
        for kind in (*KINDS, "all"):
            cells = [figures.percentiles(state, kind) for figures in measured.values()]
            print(f"{kind:24}" + "".join(f"{middle:>13.2f} /{late:>8.2f}" for middle, late in cells))
    ours = measured.get("this engine")
    if ours is None:
        return
    middle, late = ours.percentiles("cold_cpu", "all")
    print(f"\nthis engine, cold, CPU time alone: p50 {middle:.2f}, p95 {late:.2f} ms")
    for name, figures in measured.items():
        if figures is not ours:
            ratios(ours, figures, name)


def ratios(ours: Measured, theirs: Measured, name: str) -> None:
    same = sum(mine == other for mine, other in zip(ours.totals, theirs.totals, strict=True))
    for state in ("warm", "cold"):
        middle, late = _ratio(ours, theirs, state, "all")
        print(
            f"\nto {name}, {state}: p50 {middle:.3f}, p95 {late:.3f} times; totals equal {same} of {len(ours.totals)}"
        )
        for kind in KINDS:
            middle, late = _ratio(ours, theirs, state, kind)
            print(f"  {kind:22} p50 {middle:.3f}  p95 {late:.3f}")


def _ratio(ours: Measured, theirs: Measured, state: str, kind: str) -> tuple[float, float]:
    mine, others = ours.percentiles(state, kind), theirs.percentiles(state, kind)
    return mine[0] / others[0], mine[1] / others[1]


if __name__ == "__main__":
    main()

"""`make bench`: this engine beside others on the same tokens. Prints speed of building, size, memory, and per class of
question p50 and p95 in milliseconds with the ratio to tantivy.

    python -m bench                        # 20,000 articles, 300 questions
    python -m bench --size 100000          # the size that the promises are made for
    python -m bench --keep /tmp/bench      # keep the indexes and use them again
    python -m bench --without "SQLite FTS5"

Each engine is measured in a process of its own, one after the other, first cold (each question for the first time after
opening) and then warm (the best of three times, so that what else the machine does counts less). The numbers of
matches of all are compared: they must be the same. PostgreSQL and stock Haystack are not part of the run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")

from bench.corpus import Corpus
from bench.engines import RIVALS
from bench.measure import Built, Measured, build, measure
from bench.questions import KINDS

DEFAULT_SIZE = 20_000
Step = TypeVar("Step", Built, Measured)


def main() -> None:
    options = arguments()
    if options.engine:
        one(options)
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        started = time.monotonic()
        built, measured = {}, {}
        rivals = [rival for rival in RIVALS if rival.name not in options.without]
        for rival in rivals:
            built[rival.name] = run(options, folder, rival.name, "build", Built)
        for rival in rivals:
            measured[rival.name] = run(options, folder, rival.name, "measure", Measured)
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
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--output", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def run(options: argparse.Namespace, folder: Path, name: str, step: str, kind: type[Step]) -> Step:
    """One step of one engine in a fresh process."""
    output = folder / "figures.json"
    command = [sys.executable, "-m", "bench", "--size", str(options.size), "--each", str(options.each)]
    command += ["--keep", str(folder), "--engine", name, "--step", step, "--output", str(output)]
    subprocess.run(command, check=True)
    return kind.load(output)


def one(options: argparse.Namespace) -> None:
    (rival,) = (rival for rival in RIVALS if rival.name == options.engine)
    corpus = Corpus(options.size, store=options.keep)
    folder = options.keep / f"{options.size}-{rival.name.replace(' ', '-')}"
    figures = build(rival, corpus, folder) if options.step == "build" else measure(rival, corpus, folder, options.each)
    figures.save(options.output)


def report(size: int, built: dict[str, Built], measured: dict[str, Measured]) -> None:
    print(f"\n{size:,} articles\n\n{'':24}{'articles/CPU s':>16}{'CPU s':>8}{'wall s':>8}{'peak MB':>9}{'index MB':>10}"
          f"{'open ms':>10}{'private MB':>12}")  # fmt: skip
    for name, figures in built.items():
        after = measured[name]
        print(f"{name:24}{figures.per_second:>16,.0f}{figures.seconds:>8.0f}{figures.wall:>8.0f}{figures.peak:>9.0f}"
              f"{figures.megabytes:>10.0f}{after.opening:>10.1f}{after.private:>12.0f}")  # fmt: skip
    for state in ("warm", "cold"):
        print(f"\n{state + ', p50/p95 ms':24}" + "".join(f"{name:>18}" for name in measured))
        for kind in (*KINDS, "all"):
            cells = [figures.percentiles(state, kind) for figures in measured.values()]
            print(f"{kind:24}" + "".join(f"{middle:>9.2f} /{late:>7.2f}" for middle, late in cells))
    ours, others = measured["this engine"], {name: figures for name, figures in measured.items() if "this" not in name}
    for name, figures in others.items():
        ratios = [
            mine / theirs
            for mine, theirs in zip(ours.percentiles("warm", "all"), figures.percentiles("warm", "all"), strict=True)
        ]
        same = sum(mine == theirs for mine, theirs in zip(ours.totals, figures.totals, strict=True))
        print(f"\nto {name}: p50 {ratios[0]:.2f}, p95 {ratios[1]:.2f} times; totals equal {same} of {len(ours.totals)}")
        for kind in KINDS:
            mine, theirs = ours.percentiles("warm", kind), figures.percentiles("warm", kind)
            print(f"  {kind:22} p50 {mine[0] / theirs[0]:.2f}  p95 {mine[1] / theirs[1]:.2f}")


if __name__ == "__main__":
    main()

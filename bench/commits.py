"""What adding to a large index costs: commits of 100 articles on a copy of what `python -m bench --keep` left.

    python -m bench --size 100000 --keep /tmp/bench --without tantivy …
    python -m bench.commits --size 100000 --keep /tmp/bench

Every commit also replaces ten articles and deletes one. Merges are part of the commits that they fall into. Prints the
clock's and CPU milliseconds, and the most segments there were.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import random
import shutil
import tempfile
import time
from itertools import islice
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")

import numpy as np

from articles.search.engines.whoosh.engine import EmbeddedEngine
from bench.corpus import Corpus
from bench.measure import Load
from bench.rivals.ours import Ours

ADDED, REPLACED = 100, 10


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.commits", description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="articles of the index")
    parser.add_argument("--keep", type=Path, required=True, help="where `python -m bench --keep` left it")
    parser.add_argument("--commits", type=int, default=200)
    options = parser.parse_args()
    load = Load(options.size, 0, options.keep)
    with tempfile.TemporaryDirectory(dir=options.keep) as folder:
        shutil.copytree(load.folder(Ours), folder, dirs_exist_ok=True)
        wall, cpu, segments = commit(EmbeddedEngine(Path(folder)), load, options.commits)
    for name, spent in (("clock", wall), ("CPU", cpu)):
        middle, late, most = (1000 * part for part in (*np.percentile(spent, (50, 95)), max(spent)))
        print(f"{name:>6}: p50 {middle:.0f}, p95 {late:.0f}, longest {most:.0f} ms")
    print(f"{len(wall)} commits of {ADDED} new and {REPLACED} replaced articles; at most {segments} segments")


def commit(engine: EmbeddedEngine, load: Load, count: int) -> tuple[list[float], list[float], int]:
    """Seconds of the clock and of the CPU for every commit, and the most segments."""
    chance = random.Random(1)
    added = Corpus(load.size + count * ADDED, store=load.store).documents(load.size)
    wall, cpu, segments = [], [], 0
    for _ in range(count):
        batch = list(islice(added, ADDED))
        numbers = [chance.randint(1, load.size) for _ in range(REPLACED)]
        again = [dataclasses.replace(batch[i], id=number) for i, number in enumerate(numbers)]
        began, spent = time.monotonic(), time.process_time()
        engine.write([*batch, *again], deleted=[chance.randint(1, load.size)])
        wall.append(time.monotonic() - began)
        cpu.append(time.process_time() - spent)
        segments = max(segments, engine.status().segments)
    return wall, cpu, segments


if __name__ == "__main__":
    main()

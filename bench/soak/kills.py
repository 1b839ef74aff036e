"""Import and worker run; both get SIGKILL at a random moment."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from pathlib import Path

from bench.soak.portal import Loss, Writer, compare_all, kill, manage, start, visible

RECOVERY_SECONDS = 10.0
BATCH = 100
_RECENT = 5


def kills(chance: random.Random, rounds: int, articles: int, folder: Path) -> list[float]:
    """Returns the seconds that each restarted worker took until the index was equal to the database, its start
    included. Raises Loss."""
    writer = Writer(folder, "kill", articles, chance)
    acknowledged: set[int] = set()
    words: list[str] = []
    spent = []
    for number in range(rounds):
        path, word = writer.write(BATCH)
        words = [*words[-_RECENT:], word]
        processes = [start("import_articles", str(path)), start("worker")]
        _random_moment(chance)
        for process in processes:
            kill(process)
        stored = visible()
        if missing := acknowledged - stored:
            raise Loss(f"kill {number + 1}: {len(missing)} acknowledged articles are gone from the database")
        acknowledged = stored
        begun = time.monotonic()
        manage("worker", "--once")
        spent.append(time.monotonic() - begun)
        compare_all(f"kill {number + 1}", words)
        print(
            f"\rkill {number + 1} of {rounds}: {len(stored)} articles, recovered in {spent[-1]:.1f} s ",
            end="",
            flush=True,
        )
    return spent


def _random_moment(chance: random.Random) -> None:
    """Half of the times any moment from the start on; else, as soon as the worker has begun a segment, one within the
    few hundredths of a second that writing and committing take."""
    if chance.random() < 0.5:
        time.sleep(chance.uniform(0.5, 6.0))
        return
    before = _segments()
    until = time.monotonic() + 15.0
    while _segments() <= before and time.monotonic() < until:
        time.sleep(0.001)
    time.sleep(chance.uniform(0.0, 0.15))


def _segments() -> set[Path]:
    from articles.search.engines import get_engine  # noqa: PLC0415 - after the settings

    with suppress(FileNotFoundError):
        return set(get_engine().directories.root.glob("*/*.seg"))
    return set()

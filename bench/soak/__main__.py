"""`make soak`: kills, damages and crowds until something is lost. Ends with exit code 1 at the first thing that is.

    python -m bench.soak                                          # everything, an hour or more
    python -m bench.soak --kills 10 --damages 5 --crowd 30 --rebuilding 30 --queries 1000      # a short one
    python -m bench.soak --seed 7                                 # other moments

A kill: import and worker run, both get SIGKILL at a random moment, half of the times while a segment is written; what
the database acknowledged must still be there, once, and a restarted worker must bring the index to the same state,
version by version. How many needed more than ten seconds is in the last line, and makes the exit code 1 too.
A damage: the newest file of the index is cut, emptied, zeroed or removed; the web server must start, show every page
that needs no index, answer 503 to /readyz and say on the search page that the index is being rebuilt; after the
worker it must search again.
A crowd: eight processes import, withdraw and search for five minutes; no reader may see an error, and the index must be
equal to the database in the end. Rebuilding: the same while the index is built anew again and again, and nothing is
withdrawn; no count may fall.
A query: the search page is asked for whatever Hypothesis makes of words, operators and nasty atoms; it must never
answer 500 nor take longer than two seconds. The portal runs on a data directory of its own that is removed at the end.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from bench.soak.crowd import crowd, rebuilding
from bench.soak.damages import damages
from bench.soak.kills import RECOVERY_SECONDS, kills
from bench.soak.portal import Loss, Writer, manage, prepare


def main() -> None:
    options = arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        chance = random.Random(options.seed)
        started = time.monotonic()
        try:
            recovered = kills(chance, options.kills, options.articles, folder)
            rebuilt = damages(chance, options.damages, options.articles, folder)
            told = [crowd(options.seed, options.crowd, folder), rebuilding(options.seed, options.rebuilding, folder)]
            random_queries(options.seed, options.queries, options.articles, folder)
        except Loss as loss:
            print(f"\nLOST: {loss} (seed {options.seed})")
            sys.exit(1)
    print("\n" + "\n".join(told))
    late = sum(spent > RECOVERY_SECONDS for spent in (*recovered, *rebuilt))
    print(f"nothing lost in {options.kills} kills, {options.damages} damages, {options.queries} queries, "
          f"{time.monotonic() - started:.0f} s; {late} recoveries took more than {RECOVERY_SECONDS:.0f} s, "
          f"the slowest {max((*recovered, *rebuilt), default=0.0):.1f} s")  # fmt: skip
    sys.exit(1 if late else 0)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="soak", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--damages", type=int, default=100)
    parser.add_argument("--crowd", type=float, default=300.0, help="seconds")
    parser.add_argument("--rebuilding", type=float, default=120.0, help="seconds")
    parser.add_argument("--queries", type=int, default=20_000)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def random_queries(seed: int, count: int, articles: int, folder: Path) -> None:
    """All articles imported and indexed, then `count` queries through the search page in this process."""
    from bench.queries import Unanswered, ask_many  # noqa: PLC0415 - after the settings

    if not count:
        return
    writer = Writer(folder, "query", articles, random.Random(seed))
    manage("import_articles", str(writer.write(articles)[0]))
    manage("worker", "--once")

    def told(number: int, slowest: float) -> None:
        if number % 100 == 0:
            print(f"\rquery {number} of {count}: slowest {slowest:.2f} s", end="", flush=True)

    try:
        ask_many(count, seed, told)
    except Unanswered as failure:
        raise Loss(f"a query: {failure}") from failure


if __name__ == "__main__":
    main()

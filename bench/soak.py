"""`make soak`: kills and damages until something is lost. Ends with exit code 1 at the first thing that is.

    python -m bench.soak                                          # 200 kills, 100 damages, 20,000 queries
    python -m bench.soak --kills 10 --damages 10 --queries 1000   # a short one
    python -m bench.soak --seed 7                     # the same moments again

A kill: import and worker run, both get SIGKILL at a random moment; what the database acknowledged must still be
there, once, and the worker must bring the index to the same state within ten seconds of its start.
A damage: the newest file of the index is cut, zeroed or removed; a reader must be told so, and never get an empty
answer; the worker must rebuild by itself. A query: the search page is asked for whatever Hypothesis makes of words,
operators and nasty atoms; it must never answer 500 nor take longer than two seconds. The portal runs on a data
directory of its own that is removed at the end.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

MANAGE = Path(__file__).resolve().parent.parent / "manage.py"
RECOVERY_SECONDS = 10.0


class Loss(Exception):
    """Something that must not happen; the message says what and when."""


def main() -> None:
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(DATA_DIR=folder, DJANGO_SETTINGS_MODULE="newsportal.settings")
        import django  # noqa: PLC0415 - the settings read DATA_DIR

        django.setup()
        manage("migrate", "--verbosity", "0", "--skip-checks")
        chance = random.Random(options.seed)
        started = time.monotonic()
        try:
            files = write_articles(Path(folder), options.articles)
            kills(chance, options.kills, files)
            damages(chance, options.damages)
            random_queries(options.seed, options.queries, files)
        except Loss as loss:
            print(f"\nLOST: {loss} (seed {options.seed})")
            sys.exit(1)
        print(f"\nnothing lost in {options.kills} kills, {options.damages} damages, "
              f"{options.queries} queries, {time.monotonic() - started:.0f} s")  # fmt: skip


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="soak", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--damages", type=int, default=100)
    parser.add_argument("--queries", type=int, default=20_000)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def write_articles(folder: Path, count: int) -> list[Path]:
    """Files of articles, a hundred in each, words drawn from the benchmark's corpus."""
    from bench.corpus import Corpus  # noqa: PLC0415 - after the settings

    paths = []
    lines: list[str] = []
    for document in Corpus(count, vocabulary_size=5_000, words=80).documents():
        title, body = (" ".join(text for (text,) in document.texts[name]) for name in ("title_surface", "body_surface"))
        record = {"id": str(document.id), "title": title, "body": body, "source": "soak", "date": "2025-10-15"}
        lines.append(json.dumps(record, ensure_ascii=False))
        if len(lines) == 100 or document.id == count:
            paths.append(folder / f"articles-{len(paths):04}.jsonl")
            paths[-1].write_text("\n".join(lines), encoding="utf-8")
            lines.clear()
    return paths


def kills(chance: random.Random, rounds: int, files: list[Path]) -> None:
    acknowledged: set[int] = set()
    for number in range(rounds):
        imported = files[number % len(files)]
        processes = [start("import_articles", str(imported)), start("worker")]
        time.sleep(chance.uniform(0.5, 6.0))
        for process in processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        stored = articles()
        if missing := acknowledged - stored:
            raise Loss(f"kill {number}: {len(missing)} acknowledged articles are gone from the database")
        acknowledged = stored
        recover(f"kill {number}")
        print(f"\rkill {number + 1} of {rounds}: {len(stored)} articles", end="", flush=True)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut": lambda path: os.truncate(path, path.stat().st_size // 2),
    "emptied": lambda path: os.truncate(path, 0),
    "zeroed": lambda path: path.write_bytes(b"\0" * path.stat().st_size),
    "removed": Path.unlink,
}


def damages(chance: random.Random, rounds: int) -> None:
    from articles.search.engines import get_engine  # noqa: PLC0415
    from articles.search.engines.whoosh.engine import EmbeddedEngine  # noqa: PLC0415

    for number in range(rounds):
        manage("worker", "--once")
        build = get_engine().directories.current()
        if build is None:
            raise Loss(f"damage {number}: there is no index to damage")
        pattern = chance.choice(["*.seg", "*.toc"])
        path = max(build.glob(pattern), key=lambda one: one.stat().st_mtime_ns)
        name = chance.choice(list(DAMAGES))
        DAMAGES[name](path)
        if EmbeddedEngine(get_engine().directories.root).status().available:
            raise Loss(f"damage {number}: {path.suffix} {name}, and a reader was not told")
        recover(f"damage {number} ({path.suffix} {name})")
        print(f"\rdamage {number + 1} of {rounds}", end="", flush=True)


def random_queries(seed: int, count: int, files: list[Path]) -> None:
    """All articles imported and indexed, then `count` queries through the search page in this process."""
    from bench.queries import Unanswered, ask_many  # noqa: PLC0415

    if not count:
        return
    manage("import_articles", *map(str, files))
    manage("worker", "--once")

    def told(number: int, slowest: float) -> None:
        if number % 100 == 0:
            print(f"\rquery {number} of {count}: slowest {slowest:.2f} s", end="", flush=True)

    try:
        ask_many(count, seed, told)
    except Unanswered as failure:
        raise Loss(f"a query: {failure}") from failure


def recover(when: str) -> None:
    """The worker brings the index to the state of the database; both are compared file by file and id by id."""
    from articles.search.engines import get_engine  # noqa: PLC0415
    from articles.search.indexer import compare  # noqa: PLC0415

    begun = time.monotonic()
    manage("worker", "--once")
    spent = time.monotonic() - begun
    if spent > RECOVERY_SECONDS:
        print(f"\n{when}: the worker took {spent:.1f} s, start included")
    get_engine().verify()
    if difference := compare():
        raise Loss(f"{when}: index and database differ: {difference}")
    if get_engine().count() != len(articles()):
        raise Loss(f"{when}: {get_engine().count()} in the index, {len(articles())} in the database")


def articles() -> set[int]:
    from articles.models import Article  # noqa: PLC0415

    return set(Article.objects.visible().values_list("pk", flat=True))


def start(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(MANAGE), *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def manage(*arguments: str) -> None:
    command = [sys.executable, str(MANAGE), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Loss(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr[-2000:]}")


if __name__ == "__main__":
    main()

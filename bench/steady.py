"""Searches that keep coming while articles stream in: how long each waits, and how soon a new article is found.

    python -m bench.steady DATA_DIR                      # ten minutes, 50 searches and 20 articles a second
    python -m bench.steady DATA_DIR --seconds 60

Serves a copy of DATA_DIR with two gunicorn processes, and beside them, at low priority, a worker and an importer of
articles that are made of sentences of the stored ones. Searches are asked when they are due, however long the ones
before them take, and their time counts from then. Their words stand beside each other in the articles.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import psutil

from bench.pages import ROOT, Client, wait_for

THREADS = 32
POLITE = 15
"""The niceness of worker and importer."""
KINDS: tuple[dict[str, str], ...] = (
    {},
    {},
    {},
    {"sort": "newest"},
    {"language": "fa"},
    {"page": "2"},
    {"match": "any"},
)
LETTERS = "بتجدرزسشفقکلمنهی"
PATIENCE = 30.0
"""Seconds after which a new article counts as not found."""


@dataclass
class Seen:
    """Seconds that each search took, what went wrong, and seconds from import to being found."""

    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)


def texts(database: Path, number: int) -> list[str]:
    """Bodies of articles drawn from the whole database."""
    with sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True) as connection:
        keys = [key for (key,) in connection.execute("SELECT id FROM articles_article WHERE word_count > 40")]
        chosen = random.Random(7).sample(keys, min(number, len(keys)))
        marks = ",".join("?" * len(chosen))
        rows = connection.execute(f"SELECT body FROM articles_article WHERE id IN ({marks})", chosen)  # noqa: S608
        return [body for (body,) in rows]


def queries(bodies: list[str]) -> Iterator[str]:
    """Paths of searches without end: one to three neighbouring words of an article, and now and then a filter."""
    chance = random.Random(11)
    words = [found for body in bodies if len(found := re.findall(r"[^\W\d_]{3,}", body)) > 3]
    while True:
        text = chance.choice(words)
        start = chance.randrange(len(text) - 2)
        q = " ".join(text[start : start + chance.choice((1, 1, 2, 3))])
        yield f"/search/?{urlencode({'q': q, **chance.choice(KINDS)})}"


def name_of(number: int) -> str:
    """A word that only the article of this number holds."""
    return "ژژ" + "".join(LETTERS[number >> shift & 15] for shift in range(0, 20, 4))


def import_steadily(rate: int) -> None:
    """Imports `rate` articles each second until it is stopped; prints the number of each last one once it is stored."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")
    import django  # noqa: PLC0415 - this process alone needs it

    django.setup()
    from articles.ingest.pipeline import store_many  # noqa: PLC0415
    from articles.ingest.record import ArticleRecord  # noqa: PLC0415

    chance = random.Random(13)
    sentences = [line for body in texts(Path(os.environ["DATA_DIR"]) / "newsportal.sqlite3", 2000)
                 for line in re.split(r"(?<=[.؟!])\s+|\n", body) if 30 < len(line) < 400]  # fmt: skip
    begin = time.monotonic()
    for second in range(1 << 15):
        time.sleep(max(0.0, begin + second - time.monotonic()))
        numbers = range(second * rate, (second + 1) * rate)
        store_many(
            [
                ArticleRecord(
                    f"steady-{number}",
                    f"{name_of(number)} {chance.choice(sentences)[:70]}",
                    "\n".join(chance.sample(sentences, 10)),
                    source="steady",
                    date=time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime()),
                )
                for number in numbers
            ]
        )
        print(numbers[-1], flush=True)


def ask(port: int, paths: Iterator[str], rate: int, seconds: float, seen: Seen) -> None:
    """Asks `rate` searches a second, each when it is due."""
    begin = time.monotonic() + 0.5
    own = threading.local()

    def one(path: str, due: float) -> None:
        time.sleep(max(0.0, due - time.monotonic()))
        try:
            if not hasattr(own, "client"):
                own.client = Client("127.0.0.1", port)
            own.client.get(path)
        except (OSError, ValueError) as wrong:
            own.__dict__.pop("client", None)
            seen.errors.append(f"{path}: {wrong!r}")
        seen.times.append(time.monotonic() - due)

    with ThreadPoolExecutor(THREADS) as pool:
        for number in range(round(seconds * rate)):
            due = begin + number / rate
            time.sleep(max(0.0, due - 0.2 - time.monotonic()))
            pool.submit(one, next(paths), due)


def look_for_new(port: int, importer: subprocess.Popen[str], seen: Seen) -> None:
    """Now and then waits until an article that was just stored is found."""
    free = 0.0
    for line in importer.stdout or ():
        stored = time.monotonic()
        if stored < free:
            continue
        address = f"http://127.0.0.1:{port}/api/v1/search?{urlencode({'q': name_of(int(line))})}"
        late = 0.0
        while late < PATIENCE:
            with urlopen(address) as answer:
                found = json.load(answer)["total"]
            late = time.monotonic() - stored
            if found:
                break
            time.sleep(0.1)
        seen.delays.append(late)
        free = time.monotonic() + 3


@contextmanager
def running(command: list[str], environment: dict[str, str], **options: object) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **options) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.terminate()


def measure(data: Path, seconds: float, searches: int, articles: int) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "DATA_DIR": str(data),
        "ENV_FILE": os.devnull,
        "BIND": f"127.0.0.1:{port}",
        "WEB_CONCURRENCY": "2",
        "API_RATE": "",
    }
    bodies = texts(data / "newsportal.sqlite3", 2000)
    quiet = {"stderr": subprocess.DEVNULL}
    politely = ["nice", "-n", str(POLITE), sys.executable]
    seen = Seen()
    with ExitStack() as stack:
        gunicorn = [str(Path(sys.executable).with_name("gunicorn")), "--log-level", "warning"]
        web = stack.enter_context(running([sys.executable, *gunicorn], environment))
        wait_for(port)
        paths = queries(bodies)
        ask(port, paths, 10, 5, Seen())  # each process opens the index and compiles its templates once
        stack.enter_context(running([*politely, "manage.py", "worker"], environment, **quiet))
        command = [*politely, "-m", "bench.steady", "--importer", "--articles", str(articles), str(data)]
        importer = stack.enter_context(running(command, environment, stdout=subprocess.PIPE))
        watcher = threading.Thread(target=look_for_new, args=(port, importer, seen))
        watcher.start()
        time.sleep(5)
        ask(port, paths, searches, seconds, seen)
        importer.terminate()  # its last line is the last that the watcher sees, while the portal still answers
        watcher.join()
        private = [child.memory_full_info().uss / 2**20 for child in psutil.Process(web.pid).children()]
        tell(data, seen, private)


def tell(data: Path, seen: Seen, private: list[float]) -> None:
    times = sorted(1000 * one for one in seen.times)
    at = statistics.quantiles(times, n=100, method="inclusive")
    tenth = max(2, len(seen.times) // 10)
    parts = [seen.times[start : start + tenth] for start in range(0, tenth * 10, tenth)]
    by_tenth = [1000 * statistics.quantiles(part, n=20, method="inclusive")[-1] for part in parts if len(part) > 1]
    with sqlite3.connect(f"{(data / 'newsportal.sqlite3').as_uri()}?mode=ro", uri=True) as connection:
        (new,) = connection.execute(
            "SELECT count(*) FROM articles_article WHERE external_id LIKE 'steady-%'"
        ).fetchone()
        (waiting,) = connection.execute("SELECT count(*) FROM articles_outboxentry").fetchone()
    print(f"searches {len(times)}, errors {len(seen.errors)}")
    print(f"ms: p50 {at[49]:.0f}, p95 {at[94]:.0f}, p99 {at[98]:.0f}, slowest {times[-1]:.0f}")
    print("p95 of each tenth of the time:", ", ".join(f"{one:.0f}" for one in by_tenth))
    print(f"articles imported {new}, waiting for the worker {waiting}")
    if seen.delays:
        print(f"s until found: median {statistics.median(seen.delays):.1f}, slowest {max(seen.delays):.1f}")
    print("private MB of the web processes:", ", ".join(f"{size:.0f}" for size in private))
    for error in seen.errors[:5]:
        print("error:", error)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="a DATA_DIR with articles and their index; it is copied")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--searches", type=int, default=50, help="a second")
    parser.add_argument("--articles", type=int, default=20, help="a second")
    parser.add_argument("--importer", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.importer:
        import_steadily(asked.articles)
        return
    with tempfile.TemporaryDirectory(prefix="steady-") as folder:
        copy = Path(folder) / "data"
        shutil.copytree(asked.data.resolve(), copy)
        measure(copy, asked.seconds, asked.searches, asked.articles)


if __name__ == "__main__":
    main()

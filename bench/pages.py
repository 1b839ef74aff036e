"""How fast the pages of the running portal are, beside a bare Django page under the same gunicorn.

    make run                                   # in one terminal, with the articles that are to be measured
    make bench-pages                           # in another
    python -m bench.pages http://host:8000     # another portal

For each page: the time of one request at a time (median and 95th percentile, milliseconds), and the requests per second
over four connections, as a part of what the bare page gives. Articles, words and persons take turns, each asked before
the clock runs, so that the figures are those of a warm portal and not of one cached answer.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
WORDS = [
    "ایران",
    "رئیس جمهور",
    "السعودية",
    "اقتصاد",
    "الرياض",
    "فوتبال",
    "جامعة الملك",
    "مجلس",
    "تهران",
    "نفت",
    "پوتین",
    "غزة",
]
ALONE = 200  # requests one after another
CONNECTIONS = 4
WARMING = 6  # connections that ask for everything beforehand: a connection stays with one process, and there may be two
SECONDS = 6


class Client:
    """One connection that is kept; it reads no more than it must, since it shares the processors with the server."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.connect()

    def connect(self) -> None:
        self.connection = socket.create_connection((self.host, self.port), timeout=30)
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, path: str) -> int:
        """The length of the answer's body. Raises ValueError for any status but 200."""
        request = f"GET {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nConnection: keep-alive\r\n\r\n".encode()
        try:
            self.connection.sendall(request)
            head, rest = self.head()
        except ConnectionError:  # gunicorn recycles a process, or closed a connection that was idle
            self.connect()
            self.connection.sendall(request)
            head, rest = self.head()
        if b" 200 " not in head[:15]:
            raise ValueError(f"{path}: {head[:40]!r}")
        length = int(
            next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")).split(b":")[1]
        )
        missing = length - len(rest)
        while missing > 0:
            missing -= len(self.connection.recv(1 << 17))
        if b"connection: close" in head.lower():
            self.connect()
        return length

    def head(self) -> tuple[bytes, bytes]:
        found = b""
        while b"\r\n\r\n" not in found:
            piece = self.connection.recv(1 << 17)
            if not piece:
                raise ConnectionResetError("the server closed the connection")
            found += piece
        head, _, rest = found.partition(b"\r\n\r\n")
        return head, rest


def alone(host: str, port: int, paths: list[str]) -> tuple[float, float]:
    """Median and 95th percentile of one request at a time, in milliseconds."""
    client = Client(host, port)
    times = []
    for path in itertools.islice(itertools.cycle(paths), ALONE):
        start = time.perf_counter()
        client.get(path)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def together(host: str, port: int, paths: list[str]) -> float:
    """Requests per second over CONNECTIONS connections."""
    end = time.perf_counter() + SECONDS

    def ask(first: int) -> int:
        client = Client(host, port)
        for number, path in enumerate(itertools.islice(itertools.cycle(paths), first, None)):
            if time.perf_counter() >= end:
                return number
            client.get(path)
        return 0

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        return sum(pool.map(ask, range(CONNECTIONS))) / SECONDS


def pages(address: str) -> dict[str, list[str]]:
    """The paths to ask for each page, found through the API."""
    articles, persons = set(), set()
    for word in WORDS:
        with urlopen(f"{address}/api/v1/search?q={quote(word)}&page_size=20") as answer:  # noqa: S310  (a portal's address)
            found = json.load(answer)
        articles |= {result["url"] for result in found["results"]}
        persons |= {choice["value"] for choice in found["facets"]["person"][:10]}
    if not articles or not persons:
        sys.exit("The portal has no articles that hold the words of this benchmark; import some first.")
    return {
        "home": ["/"],
        "article": [urlsplit(path).path for path in sorted(articles)],
        "search": [f"/search/?q={quote(word)}" for word in WORDS],
        "person": [f"/people/{slug}/" for slug in sorted(persons)[:40]],
    }


@contextmanager
def bare_page() -> Iterator[int]:
    """A bare Django page under this project's gunicorn settings; its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"BIND": f"127.0.0.1:{port}"}
    command = [Path(sys.executable).with_name("gunicorn"), "--log-level", "warning", "bench.bare:application"]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            wait_for(port)
            yield port
        finally:
            process.send_signal(signal.SIGTERM)


def wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("The bare page did not start.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address", nargs="?", default=f"http://127.0.0.1:{os.environ.get('PORT') or '8000'}")
    address = parser.parse_args().address.rstrip("/")
    host, port = urlsplit(address).hostname or "127.0.0.1", urlsplit(address).port or 80
    try:
        asked = pages(address)
    except OSError as wrong:
        sys.exit(f"No portal answers at {address} ({wrong}); start one with: make run")
    rows = [(name, host, port, paths) for name, paths in asked.items()]
    with bare_page() as bare:
        yardstick = 0.0
        print(f"{'page':10} {'paths':>6} {'p50 ms':>8} {'p95 ms':>8} {'req/s':>8} {'of bare':>8}")
        for name, to, at, paths in [("bare", "127.0.0.1", bare, ["/"]), *rows]:
            for _ in range(WARMING):
                warm = Client(to, at)
                for path in paths:
                    warm.get(path)
            median, late = alone(to, at, paths)
            rate = together(to, at, paths)
            yardstick = yardstick or rate
            part = f"1/{yardstick / rate:.1f}"
            print(f"{name:10} {len(paths):6} {median:8.1f} {late:8.1f} {rate:8.0f} {part:>8}")


if __name__ == "__main__":
    main()

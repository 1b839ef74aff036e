"""A portal of its own for the soak: a data directory, commands, the web server, and what database and index say."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
MANAGE = ROOT / "manage.py"
SOURCE = "soak"
STARTS_WITHIN = 60.0


class Loss(Exception):
    """Something that must not happen; the message says what and when."""


def prepare(folder: Path) -> None:
    """Everything of a new portal but articles, in this process too."""
    os.environ.update(
        DATA_DIR=str(folder), ENV_FILE=os.devnull, API_RATE="", DJANGO_SETTINGS_MODULE="newsportal.settings"
    )
    subprocess.run([ROOT / "bin/prepare", "data"], check=True, stdout=subprocess.DEVNULL)
    import django  # noqa: PLC0415 - the settings read DATA_DIR

    django.setup()


class Writer:
    """Writes files of articles, words drawn from the benchmark's corpus. Every article of a file has a word of that
    file at its end: it tells which version of the article the database has, and which the index."""

    def __init__(self, folder: Path, name: str, articles: int, chance: random.Random) -> None:
        from bench.corpus import Corpus  # noqa: PLC0415 - after the settings

        self._folder = folder
        self._name = name
        self._articles = articles
        self._chance = chance
        self._texts = [
            [" ".join(text for (text,) in document.texts[field]) for field in ("title_surface", "body_surface")]
            for document in Corpus(articles, vocabulary_size=5_000, words=80).documents()
        ]
        self._files = 0

    def write(self, count: int) -> tuple[Path, str]:
        """A new version of `count` articles chosen by chance; the path and the word."""
        self._files += 1
        word = f"{self._name}version{self._files}x"
        lines = []
        for number in self._chance.sample(range(self._articles), count):
            title, body = self._texts[number]
            record = {"id": f"{self._name}-{number}", "title": title, "body": f"{body} {word}", "source": SOURCE}
            lines.append(json.dumps({**record, "date": "2025-10-15"}, ensure_ascii=False))
        path = self._folder / f"{self._name}.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path, word


def start(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(MANAGE), *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def kill(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def manage(*arguments: str) -> None:
    command = [sys.executable, str(MANAGE), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Loss(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr[-2000:]}")


@contextmanager
def serving() -> Iterator[str]:
    """The web server as deployed, on a free port; gives its address once it answers, whatever."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [Path(sys.executable).with_name("gunicorn"), "--log-level", "warning"]
    log = (Path(os.environ["DATA_DIR"]) / "web.log").open("ab")
    with log, subprocess.Popen(command, cwd=ROOT, env=os.environ | {"BIND": address}, stdout=log, stderr=log) as server:
        try:
            _wait_for(f"http://{address}")
            yield f"http://{address}"
        finally:
            server.send_signal(signal.SIGTERM)


def _wait_for(address: str) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            fetch(f"{address}/healthz")
            break
        except URLError as error:
            if time.monotonic() > until:
                raise Loss("the web server does not start") from error
            time.sleep(0.1)


def fetch(address: str) -> tuple[int, str]:
    """Status and text, whatever the status."""
    try:
        with urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode(errors="replace")


def visible() -> set[int]:
    """The articles that the database shows."""
    from articles.models import Article  # noqa: PLC0415

    return set(Article.objects.visible().values_list("pk", flat=True))


def compare_all(when: str, words: list[str]) -> None:
    """Every file of the index is whole; the same articles are in both, each in the version that the database has."""
    from articles.models import Article, OutboxEntry  # noqa: PLC0415
    from articles.search.engines import get_engine  # noqa: PLC0415
    from articles.search.indexer import compare  # noqa: PLC0415

    engine = get_engine()
    engine.verify()
    if left := OutboxEntry.objects.count():
        raise Loss(f"{when}: {left} articles are still queued")
    if difference := compare():
        raise Loss(f"{when}: index and database differ: {difference}")
    if engine.count() != len(visible()):
        raise Loss(f"{when}: {engine.count()} in the index, {len(visible())} in the database")
    for word in words:
        stored = Article.objects.visible().filter(body__endswith=f" {word}").count()
        indexed = engine.document_frequency("body_surface", word)
        if stored != indexed:
            raise Loss(f"{when}: {word} is in {stored} articles of the database and in {indexed} of the index")

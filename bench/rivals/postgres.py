"""PostgreSQL's full-text search, in a private cluster that ends with the benchmark.

It needs the server's programs (Debian: postgresql) and psycopg. PostgreSQL refuses to run as root: there its
own user, `postgres`, runs it. It goes without the letter 3-grams, which no question here asks for: their GIN index of
100,000 articles alone was not ready after six CPU minutes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psutil

from articles.search.engines.base import Document
from articles.search.plan import TEXT_FIELDS
from bench.questions import Question
from bench.rivals.base import FACETS, LIMIT, Answer, Rival, joined

_FIELDS = tuple(field for field in TEXT_FIELDS if field != "grams")
_SETTINGS = ("listen_addresses=", "max_wal_size=8GB", "maintenance_work_mem=512MB", "shared_buffers=512MB", "jit=off")


class Postgres(Rival):
    name = "PostgreSQL"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._data = folder / "cluster"
        self._server: subprocess.Popen[bytes] | None = None
        self._ended = 0.0

    @classmethod
    def missing(cls) -> str:
        if _programs() is None:
            return "PostgreSQL's initdb and postgres are not installed"
        if find_spec("psycopg") is None:
            return "psycopg is not installed"
        if os.geteuid() == 0 and not _has_user():
            return "there is no user postgres, and PostgreSQL refuses to run as root"
        return ""

    def given(self, document: Document) -> object:
        return _row(document)

    def build(self, documents: Iterable[Document]) -> None:
        self._folder.mkdir(parents=True)
        if os.geteuid() == 0:
            shutil.chown(self._folder, "postgres", "postgres")
        self._run("initdb", "--pgdata", str(self._data), "--encoding=UTF8", "--locale=C", "--auth=trust", "--no-sync")
        database = self._connected()
        columns = ", ".join(f"{field} tsvector" for field in _FIELDS)
        database.execute(
            f"CREATE TABLE articles (id int PRIMARY KEY, language text, source text, day int, time bigint, {columns})"
        )
        vectors = ", ".join(["to_tsvector('simple', %s::text)"] * len(_FIELDS))
        with database.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO articles VALUES (%s, %s, %s, %s, %s, {vectors})",  # noqa: S608 - our names
                (_row(document) for document in documents),
            )
        for field in _FIELDS:
            database.execute(f"CREATE INDEX ON articles USING gin ({field})")
        database.execute("CREATE INDEX ON articles (day)")
        database.commit()
        database.autocommit = True
        database.execute("VACUUM ANALYZE articles")
        database.close()

    def open(self) -> None:
        self._database = self._connected()
        self._database.autocommit = True

    def close(self) -> None:
        """A checkpoint, and the end of the server."""
        if self._server is None:
            return
        self._ended += _spent(self._server.pid)
        self._server.terminate()
        self._server.wait()
        self._server = None

    def cpu(self) -> float:
        return time.process_time() + self._ended + (_spent(self._server.pid) if self._server else 0.0)

    def private(self) -> int:
        """Of the server, with what its processes share."""
        if self._server is None:
            return 0
        return sum(process.memory_full_info().pss for process in _processes(self._server.pid))

    def prepare(self, question: Question) -> Callable[[], Answer]:
        where, values, rank, ranked_by = _conditions(question)
        order, ordered_by = ("time DESC", ()) if question.kind == "dates, newest first" else (f"{rank} DESC", ranked_by)
        cursor = self._database.cursor()

        def ask() -> Answer:
            (total,) = cursor.execute(f"SELECT count(*) FROM articles WHERE {where}", values).fetchone()  # noqa: S608
            best = f"SELECT id FROM articles WHERE {where} ORDER BY {order} LIMIT {LIMIT}"  # noqa: S608 - our names
            rows = cursor.execute(best, (*values, *ordered_by)).fetchall()
            if question.kind == "language, two facets":
                for name in FACETS:
                    counts = f"SELECT {name}, count(*) FROM articles WHERE {where} GROUP BY 1"  # noqa: S608
                    cursor.execute(counts, values).fetchall()
            return total, [row[0] for row in rows]

        return ask

    def _connected(self) -> Any:
        import psycopg  # noqa: PLC0415 - the benchmark runs without it

        if self._server is None:
            options = [argument for setting in _SETTINGS for argument in ("-c", setting)]
            socket = ["-c", f"unix_socket_directories={self._folder}"]
            self._server = self._started("postgres", "-D", str(self._data), *options, *socket)
        until = time.monotonic() + 60
        while True:
            try:
                return psycopg.connect(host=str(self._folder), dbname="postgres", user=_user(), client_encoding="utf8")
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.02)

    def _run(self, *command: str) -> None:
        if self._started(*command).wait():
            raise RuntimeError(f"{command[0]} failed")

    def _started(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        programs = _programs()
        assert programs is not None  # noqa: S101 - `missing` was asked
        user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen([str(programs / program), *arguments], cwd="/", **user, **quiet)


def _row(document: Document) -> tuple[object, ...]:
    keywords, numbers = document.keywords, document.numbers
    texts = (joined(document, field) for field in _FIELDS)
    return (document.id, keywords["language"][0], keywords["source"][0], numbers["day"], numbers["time"], *texts)


def _conditions(question: Question) -> tuple[str, tuple[object, ...], str, tuple[object, ...]]:
    """The condition and its values, the rank and its values."""
    match question.kind:
        case "and":
            words = " & ".join(question.words)
        case "or":
            words = " | ".join(question.words)
        case "not":
            words = f"{question.words[0]} & !{question.words[1]}"
        case "phrase":
            words = " <-> ".join(question.words)
        case "prefix":
            words = f"{question.words[0]}:*"
        case _:
            words = question.words[0]
    where, rank = "body_surface @@ %s::tsquery", "ts_rank(body_surface, %s::tsquery)"
    match question.kind:
        case "dates, newest first":
            return f"{where} AND day BETWEEN %s AND %s", (words, *question.days), rank, (words,)
        case "language, two facets":
            return f"{where} AND language = %s", (words, question.language), rank, (words,)
        case "two fields":
            return (
                f"({where} OR title_surface @@ %s::tsquery)",
                (words, words),
                (f"{rank} + 2 * ts_rank(title_surface, %s::tsquery)"),
                (words, words),
            )
        case _:
            return where, (words,), rank, (words,)


def _programs() -> Path | None:
    """The folder of initdb and postgres: Debian keeps them off the path, by version."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    whole = [folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()]
    return whole[-1] if whole else None


def _has_user() -> bool:
    import pwd  # noqa: PLC0415 - not on every system

    return any(entry.pw_name == "postgres" for entry in pwd.getpwall())


def _user() -> str:
    """The superuser of a cluster is whoever made it."""
    return "postgres" if os.geteuid() == 0 else psutil.Process().username()


def _processes(pid: int) -> Iterator[psutil.Process]:
    server = psutil.Process(pid)
    yield from (server, *server.children(recursive=True))


def _spent(pid: int) -> float:
    """CPU seconds of the server with all of its processes, those that have ended too."""
    times = [process.cpu_times() for process in _processes(pid)]
    return sum(one.user + one.system + one.children_user + one.children_system for one in times)

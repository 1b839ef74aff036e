"""SQLite's full-text search."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from articles.search.engines.base import Document
from articles.search.plan import TEXT_FIELDS
from bench.questions import Question
from bench.rivals.base import FACETS, LIMIT, Answer, Rival, joined


class Fts5(Rival):
    name = "SQLite FTS5"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._path = folder / "fts.sqlite3"

    def build(self, documents: Iterable[Document]) -> None:
        self._path.parent.mkdir(parents=True)
        database = sqlite3.connect(self._path)
        database.executescript(
            f"CREATE VIRTUAL TABLE words USING fts5({', '.join(TEXT_FIELDS)}, content='', tokenize='unicode61');"
            "CREATE TABLE facts (id INTEGER PRIMARY KEY, language TEXT, source TEXT, day INTEGER, time INTEGER);"
            "CREATE INDEX facts_time ON facts (time); CREATE INDEX facts_day ON facts (day);"
        )
        for document in documents:
            texts = [joined(document, field) for field in TEXT_FIELDS]
            marks = ", ".join("?" * (len(TEXT_FIELDS) + 1))
            database.execute(
                f"INSERT INTO words (rowid, {', '.join(TEXT_FIELDS)}) VALUES ({marks})",  # noqa: S608 - our names
                [document.id, *texts],
            )
            keywords, numbers = document.keywords, document.numbers
            facts = (document.id, keywords["language"][0], keywords["source"][0], numbers["day"], numbers["time"])
            database.execute("INSERT INTO facts VALUES (?, ?, ?, ?, ?)", facts)
        database.execute("INSERT INTO words (words) VALUES ('optimize')")
        database.commit()
        database.close()

    def open(self) -> None:
        self._database = sqlite3.connect(self._path)
        self._database.execute("PRAGMA cache_size = -65536")
        self._database.execute("PRAGMA mmap_size = 4000000000")

    def prepare(self, question: Question) -> Callable[[], Answer]:
        join = "FROM words JOIN facts ON facts.id = words.rowid WHERE words MATCH ?"
        values: tuple[object, ...] = (self._match(question),)
        order = "rank"
        if question.kind == "dates, newest first":
            join, values, order = f"{join} AND day BETWEEN ? AND ?", (*values, *question.days), "time DESC"
        elif question.kind == "language, two facets":
            join, values = f"{join} AND language = ?", (*values, question.language)
        else:
            join = "FROM words WHERE words MATCH ?"
        execute = self._database.execute

        def ask() -> Answer:
            (total,) = execute(f"SELECT count(*) {join}", values).fetchone()
            rows = execute(f"SELECT words.rowid {join} ORDER BY {order} LIMIT {LIMIT}", values).fetchall()
            if question.kind == "language, two facets":
                for name in FACETS:
                    execute(f"SELECT {name}, count(*) {join} GROUP BY {name}", values).fetchall()
            return total, [row[0] for row in rows]

        return ask

    def _match(self, question: Question) -> str:  # noqa: PLR0911 - one branch per kind
        words = [f'"{word}"' for word in question.words]
        match question.kind:
            case "and":
                return f"body_surface : ({words[0]} AND {words[1]})"
            case "or":
                return f"body_surface : ({words[0]} OR {words[1]})"
            case "not":
                return f"body_surface : ({words[0]} NOT {words[1]})"
            case "phrase":
                return f"body_surface : {' + '.join(words)}"
            case "prefix":
                return f"body_surface : {words[0]} *"
            case "two fields":
                return f"{{title_surface body_surface}} : {words[0]}"
            case _:
                return f"body_surface : {words[0]}"

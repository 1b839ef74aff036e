"""The engines under the same load. Each builds from the same documents and answers with (total, first ten ids)."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

import tantivy

from articles.search.engines.base import Document, EngineRequest, FacetRequest
from articles.search.engines.whoosh.engine import EmbeddedEngine
from articles.search.plan import TEXT_FIELDS, And, Keyword, Not, Or, Phrase, Plan, Prefix, Range, Term
from bench.questions import Question

Answer = tuple[int, list[int]]
LIMIT = 10
FACETS = ("source", "language")


class Rival(Protocol):
    name: str

    def __init__(self, folder: Path) -> None: ...

    def build(self, documents: Iterable[Document]) -> None: ...

    def open(self) -> None: ...

    def prepare(self, question: Question) -> Callable[[], Answer]: ...


class Ours:
    name = "this engine"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def build(self, documents: Iterable[Document]) -> None:
        engine = EmbeddedEngine(self._folder)
        engine.rebuild(iter(documents), lambda _: ([], set()))

    def open(self) -> None:
        self._engine = EmbeddedEngine(self._folder)
        self._engine.count()

    def prepare(self, question: Question) -> Callable[[], Answer]:
        request = self._request(question)

        def ask() -> Answer:
            answer = self._engine.search(request)
            return answer.total, [hit.id for hit in answer.hits]

        return ask

    def _request(self, question: Question) -> EngineRequest:
        terms = [Term("body_surface", word) for word in question.words]
        match question.kind:
            case "dates, newest first":
                plan: Plan = And((terms[0], Range("day", *question.days)))
                return EngineRequest(plan, limit=LIMIT, sort=(("time", True),))
            case "language, two facets":
                plan = And((terms[0], Keyword("language", (question.language,))))
                facets = tuple(FacetRequest(name, name, plan) for name in FACETS)
                return EngineRequest(plan, limit=LIMIT, facets=facets)
            case "and":
                plan = And(tuple(terms))
            case "or":
                plan = Or(tuple(terms))
            case "not":
                plan = And((terms[0], Not(terms[1])))
            case "phrase":
                plan = Phrase("body_surface", question.words)
            case "prefix":
                plan = Prefix("body_surface", question.words[0])
            case "two fields":
                plan = Or((Term("title_surface", question.words[0], 2.0), terms[0]))
            case _:
                plan = terms[0]
        return EngineRequest(plan, limit=LIMIT)


class Tantivy:
    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        builder = tantivy.SchemaBuilder()
        for field in TEXT_FIELDS:
            option = "position" if field.endswith("_surface") else "freq"
            builder.add_text_field(field, tokenizer_name="whitespace", index_option=option)
        for field in ("language", "source", "person"):
            builder.add_text_field(field, tokenizer_name="raw", index_option="basic", fast=True)
        for field in ("id", "day", "time"):
            builder.add_integer_field(field, indexed=True, fast=True)
        self._schema = builder.build()

    def build(self, documents: Iterable[Document]) -> None:
        self._folder.mkdir(parents=True)
        writer = tantivy.Index(self._schema, path=str(self._folder)).writer(heap_size=256_000_000, num_threads=1)
        for document in documents:
            entry = tantivy.Document()
            for field, places in document.texts.items():
                entry.add_text(field, " ".join(text for place in places for text in place))
            for field, values in document.keywords.items():
                for value in values:
                    entry.add_text(field, value)
            for field, number in (("id", document.id), *document.numbers.items()):
                entry.add_integer(field, number)
            writer.add_document(entry)
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self._searcher = tantivy.Index.open(str(self._folder)).searcher()

    def prepare(self, question: Question) -> Callable[[], Answer]:
        query = self._query(question)
        searcher = self._searcher
        newest = question.kind == "dates, newest first"
        facets = {name: {"terms": {"field": name, "size": 50}} for name in FACETS}

        def ask() -> Answer:
            result = searcher.search(query, LIMIT, order_by_field="time") if newest else searcher.search(query, LIMIT)
            if question.kind == "language, two facets":
                searcher.aggregate(query, facets)
            ids = searcher.fast_field_values("id", [address for _, address in result.hits])
            return result.count, list(ids)

        return ask

    def _query(self, question: Question) -> tantivy.Query:  # noqa: PLR0911 - one branch per kind
        query, schema = tantivy.Query, self._schema
        must, should, without = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
        terms = [query.term_query(schema, "body_surface", word) for word in question.words]
        match question.kind:
            case "dates, newest first":
                days = query.range_query(schema, "day", tantivy.FieldType.Integer, *question.days)
                return query.boolean_query([(must, terms[0]), (must, query.const_score_query(days, 0.0))])
            case "language, two facets":
                language = query.term_query(schema, "language", question.language)
                return query.boolean_query([(must, terms[0]), (must, query.const_score_query(language, 0.0))])
            case "and":
                return query.boolean_query([(must, term) for term in terms])
            case "or":
                return query.boolean_query([(should, term) for term in terms])
            case "not":
                return query.boolean_query([(must, terms[0]), (without, terms[1])])
            case "phrase":
                return query.phrase_query(schema, "body_surface", list(question.words))
            case "prefix":
                return query.regex_query(schema, "body_surface", re.escape(question.words[0]) + ".*")
            case "two fields":
                title = query.boost_query(query.term_query(schema, "title_surface", question.words[0]), 2.0)
                return query.boolean_query([(should, title), (should, terms[0])])
            case _:
                return terms[0]


class Fts5:
    name = "SQLite FTS5"

    def __init__(self, folder: Path) -> None:
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
            texts = [" ".join(text for place in document.texts[field] for text in place) for field in TEXT_FIELDS]
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


RIVALS: tuple[type[Rival], ...] = (Ours, Tantivy, Fts5)

"""Tantivy, by its Python binding: the yardstick."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import tantivy

from articles.search.engines.base import Document
from articles.search.plan import TEXT_FIELDS
from bench.questions import Question
from bench.rivals.base import FACETS, LIMIT, Answer, Rival, joined


class Tantivy(Rival):
    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
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
            for field in document.texts:
                entry.add_text(field, joined(document, field))
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

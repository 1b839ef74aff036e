"""The engine of the portal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from articles.search.engines.base import Document, EngineRequest, FacetRequest
from articles.search.engines.whoosh.engine import EmbeddedEngine
from articles.search.plan import And, Keyword, Not, Or, Phrase, Plan, Prefix, Range, Term
from bench.questions import Question
from bench.rivals.base import FACETS, LIMIT, Answer, Rival


class Ours(Rival):
    name = "this engine"

    def given(self, document: Document) -> object:
        return document

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

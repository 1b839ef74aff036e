"""The reference engine: documents in a dictionary, every query a loop over all of them.

It says what the right answer is; nothing in it is clever. The contract tests hold the fast engine to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from articles.search.engines.base import Document, EngineAnswer, EngineHit, EngineRequest, FacetRequest
from articles.search.engines.bm25 import PREFIX_EXPANSIONS, RANKING, Bm25
from articles.search.plan import (
    TEXT_FIELDS,
    And,
    Boosted,
    Everything,
    Keyword,
    Not,
    Or,
    Phrase,
    Plan,
    Prefix,
    Range,
    Term,
)

Scores = dict[int, float]
"""Matching ids with what they score."""


class MemoryEngine:
    """Keeps everything in memory, for one process."""

    def __init__(self, ranking: Bm25 = RANKING, expansions: int = PREFIX_EXPANSIONS) -> None:
        self._ranking = ranking
        self._expansions = expansions
        self._documents: dict[int, Document] = {}

    def write(self, documents: Iterable[Document], deleted: Collection[int] = ()) -> None:
        replacing = {document.id: document for document in documents}
        for id_ in deleted:
            self._documents.pop(id_, None)
        self._documents.update(replacing)

    def count(self) -> int:
        return len(self._documents)

    def ids(self) -> Collection[int]:
        return set(self._documents)

    def document_frequency(self, field: str, text: str) -> int:
        return len(self._times(field, text))

    def document_frequencies(self, field: str, texts: Iterable[str]) -> Mapping[str, int]:
        return {text: self.document_frequency(field, text) for text in texts}

    def terms(self, field: str, prefix: str, limit: int) -> Sequence[tuple[str, int]]:
        counts: Counter[str] = Counter()
        for document in self._documents.values():
            counts.update({text for place in document.texts.get(field, ()) for text in place})
        found = [(text, count) for text, count in counts.items() if text.startswith(prefix)]
        return sorted(found, key=lambda item: (-item[1], item[0]))[:limit]

    def search(self, request: EngineRequest) -> EngineAnswer:
        scores = self._evaluate(request.plan)
        ordered = self._sorted(scores, request.sort)
        page = ordered[request.offset : request.offset + request.limit]
        return EngineAnswer(
            total=len(scores),
            hits=tuple(EngineHit(id_, scores[id_]) for id_ in page),
            facets={facet.name: self._facet(facet) for facet in request.facets},
        )

    def _evaluate(self, plan: Plan) -> Scores:  # noqa: C901, PLR0911 - one branch per kind of node
        match plan:
            case Everything():
                return dict.fromkeys(self._documents, 0.0)
            case Term(field, text, boost):
                return self._boosted(self._scored(field, self._times(field, text), [text]), boost)
            case Phrase(field, texts, boost):
                return self._boosted(self._scored(field, self._phrase_times(field, texts), texts), boost)
            case Prefix(field, text, boost):
                return self._boosted(self._prefix(field, text), boost)
            case Keyword(field, values):
                wanted = set(values)
                return {
                    id_: 0.0
                    for id_, document in self._documents.items()
                    if wanted.intersection(document.keywords.get(field) or ("",))
                }
            case Range(field, low, high):
                return {id_: 0.0 for id_ in self._documents if _lies_in(self._number(id_, field), low, high)}
            case And(children):
                return self._and([self._evaluate(child) for child in children])
            case Or(children):
                return self._or([self._evaluate(child) for child in children])
            case Not(child):
                excluded = self._evaluate(child)
                return {id_: 0.0 for id_ in self._documents if id_ not in excluded}
            case Boosted(required, optional):
                extra = self._evaluate(optional)
                return {id_: score + extra.get(id_, 0.0) for id_, score in self._evaluate(required).items()}

    def _and(self, children: list[Scores]) -> Scores:
        common = set(self._documents).intersection(*children)
        return {id_: sum((child[id_] for child in children), 0.0) for id_ in common}

    def _or(self, children: list[Scores]) -> Scores:
        either = set().union(*children)
        return {id_: sum((child[id_] for child in children if id_ in child), 0.0) for id_ in either}

    def _prefix(self, field: str, prefix: str) -> Scores:
        times: Counter[int] = Counter()
        for text, _ in self.terms(field, prefix, self._expansions):
            times.update(self._times(field, text))
        return self._scored_with_idf(field, times, self._ranking.idf(len(self._documents), len(times)))

    def _scored(self, field: str, times: Mapping[int, int], texts: Sequence[str]) -> Scores:
        count = len(self._documents)
        idf = sum((self._ranking.idf(count, self.document_frequency(field, text)) for text in texts), 0.0)
        return self._scored_with_idf(field, times, idf)

    def _scored_with_idf(self, field: str, times: Mapping[int, int], idf: float) -> Scores:
        if not times:
            return {}
        average = sum(len(document.texts.get(field, ())) for document in self._documents.values()) / self.count()
        return {
            id_: self._ranking.score(idf, float(number), float(len(self._documents[id_].texts[field])), average)
            for id_, number in times.items()
        }

    def _times(self, field: str, text: str) -> dict[int, int]:
        found = {
            id_: sum(text in place for place in document.texts.get(field, ()))
            for id_, document in self._documents.items()
        }
        return {id_: number for id_, number in found.items() if number}

    def _phrase_times(self, field: str, texts: Sequence[str]) -> dict[int, int]:
        if not field.endswith("_surface"):
            raise ValueError("this field has no positions: phrases need a surface field")
        found: dict[int, int] = {}
        for id_, document in self._documents.items():
            places = document.texts.get(field, ())
            starts = range(len(places) - len(texts) + 1) if texts else ()
            number = sum(all(text in places[start + i] for i, text in enumerate(texts)) for start in starts)
            if number:
                found[id_] = number
        return found

    @staticmethod
    def _boosted(scores: Scores, boost: float) -> Scores:
        return {id_: score * boost for id_, score in scores.items()}

    def _number(self, id_: int, field: str) -> int | None:
        return id_ if field == "id" else self._documents[id_].numbers.get(field)

    def _sorted(self, scores: Scores, sort: tuple[tuple[str, bool], ...]) -> list[int]:
        ids = sorted(scores, reverse=True)
        for field, descending in reversed(sort):
            keys = scores if field == "score" else {id_: self._number(id_, field) for id_ in ids}
            known = [id_ for id_ in ids if keys[id_] is not None]
            known.sort(key=lambda id_: keys[id_] or 0, reverse=descending)
            ids = known + [id_ for id_ in ids if keys[id_] is None]
        return ids

    def _facet(self, facet: FacetRequest) -> Mapping[str, int]:
        counts: dict[str, int] = defaultdict(int)
        for id_ in self._evaluate(facet.plan):
            for value in self._facet_values(id_, facet):
                counts[value] += 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: facet.limit])

    def _facet_values(self, id_: int, facet: FacetRequest) -> Collection[str]:
        if facet.field in TEXT_FIELDS:
            raise ValueError(f"facet {facet.name!r}: {facet.field!r} is a text, not a value")
        if facet.field != "day":
            return set(self._documents[id_].keywords.get(facet.field) or ("",))
        day = self._number(id_, "day")
        if day is None:
            return ("",)
        return (f"{date.fromordinal(day):{'%Y%m' if facet.unit == 'month' else '%Y%m%d'}}",)


def _lies_in(number: int | None, low: int | None, high: int | None) -> bool:
    return number is not None and (low is None or number >= low) and (high is None or number <= high)

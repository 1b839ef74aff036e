"""The contract of a search engine. tests/search/engines/contract.py holds every engine to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, overload

from articles.search.plan import Plan


class IndexUnavailable(Exception):
    """The index is missing, unreadable or being rebuilt; the message says which, and what happens next."""


class IndexLocked(Exception):
    """Another process writes; the message says how long was waited."""


@dataclass(frozen=True, slots=True)
class Derived(Sequence[tuple[str, ...]]):
    """Terms that follow from words, one to a position: each word stands for `terms_of(word)`, in order.

    An engine may take it as the sequence that it is, or derive once what a thousand occurrences of a word have in
    common; all documents of a field have the same `terms_of`.
    """

    words: Sequence[str]
    terms_of: Callable[[str], tuple[str, ...]]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return ((term,) for word in self.words for term in self.terms_of(word))

    def __len__(self) -> int:
        return sum(len(self.terms_of(word)) for word in self.words)

    @overload
    def __getitem__(self, index: int) -> tuple[str, ...]: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[str, ...]]: ...

    def __getitem__(self, index: int | slice) -> tuple[str, ...] | Sequence[tuple[str, ...]]:
        return list(self)[index]


@dataclass(frozen=True, slots=True)
class Document:
    """One article for the index.

    `texts` maps each of plan.TEXT_FIELDS to its terms in order: one inner tuple per position, with the
    alternatives that stand there (most often one), or Derived. `keywords` and `numbers` as named in plan.
    """

    id: int
    texts: Mapping[str, Sequence[tuple[str, ...]]]
    keywords: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class FacetRequest:
    """Counts of `field` over what `plan` matches: a keyword field, or `day` by `month` (value YYYYMM) or by
    `day` (YYYYMMDD).

    At most `limit` values, most frequent first, equals by value. A facet has a plan of its own, because a facet
    leaves its own filter out.
    """

    name: str
    field: str
    plan: Plan
    unit: str = "value"
    limit: int = 50


@dataclass(frozen=True, slots=True)
class EngineRequest:
    """`sort` is a tuple of (`score` or a number field, descending); ties fall to the newest id.

    A number that is not known comes last in both directions.
    """

    plan: Plan
    offset: int = 0
    limit: int = 20
    sort: tuple[tuple[str, bool], ...] = (("score", True),)
    facets: tuple[FacetRequest, ...] = ()


@dataclass(frozen=True, slots=True)
class EngineHit:
    id: int
    score: float


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """`total` is exact. `facets[name]` maps value to count; an unknown value counts under ''."""

    total: int
    hits: tuple[EngineHit, ...]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """Whether the engine answers; `message` says why not. `outdated`: it answers from an index built by older rules,
    and a new one is being built or has to be."""

    available: bool
    message: str = ""
    documents: int = 0
    segments: int = 0
    outdated: bool = False


class Engine(Protocol):
    """Reading is safe under threads; a reader sees one commit as a whole or not at all."""

    def search(self, request: EngineRequest) -> EngineAnswer: ...

    def write(self, documents: Iterable[Document], deleted: Collection[int] = ()) -> None:
        """Replaces the documents by id, removes `deleted`, in one durable commit. Raises IndexLocked."""

    def count(self) -> int: ...

    def ids(self) -> Collection[int]:
        """The ids of all live documents, for the comparison with the database."""

    def document_frequency(self, field: str, text: str) -> int: ...

    def document_frequencies(self, field: str, texts: Iterable[str]) -> Mapping[str, int]:
        """Those of many terms, all by one commit; 0 for a term that no document has."""

    def terms(self, field: str, prefix: str, limit: int) -> Sequence[tuple[str, int]]:
        """Terms that begin with `prefix`, with their document frequency, most frequent first."""

"""One commit as readers see it: all segments as one row of documents, numbered through.

A snapshot never changes; a search works on one from beginning to end. What is derived of it (scored postings,
joined columns) is computed on first use and shared by threads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import IO
from zlib import crc32

import numpy as np
import numpy.typing as npt

from articles.search.engines.bm25 import Bm25
from articles.search.engines.whoosh.cache import ByteCache
from articles.search.engines.whoosh.columns import KeywordColumn, joined_keywords
from articles.search.engines.whoosh.packing import Ints, Longs, Numbers, starts_of
from articles.search.engines.whoosh.phrases import phrase_postings
from articles.search.engines.whoosh.schema import UNKNOWN_DAY, UNKNOWN_TIME
from articles.search.engines.whoosh.segment import SegmentReader
from articles.search.plan import TEXT_FIELDS

Mask = npt.NDArray[np.bool_]
Doubles = npt.NDArray[np.float64]


_MANY = 100
"""Terms asked for at once from which on the fingerprints of a dictionary, made once, cost less than looking."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Matching documents by ascending number; `scores` beside them, None for nothing but matches."""

    documents: Ints
    scores: Doubles | None = None

    @property
    def nbytes(self) -> int:
        return self.documents.nbytes + (0 if self.scores is None else self.scores.nbytes)


@dataclass(frozen=True, slots=True)
class Postings:
    """The live documents of a term by ascending number, and how often each has it."""

    documents: Ints
    times: Numbers

    @property
    def nbytes(self) -> int:
        return self.documents.nbytes + self.times.nbytes


@dataclass(frozen=True, slots=True)
class Masked:
    """Matching documents as one flag per document, without scores."""

    mask: Mask

    @property
    def nbytes(self) -> int:
        return self.mask.nbytes


class Snapshot:
    """The documents of a commit. `held` keeps the build's directory from being removed."""

    def __init__(
        self, segments: Sequence[SegmentReader], ranking: Bm25, cache: ByteCache, held: IO[bytes] | None = None
    ) -> None:
        self.segments = tuple(segments)
        self.ranking = ranking
        self.cache = cache
        self._held = held
        counts = [segment.count for segment in self.segments]
        self.bases = [0, *np.cumsum(counts).tolist()]
        self.size: int = self.bases[-1]
        self.live_count = sum(segment.live_count for segment in self.segments)

    @cached_property
    def live(self) -> Mask:
        mask = np.ones(self.size, np.bool_)
        for segment, base in zip(self.segments, self.bases, strict=False):
            if segment.live is not None:
                mask[base : base + segment.count] = segment.live
        return mask

    @property
    def is_complete(self) -> bool:
        """Whether every segment has every field of the schema."""
        return all(segment.is_complete for segment in self.segments)

    @property
    def has_deletions(self) -> bool:
        return any(segment.live is not None for segment in self.segments)

    @cached_property
    def _numbers(self) -> dict[str, Numbers]:
        return {}

    def numbers(self, name: str) -> Numbers:
        """`id`, `day` or `time` of every document."""
        if name not in self._numbers:
            self._numbers[name] = self._joined([segment.columns.numbers[name] for segment in self.segments], np.int64)
        return self._numbers[name]

    def lengths(self, field: str) -> Numbers:
        """The number of positions of a text field in every document."""
        if field not in self._numbers:
            parts = [segment.lengths(field) for segment in self.segments]
            self._numbers[field] = self._joined(parts, np.uint32)
        return self._numbers[field]

    def _norms(self, field: str) -> Doubles:
        """The part of a score that depends on a document's length alone, for every document."""
        key = f"{field} norms"
        if key not in self._numbers:
            lengths = self.lengths(field).astype(np.float64)
            self._numbers[key] = self.ranking.norm(lengths, self.averages[field] or 1.0)
        return self._numbers[key]

    @cached_property
    def averages(self) -> dict[str, float]:
        """Mean length of each text field over the live documents."""
        totals = dict.fromkeys(TEXT_FIELDS, 0)
        for segment in self.segments:
            for field in TEXT_FIELDS:
                lengths = segment.lengths(field)
                totals[field] += int((lengths if segment.live is None else lengths[segment.live]).sum())
        return {field: total / self.live_count if self.live_count else 0.0 for field, total in totals.items()}

    @cached_property
    def _keywords(self) -> dict[str, KeywordColumn]:
        return {}

    def keywords(self, name: str) -> KeywordColumn:
        """The values of a keyword field, numbered over all segments."""
        if name not in self._keywords:
            parts = [segment.keywords(name) for segment in self.segments]
            empty = KeywordColumn([], np.zeros(0, np.uint32), np.zeros(0, np.uint32))
            self._keywords[name] = parts[0] if len(parts) == 1 else joined_keywords(parts) if parts else empty
        return self._keywords[name]

    @cached_property
    def _keyword_starts(self) -> dict[str, Longs]:
        return {}

    def keyword_starts(self, name: str) -> Longs:
        """Where the codes of each document begin in `keywords(name).codes`."""
        if name not in self._keyword_starts:
            self._keyword_starts[name] = starts_of(self.keywords(name).counts)
        return self._keyword_starts[name]

    @cached_property
    def months(self) -> Ints:
        """YYYYMM of every document's day, 0 where unknown."""
        days = self.numbers("day")
        dates = (days.astype(np.int64) - 719_163).astype("datetime64[D]")  # 719163 is 1970-01-01 as an ordinal
        months = dates.astype("datetime64[M]").astype(np.int64) + 1970 * 12
        return np.where(days == UNKNOWN_DAY, 0, months // 12 * 100 + months % 12 + 1).astype(np.int32)

    def unknown(self, name: str) -> int | None:
        """The value of a number column that stands for "not known"."""
        return {"day": UNKNOWN_DAY, "time": UNKNOWN_TIME}.get(name)

    def term(self, field: str, text: str) -> Listed:
        """The live documents with a term, with their BM25 scores (boost 1)."""
        return self.cache.get(("term", field, text), lambda: self._scored(field, *self._term(field, text)))

    def frequency(self, field: str, text: str) -> int:
        """In how many live documents a term is; what was searched for lately is counted already."""
        kept = self.cache.kept(("term", field, text))
        if isinstance(kept, Listed):
            return len(kept.documents)
        term, total = text.encode(), 0
        for segment in self.segments:
            number = segment.fields[field].find(term)
            if number is not None:
                total += _live_frequency(segment, field, number)
        return total

    def frequencies(self, field: str, texts: Sequence[str]) -> dict[str, int]:
        """The same for several terms; for very many it is expected that no document has most of them."""
        if len(texts) < _MANY:
            return {text: self.frequency(field, text) for text in texts}
        terms = [text.encode() for text in texts]
        checksums = np.array([crc32(term) for term in terms], np.int64)
        totals = dict.fromkeys(texts, 0)
        for segment in self.segments:
            for place, number in segment.fields[field].find_many(terms, checksums):
                totals[texts[place]] += _live_frequency(segment, field, number)
        return totals

    def phrase(self, field: str, texts: tuple[str, ...]) -> Listed:
        """Documents with the terms in consecutive positions; idf is the sum of the terms' own."""
        return self.cache.get(("phrase", field, texts), lambda: self._phrase(field, texts))

    def pseudo_term(self, field: str, texts: Sequence[str]) -> Listed:
        """Several terms as if they were one: their occurrences add up."""
        key = ("any", field, tuple(texts))
        return self.cache.get(key, lambda: self._scored(field, *self._any(field, texts)))

    def scores_at(self, field: str, text: str, documents: Ints) -> Doubles:
        """What a term adds to the score (boost 1) of each of these ascending documents, 0 where it is not: for few, a
        small part of the price of `term`."""
        kept = self.cache.get(("postings", field, text), lambda: Postings(*self._term(field, text)))
        scores = np.zeros(len(documents))
        if len(kept.documents):
            at = np.searchsorted(kept.documents, documents)
            at[at == len(kept.documents)] = 0
            there = np.flatnonzero(kept.documents[at] == documents)
            idf = self.ranking.idf(self.live_count, len(kept.documents))
            norms = self._norms(field)[documents[there]]
            times = kept.times[at[there]].astype(np.float64)
            scores[there] = self.ranking.score_by_norm(idf, times, norms)
        return scores

    def _term(self, field: str, text: str) -> tuple[Ints, Numbers]:
        term = text.encode()
        documents, times = [], []
        for segment, base in zip(self.segments, self.bases, strict=False):
            reader = segment.fields[field]
            number = reader.find(term)
            if number is None:
                continue
            local, often = reader.documents(number), reader.times(number)
            if segment.live is not None:
                keep = segment.live[local]
                local, often = local[keep], often[keep]
            documents.append(local + np.int32(base) if base else local)
            times.append(often)
        return self._joined(documents, np.int32), self._joined(times, np.uint8)

    def _any(self, field: str, texts: Sequence[str]) -> tuple[Ints, Numbers]:
        pairs = [self._term(field, text) for text in texts]
        documents = self._joined([pair[0] for pair in pairs], np.int32)
        times = self._joined([pair[1] for pair in pairs], np.uint8)
        union, owner = np.unique(documents, return_inverse=True)
        return union, np.bincount(owner, weights=times, minlength=len(union))

    def _phrase(self, field: str, texts: tuple[str, ...]) -> Listed:
        found = [
            phrase_postings(segment, field, [text.encode() for text in texts], base, self.cache)
            for segment, base in zip(self.segments, self.bases, strict=False)
        ]
        documents = self._joined([documents for documents, _ in found], np.int32)
        times = self._joined([times for _, times in found], np.int64)
        idf = sum((self.ranking.idf(self.live_count, self.frequency(field, text)) for text in texts), 0.0)
        return self._scored(field, documents, times, idf)

    def _scored(self, field: str, documents: Ints, times: Numbers, idf: float | None = None) -> Listed:
        if idf is None:
            idf = self.ranking.idf(self.live_count, len(documents))
        norms = self._norms(field)[documents]
        return Listed(documents, self.ranking.score_by_norm(idf, times.astype(np.float64), norms))

    @staticmethod
    def _joined(parts: Sequence[Numbers], dtype: type) -> Numbers:
        if len(parts) == 1:
            return parts[0]
        return np.concatenate(parts) if parts else np.zeros(0, dtype)


def _live_frequency(segment: SegmentReader, field: str, number: int) -> int:
    """In how many live documents a term of the dictionary is: that knows, except where documents were deleted."""
    reader = segment.fields[field]
    if segment.live is None:
        return int(reader.frequencies[number])
    return int(np.count_nonzero(segment.live[reader.documents(number)]))

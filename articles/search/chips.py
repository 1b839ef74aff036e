"""What was understood from a query, part by part, each with the query that is left without it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace

from articles.search.query import Parsed
from articles.search.query.tokens import AND_WORDS, Kind, Token, or_words_of, scan
from articles.search.query.tree import Not, Words
from articles.search.readings import read_words

MOST_CHIPS = 40
"""Nobody takes a word away from so many, and each chip goes through the whole query."""


@dataclass(frozen=True, slots=True)
class QueryChip:
    """`text` as typed, at `start` of the query; `rest` is the query without it; `excluded` where a minus stands;
    `words` where it is nothing but words without signs."""

    text: str
    start: int
    rest: str
    excluded: bool = False
    words: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends in the query."""
        return self.start, self.start + len(self.text)

    @property
    def filters(self) -> bool:
        """Whether it is a filter that names no person, such as lang:fa or after:2025."""
        first = next(scan(self.text), None)
        return first is not None and first.kind is Kind.FIELD and first.text not in ("person", "title")


def query_chips(q: str, parsed: Parsed) -> tuple[QueryChip, ...]:
    """The chips of a query in its order: words as the analysis joins them (رئیس جمهور is one), filters with their
    field, groups as a whole, and what follows MOST_CHIPS - 1 of them in one. The address without a chip is the
    present one with `q` set to its `rest`."""
    spans = list(_spans(parsed))
    if len(spans) > MOST_CHIPS:
        last = spans[MOST_CHIPS - 1 :]
        spans[MOST_CHIPS - 1 :] = [(last[0][0], len(q), False, all(words for *_, words in last))]
    or_words, tokens = or_words_of(q), tuple(scan(q))
    return tuple(
        QueryChip(q[start:end], start, _left(q, [(start, end)], tokens, or_words), excluded, words)
        for start, end, excluded, words in spans
    )


def _spans(parsed: Parsed) -> Iterator[tuple[int, int, bool, bool]]:
    """Where each chip begins and ends, whether it is excluded, and whether it is words alone."""
    for part in parsed.parts:
        if isinstance(part.node, Words):
            for word in read_words(part.node.text, part.node.start):
                yield word.start, word.start + len(word.text), False, True
        else:
            yield part.start, part.end, isinstance(part.node, Not), False


def without(q: str, *spans: tuple[int, int]) -> str:
    """The query without these spans, and without the OR that would be left without a side."""
    return _left(q, spans, scan(q), or_words_of(q))


def _left(q: str, spans: Iterable[tuple[int, int]], tokens: Iterable[Token], or_words: Set[str]) -> str:
    """The same of a query that was scanned before."""
    rest = q
    for start, end in spans:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    kept: list[str] = []
    after_or = True
    for token in _scanned_again(q, rest, tokens, or_words):
        if not (after_or and token.kind in (Kind.OR, Kind.AND)):
            kept.append(rest[token.start : token.end])
            glued = token.kind in (Kind.MINUS, Kind.FIELD) and rest[token.end : token.end + 1].strip()
            kept.append("" if glued else " ")
        after_or = token.kind in (Kind.OR, Kind.OPEN)
    words = "".join(kept).strip()
    last = words.rsplit(maxsplit=1)
    return last[0] if len(last) == 2 and last[1] in or_words | AND_WORDS else words


def _scanned_again(q: str, rest: str, tokens: Iterable[Token], or_words: Set[str]) -> Iterator[Token]:
    """The tokens of the query that are left; of one that is cut, as «&او» may be, what its parts are by themselves."""
    for token in tokens:
        left = rest[token.start : token.end]
        if left == q[token.start : token.end]:
            yield token
        elif left.strip():
            for part in scan(left, or_words):
                yield replace(part, start=token.start + part.start, end=token.start + part.end)

"""What was understood from a query, part by part, each with the query that is left without it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.search.query import Parsed
from articles.search.query.tokens import AND_WORDS, Kind, or_words_of, scan
from articles.search.query.tree import Not, Words
from articles.search.readings import read_words

MOST_CHIPS, _FEWEST = 40, 8
"""Nobody takes a word away from so many, and each chip reads the whole query again: of one that is longer than a box
takes, fewer, so that all of them read no more."""
_READ = 40_000
"""Characters that all chips read at most, but for the fewest."""


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
    field, groups as a whole, and what follows the most but one of them in one. The address without a chip is the
    present one with `q` set to its `rest`."""
    spans = list(_spans(parsed))
    most = max(_FEWEST, min(MOST_CHIPS, _READ // max(len(q), 1)))
    if len(spans) > most:
        last = spans[most - 1 :]
        spans[most - 1 :] = [(last[0][0], len(q), False, all(words for *_, words in last))]
    return tuple(
        QueryChip(q[start:end], start, without(q, (start, end)), excluded, words)
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
    rest = q
    for start, end in spans:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    or_words = or_words_of(q)
    kept: list[str] = []
    after_or = True
    for token in scan(rest, or_words):
        is_or = token.kind is Kind.OR
        if not (after_or and token.kind in (Kind.OR, Kind.AND)):
            kept.append(rest[token.start : token.end])
            glued = token.kind in (Kind.MINUS, Kind.FIELD) and rest[token.end : token.end + 1].strip()
            kept.append("" if glued else " ")
        after_or = is_or or token.kind is Kind.OPEN
    words = "".join(kept).strip()
    last = words.rsplit(maxsplit=1)
    return last[0] if len(last) == 2 and last[1] in or_words | AND_WORDS else words

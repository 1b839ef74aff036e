"""Which part of a text has to be analysed to know the words at some places of it as the whole text reads them. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from articles.text.compounds import Word

Span = tuple[int, int]
Written = tuple[list[Word], list[Span]]
"""Words as written, and where they stand."""
Read = Callable[[str, int, int], Written]
"""Reads the words of text[first:last]."""

_SPACE = re.compile(r"\s")
GAPS = frozenset({" ", "_", "\u00a0", "  ", ""})
"""What may stand inside a word written apart; a line's end or a sign may not."""


def whole_words(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, ascending and none empty, as far as the next spaces on both sides: no written word holds a space."""
    done = 0
    for first, last in spans:
        if last > done:
            start, done = max(done, _start(text, first)), _end(text, last)
            yield start, done


def independent(text: str, spans: Iterable[Span], read: Read) -> Iterator[Written]:
    """The words at the spans (ascending, none empty), as far as words go that may join one of them."""
    found: Written = ([], [])
    end = 0
    for first, last in spans:
        if last <= end:
            continue
        while first and text[first].isspace():  # a word written apart may hold the space
            first -= 1  # noqa: PLW2901 - the span from the word before it
        if first >= end:
            if found[0]:
                yield found
            end = _end(text, last)
            found = _before(text, _start(text, first), end, read)
        else:
            reached, end = end, _end(text, last)
            _append(found, read(text, reached, end))
        end = _behind(text, end, found, read)
    if found[0]:
        yield found


def _before(text: str, start: int, end: int, read: Read) -> Written:
    """The words of text[start:end] and those before them that may join them."""
    words, places = read(text, start, end)
    while start:
        gap = _end_before(text, start)
        if not gap or text[gap:start] not in GAPS:
            break
        start = _start(text, gap - 1)
        before = read(text, start, gap)
        if not _may_join(text, before, (words, places)):
            break
        words, places = before[0] + words, before[1] + places
    return words, places


def _behind(text: str, end: int, found: Written, read: Read) -> int:
    """Adds the words behind that may join those found. Returns how far these go now."""
    while end < len(text):
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
        if text[end:start] not in GAPS:
            break
        after = _end(text, start)
        behind = read(text, start, after)
        if not _may_join(text, found, behind):
            break
        _append(found, behind)
        end = after
    return end


def _append(found: Written, more: Written) -> None:
    found[0].extend(more[0])
    found[1].extend(more[1])


def _may_join(text: str, before: Written, behind: Written) -> bool:
    """Whether the last word of `before` may be read as one with the first of `behind`, or both as parts of a longer
    one: what the joiner asks of neighbours, never less."""
    if not before[0] or not behind[0] or text[before[1][-1][1] : behind[1][0][0]] not in GAPS:
        return False
    left, right = before[0][-1], behind[0][0]
    return right.suffix or left.prefix or (right.closes and (left.opens or left.closes))


def _start(text: str, at: int) -> int:
    """Where the word at a code point begins; the code point itself where that is a space."""
    while at and not text[at].isspace() and not text[at - 1].isspace():
        at -= 1
    return at


def _end(text: str, at: int) -> int:
    space = _SPACE.search(text, at)
    return space.start() if space else len(text)


def _end_before(text: str, at: int) -> int:
    while at and text[at - 1].isspace():
        at -= 1
    return at

"""Titles and snippets with the words found marked: the best passage of an article as it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.utils.safestring import SafeString, mark_safe

from articles.search.marking import CLAUSE_END, Guess, Mark, Marker, marked
from articles.search.skeleton import SKELETON

SNIPPET_LENGTH = 240
"""Code points: about three lines of a result."""
CHUNK_LENGTH = 600
MOST_GUESSES = 20
"""In one window: of more no more are counted."""
CHUNKS_READ = 4
"""Analysis costs a hundred times what a search for letters costs: only the likeliest chunks are analysed."""
SENTENCE_END = re.compile(r"[.!?؟؛…\n](?:(?<=\n)\n*|(?<!\n)[.!?؟؛…]*[»”\")]*\s+)")
"""Signs and closing quotation marks with the spaces behind them, or ends of lines. It begins with a set of letters, for
which `re` looks at a fraction of the price of two alternatives."""
WORD_BEGINNING = re.compile(r"\s+(?![\s.,:;!?»،؛؟…)\]])")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Safe HTML, and the marks in it by the number of the query word."""

    html: SafeString
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Where query words seem to stand near each other: how many different ones, and how many at all."""

    start: int
    words: int
    count: int


def title_and_snippet(head: str, body: str, marker: Marker) -> tuple[Snippet, Snippet]:
    """The title and the best passage. Where neither seems to hold a word of the query, every word is read: an article
    that was found shows by what."""
    first, best = title(head, marker), snippet(body, marker)
    if first.marks or best.marks or not marker.words:
        return first, best
    marks = marker.marks_read_whole(head)
    return Snippet(marked(head, marks), tuple(marks)), _first_passage(body, marker)


def title(text: str, marker: Marker) -> Snippet:
    marks = marker.marks(text)
    return Snippet(marked(text, marks), tuple(marks))


def snippet(text: str, marker: Marker, length: int = SNIPPET_LENGTH) -> Snippet:
    """The passage of at most about `length` code points that holds most words of the query, else the beginning."""
    best: tuple[tuple[int, int, int], int, list[Mark]] | None = None
    guesses = marker.guesses(text)
    crowd = _crowd(guesses, length)
    expected = crowd.words + len(marker.telling.difference(word for _, word in guesses))
    for start, end in _likely(text, marker, crowd):
        marks = marker.marks(text[start:end])
        if not marks:
            continue
        first, inside = _densest(marks, length)
        rank = (len({mark.word for mark in inside}), len(inside), -start)
        if best is None or rank > best[0]:
            best = (rank, start + first, [mark.moved(start) for mark in marks])
        if best[0][0] >= expected:
            break  # nowhere do more words stand together, and analysis is what a page of results costs most
    if best is None:
        return Snippet(_cut(text, 0, length, []), ())
    _, centre, marks = best
    return _passage(text, centre, marks, length)


def _first_passage(text: str, marker: Marker, length: int = SNIPPET_LENGTH) -> Snippet:
    """The best passage of the first chunk that holds a word of the query, whatever letters it has."""
    for start, end in chunks(text):
        marks = marker.marks_read_whole(text[start:end])
        if marks:
            first, _ = _densest(marks, length)
            return _passage(text, start + first, [mark.moved(start) for mark in marks], length)
    return Snippet(_cut(text, 0, length, []), ())


def _passage(text: str, centre: int, marks: Sequence[Mark], length: int) -> Snippet:
    begin = _beginning(text, centre, length)
    html = _cut(text, begin, length, marks)
    return Snippet(html, tuple(mark for mark in marks if begin <= mark.start < begin + length))


def _likely(text: str, marker: Marker, crowd: _Crowd) -> Iterator[tuple[int, int]]:
    """Where most words seem to stand near each other; then the chunks that hold most beginnings of query words, the
    first ones first where equal, which are seldom asked for."""
    if crowd.words:
        yield _around(text, crowd.start)
    spans = list(chunks(text))
    held = marker.beginnings.held(SKELETON.spelled(text), spans)
    counted = sorted((-count, span) for count, span in zip(held, spans, strict=True) if count)
    yield from (span for _, span in counted[:CHUNKS_READ])


def _around(text: str, place: int) -> tuple[int, int]:
    """CHUNK_LENGTH around a place, from the beginning of a clause if one is near."""
    least = max(0, place - CHUNK_LENGTH // 3)
    clause = CLAUSE_END.search(text, least, place) if least else None
    start = clause.end() if clause else _space_before(text, least, 0)
    return start, _space_before(text, start + CHUNK_LENGTH, place)


def _crowd(guesses: Sequence[Guess], length: int) -> _Crowd:
    """The first window of this length with most different words, most of them where equal."""
    best = _Crowd(0, 0, 0)
    inside: dict[int, int] = {}
    behind = 0
    for number, (start, word) in enumerate(guesses):
        reach, most = start + length * 3 // 4, min(len(guesses), number + MOST_GUESSES)
        while behind < most and guesses[behind][0] <= reach:
            inside[guesses[behind][1]] = inside.get(guesses[behind][1], 0) + 1
            behind += 1
        if (len(inside), behind - number) > (best.words, best.count):
            best = _Crowd(start, len(inside), behind - number)
        inside[word] -= 1
        if not inside[word]:
            del inside[word]
    return best


def chunks(text: str) -> Iterator[tuple[int, int]]:
    """Spans of whole sentences, as many as fit CHUNK_LENGTH; a longer sentence is cut at a space."""
    start = end = 0
    for stop in chain((match.end() for match in SENTENCE_END.finditer(text)), (len(text),)):
        if stop - start > CHUNK_LENGTH and end > start:
            yield start, end
            start = end
        while stop - start > CHUNK_LENGTH:
            cut = _space_before(text, start + CHUNK_LENGTH, start)
            yield start, cut
            start = cut
        end = stop
    if end > start:
        yield start, end


def _densest(marks: Sequence[Mark], length: int) -> tuple[int, list[Mark]]:
    """Where the window with most different words begins, and the marks in it."""
    windows = []
    for number, mark in enumerate(marks):
        inside = [other for other in marks[number:] if other.end <= mark.start + length * 3 // 4]
        windows.append(((len({other.word for other in inside}), len(inside), -mark.start), mark.start, inside))
    _, start, inside = max(windows, key=lambda window: window[0])
    return start, inside


def _beginning(text: str, centre: int, length: int) -> int:
    """The start of the sentence where that is near, else of a word a little before the first mark."""
    lowest = max(0, min(centre - length // 3, len(text.rstrip()) - length))
    if lowest == 0:
        return 0
    if lowest < centre - length // 3:  # near the end there is room for more of what stands before
        return _behind_space(text, lowest, centre)
    sentence = SENTENCE_END.search(text, lowest, centre)
    if sentence:
        return sentence.end()
    return _behind_space(text, max(0, centre - length // 6), centre)


def _behind_space(text: str, least: int, most: int) -> int:
    """The first beginning of a word between two places; a sign that stands alone is passed over."""
    return next((match.end() for match in WORD_BEGINNING.finditer(text, least, most)), most)


def _space_before(text: str, at: int, least: int) -> int:
    """The end of the last word before `at`; `at` itself where a word is longer than a snippet."""
    if at >= len(text):
        return len(text)
    for place in range(at, max(least, at - 80), -1):
        if text[place].isspace():
            return place
    return at


def _cut(text: str, begin: int, length: int, marks: Sequence[Mark]) -> SafeString:
    end = _space_before(text, begin + length, begin)
    for mark in marks:
        if mark.start < end < mark.end:  # a compound written with a space stays whole
            end = mark.end
    html = marked(text, [mark for mark in marks if mark.start >= begin], begin, end).strip()
    before = "… " if begin and not text[:begin].endswith("\n") else ""
    after = " …" if end < len(text.rstrip()) else ""
    return mark_safe(f"{before}{html}{after}")  # noqa: S308 - marked() escapes

"""Mixed spelling: each text rewritten as another careless writer would have typed it.

Every half-space, and every place where the lexicon knows a compound or the analysis an affix that is written apart, is
at random kept, joined or spaced; yeh and kaf are, text by text, the Persian or the Arabic ones.
"""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from articles.text import lexicon
from articles.text.analysis import analyse
from articles.text.fold import fold

HALF_SPACE = "\u200c"
MOST_PARTS = 4
WORD = re.compile(rf"[^\W\d_]+(?:{HALF_SPACE}[^\W\d_]+)*")
GAP = re.compile(rf"[{HALF_SPACE} ]+")
TO_ARABIC = str.maketrans("یک", "يك")
TO_PERSIAN = str.maketrans("يك", "یک")


def mixed(text: str, language: str, random: Random) -> str:
    """`text` with other spaces and letters, the same words."""
    pieces = []
    at = 0
    for start, end in _gaps(text, language):
        pieces += [text[at:start], random.choice((text[start:end], "", " "))]
        at = end
    pieces.append(text[at:])
    return "".join(pieces).translate(random.choice((TO_ARABIC, TO_PERSIAN)))


def _gaps(text: str, language: str) -> list[tuple[int, int]]:
    """Half-spaces anywhere, spaces inside a token, spaces inside a compound of the lexicon; never overlapping."""
    gaps = {match.span() for match in re.finditer(rf"{HALF_SPACE}+", text)}
    for token in analyse(text, language):
        inside = text[token.start : token.end]
        if " " in inside:
            gaps |= {(token.start + gap.start(), token.start + gap.end()) for gap in GAP.finditer(inside)}
    if language == "fa":
        gaps |= _compounds_written_apart(text)
    kept: list[tuple[int, int]] = []
    for start, end in sorted(gaps, key=lambda gap: (gap[0], -gap[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _compounds_written_apart(text: str) -> set[tuple[int, int]]:
    """The spaces between words that the lexicon has as one, whether the analysis joins them or not."""
    words = [(match.start(), match.end(), fold(match[0])) for match in WORD.finditer(text)]
    found: set[tuple[int, int]] = set()
    for first in range(len(words)):
        whole, places, gaps = words[first][2], [], []
        for (_, before, _), (after, _, word) in pairwise(words[first : first + MOST_PARTS]):
            if text[before:after] != " ":
                break
            places.append(len(whole))
            gaps.append((before, after))
            whole += word
            entry = lexicon.current().get(whole)
            if entry is not None and set("jd") & set(entry.tags) and set(places) <= set(entry.bounds):
                found.update(gaps)
    return found

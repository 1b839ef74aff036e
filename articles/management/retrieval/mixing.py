"""Mixed spelling: each text rewritten as another careless writer would have typed it.

Every half-space, and every place where the analysis reads one word that is written apart (compounds, affixes), is at
random kept, joined or spaced; yeh and kaf are, text by text, the Persian or the Arabic ones.
"""

from __future__ import annotations

import re
from random import Random

from articles.text.analysis import analyse

HALF_SPACE = "\u200c"
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
    """Half-spaces anywhere, spaces inside a token."""
    gaps = {match.span() for match in re.finditer(rf"{HALF_SPACE}+", text)}
    for token in analyse(text, language):
        inside = text[token.start : token.end]
        if " " in inside:
            gaps |= {(token.start + gap.start(), token.start + gap.end()) for gap in GAP.finditer(inside)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(gaps, key=lambda gap: (gap[0], -gap[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept

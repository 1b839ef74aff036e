"""The seats of a hamza in Persian words: هیئت and هیأت are one word. Used by the compile step only."""

from __future__ import annotations

import re
from itertools import product

from articles.text.fold import fold

HAMZA = re.compile("[ئؤأء]")


def seats(written: str) -> set[str]:
    """The spellings of a word by the seats its hamzas may take: هیئت هیأت هیات, مسئول مسؤول, شؤون شئون."""
    options = []
    for before, letter, after in zip(" " + written, written, written[1:] + " ", strict=False):
        seats = [letter]
        if letter == "ؤ" and after == "ا":
            seats.append("ئو")
        elif letter == "ئ" and after not in "یاو " and before not in " ا":
            seats += ["أ"]
        elif letter == "أ" and before not in " اتمر":
            seats += ["ئ"]
        elif letter == "ء" and before == "ا" and after == " ":
            seats.append("")
        options.append(seats)
    return {fold("".join(spelling)) for spelling in product(*options)}

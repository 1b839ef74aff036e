"""What the compile step gathers of a word before it becomes an entry of the lexicon."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field

from articles.text.lexicon import Entry

WORD = re.compile(r"[ء-غف-يپچژکگی]+")
"""Letters of a folded word."""


@dataclass(slots=True)
class Record:
    tags: set[str] = field(default_factory=set)
    frequency: int = 0
    bounds: tuple[int, ...] = ()
    canonical: str = ""
    infinitive: str = ""

    def entry(self) -> Entry:
        weight = int(math.log2(self.frequency + 1))
        return Entry("".join(sorted(self.tags)), weight, self.bounds, self.canonical, self.infinitive)


Records = defaultdict[str, Record]

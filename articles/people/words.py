"""The words of a published text with their places: what names are looked up in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from articles.text.fold import fold

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200d-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad"
"""What may stand between the letters of one word: vowel marks, direction marks, joiners, soft hyphens."""
HALF_SPACES = "\u200b\u200c\u00ac"
WORD = re.compile(rf"[^\W_][\w{MARKS}]*")
WITHIN_NAME = re.compile(rf"[ \u00a0{HALF_SPACES}]{{1,3}}| {{0,2}}\r?\n {{0,2}}|[-‐‑–ـ'’‘ʿʾ`´]|\. ?|-? ?[ʿʾ'’‘]")
CACHED_WORDS = 60_000
"""Distinct words kept folded, about 8 MB: a day's news repeats itself, so that folding costs little."""

_folded: dict[str, str] = {}


def fold_word(word: str) -> str:
    """`fold` of one word, remembered."""
    found = _folded.get(word)
    if found is None:
        if len(_folded) >= CACHED_WORDS:
            _folded.clear()
        found = _folded[word] = fold(word)
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists, one entry a word; `starts` and `ends` are code points of `text`."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.folded)

    def joined(self, at: int, gap: re.Pattern[str]) -> bool:
        """Whether what stands between word `at` and the next is just such a gap."""
        return gap.fullmatch(self.text, self.ends[at], self.starts[at + 1]) is not None


def split(text: str) -> Words:
    """Words as letters with their marks; a half-space divides, because half-spaces come and go."""
    words = Words(text)
    for match in WORD.finditer(text):
        folded = fold_word(match.group())
        if folded:  # tatweel alone leaves nothing
            words.starts.append(match.start())
            words.ends.append(match.end())
            words.folded.append(folded)
    return words


def letters(name: str) -> str:
    """The key of a name: its folded letters without any space, half-space, hyphen or apostrophe."""
    return "".join(fold(match.group()) for match in WORD.finditer(name))

"""What folding hides of an Arabic word, for the stemmer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.fold import fold, fold_keeping_half_spaces, fold_with_offsets

FEMININE = "ة"
HAMZATED = ("أ", "إ", "آ")
"""Letters that show that a word begins with its own alef."""
HIDDEN = frozenset("آأإؤئىة")
"""Letters that folding hides and that may make another word."""
_ACCUSATIVE = ("ا\u064b", "\u064bا")
"""Alef with tanwin, as it is typed: وفداً is وفد."""
_TELLING = frozenset((*HAMZATED, FEMININE, "ى", "\u064b"))
"""Letters that say more than their folded form."""
_SERVANT = "عبد"
_HUNDRED = re.compile("مائ(ة|ه$|ت)")


@dataclass(frozen=True, slots=True)
class Written:
    """What folding hides of a word: places of alefs with a hamza, so that their ال is no article (ألبانيا), and
    whether its last letter is ة, ى (no relational yeh: أخرى) or an accusative alef."""

    own: frozenset[int] = frozenset()
    feminine: bool = False
    maqsura: bool = False
    accusative: bool = False

    @classmethod
    def of(cls, word: str, written: str) -> Written:
        if _TELLING.isdisjoint(written):
            return _PLAIN
        if not word or fold(written) != word:
            return _PLAIN
        letters: Sequence[str] = written.translate(SPELLED)
        if len(letters) != len(word):
            letters = [written[place] for place in fold_with_offsets(written).offsets[:-1]]
        own = frozenset(place for place, letter in enumerate(letters[:4]) if letter in HAMZATED)
        return cls(own, letters[-1] == FEMININE, letters[-1] == "ى", written.endswith(_ACCUSATIVE))


_PLAIN = Written()


def as_spelled(written: str) -> str:
    """A word in folded letters, but for those that may make another word."""
    return "".join(letter if letter in HIDDEN else fold_keeping_half_spaces(letter) for letter in written)


class _SpelledTable(dict[int, str]):
    """A table for str.translate, filled as letters are met, of which there are few."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        spelled = letter if letter in HIDDEN else fold(letter)
        # A sign of several letters becomes more of them, by which one sees that nothing tells their places.
        self[code] = found = spelled * len(spelled)
        return found


SPELLED = _SpelledTable()
"""Turns a word as written into as_spelled letters without half-spaces: as many as its folded letters, or more."""


def end_of_servant(folded: str) -> int:
    """Where عبد ends in names that are written in one or two words, as عبدالرحمن; 0 in other words."""
    place = folded.find(_SERVANT + "ال")
    ends = place + len(_SERVANT)
    return ends if 0 <= place <= 1 and (not place or folded[0] in "ولب") and len(folded) > ends + 3 else 0


def with_short_hundred(written: str) -> str:
    """مائة is مئة, خمسمائة خمسمئة."""
    return _HUNDRED.sub(r"مئ\1", written) if "مائ" in written else written

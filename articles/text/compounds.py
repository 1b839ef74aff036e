"""Which words that stand apart are one word: رئیس جمهور, می شود, کتاب ها, گفت و گو."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.text import grammar
from articles.text.inflection import Inflector
from articles.text.lexicon import Lexicon
from articles.text.words import Reader, Reading

_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A written word: its folded parts, what it stands for, and whether a word may join it on either side."""

    parts: tuple[str, ...]
    readings: tuple[Reading, ...]
    opens: bool = False
    closes: bool = False
    suffix: bool = False
    prefix: bool = False


class Joiner:
    """Joins words with one lexicon; `words` and `join` remember nothing but what the reader remembers."""

    def __init__(self, lexicon: Lexicon, reader: Reader) -> None:
        self._lexicon = lexicon
        self._reader = reader
        self._inflector = Inflector(lexicon)

    def word(self, parts: tuple[str, ...]) -> Word:
        """The word of these parts, with what the joining needs to know of it."""
        readings = self._reader.read(parts)
        whole = "".join(parts)
        entry = self._lexicon.get(whole)
        tags = entry.tags if entry else ""
        suffix = whole in grammar.SEPARATE_SUFFIXES or whole in grammar.SEPARATE_AFTER_HEH
        opens = "b" in tags or (len(readings) == 1 and readings[0].begins)
        closes = "e" in tags or (len(readings) == 1 and readings[0].ends)
        return Word(parts, readings, opens, closes, suffix, whole in grammar.VERB_PREFIXES)

    def together(self, words: Sequence[Word]) -> tuple[Reading, ...]:
        """What these words stand for as one word."""
        return self._reader.read(tuple(part for word in words for part in word.parts))

    def join(self, words: Sequence[Word], first: int, last: int) -> int:
        """How many of words[first:last] (with nothing but a space between them) are one word; 1 for no joining."""
        count = self._compound(words, first, last)
        end = first + count
        whole = "".join("".join(word.parts) for word in words[first:end])
        while end < last and words[end].suffix and self._takes(whole, "".join(words[end].parts)):
            whole += "".join(words[end].parts)
            end += 1
        return end - first

    def _compound(self, words: Sequence[Word], first: int, last: int) -> int:
        whole = "".join(words[first].parts)
        if words[first].prefix:
            joins = first + 1 < last and self._is_verb(whole + "".join(words[first + 1].parts))
            return 2 if joins else 1
        best = 1
        if not words[first].opens:
            return best
        places: list[int] = []
        for count in range(2, min(_LONGEST, last - first) + 1):
            word = words[first + count - 1]
            if not word.closes:
                break
            places.append(len(whole))
            whole += "".join(word.parts)
            readings = self._reader.read((whole,))
            if len(readings) == 1 and set(places) <= set(readings[0].bounds):
                best = count
        return best

    def _is_verb(self, word: str) -> bool:
        entry = self._lexicon.get(word)
        return entry is not None and "m" in entry.tags

    def _takes(self, word: str, suffix: str) -> bool:
        """Whether an ending that stands apart belongs to `word`."""
        entry = self._lexicon.get(word)
        if len(word) < 2 or (entry is not None and "g" in entry.tags and suffix not in {"ها", "های", "هایی"}):
            return False
        if suffix in grammar.SEPARATE_AFTER_HEH and word[-1] != "ه":
            return False
        reduced = self._inflector.reduce(word + suffix)
        return reduced is not None and reduced.stem != word + suffix

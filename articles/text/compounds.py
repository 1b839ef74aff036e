"""Which words that stand apart are one word: رئیس جمهور, می شود, کتاب ها, گفت و گو."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.text import grammar
from articles.text.inflection import Inflector
from articles.text.lexicon import Lexicon
from articles.text.words import Reader, Reading

_LONGEST = 4
_CACHE_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Word:
    """A written word: its folded parts, what it stands for, and whether a word may join it on either side.

    `whole` is the parts run together; `base` is it without the endings that a compound may take.
    """

    parts: tuple[str, ...]
    readings: tuple[Reading, ...]
    whole: str = ""
    base: str = ""
    opens: bool = False
    closes: bool = False
    suffix: bool = False
    prefix: bool = False


class Joiner:
    """Joins words with one lexicon."""

    def __init__(self, lexicon: Lexicon, reader: Reader) -> None:
        self._lexicon = lexicon
        self._reader = reader
        self._inflector = Inflector(lexicon)
        self._taken: dict[tuple[str, str], bool] = {}

    def word(self, parts: tuple[str, ...]) -> Word:
        """The word of these parts, with what the joining needs to know of it."""
        readings = self._reader.read(parts)
        whole = "".join(parts)
        entry = self._lexicon.get(whole)
        tags = entry.tags if entry else ""
        suffix = whole in grammar.SEPARATE_SUFFIXES or whole in grammar.SEPARATE_AFTER_HEH
        opens = "b" in tags or (len(readings) == 1 and readings[0].begins)
        linked = self._lexicon.get(whole[1:]) if whole[:1] == "و" and len(whole) > 2 else None
        closes = "e" in tags or (linked is not None and "e" in linked.tags) or (len(readings) == 1 and readings[0].ends)
        base = readings[0].stem if len(readings) == 1 else whole
        return Word(parts, readings, whole, base, opens, closes, suffix, whole in grammar.VERB_PREFIXES)

    def together(self, words: Sequence[Word]) -> tuple[Reading, ...]:
        """What these words stand for as one word."""
        return self._reader.read(tuple(part for word in words for part in word.parts))

    def join(self, words: Sequence[Word], first: int, last: int) -> int:
        """How many of words[first:last] (with nothing but a space between them) are one word; 1 for no joining."""
        count = self._compound(words, first, last)
        end = first + count
        whole = "".join(word.whole for word in words[first:end])
        while end < last and words[end].suffix and self._takes(whole, words[end].whole):
            whole += words[end].whole
            end += 1
        return end - first

    def _compound(self, words: Sequence[Word], first: int, last: int) -> int:
        whole = words[first].whole
        if words[first].prefix:
            joins = first + 1 < last and self._is_verb(whole + words[first + 1].whole)
            return 2 if joins else 1
        best = 1
        places: list[int] = []
        for count in range(2, min(_LONGEST, last - first) + 1):
            word = words[first + count - 1]
            if not word.closes:
                break
            places.append(len(whole))
            if self._is_written_apart(whole, word, places):
                best = count
            whole += word.whole
        return best

    def _is_written_apart(self, whole: str, word: Word, places: list[int]) -> bool:
        """Whether the lexicon has `whole` + `word` as one compound that may be divided at these places."""
        joined = whole + word.whole
        if joined not in self._lexicon and (whole + word.base not in self._lexicon or word.base == word.whole):
            return False
        readings = self._reader.read((joined,))
        return len(readings) == 1 and set(places) <= set(readings[0].bounds)

    def _is_verb(self, word: str) -> bool:
        entry = self._lexicon.get(word)
        return entry is not None and ("m" in entry.tags or ("j" in entry.tags and "l" not in entry.tags))

    def _takes(self, word: str, suffix: str) -> bool:
        taken = self._taken.get((word, suffix))
        if taken is None:
            if len(self._taken) >= _CACHE_LIMIT:
                self._taken.clear()
            taken = self._taken[word, suffix] = self._is_form(word, suffix)
        return taken

    def _is_form(self, word: str, suffix: str) -> bool:
        """Whether an ending that stands apart belongs to `word`."""
        entry, form = self._lexicon.get(word), self._lexicon.get(word + suffix)
        if form is not None and form.infinitive and word[-1] == "ه":
            return True
        if len(word) < 2 or (entry is not None and "g" in entry.tags and suffix not in {"ها", "های", "هایی"}):
            return False
        if suffix in grammar.SEPARATE_AFTER_HEH and word[-1] != "ه":
            return False
        reduced = self._inflector.reduce(word + suffix, ending=suffix)
        return reduced is not None and reduced.stem != word + suffix

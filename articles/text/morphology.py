"""What an Arabic word may be a form of: prefix + stem + suffix, after Buckwalter's analyzer (LDC2002L49).

A word has an analysis where its letters are those of a prefix, a stem and a suffix whose categories go together. Of
several the likeliest counts: lemmas and affixes have a price in bits, what writers do with hamza, ة and ى another.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from articles.text.arabic_written import as_spelled
from articles.text.fold import fold_with_offsets

UNIT = 8
"""Prices are in eighths of a bit, 255 at most."""
_MARKS = "آأإؤئىة"
"""Letters that folding hides."""
_FOREIGN = 12 * UNIT
"""What no rule of spelling explains."""
_PRICES = {
    **{("ا", mark): 4 * UNIT for mark in "أإآ"},
    **dict.fromkeys((("أ", "آ"), ("آ", "أ")), 7 * UNIT),
    ("ه", "ة"): 3 * UNIT,
    ("ی", "ى"): 2 * UNIT,
    ("ى", "ی"): 2 * UNIT,
    ("ی", "ئ"): 4 * UNIT,
    ("ى", "ئ"): 4 * UNIT,
    ("و", "ؤ"): 4 * UNIT,
}
"""Of a letter as written for the letter of the table, in as_spelled letters."""
_LEFT_OFF = 1 * UNIT
"""The hamza of a first alef, that many leave off."""
_PUT_ON = 8 * UNIT
"""A hamza on a first alef that has none: أستخدام."""
_LONGEST_PREFIX, _LONGEST_SUFFIX = 4, 6


class Affix(NamedTuple):
    """A prefix or suffix in as_spelled letters; `price` in units."""

    spelled: str
    category: int
    price: int = 0


class Entry(NamedTuple):
    """A stem in as_spelled letters."""

    spelled: str
    category: int
    lemma: int
    price: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """Affixes by their folded letters, and which categories of prefix and stem, prefix and suffix, stem and suffix go
    together, the first and the last with the price of the affix for such a stem."""

    prefixes: Mapping[str, Sequence[Affix]] = field(default_factory=dict)
    suffixes: Mapping[str, Sequence[Affix]] = field(default_factory=dict)
    prefix_stem: Mapping[tuple[int, int], int] = field(default_factory=dict)
    prefix_suffix: frozenset[tuple[int, int]] = frozenset()
    stem_suffix: Mapping[tuple[int, int], int] = field(default_factory=dict)

    def encode(self) -> bytes:
        affixes = ({folded: list(found) for folded, found in one.items()} for one in (self.prefixes, self.suffixes))
        pairs = ([[*pair, price] for pair, price in one.items()] for one in (self.prefix_stem, self.stem_suffix))
        return json.dumps([*affixes, *pairs, sorted(self.prefix_suffix)], separators=(",", ":")).encode()

    @classmethod
    def decode(cls, value: bytes) -> Rules:
        prefixes, suffixes, before, behind, around = json.loads(value)
        return cls(
            _affixes(prefixes),
            _affixes(suffixes),
            {(first, second): price for first, second, price in before},
            frozenset(map(tuple, around)),
            {(first, second): price for first, second, price in behind},
        )


def _affixes(listed: Mapping[str, Sequence[Sequence[Any]]]) -> dict[str, tuple[Affix, ...]]:
    return {folded: tuple(Affix(*one) for one in found) for folded, found in listed.items()}


def encode_entries(folded: str, entries: Iterable[Entry]) -> bytes:
    """For each entry its lemma, category and price, and where a letter is spelled otherwise than folded."""
    pieces = []
    for spelled, category, lemma, price in entries:
        marks = [(place, _MARKS.index(letter)) for place, letter in enumerate(spelled) if letter != folded[place]]
        pieces.append(lemma.to_bytes(3) + category.to_bytes(2) + bytes((price, len(marks))))
        pieces += [bytes(mark) for mark in marks]
    return b"".join(pieces)


def decode_entries(folded: str, value: bytes) -> tuple[Entry, ...]:
    entries, at, end = [], 0, len(value)
    while at < end:
        spelled = folded
        head, at = value[at : at + 7], at + 7
        for _ in range(head[6]):
            place = value[at]
            spelled = spelled[:place] + _MARKS[value[at + 1]] + spelled[place + 1 :]
            at += 2
        entries.append(Entry(spelled, head[3] << 8 | head[4], int.from_bytes(head[:3]), head[5]))
    return tuple(entries)


class Analysis(NamedTuple):
    prefix: Affix
    stem: Entry
    suffix: Affix
    price: int


class Morphology:
    """Analyses words with one table; `stems` finds the entries of a folded stem."""

    def __init__(self, rules: Rules, stems: Callable[[str], Sequence[Entry]]) -> None:
        self._rules = rules
        self._stems = stems
        # What goes with a category of stems, as it is asked for: a few thousand lists at most.
        self._prefixes: dict[tuple[str, int], list[tuple[Affix, int]]] = {}
        self._suffixes: dict[tuple[int, str], list[tuple[Affix, int]]] = {}

    def knows_words(self) -> bool:
        """Whether there is a table at all."""
        return bool(self._rules.prefixes)

    def analyses(self, word: str, written: str, *, bare: bool = False) -> Iterator[Analysis]:
        """All analyses of a folded word, `written` so in the text; of a `bare` one without a prefix."""
        spelled = spelled_like(word, written)
        rules, size = self._rules, len(word)
        for start in range(1 if bare else min(_LONGEST_PREFIX, size - 1) + 1):
            before = word[:start]
            if before not in rules.prefixes:
                continue
            for end in range(size, max(start, size - _LONGEST_SUFFIX - 1), -1):
                behind = word[end:]
                if behind not in rules.suffixes:
                    continue
                for stem in self._stems(word[start:end]):
                    for prefix, suffix, affixes in self._around(before, stem.category, behind):
                        price = _price(spelled, prefix.spelled, stem.spelled, suffix.spelled)
                        if price < _FOREIGN:
                            yield Analysis(prefix, stem, suffix, price + stem.price + affixes)

    def _around(self, before: str, category: int, behind: str) -> Iterator[tuple[Affix, Affix, int]]:
        """The affixes of these folded letters that go with a stem and with each other, and their prices added up."""
        rules = self._rules
        prefixes = self._prefixes.get((before, category))
        if prefixes is None:
            prefixes = self._prefixes[before, category] = [
                (prefix, prefix.price + price)
                for prefix in rules.prefixes[before]
                if (price := rules.prefix_stem.get((prefix.category, category))) is not None
            ]
        if not prefixes:
            return
        suffixes = self._suffixes.get((category, behind))
        if suffixes is None:
            suffixes = self._suffixes[category, behind] = [
                (suffix, suffix.price + price)
                for suffix in rules.suffixes[behind]
                if (price := rules.stem_suffix.get((category, suffix.category))) is not None
            ]
        for prefix, first in prefixes:
            for suffix, last in suffixes:
                if (prefix.category, suffix.category) in rules.prefix_suffix:
                    yield prefix, suffix, first + last

    def lemmas(self, word: str, written: str, *, bare: bool = False) -> dict[int, float]:
        """The lemmas that a word may be a form of, with their likelihood; they add up to 1."""
        prices: dict[int, int] = {}
        for analysis in self.analyses(word, written, bare=bare):
            lemma = analysis.stem.lemma
            if analysis.price < prices.get(lemma, 10**6):
                prices[lemma] = analysis.price
        if not prices:
            return {}
        least = min(prices.values())
        likely = {lemma: 2.0 ** ((least - price) / UNIT) for lemma, price in prices.items()}
        total = sum(likely.values())
        return {lemma: one / total for lemma, one in likely.items()}


def spelled_like(word: str, written: str) -> str:
    """The word in as_spelled letters, as many as folded ones; the folded word where they do not fit."""
    folded = fold_with_offsets(written)
    spelled = "".join(as_spelled(written[place]) for place in folded.offsets[:-1])
    return spelled if folded.text == word and len(spelled) == len(word) else word


def _price(written: str, prefix: str, stem: str, suffix: str) -> int:
    listed = prefix + stem + suffix
    if written == listed:
        return 0
    price, first = 0, len(prefix)
    for place, pair in enumerate(zip(written, listed, strict=True)):
        if pair[0] != pair[1]:
            usual = _PRICES.get(pair, _FOREIGN)
            if place in {0, first}:
                usual = _LEFT_OFF if pair[0] == "ا" else _PUT_ON if pair[1] == "ا" and pair[0] in "أإ" else usual
            price += usual
    return price

"""What an Arabic word may be a form of: prefix + stem + suffix, after Buckwalter's analyzer (LDC2002L49).

A word has an analysis where its letters are those of a prefix, a stem and a suffix whose categories go together. Of
several the likeliest counts: lemmas and affixes have a price in bits, what writers do with hamza, ة and ى another.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from struct import Struct
from typing import Any, NamedTuple

from articles.text.arabic_written import SPELLED
from articles.text.fold import fold

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
    ("ى", "ی"): 4 * UNIT,
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
_DEAREST = 10**6
_ENTRY = Struct(">BHHBB")
"""Lemma (three bytes), category, price, how many letters are spelled otherwise than folded."""
_new = tuple.__new__
"""Half of what the constructor of a named tuple costs, which is called for every stem that a word may hold."""


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
        high, lemma, category, price, marks = _ENTRY.unpack_from(value, at)
        at += _ENTRY.size
        spelled = folded
        if marks:
            letters = list(folded)
            for _ in range(marks):
                letters[value[at]] = _MARKS[value[at + 1]]
                at += 2
            spelled = "".join(letters)
        entries.append(_new(Entry, (spelled, category, high << 16 | lemma, price)))
    return tuple(entries)


class Analysis(NamedTuple):
    prefix: Affix
    stem: Entry
    suffix: Affix
    price: int


_Affixes = tuple[Affix, Affix, int]
"""A prefix and a suffix, and their prices added up."""


class Morphology:
    """Analyses words with one table; `stems` finds the entries of a folded stem."""

    def __init__(self, rules: Rules, stems: Callable[[str], Sequence[Entry]]) -> None:
        self._rules = rules
        self._stems = stems
        # Prices by the category of a prefix or suffix, then by that of the stem.
        self._before: dict[int, dict[int, int]] = defaultdict(dict)
        self._behind: dict[int, dict[int, int]] = defaultdict(dict)
        for (prefix, stem), price in rules.prefix_stem.items():
            self._before[prefix][stem] = price
        for (stem, suffix), price in rules.stem_suffix.items():
            self._behind[suffix][stem] = price
        # By folded letters before and behind a stem, as they are met: two thousand pairs at most, half of them empty.
        self._around: dict[tuple[str, str], dict[int, list[_Affixes]]] = {}

    def knows_words(self) -> bool:
        """Whether there is a table at all."""
        return bool(self._rules.prefixes)

    def analyses(self, word: str, written: str, *, bare: bool = False) -> Iterator[Analysis]:
        """All analyses of a folded word, `written` so in the text; of a `bare` one without a prefix."""
        spelled, size = spelled_like(word, written), len(word)
        prefixes, suffixes = self._rules.prefixes, self._rules.suffixes
        shortest = max(0, size - _LONGEST_SUFFIX - 1)
        ends = [(end, word[end:]) for end in range(size, shortest, -1) if word[end:] in suffixes]
        for start in range(1 if bare else min(_LONGEST_PREFIX, size - 1) + 1):
            before = word[:start]
            if before not in prefixes or (before[:2] == "ال" and spelled[0] in "أإ"):
                continue  # no article is written with a hamza: ألفرد is a name
            for end, behind in ends:
                if end <= start:
                    break
                around = self._around.get((before, behind))
                if around is None:
                    around = self._around[before, behind] = self._affixes(before, behind)
                if around:  # else no stem stands between them
                    yield from self._between(around, word, spelled, start, end)

    def _between(
        self, around: Mapping[int, Sequence[_Affixes]], word: str, spelled: str, start: int, end: int
    ) -> Iterator[Analysis]:
        """The analyses with a stem in word[start:end], from the affixes that go with each category of stems."""
        for stem in self._stems(word[start:end]):
            affixes = around.get(stem.category)
            if affixes is None:
                continue
            inner = spelled[start:end]
            price = stem.price if stem.spelled == inner else stem.price + _price(inner, stem.spelled, first=True)
            for prefix, suffix, added in affixes:
                total = price + added
                if not spelled.startswith(prefix.spelled):
                    total += _price(spelled[:start], prefix.spelled, first=True)
                if not spelled.endswith(suffix.spelled):
                    total += _price(spelled[end:], suffix.spelled)
                if total - added - stem.price < _FOREIGN:
                    yield _new(Analysis, (prefix, stem, suffix, total))

    def _affixes(self, before: str, behind: str) -> dict[int, list[_Affixes]]:
        """The affixes of these folded letters that go with each other, by the categories of stems that they go with."""
        rules = self._rules
        found: dict[int, list[_Affixes]] = {}
        for prefix, suffix in product(rules.prefixes[before], rules.suffixes[behind]):
            if (prefix.category, suffix.category) in rules.prefix_suffix:
                first, last = self._before[prefix.category], self._behind[suffix.category]
                for stem in first.keys() & last.keys():
                    price = prefix.price + first[stem] + suffix.price + last[stem]
                    found.setdefault(stem, []).append((prefix, suffix, price))
        return found

    def prefix(self, word: str, written: str, lemma: int) -> str:
        """The folded prefix of a word that is read as a form of this lemma."""
        analyses = (one for one in self.analyses(word, written) if one.stem.lemma == lemma)
        best = min(analyses, key=lambda one: one.price, default=None)
        return word[: len(best.prefix.spelled)] if best is not None else ""

    def lemmas(self, word: str, written: str, *, bare: bool = False) -> dict[int, float]:
        """The lemmas that a word may be a form of, with their likelihood; they add up to 1."""
        prices: dict[int, int] = {}
        for _, stem, _, price in self.analyses(word, written, bare=bare):
            if price < prices.get(stem.lemma, _DEAREST):
                prices[stem.lemma] = price
        if len(prices) < 2:
            return dict.fromkeys(prices, 1.0)
        least = min(prices.values())
        likely = {lemma: 2.0 ** ((least - price) / UNIT) for lemma, price in prices.items()}
        total = sum(likely.values())
        return {lemma: one / total for lemma, one in likely.items()}


def spelled_like(word: str, written: str) -> str:
    """The word in as_spelled letters, as many as folded ones; the folded word where they do not fit."""
    spelled = written.translate(SPELLED)
    return spelled if len(spelled) == len(word) and spelled != word and fold(written) == word else word


def _price(written: str, listed: str, *, first: bool = False) -> int:
    """Of letters as written for those of the table; the `first` of a prefix or stem has prices of its own."""
    price = 0
    for pair in zip(written, listed, strict=True):
        if pair[0] != pair[1]:
            usual = _PRICES.get(pair, _FOREIGN)
            if first:
                usual = _LEFT_OFF if pair[0] == "ا" else _PUT_ON if pair[1] == "ا" and pair[0] in "أإ" else usual
            price += usual
        first = False
    return price

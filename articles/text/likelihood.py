"""How likely the analyses of Arabic words are, learned from how frequent the words are. For the compile step only.

An analysis is a stem, a prefix and a suffix, each chosen by its category, and the categories by that of the stem; the
chances of all of them are found by expectation and maximization (Dempster, Laird and Rubin 1977) over the list of
words. In the second half of the rounds the likelier analysis of a word gains at the cost of the others, for of two
lemmas that all forms share one is most often the only one in use.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from articles.text.buckwalter import Tables
from articles.text.fold import fold
from articles.text.morphology import UNIT, Affix, Analysis, Entry, Morphology, Rules

_ROUNDS, _SOFT = 20, 10
_SHARPNESS = 2.0
_DAMPING = 0.5
"""Numbers count by their square root: a frequent word says little more of affixes than a rare one."""
_OF_LEMMA = 0.5
"""What a stem has of the number of its lemma, whose plural may be the only form that is not ambiguous."""
_OF_ADJECTIVE = 0.25
"""What a stem has of the number of the adjective in ـيّ of its lemma: of three nouns بشر the people have بشري."""
_RELATION = "iy~"
_LEAST_STEM, _LEAST_AFFIX, _LEAST_PAIR, _LIKE_OTHERS = 1.0, 20.0, 1.0, 2000.0
_HIGHEST = 255

_Floats = npt.NDArray[np.float64]
_Ints = npt.NDArray[np.int64]
_Key = tuple[Any, ...]


def weighed(tables: Tables, numbers: Mapping[str, float]) -> tuple[Rules, dict[str, tuple[Entry, ...]]]:
    """The tables with prices, from the number of each word in as_spelled letters."""
    model = _Model(tables)
    model.read(numbers)
    model.learn()
    rules, price = tables.rules, model.prices()
    return (
        Rules(
            {folded: tuple(_priced(one, price[1]) for one in found) for folded, found in rules.prefixes.items()},
            {folded: tuple(_priced(one, price[2]) for one in found) for folded, found in rules.suffixes.items()},
            {pair: price[3][pair] for pair in rules.prefix_stem},
            rules.prefix_suffix,
            {pair: price[4][pair] for pair in rules.stem_suffix},
        ),
        {
            folded: tuple(entry._replace(price=price[0][entry[:3]]) for entry in found)
            for folded, found in tables.stems.items()
        },
    )


def _priced(affix: Affix, prices: Mapping[_Key, int]) -> Affix:
    return affix._replace(price=min(_HIGHEST, affix.price + prices[affix[:2]]))


def _keys(analysis: Analysis) -> tuple[_Key, ...]:
    prefix, stem, suffix, _ = analysis
    return (
        stem[:3],
        prefix[:2],
        suffix[:2],
        (prefix.category, stem.category),
        (stem.category, suffix.category),
    )


class _Model:
    """Five choices: stem, prefix and suffix of a category, category of the prefix and of the suffix of a stem."""

    def __init__(self, tables: Tables) -> None:
        rules = tables.rules
        self._morphology = Morphology(rules, lambda stem: tables.stems.get(stem, ()))
        choices: tuple[Iterator[_Key], ...] = (
            (entry[:3] for found in tables.stems.values() for entry in found),
            (affix[:2] for found in rules.prefixes.values() for affix in found),
            (affix[:2] for found in rules.suffixes.values() for affix in found),
            iter(rules.prefix_stem),
            iter(rules.stem_suffix),
        )
        self._places = [{key: place for place, key in enumerate(dict.fromkeys(keys))} for keys in choices]
        stems, prefixes, suffixes, before, behind = self._places
        self._groups: list[_Ints] = [
            np.zeros(len(stems), np.int64),
            np.array([key[1] for key in prefixes]),
            np.array([key[1] for key in suffixes]),
            np.array([key[1] for key in before]),
            np.array([key[0] for key in behind]),
        ]
        self._lemmas: _Ints = np.array([key[2] for key in stems])
        self._adjectives: _Ints = np.arange(len(tables.citations))
        for name, lemma in tables.lemmas.items():
            self._adjectives[lemma] = tables.lemmas.get(name + _RELATION, lemma)
        self._affixes: dict[int, _Ints] = {
            3: np.array([key[0] for key in before]),
            4: np.array([key[1] for key in behind]),
        }
        self._chances = [
            _chances(np.ones(len(one)), group) for one, group in zip(self._places, self._groups, strict=True)
        ]

    def read(self, numbers: Mapping[str, float]) -> None:
        """Analyses all words."""
        rows: list[tuple[int, ...]] = []
        prices: list[int] = []
        words: list[int] = []
        counts: list[float] = []
        for word, number in numbers.items():
            cheapest: dict[tuple[int, ...], int] = {}
            for analysis in self._morphology.analyses(fold(word), word):
                row = tuple(places[key] for places, key in zip(self._places, _keys(analysis), strict=True))
                cheapest[row] = min(analysis.price, cheapest.get(row, analysis.price))
            if cheapest:
                rows += cheapest
                prices += cheapest.values()
                words += [len(counts)] * len(cheapest)
                counts.append(number**_DAMPING)
        self._rows: _Ints = np.array(rows).T
        self._words: _Ints = np.array(words)
        self._given: _Floats = -np.array(prices) / UNIT * math.log(2)
        self._counts: _Floats = np.array(counts)

    def learn(self) -> None:
        starts = np.concatenate(([0], np.flatnonzero(np.diff(self._words)) + 1))
        for turn in range(_ROUNDS):
            chance = self._given + sum(one[row] for one, row in zip(self._chances, self._rows, strict=True))
            best = np.maximum.reduceat(chance, starts)[self._words]
            share = np.exp((chance - best) * (_SHARPNESS if turn >= _SOFT else 1))
            share *= (self._counts / np.add.reduceat(share, starts))[self._words]
            for choice, row in enumerate(self._rows):
                found: _Floats = np.bincount(row, share, len(self._places[choice])).astype(np.float64)
                self._chances[choice] = _chances(found + self._expected(choice, found), self._groups[choice])

    def _expected(self, choice: int, found: _Floats) -> _Floats | float:
        """What is added to the numbers, so that nothing is impossible because nobody has written it."""
        if choice == 0:
            size = len(self._adjectives)
            of_lemma = np.bincount(self._lemmas, found, size) / np.maximum(np.bincount(self._lemmas, minlength=size), 1)
            of_adjective = np.where(self._adjectives == np.arange(size), 0, of_lemma[self._adjectives])
            return _LEAST_STEM + np.asarray((_OF_LEMMA * of_lemma + _OF_ADJECTIVE * of_adjective)[self._lemmas])
        if choice in self._affixes:
            affixes = self._affixes[choice]
            of_affix = np.bincount(affixes, found)
            return _LEAST_PAIR + _LIKE_OTHERS * np.asarray((of_affix / of_affix.sum())[affixes])
        return _LEAST_AFFIX

    def prices(self) -> Sequence[Mapping[_Key, int]]:
        return [
            {key: min(_HIGHEST, round(-float(chances[place]) / math.log(2) * UNIT)) for key, place in places.items()}
            for places, chances in zip(self._places, self._chances, strict=True)
        ]


def _chances(numbers: _Floats, groups: _Ints) -> _Floats:
    """The logarithms of the shares in their group."""
    return np.asarray(np.log(numbers / np.bincount(groups, numbers)[groups]))

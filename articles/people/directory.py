"""Persons by the sound of their names: a query in any script, ranked answers.

The units are the words of the names and each name written together, as sounds. A query word takes the units that
share pairs of consonants with it, measures them all at once, and each name is scored by its best units.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from articles.people.words import WORD
from articles.text.fold import fold
from articles.text.transliterate import absence, bones, cost, is_latin, phones

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

SOUNDS = "aeiou'wyhbpftTdDzsSjZCkqgGXlmnrv"
CODE = {sound: code for code, sound in enumerate(SOUNDS, 1)}
LONGEST = 28
"""Sounds of a unit that are compared; the rest of a longer one is cut off."""
CANDIDATES = 300
"""Units measured for each word of a query."""
LEAST_LIKENESS = 0.4
"""A unit further away says nothing of a name."""
LEAST_SCORE = 0.62
ALIKE = 0.4
"""Share of pairs of consonants that a unit of a sure answer has: of 4,000 names, misspelt ones and words of articles
none lost or changed an answer, with half of them 23."""
SURE = 0.9
"""A score with which a person is meant, not only resembled."""
UNMATCHED = 0.12
"""What a name loses if none of its words is asked for."""
BEGINNING = 0.92
"""What a unit is worth that only begins with what was typed so far."""
SHORT = 4
SHORT_SOUNDS = 6
"""One word of fewer consonants than SHORT, and so few sounds, says too little to be compared loosely: every name is
like «تهر» somehow."""
STRICT = 0.45
"""Largest distance of a short query to a name or its beginning: vowels that one script leaves out, p for b, no more."""

PARTICLES = frozenset(
    (
        "al",
        "el",
        "ul",
        "ur",
        "as",
        "ad",
        "an",
        "ar",
        "az",
        "ash",
        "at",
        "bin",
        "ben",
        "ibn",
        "bint",
        "بن",
        "ابن",
        "بنت",
        "ال",
    )
)
_ABD_LATIN = re.compile(r"^abd(?:[uea](?:l|r|s|n|d|z|sh|t))?-?(?=[^aeiou'l]{1,2}\w{2,})")
_ABD_ALONE = re.compile(r"abd[uea][lrsndzt]")
_ABD_ARABIC = re.compile(r"^عبدال(?!له)(?=..)")


def name_words(text: str) -> list[str]:
    """Words that carry the name: without articles and "son of", عبدالـ / Abdul- as a word of its own."""
    found = []
    for match in WORD.finditer(re.sub(r"['’‘ʿʾ`´]", "", text)):
        word = fold(match.group())
        if is_latin(word):
            split = _ABD_LATIN.sub("abd ", word).split() if word.startswith("abd") else [word]
            split = ["abd" if _ABD_ALONE.fullmatch(part) else part for part in split]
        elif word.startswith("عبد"):
            split = _ABD_ARABIC.sub("عبد ", word).split()
        else:
            split = [word[2:] if word.startswith("ال") and len(word) > 4 else word]
        found += [part for part in split if part not in PARTICLES]
    return found


@dataclass(frozen=True, slots=True)
class Scored:
    person: int
    score: float


class Directory:
    """An index of (person, name) pairs, in memory; about 60 bytes a name and its words."""

    def __init__(self, pairs: Iterable[tuple[int, str]]) -> None:
        units: dict[str, int] = {}
        unit_names: list[list[int]] = []
        persons: list[int] = []
        weights: list[float] = []
        for person, text in pairs:
            words = [sounds for word in name_words(text) if (sounds := phones(word)[:LONGEST])]
            if not words:
                continue
            name = len(persons)
            persons.append(person)
            weights.append(sum(map(_weight, words)))
            for unit in {*words, "".join(words)[:LONGEST]}:
                index = units.setdefault(unit, len(units))
                if index == len(unit_names):
                    unit_names.append([])
                unit_names[index].append(name)
        self._persons: Ints = np.array(persons, dtype=np.int32)
        self._weights: Floats = np.array(weights, dtype=np.float32)
        self._names, self._names_from = _flatten(unit_names)
        self._sounds = _matrix(list(units))
        self._lengths: Ints = (self._sounds > 0).sum(axis=1).astype(np.int32)
        self._unit_weights: Floats = _ABSENCE[self._sounds].sum(axis=1)
        self._index_pairs(list(units))

    def _index_pairs(self, units: Sequence[str]) -> None:
        found: defaultdict[str, list[int]] = defaultdict(list)
        counts = []
        for index, unit in enumerate(units):
            pairs = _pairs(unit)
            counts.append(len(pairs))
            for pair in pairs:
                found[pair].append(index)
        self._pairs = {pair: np.array(indexes, dtype=np.int32) for pair, indexes in found.items()}
        self._pair_counts: Floats = np.array(counts, dtype=np.float32)

    def find(self, query: str, limit: int, *, beginning: bool = False, least: float = LEAST_SCORE) -> list[Scored]:
        """The best persons for a name in any script with `least` likeness (the nearer, the fewer are measured); with
        `beginning` its last word may be unfinished."""
        words = [sounds for word in name_words(query) if (sounds := phones(word)[:LONGEST])]
        if not words or not len(self._persons):
            return []
        dice = ALIKE if least >= SURE and not beginning else 0.0
        strict = len(words) == 1 and len(words[0]) <= SHORT_SOUNDS and len(bones(words[0])) < SHORT
        scores = np.zeros(len(self._persons), dtype=np.float32)
        self._measure("".join(words)[:LONGEST], scores, beginning=False, strict=strict, dice=dice)
        if len(words) > 1 or beginning:  # one whole word by itself scores the same, less what it leaves unmatched
            scores = np.maximum(scores, self._by_words(words[:6], beginning, strict, dice))
        return self._best(scores, limit, least)

    def _by_words(self, words: Sequence[str], beginning: bool, strict: bool, dice: float) -> Floats:
        total = sum(map(_weight, words))
        scores = np.zeros(len(self._persons), dtype=np.float32)
        for position, word in enumerate(words):
            best = np.zeros(len(self._persons), dtype=np.float32)
            unfinished = beginning and position == len(words) - 1
            self._measure(word, best, beginning=unfinished, strict=strict, dice=dice)
            scores += best * (_weight(word) / total)
        unmatched = np.clip(1 - total / np.maximum(self._weights, 0.1), 0, 1)
        return scores - UNMATCHED * unmatched

    def _measure(self, word: str, best: Floats, *, beginning: bool, strict: bool, dice: float) -> None:
        """Raises `best` (by name) to the likeness of each name's nearest unit to `word`.

        `strict` takes only units that begin with the first sound of `word` and all but equal it.
        """
        candidates = self._candidates(word, beginning, dice)
        if not len(candidates):
            return
        likeness, distance = self._likeness(word, candidates, beginning)
        near = likeness > LEAST_LIKENESS
        if strict:
            near &= (distance <= STRICT) & _SAME_START[CODE[word[0]]][self._sounds[candidates, 0]]
        order = np.argsort(likeness[near])
        units, values = candidates[near][order], likeness[near][order]
        firsts, sizes = self._names_from[units], self._names_from[units + 1] - self._names_from[units]
        places = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes) + np.repeat(firsts, sizes)
        # In rising order: of several units of one name the last and likest stays.
        best[self._names[places]] = np.repeat(values, sizes)

    def _candidates(self, word: str, beginning: bool, least: float) -> Ints:
        pairs = _pairs(word)
        lists = [self._pairs[pair] for pair in pairs if pair in self._pairs]
        if not lists:
            return np.zeros(0, dtype=np.int32)
        counts = np.bincount(np.concatenate(lists), minlength=len(self._lengths))
        units = np.flatnonzero(counts)
        shared = counts[units]
        # What is typed so far shares all its pairs but the last, however long the whole name is.
        dice = shared / len(pairs) if beginning else 2 * shared / (len(pairs) + self._pair_counts[units])
        if least:
            units, dice = units[dice >= least], dice[dice >= least]
        if len(units) > CANDIDATES:
            nearest = np.argpartition(-(dice - 0.001 * np.abs(self._lengths[units] - len(word))), CANDIDATES)[
                :CANDIDATES
            ]
            units = units[nearest]
        return units.astype(np.int32)

    def _likeness(self, word: str, units: Ints, beginning: bool) -> tuple[Floats, Floats]:
        """1 - distance / weight of `word` to each unit, and the distance: the edit distance of all of them at once.

        Arrays of one row for each sound and a column for each unit, so that all units go on by one sound together.
        """
        codes = [CODE[sound] for sound in word]
        lengths = self._lengths[units]
        sounds = np.ascontiguousarray(self._sounds[units, : lengths.max()].T)
        inserted = np.zeros((len(sounds) + 1, len(units)), dtype=np.float32)
        np.cumsum(_ABSENCE[sounds], axis=0, out=inserted[1:])
        distances = inserted.copy()
        for code in codes:
            changed = distances[:-1] + _COST[code][sounds]
            kept = distances + _ABSENCE[code]
            np.minimum(kept[1:], changed, out=kept[1:])
            # min over k <= j of kept[k] + inserted[j] - inserted[k]: insertions without a loop over rows
            distances = np.minimum.accumulate(kept - inserted, axis=0) + inserted
        asked = np.float32(_ABSENCE[codes].sum())
        weights = np.maximum(np.maximum(asked, self._unit_weights[units]), 2)
        distance = distances[lengths, np.arange(len(units))]
        likeness = 1 - distance / weights
        if beginning:
            nearest = distances.min(axis=0)
            likeness = np.maximum(likeness, BEGINNING * (1 - nearest / max(float(asked), 1.0)))
            distance = np.minimum(distance, nearest)
        return likeness.astype(np.float32), distance.astype(np.float32)

    def _best(self, scores: Floats, limit: int, least: float) -> list[Scored]:
        wanted = min(len(scores), limit * 12)
        top = np.argpartition(-scores, wanted - 1)[:wanted]
        best: dict[int, float] = {}
        for name in top[np.lexsort((self._persons[top], -scores[top]))]:
            if scores[name] < least:
                break
            best.setdefault(int(self._persons[name]), float(scores[name]))
        return [Scored(person, min(score, 1.0)) for person, score in best.items()][:limit]


def _weight(sounds: str) -> float:
    return max(0.5, sum(absence(sound) for sound in sounds))


def _pairs(sounds: str) -> set[str]:
    frame = f"^{bones(sounds)}$"
    return {frame[at : at + 2] for at in range(len(frame) - 1)}


def _matrix(units: Sequence[str]) -> npt.NDArray[np.uint8]:
    matrix = np.zeros((len(units), LONGEST), dtype=np.uint8)
    for index, unit in enumerate(units):
        matrix[index, : len(unit)] = [CODE[sound] for sound in unit]
    return matrix


def _flatten(lists: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
    ends = np.zeros(len(lists) + 1, dtype=np.int32)
    ends[1:] = np.cumsum([len(one) for one in lists])
    return np.array([value for one in lists for value in one], dtype=np.int32), ends


_ABSENCE: Floats = np.array([0.0, *(absence(sound) for sound in SOUNDS)], dtype=np.float32)
_OPEN = "aeiou'"
"""Any of them may stand for any other at the start of a word: اوباما, Obama; عمر, Omar."""
_COST: Floats = np.array([[cost(one, other) for other in " " + SOUNDS] for one in " " + SOUNDS], dtype=np.float32)
_SAME_START = np.array(
    [[cost(one, other) <= 0.1 or (one in _OPEN and other in _OPEN) for other in " " + SOUNDS] for one in " " + SOUNDS],
    dtype=np.bool_,
)

"""Any number of names found in one pass over a text.

The keys are the folded letters of the names without spaces (ابوقصره for ابو قصره and ابوقصره alike), kept in one
static trie. From the start of each word the longest key is taken that ends where a word of the text ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import marisa_trie

from articles.people.contexts import Contexts
from articles.people.names import Name, Weight
from articles.people.offices import Office, Offices
from articles.people.short import given_name, with_short_names
from articles.people.titles import AND, title_before, vocabulary
from articles.people.words import WITHIN_NAME, WORD, Words, split
from articles.text.fold import fold

SHORTEST_JOINED = 3
"""Letters of the shortest word that may be written together with the rest of its name."""
LONGEST_NAME = 60
"""Letters; nothing in the news is longer, and it bounds the window of each look-up."""
MOST_WORDS = 10
COMPOUND_STARTS = ("پور", "ابو", "ابا", "ابی", "عبد", "بن", "ابن", "ال", "ام", "ذو")
COMPOUND_ENDS = ("زاده", "پور", "نژاد", "الدین", "الله", "اللهی", "خان", "نیا", "فر", "یان", "ی", "ای", "هاشمی")
WORDS_LIKE_CLITIC_AND_NAME = frozenset({"لصالح", "ولصالح", "بصالح", "بعون", "بسلام"})
"""«in favour of», «with the help of» and others, which are no ل or ب before a name."""
THAT = "بأن"
PARTICLES = frozenset({"دی", "فن", "دا"})
"""Short first words of foreign family names: «لدي ميستورا»."""
CLITICS_ONE = "وفبلک"
CLITICS_TWO = ("وب", "ول", "وک", "فل", "فب")
SON, SON_WRITTEN_OUT = "بن", "ابن"
"""One word within a name: «محمد بن سلمان ابن عبدالعزيز»."""
ON = "على"
HEAD = 4
"""Letters by which most words are told not to begin a name, before the trie is asked."""
REMEMBERED = 60_000
"""Distinct words whose possible beginnings are kept."""

Starts = tuple[tuple[str, int], ...]


ORDER = {Weight.TITLED: 0, Weight.WEAK: 1, Weight.STRONG: 2}
"""What one name entered twice for a person is taken for: the more it says by itself, the better."""


@dataclass(frozen=True, slots=True)
class Candidate:
    person: int
    weight: Weight
    words: int
    """Words of the name as entered."""
    joins: bool = True
    """Whether they may stand written together; احمدالشرع yes, «اش کارتر» would be آشکارتر, "clearer"."""


Candidates = tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a name stands: word indexes, inclusive, and whose it may be.

    `skip` and `drop` are letters at its two ends that are not the name's: an Arabic clitic, a Persian ezafe.
    """

    first: int
    last: int
    skip: int
    drop: int
    candidates: Candidates


class Matcher:
    """All names, compiled. Immutable, so that threads may share it.

    `offices` holds for each person the letters of the titles that the titled names begin with, `given` the folded
    first words of the full names, `contexts` the words that tell who is meant by a short name alone.
    """

    def __init__(self, names: Iterable[Name], contexts: Contexts = MappingProxyType({})) -> None:
        self.contexts = contexts
        found: defaultdict[str, list[tuple[str, Candidate]]] = defaultdict(list)
        offices: defaultdict[int, set[Office]] = defaultdict(set)
        given: defaultdict[int, set[str]] = defaultdict(set)
        for entered in with_short_names(names):
            name, office = without_title(entered)
            if office:
                offices[name.person].add(office)
            first = given_name(name)
            if first:
                given[name.person].add(first)
            for key, count, joins in keys(name):
                found[key].append((name.language, Candidate(name.person, name.weight, count, joins)))
        self.given: Mapping[int, frozenset[str]] = {person: frozenset(words) for person, words in given.items()}
        self.offices: Offices = {person: tuple(titles) for person, titles in offices.items()}
        self._trie = marisa_trie.Trie(found)
        self._candidates: tuple[list[Candidates], list[Candidates]] = ([()] * len(found), [()] * len(found))
        for key, entries in found.items():
            for persian in (False, True):
                self._candidates[persian][self._trie[key]] = _as_read(entries, persian)
        self._heads = frozenset(key[:size] for key in found for size in range(1, HEAD + 1)) | frozenset(
            key + "ی" for key in found if len(key) < HEAD
        )
        self._longest_key = max(map(len, found), default=0)
        self._starts: tuple[dict[str, Starts], dict[str, Starts]] = ({}, {})

    def __len__(self) -> int:
        return len(self._candidates[False])

    def scan(self, words: Words, language: str) -> Iterator[Hit]:
        """Hits from left to right, none inside another."""
        persian = language == "fa"
        known = self._starts[persian]
        at = 0
        for index, word in enumerate(words.folded):
            starts = known.get(word)
            if starts is None:
                starts = self._remember(word, persian)
            if not starts or index < at:
                continue
            for head, skip in starts:
                hit = self._longest(words, index, head, skip, persian)
                if hit is not None and not _is_on(words, hit) and not _is_that(words, hit):
                    yield hit
                    at = hit.last + 1
                    break

    def _remember(self, word: str, persian: bool) -> Starts:
        known = self._starts[persian]
        if len(known) >= REMEMBERED:
            known.clear()
        starts = known[word] = tuple(start for start in _starts(word, persian) if start[0][:HEAD] in self._heads)
        return starts

    def _longest(self, words: Words, index: int, head: str, skip: int, persian: bool) -> Hit | None:
        window = head
        ends = {len(head): index}
        last = index
        total = len(words)
        while last + 1 < total and len(window) < self._longest_key and last - index < MOST_WORDS:
            if not words.joined(last, WITHIN_NAME):
                break
            last += 1
            window += SON if words.folded[last] == SON_WRITTEN_OUT else words.folded[last]
            ends[len(window)] = last
        for key in reversed(self._trie.prefixes(window)):
            size = len(key)
            drop = 0
            if size not in ends:
                # ezafe on a name that ends in a vowel: اوبامای, نتانیاهوی
                if persian and key[-1] in "اوه" and window[size] == "ی" and size + 1 in ends:
                    drop = 1
                else:
                    continue
            end = ends[size + drop]
            candidates = self._fitting(self._candidates[persian][self._trie[key]], words, index, end)
            if candidates:
                return Hit(index, end, skip, drop, candidates)
        return None

    def _fitting(self, candidates: Candidates, words: Words, first: int, last: int) -> Candidates:
        """Without one-word names that the text has in pieces, unless they are a compound («با هنر» is not باهنر), and
        without those that the text has in one word and may not."""
        if first == last:
            return tuple(one for one in candidates if one.joins)
        head, tail = words.folded[first], words.folded[last]
        compound = (
            head in COMPOUND_STARTS
            or tail in COMPOUND_ENDS
            or "\u200c" in words.text[words.ends[first] : words.starts[last]]
        )
        return candidates if compound else tuple(one for one in candidates if one.words > 1)


def _is_on(words: Words, hit: Hit) -> bool:
    """Whether علي, written على, is the word «on» before a short name: «انقلب على صالح»; with a title in front it is
    the name all the same («الرئيس على صالح»)."""
    first = hit.first
    if hit.skip or hit.last != first + 1 or words.text[words.starts[first] : words.ends[first]] != ON:
        return False
    return title_before(words, first) is None


def _is_that(words: Words, hit: Hit) -> bool:
    """«بأن» is "that", and folded the name of Ban Ki-moon."""
    return hit.first == hit.last and words.text[words.starts[hit.first] : words.ends[hit.first]] == THAT


def _starts(word: str, persian: bool) -> Iterator[tuple[str, int]]:
    """What a name may begin with here: the word, and in Arabic what is left without و ل ب ف ك in front."""
    yield word, 0
    if persian or word[0] not in CLITICS_ONE or word in WORDS_LIKE_CLITIC_AND_NAME:
        return
    if word.startswith("لل"):
        yield "ال" + word[2:], 0
    if len(word) > 3 or word[1:] in COMPOUND_STARTS or word[1:] in PARTICLES:
        yield word[1:], 1
    if len(word) > 4 and word[:2] in CLITICS_TWO:
        yield word[2:], 2


def without_title(name: Name) -> tuple[Name, Office | None]:
    """A titled name as the bare name and its office; all titles (خادم الحرمين) stand for themselves."""
    if name.weight is not Weight.TITLED:
        return name, None
    words = split(name.text)
    known = vocabulary()
    first = 0
    while first < len(words) and (known.is_word(words.folded[first]) or _joins_offices(words, first)):
        first += 1
    if first in {0, len(words)}:
        return replace(name, weight=Weight.STRONG), None
    return replace(name, text=name.text[words.starts[first] :]), Office("".join(words.folded[:first]), first)


def _joins_offices(words: Words, at: int) -> bool:
    """«وزیر راه و شهرسازی»: the "and" inside a title."""
    return words.folded[at] in AND and at + 1 < len(words) and words.folded[at + 1] in vocabulary().words


def _as_read(entries: Iterable[tuple[str, Candidate]], persian: bool) -> Candidates:
    """One candidate a person, for articles in Persian or in another language.

    A short name of the other language in Arabic letters may be a word in this one (Annan's أنان is Persian for
    "those"): there a sure one counts after the full name only, and an unsure one not at all. What is entered in the
    language of the text itself goes before.
    """
    foreign = "ar" if persian else "fa"
    listed = list(entries)
    own = {entered.person for language, entered in listed if language != foreign}
    best: dict[int, Candidate] = {}
    for language, entered in listed:
        candidate = entered
        if language == foreign and entered.person in own:
            continue
        if language == foreign and entered.words == 1:
            if entered.weight is Weight.WEAK:
                continue
            candidate = replace(entered, weight=min(entered.weight, Weight.WEAK, key=ORDER.__getitem__))
        known = best.get(candidate.person)
        best[candidate.person] = candidate if known is None else _either(known, candidate)
    return tuple(best.values())


def _either(first: Candidate, second: Candidate) -> Candidate:
    """One name of a person entered twice, «دو ویلپن» and دوویلپن: it may stand in the text as any of the two."""
    stronger = max(first, second, key=lambda one: ORDER[one.weight])
    return replace(stronger, words=max(first.words, second.words), joins=first.joins or second.joins)


def keys(name: Name) -> Iterator[tuple[str, int, bool]]:
    """The keys under which a name is found, with the number of its words and whether they may be written together.

    The article ال of the last word comes and goes between Persian and Arabic: احمد الشرع, احمد شرع.
    """
    parts = [fold(word) for word in WORD.findall(name.text)]
    parts[1:] = [SON if part == SON_WRITTEN_OUT else part for part in parts[1:]]
    key = "".join(parts)
    if not key or len(key) > LONGEST_NAME:
        return
    joins = len(parts) == 1 or all(
        len(part) >= SHORTEST_JOINED or (part in COMPOUND_STARTS and part != "ال") for part in parts
    )
    yield key, len(parts), joins
    last = parts[-1]
    if name.language in {"fa", "ar"} and len(parts) > 1 and last.startswith("ال") and len(last) > 4:
        yield "".join([*parts[:-1], last[2:]]), len(parts), joins

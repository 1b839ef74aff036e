"""One Persian word as written, in any of its spellings, to the one or more words it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from articles.text import grammar
from articles.text.inflection import Inflector, Reduced
from articles.text.lexicon import Entry, Lexicon

_CACHE_LIMIT = 30_000
_REDUCED = 4_096
"""Words and parts of words whose stems are remembered."""
_SEGMENT_WEIGHT = 14
"""Both halves of an unknown word must be as frequent as 2^14 before it is taken for two words run together."""
_SEGMENT_SHORT, _SHORT = 40, 6
"""2^40 both together where they have no more than six letters, as many a foreign name has: هود+سون."""
_TO = "به"
"""The one preposition that writers run together with the next word: بهدلیل."""
_IS, _BECAME = "است", "شد"
_FREQUENT, _LEAST_JOINED = 20, 4
"""So frequent, 2^20, and of so many letters is what may be run together with a word before it that would join."""
_LEAST_WHOLE = 7
"""Letters of both, more than which do not meet by chance: تاب+ستون."""
_AND, _THAT = "و", "که"
"""Run together too: ودیگر, and بهطوریکه after a yeh."""
_NOT_JOINING = frozenset("ادذرزژو")
_ENDINGS = grammar.SEPARATE_SUFFIXES | grammar.SEPARATE_AFTER_HEH
_AFTER_ENDING = grammar.SEPARATE_SUFFIXES | grammar.PRONOUNS
_BEFORE_ANY = grammar.PREFIXES | grammar.TITLES_BEFORE | grammar.NUMERALS
_WITHOUT = "بی"
_PLACE, _ARTICLE = "اباد", "ال"


class Reading(NamedTuple):
    """A word as it is indexed; a tuple, because one is made for every word that is read.

    `bounds` are the places of `written` where the same compound may be written apart; `begins` and `ends` say that it
    may begin or go on a compound.
    """

    surface: str
    stem: str
    alternatives: tuple[str, ...] = ()
    bounds: tuple[int, ...] = ()
    begins: bool = False
    ends: bool = False


class Reader:
    """Reads words with one lexicon and remembers them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._inflector = Inflector(lexicon)
        # The parts of one word are asked for several times, and many words have the same.
        self._reduce = lru_cache(_REDUCED)(self._inflector.reduce)
        self._seen: dict[tuple[str, ...], tuple[Reading, ...]] = {}

    def read(self, parts: tuple[str, ...]) -> tuple[Reading, ...]:
        """The words that `parts` (folded, divided at half-spaces) stand for: most often one."""
        readings = self._seen.get(parts)
        if readings is None:
            readings = self._read(parts)
            if len(self._seen) >= _CACHE_LIMIT:
                self._seen.clear()
            self._seen[parts] = readings
        return readings

    def _read(self, parts: tuple[str, ...]) -> tuple[Reading, ...]:
        if parts[0][0] == "آ" and not self._is_told_by_madda(parts):
            return self._read_without_madda(parts)
        if len(parts) == 1 and parts[0] in grammar.COPULAS_APART:
            return (Reading(parts[0], parts[0]),)
        return self._read_plain(parts)

    def _read_plain(self, parts: tuple[str, ...]) -> tuple[Reading, ...]:
        word = "".join(parts)
        reduced = self._inflector.reduce(word, ending=_ending(parts))
        if reduced is None or (reduced.entry is None and self._is_run_together(word, parts)):
            return self._read_unknown(word, parts)
        if reduced.rule == "verb" and len(parts) > 1 and parts[0] == _WITHOUT:
            return (Reading(word, _WITHOUT + self.read(parts[1:])[0].stem),)  # بی‌آبی is no بیابی, «that you find»
        if len(parts) > 1 and _is_known_solid(reduced.entry) and len(_with_endings(parts)) > 1:
            return self._read_unknown(word, parts)  # رمز‌ارز is both words, and رمزارز
        entry = self._lexicon.get(word)
        kind = entry if entry is not None and entry.bounds else reduced.entry
        if kind is not None and kind.bounds and "d" in kind.tags:
            return self._divided(word, kind.bounds)
        return (self._single(parts, reduced, kind),)

    def _read_without_madda(self, parts: tuple[str, ...]) -> tuple[Reading, ...]:
        """As the lexicon spells words; of several the first may be one that is told by its آ: آفت‌زدایی."""
        plain = (without_madda(parts[0]), *parts[1:])
        first, *others = self._read_plain(plain)
        opening = parts[0] if len(parts) > 1 else "آ" + first.surface[1:]
        if others and self._is_told_by_madda((opening,)):
            first = first._replace(surface=opening, stem=self.read((opening,))[0].stem)
        elif others and len(parts) == 1 and not self._may_have_madda(first.surface):
            return (Reading(plain[0], plain[0]),)  # the name آگراول has nothing of اگر
        return (first, *others)

    def _may_have_madda(self, word: str) -> bool:
        """Whether hazm writes with آ what the lexicon has without."""
        reduced = self._reduce(word)
        return reduced is not None and any(self._has_tag(one, "y") for one in (word, reduced.stem))

    def _is_told_by_madda(self, parts: tuple[str, ...]) -> bool:
        """آجرها is of آجر; آسمان and آجرپز are words that the lexicon knows without آ, as most."""
        word, ending = "".join(parts), parts[-1] if len(parts) > 1 else ""
        with_madda = self._inflector.reduce(word, ending=ending)
        without = self._inflector.reduce(without_madda(word), ending=ending)
        if with_madda is None or with_madda.entry is None or without is None:
            return False
        return with_madda.stem[0] == "آ" and without_madda(with_madda.stem) == without.stem

    def _single(self, parts: tuple[str, ...], reduced: Reduced, kind: Entry | None) -> Reading:
        word = "".join(parts)
        entry, base = self._lexicon.get(word), reduced.entry
        tags = (entry.tags if entry else "") + (base.tags if base else "")
        bounds = kind.bounds if kind is not None and "j" in kind.tags else ()
        alternatives: tuple[str, ...] = ()
        if kind is not None and "l" in kind.tags:
            alternatives = _parts_apart(parts)
        elif bounds:
            alternatives = self._parts_worth_finding(word, reduced, bounds)
        elif len(parts) == 1:
            divided = self._inflector.divided_by_space(word).items()
            alternatives = tuple(other for other, stem in divided if stem != reduced.stem)
        return Reading(reduced.surface, reduced.stem, alternatives, bounds, "b" in tags, "e" in tags)

    def _divided(self, word: str, bounds: tuple[int, ...]) -> tuple[Reading, ...]:
        """Several words run together; the whole stays findable at the place of the first."""
        return self._several([self.read((part,)) for part in _divide(word, bounds)], word)

    @staticmethod
    def _several(read: list[tuple[Reading, ...]], word: str) -> tuple[Reading, ...]:
        first, *others = _without_and(list(chain.from_iterable(read)))
        whole = Reading(first.surface, first.stem, (*first.alternatives, word), (), first.begins, first.ends)
        return (whole, *others)

    def _parts_worth_finding(self, word: str, reduced: Reduced, bounds: tuple[int, ...]) -> tuple[str, ...]:
        """The parts of a compound that name something by themselves: رئیس of رئیس‌جمهور, not بینی of پیش‌بینی."""
        if word[: bounds[0]] in grammar.NUMERALS:
            return ()
        base = reduced.stem if len(reduced.stem) > bounds[-1] and word.startswith(reduced.stem) else word
        parts = _divide(base, bounds)
        if parts[-1].startswith(_PLACE) or any(map(self._has_article, parts[1:])):
            return ()  # عشق‌آباد is nothing of عشق, ذات‌الریه of ذات
        return tuple(part for part in parts if self._names_something(part) and not _is_prefix(part, parts))

    def _has_article(self, part: str) -> bool:
        """الریه, but not آلودگی."""
        entry = self._lexicon.get(part)
        return part.startswith(_ARTICLE) and len(part) > _LEAST_JOINED and (entry is None or "y" not in entry.tags)

    def _names_something(self, part: str) -> bool:
        entry = self._lexicon.get(part)
        if entry is None or len(part) < 3 or not entry.common or not set(entry.tags) & {"n", "a"}:
            return False
        stem = self._lexicon.get(part[:-1]) if part[-1] == "ی" else None
        verbal = "v" in entry.tags or "k" in entry.tags or (stem is not None and "k" in stem.tags)
        return not verbal and "g" not in entry.tags

    def _is_run_together(self, word: str, parts: tuple[str, ...]) -> bool:
        """Whether a word of which only the ending is known is rather several words: به‌گونه‌ای, بهگونهای."""
        groups = _with_endings(parts)
        return len(groups) > 1 if len(parts) > 1 else word.startswith(_TO) and self._segment(word) == len(_TO)

    def _read_unknown(self, word: str, parts: tuple[str, ...]) -> tuple[Reading, ...]:
        if len(parts) == 1 and self._begins_with_to(word):
            return self._several([self.read((_TO,)), self.read((word[1:],))], word)
        groups = self._with_compounds(_with_endings(tuple(chain.from_iterable(map(self._linked, parts)))))
        if len(groups) > 1:
            if all(self._inflector.reduce("".join(group), ending=group[-1]) for group in groups):
                return self._several([self.read(group) for group in groups], word)
            found = tuple(part for part in parts if len(part) >= _LEAST_JOINED and self._names_something(part))
            return (Reading(word, word, found),)  # تیان‌جین is a name and nothing of جین
        place = self._segment(word)
        return self._divided(word, (place,)) if place else (Reading(word, word),)

    def _begins_with_to(self, word: str) -> bool:
        """The older spelling of به: بدنبال, بعنوان."""
        rest = self._reduce(word[1:]) if word[0] == _TO[0] and len(word) > 4 else None
        return rest is not None and rest.rule == "same" and self._weight(word[1:]) >= _FREQUENT

    def _with_compounds(self, groups: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """What is a compound within a longer one: سیب‌زمینی‌کاران is not about زمین."""
        found: list[tuple[str, ...]] = []
        for group in groups:
            entry = self._lexicon.get("".join(found[-1] + group)) if found else None
            if entry is not None and entry.bounds and "j" in entry.tags:
                found[-1] += group
            else:
                found.append(group)
        return found

    def _linked(self, part: str) -> tuple[str, ...]:
        """An «and» run together with what follows it: آب‌وهوا, ودر."""
        reduced = self._reduce(part) if part[0] == _AND and len(part) > 2 else None
        if part[0] != _AND or len(part) < 3 or (reduced is not None and reduced.common):
            return (part,)
        return (_AND, part[1:]) if self._weight(part[1:]) >= _SEGMENT_WEIGHT else (part,)

    def _segment(self, word: str) -> int:
        """Where an unknown word falls into two known ones: وزیرخارجه, بهدلیل; 0 for nowhere."""
        if len(self._linked(word)) > 1:
            return len(_AND)
        if place := grammar.end_of_first(word):
            return place
        rest = word.removesuffix(_THAT)
        if rest != word and rest[-1:] == "ی" and (self._weight(rest) or self._segment(rest)):
            return len(rest)
        return self._end_of_short(word) or self._end_before_verb(word) or self._end_of_known(word)

    def _end_of_known(self, word: str) -> int:
        """Where the more frequent of two known words ends; what Arabic has whole is whole (نوتردام, الولایه)."""
        if self._lexicon.arabic_weight(word):
            return 0
        best, chosen = 0, 0
        for place in range(2, len(word) - 2):
            first, second = word[:place], word[place:]
            if first in grammar.PREVERBS and self._is_verb(second):
                return 0  # فرارسید is neither فرار nor سید
            if place == 2 and first != _TO:
                continue
            least = max(best + 1, _SEGMENT_WEIGHT)
            if (weight := self._weight(first)) < least or (weight := min(weight, self._weight(second))) < least:
                continue  # of most places one half is no word
            if self._may_meet(first, second) and weight >= self._least_weight(first, second):
                best, chosen = weight, place
        return chosen

    def _least_weight(self, first: str, second: str) -> int:
        """How frequent the rarer of two words run together must be; more where they are short, so that chance likeness
        is no rarity."""
        reduced = self._reduce(second)
        building = reduced is not None and reduced.stem in grammar.BUILDING.union(grammar.AGENTIVE)
        if first == _TO or first in _BEFORE_ANY or building:
            return _SEGMENT_WEIGHT
        if second in grammar.RUN_TOGETHER or second[:-1] in grammar.SPOKEN_AS_VERB:
            return _SEGMENT_WEIGHT
        if len(first + second) > _SHORT:
            return _SEGMENT_WEIGHT
        return max(_SEGMENT_SHORT - max(self._weight(first), self._weight(second)), _SEGMENT_WEIGHT)

    def _end_of_short(self, word: str) -> int:
        """Where a preposition or a number of two letters ends before a frequent word: درکشور, یکهزار; 0 for nowhere."""
        rest = word[2:]
        if word[:2] not in grammar.SHORT_FIRST or len(rest) < _LEAST_JOINED or self._weight(rest) < _FREQUENT:
            return 0
        reduced = self._reduce(rest)
        return 2 if reduced is not None and reduced.rule == "same" else 0

    def _end_before_verb(self, word: str) -> int:
        """Where «is» or «became» begins, run together behind a letter that does not join it: کشوراست is کشور است,
        though کشو and راست are words too, and مقررشد nothing of رشد; اجراست is of اجرا."""
        verb = next((one for one in (_IS, _BECAME) if word.endswith(one)), "")
        first = word.removesuffix(verb)
        known = verb != "" and len(first) > 2 and self._weight(first) >= _SEGMENT_WEIGHT
        return len(first) if known and first[-1] in _NOT_JOINING and not self._weight(first + "ا") else 0

    def _may_meet(self, first: str, second: str) -> bool:
        """Whether these may be run together. After a letter that does not join, writers leave out the space
        (وزیرخارجه); where the letters would join, only what builds compounds: جمالزاده, but not پای+لوت."""
        if first[-1] in _NOT_JOINING or first == _TO:
            return True
        before, after = self._reduce(first), self._reduce(second)
        if before is None or before.rule not in {"same", "ezafe"} or after is None:
            return False
        if after.stem in grammar.BUILDING:
            return True
        plain = after.rule == "same" and len(second) >= _LEAST_JOINED and len(first + second) > _LEAST_WHOLE
        frequent = min(self._weight(first), self._weight(second)) >= _FREQUENT
        return plain and frequent and self._has_tag(before.stem, "b") and self._has_tag(second, "e")

    def _has_tag(self, word: str, tag: str) -> bool:
        entry = self._lexicon.get(word)
        return entry is not None and tag in entry.tags

    def _is_verb(self, word: str) -> bool:
        entry, reduced = self._lexicon.get(word), self._reduce(word)
        return bool(entry and entry.infinitive) or (reduced is not None and reduced.rule == "verb")

    def _weight(self, word: str) -> int:
        reduced = self._reduce(word) if len(word) > 2 or word == _TO else None
        if reduced is None or reduced.entry is None or not reduced.entry.common:
            return 0
        return reduced.entry.weight


def _is_known_solid(entry: Entry | None) -> bool:
    """Whether nothing but the second list knows a word, which says nothing of its parts."""
    return entry is not None and "h" in entry.tags and not entry.bounds and {"s", "w"}.isdisjoint(entry.tags)


def without_madda(word: str) -> str:
    return "ا" + word[1:] if word[:1] == "آ" else word


def _divide(word: str, bounds: tuple[int, ...]) -> list[str]:
    return [word[start:end] for start, end in pairwise((0, *bounds, len(word)))]


def _ending(parts: tuple[str, ...]) -> str:
    """What shows as an ending, two of them with a space between: حرفه‌ای‌ها is of حرفه, not of حرف."""
    if len(parts) > 2 and parts[-2] in grammar.SEPARATE_AFTER_HEH and parts[-1] in _AFTER_ENDING:
        return f"{parts[-2]} {parts[-1]}"
    return parts[-1] if len(parts) > 1 else ""


def _parts_apart(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a compound that hazm writes solid, where the writer divides it."""
    if len(parts) == 1:
        return ()
    return tuple(part for part in parts if len(part) > 2 and part not in _ENDINGS and not _is_prefix(part, parts))


def _is_prefix(part: str, parts: Sequence[str]) -> bool:
    """پیش‌بینی is not about what is before (پیش), nor ابرقدرت about a cloud (ابر)."""
    return part == parts[0] and part in grammar.PREFIXES


def _with_endings(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The parts, an ending together with the word before it."""
    groups: list[tuple[str, ...]] = []
    for part in parts:
        if groups and (part in _ENDINGS or groups[-1][-1] in grammar.VERB_PREFIXES):
            groups[-1] += (part,)
        else:
            groups.append((part,))
    return groups


def _without_and(readings: list[Reading]) -> list[Reading]:
    """An «and» stands beside the word it is written with: findable, but not asked for nor marked with the word."""
    found: list[Reading] = []
    for reading in readings:
        if found and found[-1].surface == _AND:
            found[-1] = reading._replace(alternatives=(*reading.alternatives, _AND))
        else:
            found.append(reading)
    return found

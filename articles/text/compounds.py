"""Which words that stand apart are one word: رئیس جمهور, می شود, کتاب ها, گفت و گو."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from articles.text import grammar
from articles.text.inflection import Inflector
from articles.text.lexicon import Lexicon
from articles.text.words import Reader, Reading, without_madda

_LONGEST, _LONGEST_INFLECTED = 4, 6
"""Words of a compound, without and with the endings that are written apart."""
_AND = "و"
_CACHE_LIMIT = 20_000
_TELLING = 2
"""Letters of the second word that are looked at first: of its shortest form, without any ending, as good as all."""
_SEPARATE = grammar.SEPARATE_SUFFIXES | grammar.SEPARATE_AFTER_HEH | grammar.PRONOUNS
_PRONOUNS_APART = grammar.PRONOUNS - {"ات"}
_PREFIXES = {
    preverb + imperfect: (preverb, imperfect)
    for preverb in ("", *sorted(grammar.PREVERBS))
    for imperfect in grammar.VERB_PREFIXES
}
"""What stands before a verb, with its two halves: می, and بازمی of «بازمی گردد»."""
_IMPERFECT = {prefix[:_TELLING] for prefix in grammar.VERB_PREFIXES}
_AFTER_COMPOUND = ("های", "ها", "هایی", "ان", "ی", "ای", "یی", "شان", "مان", "تان", "ش", "یش", "یشان", "یمان", "یتان")


class Word(NamedTuple):
    """A written word: its folded parts, what it stands for, and whether a word may join it on either side.

    `whole` is the parts run together; `bases` are it without the endings that a compound may take. `followed_by` are
    the first letters, each behind a space, of what goes on a compound that it opens; a text, for that is smaller than a
    set.
    """

    parts: tuple[str, ...]
    readings: tuple[Reading, ...]
    whole: str = ""
    bases: tuple[str, ...] = ()
    opens: bool = False
    closes: bool = False
    suffix: bool = False
    prefix: bool = False
    preverb: bool = False
    followed_by: str = ""


class Joiner:
    """Joins words with one lexicon."""

    def __init__(self, lexicon: Lexicon, reader: Reader) -> None:
        self._lexicon = lexicon
        self._reader = reader
        self._inflector = Inflector(lexicon)
        # Few words make most pairs of a text, and the trie is slower to ask.
        self._compound_of = lru_cache(_CACHE_LIMIT)(self._find_compound)
        self._takes = lru_cache(_CACHE_LIMIT)(self._is_form)

    def word(self, parts: tuple[str, ...]) -> Word:
        """The word of these parts, with what the joining needs to know of it."""
        readings = self._reader.read(parts)
        whole = without_madda("".join(parts))
        entry = self._lexicon.get(whole)
        tags = entry.tags if entry else ""
        suffix = whole in _SEPARATE
        preverb = whole in grammar.PREVERBS
        opens = "b" in tags or (len(readings) == 1 and readings[0].begins) or preverb or self._opens_with_and(whole)
        verb = whole in grammar.VERB_PREFIXES or (entry is not None and "m" in entry.tags)
        bases = tuple(dict.fromkeys(base for base in (whole, *self._bases(whole, readings)) if self._ends(base)))
        prefix = whole in _PREFIXES
        heads = self._lexicon.continuations(whole, _TELLING) | (_IMPERFECT if preverb else set()) if opens else ()
        followed_by = "".join(" " + head for head in sorted(heads))
        return Word(parts, readings, whole, bases, opens, bool(bases) or verb, suffix, prefix, preverb, followed_by)

    def _opens_with_and(self, word: str) -> bool:
        """مرگو میر is مرگ و میر."""
        entry = self._lexicon.get(word[:-1]) if word.endswith("و") and len(word) > 3 else None
        return entry is not None and "b" in entry.tags

    def _ends(self, word: str) -> bool:
        entry = self._lexicon.get(word)
        return entry is not None and "e" in entry.tags

    def _bases(self, whole: str, readings: tuple[Reading, ...]) -> Iterator[str]:
        """What may go on a compound that takes this word's ending: نشین for نشینان, وگو as گو."""
        entry = self._lexicon.get(whole)
        if len(readings) == 1 and (entry is None or entry.infinitive != readings[0].stem):
            yield readings[0].stem  # «نشان دهند» (they show) is nothing of نشانده, though نشان دادن is listed
        without_and = whole[1:] if whole[:1] == _AND and len(whole) > 2 else ""
        if without_and:
            yield without_and
        for ending in _AFTER_COMPOUND if whole.endswith(_AFTER_COMPOUND) else ():
            for word in (whole, without_and):
                if len(word) - len(ending) > 1 and word.endswith(ending):
                    yield word[: -len(ending)]
        if whole.endswith("گان"):
            yield whole[:-3] + "ه"

    def together(self, words: Sequence[Word]) -> tuple[Reading, ...]:
        """What these words stand for as one word."""
        parts = words[0].parts + tuple(without_madda(part) for word in words[1:] for part in word.parts)
        readings = self._reader.read(parts)
        last = words[-1].whole
        if last in grammar.PRONOUNS and len(readings) == 1:  # findable still: شان may be dignity, آش a dish
            return (readings[0]._replace(alternatives=(*readings[0].alternatives, last)),)
        return readings

    def joints(self, words: Sequence[Word]) -> list[int]:
        """The places of words that may be one with the next: what is looked at in every pair, so that few are tried."""
        return [
            place
            for place, (first, second) in enumerate(pairwise(words))
            if second.suffix
            or first.prefix
            or (first.opens and second.closes and " " + second.whole[:_TELLING] in first.followed_by)
        ]

    def join(self, words: Sequence[Word], first: int, follows: Callable[[int], bool]) -> int:
        """How many words from `first` on are one word; 1 for no joining. `follows` says of a place whether nothing but
        a space parts its word from the one before."""
        if not words[first].parts or not follows(first + 1):
            return 1
        end = first + self._compound(words, first, follows)
        whole = "".join(word.whole for word in words[first:end])
        last = min(len(words), first + _LONGEST_INFLECTED)
        while end < last and words[end].suffix and follows(end) and self._takes(whole, words[end].whole):
            whole += words[end].whole
            end += 1
        return end - first

    def _compound(self, words: Sequence[Word], first: int, follows: Callable[[int], bool]) -> int:
        opening, second = words[first], words[first + 1]
        if opening.prefix:
            preverb, imperfect = _PREFIXES[opening.whole]
            form = imperfect + second.whole
            joins = self._is_verb_with_preverb(preverb, form) if preverb else self._is_verb(form)
            return 2 if joins else 1
        if opening.preverb and second.prefix and first + 2 < len(words) and follows(first + 2):
            form = second.whole + words[first + 2].whole
            return 3 if self._is_verb_with_preverb(opening.whole, form) else 1
        return self._listed(words, first, follows) if opening.opens else 1

    def _listed(self, words: Sequence[Word], first: int, follows: Callable[[int], bool]) -> int:
        """How many words make the longest compound that the lexicon has and may be divided between them."""
        whole = words[first].whole
        best = 1
        places: list[int] = []
        for end in range(first + 1, min(len(words), first + _LONGEST)):
            word = words[end]
            if not word.closes or not follows(end):
                break
            places.append(len(whole))
            bounds, goes_on = self._compound_of(whole, word.whole, word.bases)
            if bounds and set(places) <= set(bounds):
                best = end + 1 - first
            if not goes_on:
                break
            whole += word.whole
        return best

    def _find_compound(self, whole: str, last: str, bases: tuple[str, ...]) -> tuple[tuple[int, ...], bool]:
        """Where the compound of `whole` and `last` may be divided, nowhere if there is none, and whether longer ones
        begin so."""
        return self._find_bounds(whole, last, bases), bool(self._lexicon.continuations(whole + last, 1))

    def _find_bounds(self, whole: str, last: str, bases: tuple[str, ...]) -> tuple[int, ...]:
        """Where the compound of `whole` and `last` may be divided; empty where there is none."""
        if whole in grammar.PREVERBS and self._is_verb_with_preverb(whole, last):
            return (len(whole),)
        if whole + last not in self._lexicon and not any(whole + base in self._lexicon for base in bases):
            return ()
        readings = self._reader.read((whole + last,))
        if len(readings) != 1:
            return ()
        return readings[0].bounds or self._bounds_as_spelled(whole, last, bases)

    def _bounds_as_spelled(self, whole: str, last: str, bases: tuple[str, ...]) -> tuple[int, ...]:
        """Of a form of what is found under another spelling: گفتوگوی is of گفتگو, but divided as گفتوگو is."""
        links = ("", _AND) if last[0] == _AND else ("",)
        entries = (self._lexicon.get(whole + link + base) for base in bases for link in links)
        return next((entry.bounds for entry in entries if entry is not None and entry.canonical), ())

    def _is_verb_with_preverb(self, preverb: str, form: str) -> bool:
        """بر می‌گردد is of برگشتن."""
        entry = self._lexicon.get(form)
        return entry is not None and "m" in entry.tags and preverb + entry.infinitive in self._lexicon

    def _is_verb(self, word: str) -> bool:
        entry = self._lexicon.get(word)
        return entry is not None and ("m" in entry.tags or ("j" in entry.tags and "l" not in entry.tags))

    def _is_form(self, word: str, suffix: str) -> bool:
        """Whether an ending that stands apart belongs to `word`."""
        entry, form = self._lexicon.get(word), self._lexicon.get(word + suffix)
        if form is not None and form.infinitive and word[-1] == "ه":
            return True
        if suffix in _PRONOUNS_APART:
            return self._takes_pronoun(word, suffix)
        if len(word) < 2 or (entry is not None and "g" in entry.tags and suffix not in {"ها", "های", "هایی"}):
            return False
        if suffix in grammar.SEPARATE_AFTER_HEH and word[-1] != "ه":
            return False
        reduced = self._inflector.reduce(word + suffix, ending=suffix)
        return reduced is not None and reduced.stem != word + suffix

    def _takes_pronoun(self, word: str, pronoun: str) -> bool:
        """کشور شان, زندگی اش; سی ام is a number, and after what is no noun these are other words."""
        if word[-1] == "ه" and pronoun in grammar.SEPARATE_AFTER_HEH:
            return self._inflector.reduce(word + pronoun, ending=pronoun) is not None
        if word in grammar.NUMERALS or (pronoun == "ام" and word[-1] != "ی"):
            return False
        base = self._inflector.reduce(word)
        return base is not None and base.common and base.noun and base.rule != "enclitic"

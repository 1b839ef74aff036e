"""Arabic broken plurals that Persian has taken over with their singulars: اهداف of هدف. For the compile step.

hazm says which words are plurals, but not of which; Buckwalter's tables say of which, in the Arabic of today. Where
Persian has both words in common use the plural is a form of the singular.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from articles.text.buckwalter import Tables, read_tables
from articles.text.fold import fold
from articles.text.grammar import NO_PLURALS
from articles.text.lexicon import Entry
from articles.text.lexicon_records import Lexemes
from articles.text.morphology import Morphology

_SURE = 0.6
"""How likely a plural must be of its noun in Arabic."""
_RARER = 3
"""A singular that is more than 2^3 times rarer is another word: مسیل (a river bed) of مسائل (matters)."""
_SHORTEST = 4
_WHOLE = frozenset("qv")
_SOUND = ("ان", "ین", "ون")
"""Endings of plurals that are no broken ones: قایلین is of قایل."""
_FEMININE = ("ه", "ت", "")
"""What Persian writes for ة."""


def with_plurals(entries: Mapping[str, Entry], lexemes: Lexemes) -> dict[str, Entry]:
    """The entries, plurals with their singulars."""
    tables = read_tables()
    morphology = Morphology(lexemes.rules, lambda folded: tuple(lexemes.stems.get(folded, ())))
    found = {word: _singular(word, entry, entries, morphology, tables) for word, entry in entries.items()}
    return {word: replace(entry, singular=found[word]) if found[word] else entry for word, entry in entries.items()}


def _singular(word: str, entry: Entry, entries: Mapping[str, Entry], morphology: Morphology, tables: Tables) -> str:
    if (
        word in NO_PLURALS
        or len(word) < _SHORTEST
        or (word.endswith(_SOUND) and _is_noun(word[:-2], entries))
        or not {"p", "s", "n"} <= set(entry.tags)
        or _WHOLE & set(entry.tags)
        or entry.canonical
    ):
        return ""
    lemmas = morphology.lemmas(word, word, bare=True)
    best = max(lemmas, key=lemmas.__getitem__, default=0)
    if lemmas.get(best, 0.0) < _SURE or best in tables.verbs:
        return ""
    known = {one: entries[one].weight for one in _spellings(tables.citations[best]) if _is_noun(one, entries)}
    singular = max(known, key=known.__getitem__, default="")
    fits = singular and not word.startswith(singular) and known[singular] >= entry.weight - _RARER
    return singular if fits else ""


def _spellings(citation: str) -> tuple[str, ...]:
    """As Persian may write a noun of Arabic; some have a feminine ending there alone (حادثه of حوادث)."""
    folded = fold(citation)
    return tuple(folded[:-1] + ending for ending in _FEMININE) if citation.endswith("ة") else (folded, folded + "ه")


def _is_noun(word: str, entries: Mapping[str, Entry]) -> bool:
    entry = entries.get(word)
    return entry is not None and {"s", "n"} <= set(entry.tags) and "p" not in entry.tags and not entry.canonical

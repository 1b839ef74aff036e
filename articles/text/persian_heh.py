"""Whether a word that is run together is a plural or a noun in ه with its ending: زمین‌های and زمینه‌ای."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.text import grammar
from articles.text.lexicon import Lexicon

if TYPE_CHECKING:
    from articles.text.inflection import Reduced

_PARTICIPLE = 2
"""A participle in ه is so much more frequent, 2^2 times, before a run-together plural may be of it."""


def means_heh(lexicon: Lexicon, plural: Reduced, after_heh: Reduced, ending: str) -> bool:
    """Run together, بیانیه‌ای reads as بیانی‌های too: what is written decides, else the more frequent word. `ending` is
    what stood after the last half-space or space."""
    if ending in grammar.SEPARATE_SUFFIXES or ending in grammar.SEPARATE_AFTER_HEH:
        return ending in grammar.SEPARATE_AFTER_HEH
    if after_heh.entry is not None and "d" in after_heh.entry.tags:
        return False  # پسماندهای is of پسماند, which is one word, as پس مانده is not
    whole, place = plural.surface, plural.surface.rfind("ها")
    if not is_listed(lexicon, whole[:place]) and is_listed(lexicon, whole[: place + 1]):
        return True  # nobody has بیانی that بیانی‌های could be of
    weights = [(found.common, found.entry.weight if found.entry else 0) for found in (plural, after_heh)]
    past = plural.stem[-1] in "تد" and plural.stem + "ن" in lexicon
    if past and plural.stem + "ه" == after_heh.stem:
        # Of a participle, «some that sat», it is rare: نشستهای are meetings.
        return weights[1] > (plural.common, weights[0][1] + _PARTICIPLE)
    return weights[1] >= weights[0]


def is_listed(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is in common use as it stands, no form of another."""
    entry = lexicon.get(word)
    return entry is not None and entry.common

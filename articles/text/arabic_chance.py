"""Affixes that tables read in an Arabic word by chance: جرمان (Germain) is no dual of جرم, ريك no «your irrigation».

What the light stemmer keeps whole is most often a name that no table lists, if it is read with an affix that few words
have. A dual and what is possessed are rarer than their noun, and a dual has both cases.
"""

from __future__ import annotations

from articles.text.lexicon import Lexicon

_ARTICLE = "ال"
_LEADS = {"ف": 3, "ک": 2}
"""How many times more frequent (as a power of two) a word must be than the same with this letter before it."""
_SIBLINGS = {"ان": ("ین",), "و": ("ین",), "یک": ("ین", "یه", "یها")}
"""Endings of nouns, and those of which a word with the same rest must be as frequent at least."""
_YOUR = "ک"
_LEAST = 3
_SHORT = frozenset(("کم", "ای", "رب"))
"""Words of two letters that a conjunction stands before: فكم, فأي."""
LEADING = frozenset(_LEADS)
ENDINGS = (*_SIBLINGS, _YOUR)
"""What a word begins with that may have a prefix by chance, and ends in that may have a suffix so."""


def is_by_chance(lexicon: Lexicon, word: str, prefix: str, suffix: str) -> bool:
    """Whether the folded `word`, read with this prefix and suffix, is rather one without them; both may be empty."""
    weight = lexicon.arabic_weight
    bare = word[len(prefix) :]
    if prefix in _LEADS and bare not in _SHORT:
        part = weight(bare if len(bare) >= _LEAST else _ARTICLE + bare)
        if part - weight(word) < _LEADS[prefix]:
            return True
    rest = bare.removesuffix(suffix)
    if suffix == _YOUR and len(rest) < _LEAST:
        return weight(_ARTICLE + rest) <= weight(bare)
    siblings = [article + rest + other for other in _SIBLINGS.get(suffix, ()) for article in ("", _ARTICLE)]
    return bool(siblings) and max(map(weight, siblings)) < weight(bare)


def is_unheard_of(lexicon: Lexicon, word: str, prefix: str) -> bool:
    """Whether the folded `word` is in use, and what remains without this letter before it is not: فابيان is a name."""
    weight = lexicon.arabic_weight
    return prefix in _LEADS and weight(word) > 0 and not weight(word[len(prefix) :])

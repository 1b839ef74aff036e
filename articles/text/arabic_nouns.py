"""Which Arabic words are nouns, told by the article: أديان is no dual of أدى, for nobody writes الأدى."""

from __future__ import annotations

from articles.text.arabic_written import FEMININE
from articles.text.lexicon import Lexicon

_ARTICLE = "ال"
_COMMON = 13
"""Of words rarer than 2^13 in 10^9 the list need not hold every form."""
_LEAD = 9
"""A noun is at most 2^9 times as frequent without its article."""
_LEADS = "وفبلک"
_WITH_ME = frozenset(("عند", "بین", "مثل", "دون"))
_RARELY = 2
"""A given name stands behind the article once in 2^2 times at most."""
_SHORT = 2
_FREQUENT = 12
"""Log2 of how frequent a noun of two letters is with its article, at least."""
_AS_FREQUENT = 8
_NO_SHORT_NOUNS = frozenset(
    (
        "ذی",
        "تی",
        "لی",
        "له",
        "یه",
        "یک",
        "یا",
        "فی",
        "من",
        "عن",
        "مع",
        "لا",
        "ما",
        "هو",
        "هی",
        "لم",
        "لن",
        "قد",
        "بن",
        "کم",
    )
)
"""What follows ال in الذي, التي, الله, إليه, ألفي, and grammatical words."""
_NO_NOUNS = frozenset(
    (
        *("قبل", "بعد", "عبر", "منذ", "حتی", "کما", "سوی", "ثم", "لدی", "علی", "الی"),
        *("کان", "لیس", "لقد", "اذا", "ایضا", "هذا", "هذه", "ذلک", "تلک", "الذی", "التی", "نحن", "انا"),
        *("مما", "عما", "فیما", "هنا", "هناک", "الا", "اما", "لان", "لکن"),
    )
)
"""Grammatical words, some with a noun that is spelled alike: قبلي is of قبيلة, كمائن no كما."""


def has_number(lexicon: Lexicon, word: str) -> bool:
    """Whether a folded word can have a dual or a plural; verbs in the present have forms of the same endings."""
    return word not in _NO_NOUNS and (word[0] in "یت" or is_noun(lexicon, word))


def has_adjective(lexicon: Lexicon, word: str) -> bool:
    """Whether a folded word, with its ة or its last ي (قاض is قاضي), can have an adjective or the pronoun «my»."""
    if word in _NO_NOUNS:
        return False
    with_teh = word if word[-1] != "ت" else word[:-1]
    return (
        word in _WITH_ME
        or lexicon.arabic_weight(_ARTICLE + word + "ی") >= lexicon.arabic_weight(word)
        or lexicon.arabic_weight(_ARTICLE + with_teh + "ة") > 0
        or is_noun(lexicon, word)
    )


def is_noun(lexicon: Lexicon, word: str) -> bool:
    """Whether a folded word stands behind the article often enough; of rare words that says nothing."""
    weight = lexicon.arabic_weight(word)
    rest = word[1:] if word[0] in _LEADS else word
    return weight < _COMMON or any(lexicon.arabic_weight(_ARTICLE + one) + _LEAD >= weight for one in (word, rest))


def is_short_noun(lexicon: Lexicon, word: str) -> bool:
    """Whether two letters are a noun (حق, سن), by which the rest of الحق and حقها is known."""
    return (
        len(word) == _SHORT
        and word[0] != "ا"
        and word not in _NO_SHORT_NOUNS
        and lexicon.arabic_weight(_ARTICLE + word) >= _FREQUENT
        and max(lexicon.arabic_weight("ب" + _ARTICLE + word), lexicon.arabic_weight("لل" + word)) >= _AS_FREQUENT
    )


def is_family_name(lexicon: Lexicon, word: str) -> bool:
    """Whether a folded word is a given name with the ي of families: الهاشمي is nobody named هاشم. An adjective has a
    feminine (سلطانية), and a noun stands behind the article more often (جمال)."""
    name, weight = word.removesuffix("ی"), lexicon.arabic_weight
    entry = lexicon.get(name) if name != word else None
    if entry is None or {"f", "z"}.isdisjoint(entry.tags) or name in lexicon.places or weight(word + FEMININE):
        return False
    return weight(_ARTICLE + word) > 0 and weight(_ARTICLE + name) + _RARELY <= weight(name)

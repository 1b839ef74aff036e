"""Arabic words that no table lists, most often names: little comes off of what nobody knows."""

from __future__ import annotations

import re
from collections.abc import Callable

from articles.text.arabic import Stemmer
from articles.text.fold import fold
from articles.text.lexicon import Lexicon
from articles.text.morphology import Morphology

ARTICLE = "ال"
BEFORE = frozenset("وفبکل")
"""Conjunctions and prepositions of one letter."""
PRONOUNS = ("هما", "کما", "هم", "ها", "نا", "ه")
_TO_ARTICLE = re.compile("^[وف]?[بک]?(?:ال|لل)(?=...)")
_PREFIXES = frozenset(
    ("", *(lead + rest for lead in ("", "و", "ف") for rest in ("ال", "بال", "کال", "لل", "ب", "ل", "")))
) - {"ف"}
"""What comes off a word that nobody lists."""
_RELATIONS = ("یین", "یون", "یه", "یا")
_SHORTEST, _LONG = 3, 5


def without_article(surface: str) -> str:
    """What remains of a word without its article and what is before that."""
    return _TO_ARTICLE.sub("", surface)


class Unlisted:
    """Stems of words that the morphology does not know; `stem` reads what remains of them."""

    def __init__(
        self, lexicon: Lexicon, stemmer: Stemmer, morphology: Morphology, stem: Callable[[str, str], str]
    ) -> None:
        self._lexicon = lexicon
        self._stemmer = stemmer
        self._morphology = morphology
        self._stem = stem

    def stem(self, surface: str, written: str, light: str) -> str:
        """Of a word whose stem would be `light`."""
        bare = self._stemmer.bare(surface, written)
        if surface.removesuffix(bare) not in _PREFIXES:
            bare = without_article(surface)
            light = bare if light != surface else light
        if light == bare or len(bare) <= _SHORTEST:
            return light
        with_article = surface.removesuffix(bare)[-1:] == "ل" and len(surface) > len(bare) + 1
        inner = written[-len(bare) :]
        if with_article:
            return self._behind_article(bare, inner)
        if bare != surface and self._morphology.lemmas(bare, inner, bare=True):
            return self._stem(bare, inner)
        return self.of_ending(bare, light)

    def _behind_article(self, bare: str, written: str) -> str:
        """The stem of what the article is before, where neither a preposition nor a pronoun can be: الفلوجة is nothing
        of ف, ل and وجه, الرحيلي nothing of «my departure»."""
        stem = self._stem(bare, written)
        letters = fold(stem)
        if bare[0] in BEFORE and letters[0] != bare[0]:
            return self.of_ending(bare, bare)
        return self.of_ending(bare, stem) if bare[-1] == "ی" else stem

    def of_ending(self, bare: str, light: str) -> str:
        related = next((one for one in _RELATIONS if bare.endswith(one) and len(bare) - len(one) >= _SHORTEST), "")
        if related:
            bare = bare.removesuffix(related) + "ی"
        if bare[-1] == "ی":
            return light if self._is_noun(bare[:-1]) and (related or self._has_feminine(bare)) else bare
        if bare.endswith("ات"):
            feminine = bare[:-2] + "ة"
            return bare[:-2] + "ه" if self._lexicon.arabic_weight(feminine) else self._of_participle(bare, light)
        if bare.endswith(("ین", "ون", "ه")) and self._of_participle(bare, light) == light:
            return light
        for ending in PRONOUNS:
            rest = bare.removesuffix(ending)
            if rest != bare and len(rest) > _SHORTEST and self._is_possessed(rest):
                return light
        return bare

    def _of_participle(self, bare: str, light: str) -> str:
        """المبتعثين, المسرعة: what begins with م is most often a participle, and has every ending of one."""
        return light if bare[0] == "م" and self._lexicon.arabic_weight(light) else bare

    def _has_feminine(self, adjective: str) -> bool:
        """الرحيلي is a name: nobody writes الرحيلية."""
        return any(self._lexicon.arabic_weight(lead + adjective + "ة") for lead in ("", ARTICLE))

    def _is_noun(self, rest: str) -> bool:
        """Whether an adjective may be of it: استنشاقي, إغاثي, but a name like الجبري is of nothing."""
        feminine = rest + "ة"
        return any(
            self._lexicon.arabic_weight(one) and bool(self._morphology.lemmas(fold(one), one))
            for one in ((rest, feminine) if len(rest) >= _LONG else (feminine,))
        )

    def _is_possessed(self, rest: str) -> bool:
        forms = (rest, rest[:-1] + "ة") if rest[-1] == "ت" else (rest,)
        return any(self._lexicon.arabic_weight(form) for form in forms) and any(
            self._morphology.lemmas(form.replace("ة", "ه"), form) for form in forms
        )

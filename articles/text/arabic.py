"""A light Arabic stemmer after light10 (Larkey, Ballesteros and Connell 2007), with guards.

Articles, و ف ب ل in front (ك before an article only: كاميرات) and the light endings come off; roots and broken
plurals are left alone. light10
takes و off any word and has no bare ب ل ك; here the lexicon, which lists the many Arabic words of Persian and
the Arabic names of countries and cities, keeps وزير and باريس whole and lets بموسكو and لبوتين go.
"""

from __future__ import annotations

from articles.text.lexicon import Entry, Lexicon

_ARTICLES = ("وبال", "وکال", "فبال", "ولل", "فلل", "وال", "بال", "کال", "فال", "ال", "لل")
_NUMBERS = ("ات", "ان", "ین", "ون")
_RELATIONS = ("یه", "ی")
_ENDINGS = (*_NUMBERS, "یه", "ه", "ی", "هما", "کما", "هم", "هن", "کم", "نا", "ها")
_PARTICLES = frozenset(("لا", "ما", "فی", "من", "ان", "قد", "هو", "هی", "لم", "لن", "عن", "مع", "کل", "هم", "هل"))
"""After و and ف these are words of their own, short as they are: ولا is no ولاية."""
_WHOLE = frozenset(("ملیون", "بلیون", "تریلیون", "ترلیون", "عشرون", "ثلاثون", "اربعون", "خمسون", "ستون", "سبعون"))
_LEAST = 3
_FREQUENT = 12
"""A listed word is read as preposition and word where that word was counted 2^12 times: بحال, but not فريق."""
HAMZATED = ("أ", "إ", "آ")
"""Letters that show that a word begins with its own alef."""


ACCUSATIVE = ("ا\u064b", "\u064bا")
"""Alef with tanwin, as it is typed: وفداً is وفد."""


class Stemmer:
    """Stems with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def stem(self, word: str, *, hamzated: bool = False, maqsura: bool = False) -> str:
        """The stem of a folded word. `hamzated`: it was written with a hamza on its first alef, so that its ال is
        no article (ألبانيا). `maqsura`: its last letter is ى, so that it is no relational yeh (أخرى, ذكرى)."""
        if word[:1] in "وف" and word[1:] in _PARTICLES:
            return word[1:]
        if len(word) <= _LEAST:
            return word
        bare = self._without_prefix(word, hamzated=hamzated)
        return bare if maqsura else self._without_ending(without_final_hamza(bare))

    def _without_prefix(self, word: str, *, hamzated: bool) -> str:
        for article in _ARTICLES:
            rest = word[len(article) :]
            if word.startswith(article) and len(rest) >= _LEAST and not hamzated:
                return word if self._is_whole(word, rest) else rest
        if word[0] in "وف" and len(word) > _LEAST and self._joins(word, word[1:], strict=word[0] == "ف"):
            return self._without_prefix(word[1:], hamzated=False)
        if word[0] in "بل" and self._joins(word, word[1:], strict=True):
            return word[1:]
        return word

    def _is_whole(self, word: str, rest: str) -> bool:
        """الماس, الكترون: the lexicon knows the word with its ال, and not without."""
        entry = self._lexicon.get(word)
        return entry is not None and ("x" in entry.tags or (entry.common and not self._is_known(rest)))

    def _joins(self, word: str, rest: str, *, strict: bool) -> bool:
        """Whether the first letter is a conjunction or preposition before `rest`."""
        if len(rest) < _LEAST or self._is_form_of_known(word):
            return False
        if strict:
            return self._is_form_of_known(rest) and self._is_likelier(rest, word)
        return not self._is_listed(word) or self._is_form_of_known(rest)

    def _is_form_of_known(self, word: str) -> bool:
        return self._is_known(word) or any(self._is_known(base) for base in self._bare(word))

    @staticmethod
    def _bare(word: str) -> list[str]:
        """What remains without one light ending, as candidates for the lexicon."""
        endings = ("یه", "ات", "ان", "ین", "ون", "ها", "هم", "نا", "ه", "ی")
        rests = [word[: -len(ending)] for ending in endings if word.endswith(ending)]
        rests += [rest[:-1] + "ه" for rest in rests if rest.endswith("ت")]
        return [rest for rest in rests if len(rest) >= _LEAST]

    def _entry(self, word: str) -> Entry | None:
        entry = self._lexicon.get(word)
        if (entry is None or not entry.common) and word.endswith("ه"):
            return self._lexicon.get(word[:-1] + "ت") or entry
        return entry

    def _is_known(self, word: str) -> bool:
        entry = self._entry(word)
        return entry is not None and (entry.common or "x" in entry.tags) and "m" not in entry.tags

    def _is_listed(self, word: str) -> bool:
        entry = self._entry(word)
        return entry is not None and ("w" in entry.tags or entry.common)

    def _is_likelier(self, rest: str, word: str) -> bool:
        """Whether a word that a dictionary lists, or a form of one, is yet a preposition and a frequent word.

        A word with آ would show it: لاجئ is no «for آجی».
        """
        if not any(self._is_listed(form) for form in (word, *self._bare(word))):
            return True
        entries = [entry for entry in map(self._lexicon.get, (rest, *self._bare(rest))) if entry is not None]
        if any("x" in entry.tags for entry in entries) and not self._is_listed(word):
            return True
        return any(entry.weight >= _FREQUENT and "y" not in entry.tags for entry in entries)

    def _without_ending(self, word: str) -> str:
        entry = self._lexicon.get(word)
        named = entry is not None and "x" in entry.tags
        if word in _WHOLE:
            return word
        if named and word.endswith("ا") and len(word) > 4:
            return word.removesuffix("ا").removesuffix("ی")
        if word.endswith("ات") and len(word) == _LEAST + 1:
            return self._feminine(word[:-1] + "ه")  # قوات as its قواته, حيات as حياة
        for ending in _ENDINGS:
            rest = word[: -len(ending)]
            if word.endswith(ending) and len(rest) >= _LEAST:
                return self._without(ending, word, rest, entry)
        return word

    def _without(self, ending: str, word: str, rest: str, entry: Entry | None) -> str:
        if ending in _NUMBERS:
            return self._without_number(word, rest, ending, entry)
        if ending == "ه":
            return self._feminine(word)
        if ending in _RELATIONS:
            return self._of_relation(rest)
        named = entry is not None and "x" in entry.tags
        return word if named else self._of_possession(word, rest)

    def _without_number(self, word: str, rest: str, ending: str, entry: Entry | None) -> str:
        """Dual and sound plurals; لبنان and قانون are whole words and stay."""
        if ending == "ون" and rest.endswith("و") and len(rest) > _LEAST:
            rest = rest[:-1] + "ی"  # لاجئون is written with the same hamza as شؤون
        whole = entry is not None and (entry.common or "x" in entry.tags)
        plural = ending == "ات" or (ending != "ان" and len(rest) > _LEAST and self._is_known(rest))
        if whole and entry is not None and "p" not in entry.tags and not plural:
            return word
        if whole and not self._is_known(rest) and not self._is_known(rest + "ه"):
            return word
        if ending == "ات" and self._is_known(rest + "ه"):
            return self._feminine(rest + "ه")
        if rest.endswith("ت") and ending in {"ین", "ان"} and len(rest) > _LEAST:
            return self._feminine(rest[:-1] + "ه")
        return self._of_relation(rest[:-1]) if rest.endswith("ی") and len(rest) > _LEAST else rest

    def _feminine(self, word: str) -> str:
        """Final ة, or the possessive ه: both come off, unless word and rest are two words: جامعة and جامع."""
        rest = word[:-1]
        if rest.endswith("ات") and len(rest) > _LEAST + 1:
            return self._without_ending(rest)  # سياراته
        if rest.endswith("ت") and len(rest) > _LEAST:
            return self._feminine(rest[:-1] + "ه")
        if self._is_known(word) and self._is_known(rest):
            return word
        return rest if len(rest) >= _LEAST else word

    def _of_relation(self, rest: str) -> str:
        if rest.endswith("ت") and len(rest) > _LEAST:
            return self._feminine(rest[:-1] + "ه")
        return rest

    def _of_possession(self, word: str, rest: str) -> str:
        if rest.endswith("ات") and len(rest) > _LEAST + 1:
            return self._without_ending(rest)
        if rest.endswith("ت") and len(rest) > _LEAST:
            return self._feminine(rest[:-1] + "ه")
        return rest if self._is_form_of_known(rest) or word.endswith(("ها", "هم")) else word


def without_final_hamza(folded: str) -> str:
    """انشاء is انشا, رؤساء رؤسا, مبادىء مبادئ: after a long vowel many writers leave the last hamza out."""
    if folded[-1:] != "ء" or len(folded) < 3:
        return folded
    return folded[:-1] if folded[-2] == "ی" or (folded[-2] == "ا" and len(folded) > 4) else folded

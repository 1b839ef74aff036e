"""Persian words without their endings, guarded by the lexicon: کتاب‌هایشان → کتاب, but never ایران → ایر.

Everything is decided on the word written without half-spaces, so that خانه‌ای, خانهای and خانه ای, once joined,
cannot differ. An ending is only taken off where what remains is a word that the lexicon knows, and not where
the whole is a common word of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.text import grammar
from articles.text.fold import HALF_SPACE
from articles.text.lexicon import Entry, Lexicon
from articles.text.persian_heh import is_listed, means_heh
from articles.text.persons import ROOT, looks_like_agent, looks_like_participle, takes_an, takes_gan
from articles.text.verbs import Verbs, ends_in_past

_DOMINANCE = 7
"""A common word ending in ی is still a form of the word without it where that one is 2^7 times as frequent:
تهرانی of تهران, but not بازی of باز."""
_DOMINANCE_LONG = 2
"""The same for six letters and more, where chance likeness is rare: انتخاباتی, راهبردی, بغدادی."""
_COMPARED = 19
"""An adjective of which a listed word is the comparative is as frequent as 2^19: بزرگتر, but not فیلتر of فیل."""
_RARER_FEMININE = 3
"""A noun in ه is so much rarer at most, 2^3 times, than the word without it, where a plural in -āt is of the noun."""
_CHANCE = 4
"""Letters of a word before which تر may stand by chance: نانومتر, ریشتر."""
_HEAVY = 20
"""As frequent as 2^20, a noun takes a pronoun of one letter whatever its length: کتابش."""
_IN_USE = 15
"""As frequent as 2^15, a noun may have «they are» behind it."""
_DEPTH = 3
_LISTED_WITH_ARTICLE = 6
"""A dictionary's rarity this long is an Arabic word with its article (السلام), a shorter one may be whole (الوان)."""


_HEH_AND_ENDINGS = tuple("ه" + ending for ending in grammar.AFTER_HEH)
_ARABIC_PLURALS = ("جات", "ات", "ین", "ون")
_LAST_LETTERS = frozenset("ادرشمنتی")
"""Of all endings."""


class Reduced(NamedTuple):
    """A known word: its canonical `surface`, its `stem`, and the lexicon's `entry` of the stem.

    `entry` is None where an unmistakable ending was taken off an unknown word. `rule` names the outermost ending.
    """

    surface: str
    stem: str
    entry: Entry | None
    rule: str = "same"

    @property
    def common(self) -> bool:
        return self.entry is not None and self.entry.common

    @property
    def noun(self) -> bool:
        return self.entry is not None and self.rule != "verb" and "g" not in self.entry.tags


class Inflector:
    """Reduces words with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._verbs = Verbs(lexicon)

    def reduce(self, word: str, depth: int = 0, *, ending: str = "") -> Reduced | None:
        """The word reduced to its stem, None for a word of which nothing is known.

        `ending` is what stood after its last half-space or space: it tells سوری‌های from سوریه‌ای.
        """
        entry = self._lexicon.get(word)
        if entry is not None and entry.canonical:
            word = entry.canonical
            entry = self._lexicon.get(word)
        found = self._with_ending_apart(word, entry, depth, ending) or self._whole(word, entry, depth, ending)
        if found is not None:
            return found
        may_end = word[-1:] in _LAST_LETTERS or word.startswith("ال")
        if depth < _DEPTH and may_end and "g" not in (entry.tags if entry else ""):
            found = self._without_ending(word, entry, depth, ending)
            if found is not None:
                return found
        if entry is not None and (set(entry.tags) - {"b", "e", "k"}):
            return Reduced(word, word, entry)
        return None

    def _with_ending_apart(self, word: str, entry: Entry | None, depth: int, ending: str) -> Reduced | None:
        """A word of which a half-space or space shows the ending, or two of them."""
        inner, _, ending = ending.rpartition(" ")
        if ending in grammar.PRONOUNS and word[-len(ending) - 1 : -len(ending)] != "ه":
            found = self._pronoun(word, ending, depth, inner)
            if found is not None:
                return found
        if ending in grammar.SEPARATE_SUFFIXES and "g" not in (entry.tags if entry else ""):
            return self._plural(word, None, depth, inner) or self._comparative(word, None, depth, inner, apart=True)
        return None

    def _whole(self, word: str, entry: Entry | None, depth: int, ending: str) -> Reduced | None:
        """A word that the lexicon knows as it stands."""
        if entry is not None and "q" in entry.tags:
            return Reduced(word, word, entry)
        if singular := grammar.IRREGULAR_PLURALS.get(word) or (entry.singular if entry is not None else ""):
            return Reduced(word, singular, self._lexicon.get(singular), "plural")
        if (form := self._verbs.read(word, entry, ending)) is not None:
            return Reduced(word, form.infinitive, form.entry, "verb")
        if entry is None:
            return None
        return self._of_common(word, entry, depth) if entry.common else None

    def _pronoun(self, word: str, ending: str, depth: int, inner: str = "") -> Reduced | None:
        """A pronoun with a half-space or space before it: کتاب‌اش is کتابش."""
        base = self.reduce(word[: -len(ending)], depth + 1, ending=inner)
        if base is None or not base.common or not base.noun or base.rule == "enclitic":
            return None
        return self._with(ending.removeprefix("ا"), base, "enclitic")

    def _without_ending(self, word: str, entry: Entry | None, depth: int, ending: str) -> Reduced | None:
        whole = self._lexicon.get(word[: word.rfind("ها") + 2])
        own = whole is not None and whole.common  # انتهای is of انتها
        plural = None if own else self._plural(word, entry, depth)
        after_heh = None if own else self._after_heh(word, entry, depth)
        if plural is not None and after_heh is not None:
            return after_heh if means_heh(self._lexicon, plural, after_heh, ending) else plural
        if plural is not None or after_heh is not None:
            return plural or after_heh
        for rule in (self._after_vowel, self._comparative, self._people):
            found = rule(word, entry, depth)
            if found is not None:
                return found
        for rule in (self._article, self._arabic_plural, self._enclitic, self._yeh):
            found = rule(word, entry, depth)
            if found is not None:
                return found
        return None

    def divided_by_space(self, word: str) -> dict[str, str]:
        """The two ways to divide a word of which only a half-space or space says which it is, with their stems by them:
        زمین‌های and زمینه‌ای. Empty for other words."""
        if not word.endswith("های") or not all(is_listed(self._lexicon, one) for one in (word[:-3], word[:-2])):
            return {}
        found = {}
        for ending in ("های", "ای"):
            reduced = self.reduce(word, ending=ending)
            if reduced is not None:
                found[word.removesuffix(ending) + HALF_SPACE + ending] = reduced.stem
        return found if len(set(found.values())) > 1 else {}

    def _of_common(self, word: str, entry: Entry, depth: int) -> Reduced:
        """A common word is its own stem, but for plurals, comparatives and what is far rarer than its base."""
        found = None
        if "p" in entry.tags:
            found = self._arabic_plural(word, None, depth)
        if word.endswith("ندگان"):  # of -ān hazm's mark is no evidence: گرگان is a city, دوران an age
            found = self._people(word, None, depth)
        if found is None and word.endswith("ین") and looks_like_participle(word[:-2]):
            found = self._arabic_plural(word, None, depth)
        if found is None and ("c" in entry.tags or word.endswith("ترین")):
            found = self._comparative(word, entry, depth)
        if found is None and word[-1] == "ی" and len(word) > 3:
            base = self._lexicon.get(word[:-1])
            lead = _DOMINANCE if len(word) < 6 else _DOMINANCE_LONG
            place = base is not None and "i" in base.tags and base.weight > entry.weight
            far = base is not None and "n" in base.tags and base.weight - entry.weight >= lead and len(word) > 4
            if base is not None and "f" in base.tags:
                return Reduced(word, word, base, "family")
            if base is not None and base.common and (place or far):
                found = self._with("ی", self.reduce(word[:-1], depth + 1), "yeh")
        return found or Reduced(word, word, entry)

    @staticmethod
    def _with(ending: str, base: Reduced | None, rule: str) -> Reduced | None:
        return None if base is None else Reduced(base.surface + ending, base.stem, base.entry, rule)

    def _bases(self, word: str, endings: tuple[str, ...], depth: int, least: int) -> Iterable[tuple[str, str, Reduced]]:
        return self._reduced(word, endings, depth, least) if word.endswith(endings) else ()

    def _reduced(
        self, word: str, endings: tuple[str, ...], depth: int, least: int
    ) -> Iterator[tuple[str, str, Reduced]]:
        for ending in endings:
            if len(word) - len(ending) >= least and word.endswith(ending):
                rest = word[: -len(ending)]
                base = self.reduce(rest, depth + 1)
                if base is not None and base.rule != "enclitic":  # nothing follows a pronoun
                    yield rest, ending, base

    def _plural(self, word: str, entry: Entry | None, depth: int, inner: str = "") -> Reduced | None:
        place = word.rfind("ها")
        if place < 2 or word[place + 2 :] not in grammar.AFTER_PLURAL:
            return None
        rest, ending = word[:place], word[place:]
        base = self.reduce(rest, depth + 1, ending=inner)
        if base is not None and base.noun and base.rule != "enclitic":
            return self._with(ending, base, "plural")
        # The plural of an unknown word, a name most often: nothing else ends so.
        return Reduced(word, rest, None, "plural") if entry is None and len(rest) > 2 else None

    def _after_heh(self, word: str, entry: Entry | None, depth: int) -> Reduced | None:
        for ending in grammar.AFTER_HEH if word.endswith(_HEH_AND_ENDINGS) else ():
            rest = word[: -len(ending)]
            if not word.endswith(ending) or len(rest) < 3 or rest[-1] != "ه":
                continue
            if ending == "ی" and self._begins_compounds(entry):
                continue
            rule = "ezafe" if ending == "ی" else "indefinite" if ending == "ای" else "enclitic"
            base = self.reduce(rest, depth + 1)
            if base is not None:
                return self._with(ending, base, rule)
            if entry is None and len(rest) > 3 and ending != "ی":
                return Reduced(word, rest, None, rule)
        return None

    def _after_vowel(self, word: str, entry: Entry | None, depth: int) -> Reduced | None:
        for rest, ending, base in self._bases(word, grammar.AFTER_VOWEL, depth, 3):
            if rest[-1] in "او" and base.noun and (base.common or (entry is None and len(rest) > 3)):
                if ending.startswith("یی") and self._is_given_name(rest):
                    return Reduced(word, word, base.entry, "family")
                rule = "ezafe" if ending == "ی" else "plural" if ending.endswith("یان") else "enclitic"
                return self._with(ending, base, rule)
        return None

    def _comparative(
        self, word: str, entry: Entry | None, depth: int, inner: str = "", *, apart: bool = False
    ) -> Reduced | None:
        """Of a word that is listed as a whole, only where the rest is an adjective: فیلتر is nothing of فیل."""
        for degree in grammar.COMPARATIVE if "تر" in word else ():
            place = word.rfind(degree)
            if place >= 2 and word[place + len(degree) :] in grammar.AFTER_COMPARATIVE:
                base = self.reduce(word[:place], depth + 1, ending=inner)
                if base is None or base.entry is None or not (base.common and base.noun):
                    continue
                if self._is_own_word(word[: place + len(degree)]):
                    continue
                adjective = "a" in base.entry.tags
                listed = adjective and base.entry.weight >= _COMPARED
                if apart or listed or (entry is None and place > (2 if adjective else _CHANCE)):
                    return self._with(word[place:], base, "comparative")
        return None

    def _is_own_word(self, word: str) -> bool:
        return self._has_tag(word, "q")

    def _people(self, word: str, entry: Entry | None, depth: int) -> Reduced | None:
        """Plurals in -ān: معلمان, نمایندگان, ایرانیان."""
        if not word.endswith("ان"):
            return None
        if word.endswith("گان") and len(word) > 4:
            base = self.reduce(word[:-3] + "ه", depth + 1)
            if base is not None and base.common and takes_gan(word[:-3] + "ه"):
                return Reduced(word, base.stem, base.entry, "plural")
        whose = self._lexicon.get(word[:-3]) if word.endswith(grammar.LONG_ENCLITICS) else None
        for rest, ending, base in self._bases(word, ("ان",), depth, 3):
            if whose is not None and whose.common and base.entry is not None and whose.weight > base.entry.weight:
                continue  # کتابتان is of کتاب, not of کتابت
            if base.common and base.noun and not _ends_in_vowel(rest):
                if self._names_persons(rest, base):
                    return self._with(ending, base, "plural")
                if rest[-1] == "ی" or self._is_name(rest):
                    return Reduced(word, word, base.entry, "family")
        return None

    def _names_persons(self, word: str, base: Reduced) -> bool:
        """Whether -ān may make a plural: of no name (مهدیان, حیدریان) nor place, of no short word but of persons and
        beasts (دزدان, not رازان), of words in ی of a noun where it is a place or they are listed (not وزیریان).
        """
        if self._is_place(word) or (self._is_name(word) and not takes_an(word, base.entry)):
            return False
        of = self._lexicon.get(word[:-1])
        if word[-1] == "ی" and of is not None and of.common:
            return "i" in of.tags or word in grammar.TAKING_AN
        return len(word) > ROOT or takes_an(word, base.entry)

    def _arabic_plural(self, word: str, entry: Entry | None, depth: int) -> Reduced | None:
        if not word.endswith(_ARABIC_PLURALS) or grammar.end_of_first(word):
            return None
        for ending in _ARABIC_PLURALS:
            rest = word[: -len(ending)]
            least = 4 if ending in {"ین", "ون"} else 3
            if word.endswith(ending) and len(rest) >= least and (ending != "ون" or entry is None):
                singular = self._singular(word, rest) if ending.endswith("ات") else self._known(word, rest)
                if singular is not None:
                    return Reduced(word, singular, self._lexicon.get(singular), "plural")
        return None

    def _singular(self, plural: str, rest: str) -> str | None:
        """What a plural in -āt is of: most often the most frequent word, but three letters and participles name
        something by the feminine ending, where that is a word: حملات is of حمله, حالات of حالت, معادلات of معادله."""
        found = {end: word for end in ("", "ه", "ت") if (word := self._known(plural, rest + end))}
        weight = self._lexicon.weight
        if rest[-1] == "ی" and len(found) > 1:
            found.pop("", None)  # خصوصیات is of خصوصیت, not of the adjective خصوصی
        if "" in found and "ت" in found and len(rest) == ROOT and rest[1] == "ا":
            return found["ت"]
        if "" in found and "ه" in found and (len(rest) == ROOT or looks_like_participle(rest)):
            return found["ه"] if weight(found["ه"]) >= weight(rest) - _RARER_FEMININE else rest
        return max(found.values(), key=weight, default=None)

    def _known(self, word: str, singular: str) -> str | None:
        """A word that may have this plural; آمار is no singular of امارات, nor the adjective وارد of واردات."""
        entry, plural = self._lexicon.get(singular), self._lexicon.get(word)
        if entry is None or not entry.common or "n" not in entry.tags or "p" in entry.tags or entry.canonical:
            return None
        if word == singular + "ات" and "a" in entry.tags and looks_like_agent(singular):
            return None
        apart = plural is not None and plural.common and ("y" in entry.tags) != ("y" in plural.tags)
        return None if apart else singular

    def _enclitic(self, word: str, entry: Entry | None, depth: int) -> Reduced | None:
        if entry is not None and "v" in entry.tags:  # a verb that was not read as one: کارم
            entry = None
        if entry is not None and entry.tags.strip("w"):
            return None
        if entry is None and (found := self._copula(word, depth)):
            return found
        for rest, ending, base in self._bases(word, grammar.LONG_ENCLITICS, depth, 3):
            if base.common and base.noun and rest[-1] not in "او":
                return self._with(ending, base, "enclitic")
        for rest, ending, base in self._bases(word, ("اش", "ام"), depth, 3):
            if base.common and base.noun and rest[-1] == "ی" and entry is None:
                return self._with(ending[1:], base, "enclitic")
        for rest, ending, base in self._bases(word, grammar.SHORT_ENCLITICS, depth, 3):
            if self._takes_short(rest, ending, base, listed=entry is not None):
                return self._with(ending, base, "enclitic")
        return None

    @staticmethod
    def _takes_short(word: str, ending: str, base: Reduced, *, listed: bool) -> bool:
        """Whether ش, م or ت may be a pronoun behind a noun: جانیت is no «your جانی»."""
        if not base.common or not base.noun or base.entry is None or "n" not in base.entry.tags:
            return False
        if ending == "ت" and base.rule == "yeh":
            return False
        heavy = base.entry.weight >= _HEAVY
        return (heavy or (not listed and len(word) > ROOT)) and (ending == "ش" or not listed)

    def _copula(self, word: str, depth: int) -> Reduced | None:
        """معتقدند, مهم‌ترند, منتظریم; of nouns in common use «they are» alone: طلاقند, but not بسپارند."""
        for rest, ending, base in self._bases(word, grammar.COPULAS, depth, 4):
            if not base.common or base.entry is None or rest[-1] in "او" or ends_in_past(self._lexicon, word):
                continue
            noun = ending == "ند" and "n" in base.entry.tags and base.entry.weight >= _IN_USE
            if "a" in base.entry.tags or (noun and not _ends_in_vowel(rest)):
                return self._with(ending, base, "enclitic")
        return None

    def _yeh(self, word: str, entry: Entry | None, depth: int) -> Reduced | None:
        """Indefinite and relational yeh: کتابی, ایرانی."""
        if self._begins_compounds(entry) and not self._is_place(word[:-1]):
            return None
        if word.endswith("ی") and self._is_given_name(word[:-1]):
            return Reduced(word, word, self._lexicon.get(word[:-1]), "family")
        for rest, ending, base in self._bases(word, ("ی",), depth, 3):
            if base.noun and (base.common or len(rest) > 4):
                return self._with(ending, base, "yeh")
        return None

    @staticmethod
    def _begins_compounds(entry: Entry | None) -> bool:
        """What begins compounds is a word of its own, though hazm does not say which: ماهی, گرمی."""
        return entry is not None and "b" in entry.tags

    def _is_place(self, word: str) -> bool:
        return self._has_tag(word, "i")

    def _is_given_name(self, word: str) -> bool:
        """With ی it is a family name: محمدی is no محمد."""
        return self._has_tag(word, "f")

    def _is_name(self, word: str) -> bool:
        """Of a person or a family, in whatever way: صادق, صادقی, مطهری."""
        return self._has_tag(word, "z") or (word[-1] == "ی" and self._has_tag(word[:-1], "z"))

    def _has_tag(self, word: str, tag: str) -> bool:
        entry = self._lexicon.get(word)
        return entry is not None and tag in entry.tags

    def _article(self, word: str, entry: Entry | None, depth: int) -> Reduced | None:
        """The article of Arabic names and quotations within Persian: الشرع."""
        listed = entry is not None and (entry.common or len(word) < _LISTED_WITH_ARTICLE)
        if listed or not word.startswith("ال") or len(word) < 5:
            return None
        whole = self._lexicon.get(word[:-1])
        if whole is not None and whole.common:  # آلمانی is of آلمان, not of مانی
            return None
        base = self.reduce(word[2:], depth + 1)
        return Reduced(word, base.stem, base.entry, "article") if base is not None and base.common else None


def _ends_in_vowel(word: str) -> bool:
    """Whether -ān would need a glide; the heh of راه and فرمانده is a consonant."""
    return word[-1] in "او" or (word[-1] == "ه" and word[-2] not in "اوی" and not word.endswith("نده"))

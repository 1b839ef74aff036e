"""A light Arabic stemmer after light10 (Larkey, Ballesteros and Connell 2007), guarded by how frequent words are.

Articles, و ف ب ل ك in front and the light endings come off; roots and broken plurals are left alone. light10 takes
و off any word and has no bare ب ل ك. Here a letter only comes off where what remains is far more frequent than the
whole: بكأس is كأس, but ولاية, بطولة and لجنة stay. Names of places come back from their adjectives: كندي is of كندا.
"""

from __future__ import annotations

import re

from articles.text.arabic_nouns import has_adjective, has_number, is_family_name, is_noun, is_short_noun
from articles.text.arabic_particles import FORMS as PARTICLE_FORMS
from articles.text.arabic_written import FEMININE, Written
from articles.text.lexicon import Entry, Lexicon

_ARTICLES = ("وبال", "وکال", "فبال", "ولل", "فلل", "وال", "بال", "کال", "فال", "ال", "لل")
_ARTICLES_BY_LETTER = {first: tuple(one for one in _ARTICLES if one[0] == first) for first in "وکفبال"}
_LEADS = {"و": 2, "ف": 3, "ب": 3, "ل": 3, "ک": 6}
"""How many times more frequent (as a power of two) a word must be than the same word with this letter before it; one
less where it is long, so that chance likeness is rare."""
_PREPOSITIONS = "بلک"
_RELATIONS = ("یین", "یون", "یان", "یا", "ی")
_POSSESSIVES = ("هما", "کما", "هم", "هن", "کم", "نا", "ها")
_PARTICLES = frozenset(("لا", "ما", "فی", "من", "ان", "قد", "هو", "هی", "لم", "لن", "عن", "مع", "کل", "هم", "هل"))
"""After و and ف these are words of their own, short as they are: ولا is no ولاية."""
_TENS = ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع")
NUMERALS = frozenset(("ملیون", "بلیون", "تریلیون", "ترلیون", *(ten + case for ten in _TENS for case in ("ون", "ین"))))
_LEAST = 3
_OF_FORM = 2
"""A word is taken for 2^2 times rarer than the word it is a form of."""
_NEAR = 6
"""What is more than 2^6 times rarer than another word is no word that it could be mistaken for."""
_FAR = 3
"""No plural is 2^3 times as frequent as its noun: قرارات is nothing of قرارة, the depth of a thing."""
_NAMED = 12
"""A listed name counts as frequent as 2^12."""
_WITH_PRONOUN = frozenset(("لهم", "لها", "لکم", "لنا"))
"""Prepositions with their pronoun take no article: اللهم is no لهم."""
_VERBAL_NOUN = re.compile("ت..ین")
"""تضمين, تحسين: the noun of a verb that ends in ن, far more often than «you (f.) …» of تضم."""
_PERSIAN = 10
"""A common Persian word of 2^10 that Arabic texts hardly have is none of Arabic with a letter before it."""


class Stemmer:
    """Stems with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def stem(self, word: str, written: str = "") -> str:
        """The stem of a folded word, `written` so in the text."""
        if word[:1] in "وف" and word[1:] in _PARTICLES:
            return word[1:]
        if len(word) <= _LEAST:
            return word
        script = Written.of(word, written)
        if script.accusative:
            return self._without_ending(self._without_prefix(word[:-1], script.own))
        bare = self._without_prefix(word, script.own, feminine=script.feminine)
        if written.endswith("ائه") and len(bare) > _LEAST + 1:  # ولائه is of ولاء, not ولاية
            return without_final_hamza(bare[:-2] + "ء")
        if script.maqsura or bare[-1] == "ء":  # nothing follows a ء: إنهاء is no إن with ها
            base = without_final_hamza(bare)
            return base if script.maqsura or base[-1] != "ی" else self._without_ending(base)  # مبادىء is مبادئ
        return self._without_ending(bare, feminine=script.feminine)

    def bare(self, word: str, written: str = "") -> str:
        """A folded word without article, conjunction and preposition."""
        script = Written.of(word, written)
        return self._without_prefix(word, script.own, feminine=script.feminine) if len(word) > _LEAST else word

    def _without_prefix(self, word: str, own: frozenset[int] = frozenset(), *, feminine: bool = False) -> str:
        if word[0] not in _ARTICLES_BY_LETTER:
            return word
        for article in _ARTICLES_BY_LETTER[word[0]]:
            if word.startswith(article) and not (own and article.find("ا") in own):
                rest = word[len(article) :]
                if len(rest) >= _LEAST:
                    return self._without_article(word, article, rest)
                if is_short_noun(self._lexicon, rest):
                    return rest
        plain = not own and not feminine
        if word[0] in "وف" and (self._leads(word, plain=plain) or self._leads_hamza(word, own)):
            return self._without_prefix(word[1:], frozenset(place - 1 for place in own), feminine=feminine)
        if word[0] not in _PREPOSITIONS:
            return word
        led = self._leads(word, plain=plain) or self._leads_hamza(word, own)
        return word[1:] if led or (feminine and self._leads_feminine(word)) else word

    def _without_article(self, word: str, article: str, rest: str) -> str:
        """للبنان is of لبنان, بالماس of الماس; of وبالعراق everything comes off, of والدته nothing."""
        if word[0] == "و" and len(article) == _LEAST and self._weight(word) > self._weight(rest) + _NEAR:
            return word
        place = max(article.find("ا"), 0) if article[-2:] == "ال" else len(article) - 1
        inner = word[place:]
        if article[-2:] == "لل":
            return inner if self._weight(inner) > self._weight(rest) else rest
        return inner if self._is_whole(inner, rest) else rest

    def _is_whole(self, word: str, rest: str) -> bool:
        """الماس, الكترون: the lexicon knows the word with its ال, and not without."""
        if rest in _WITH_PRONOUN:
            return True
        entry = self._lexicon.get(word)
        if len(rest) == _LEAST and self._frequency(word) and not self._weight(rest):
            return True
        return entry is not None and ("x" in entry.tags or (entry.common and not self._is_known(rest)))

    def _leads(self, word: str, *, plain: bool) -> bool:
        """Whether the first letter is a conjunction or preposition before the rest; a `plain` word has no letter that
        Persian lacks."""
        rest = word[1:]
        return len(rest) >= _LEAST and self._is_led(word, rest, plain=plain) and not self._is_closed(word, rest)

    def _is_led(self, word: str, rest: str, *, plain: bool) -> bool:
        if self._is_name(word):
            return False
        whole, part = self._weight(word), self._weight(rest)
        if self._is_name(rest):
            known = self._frequency(word)
            return part > known and not (known and not self._lexicon.arabic_weight(rest))
        if plain and whole < _NAMED and self._is_persian(word):
            return False
        if not whole:
            return part > 0 or word[0] == "و"
        return part - whole >= _LEADS[word[0]] - (len(rest) > (3 if word[0] == "ل" else 4))

    def _is_closed(self, word: str, rest: str) -> bool:
        """بلدي is not of لدي, for no preposition stands before another; فعليا is not of عليا, for فعلي is a word."""
        if word[0] in _PREPOSITIONS and not PARTICLE_FORMS.isdisjoint((rest, *_bare(rest))):
            return True
        feminine = word[:-1] + FEMININE if word[-1] == "ه" else word
        return any(map(self._lexicon.is_whole, (word, feminine, *_bare(word))))

    def _leads_hamza(self, word: str, own: frozenset[int]) -> bool:
        """بأبها is of أبها, not of باب, which has no hamza; كأنما is a word."""
        return 1 in own and word[0] in "وفبل" and self._frequency(word[1:]) > self._frequency(word)

    def _leads_feminine(self, word: str) -> bool:
        """The same of words that are written with ة, which say more: بطريقة is ب + طريقة, not of بطريق."""
        whole, part = (self._lexicon.arabic_weight(form[:-1] + FEMININE) for form in (word, word[1:]))
        lead = 1 if whole > _NAMED else 2 if len(word) > _LEAST + 1 else 4
        return word[0] in "بل" and part - whole >= lead

    def _is_persian(self, word: str) -> bool:
        """كشور, كالا: a Persian word asked of Arabic articles is no ك + شور."""
        entry = self._lexicon.get(word)
        return entry is not None and entry.common and entry.weight >= _PERSIAN

    def _weight(self, word: str) -> int:
        """How frequent a word is, or the most frequent that it may be a form of; log2 per thousand million words."""
        found = self._frequency(word)
        for base in _bare(word):
            found = max(found, self._frequency(base) - _OF_FORM)
        return found

    def _frequency(self, word: str) -> int:
        """Of both readings of a final ه."""
        found = self._lexicon.arabic_weight(word)
        if word[-1] == "ه":
            found = max(found, self._lexicon.arabic_weight(word[:-1] + FEMININE))
        return max(found, _NAMED) if word in self._lexicon.names else found

    def _is_name(self, word: str) -> bool:
        return word in self._lexicon.names

    def is_place(self, word: str) -> bool:
        """Whether a folded word is the name of a country or city."""
        return word in self._lexicon.places

    def _is_known(self, word: str) -> bool:
        entry = self._entry(word)
        return entry is not None and (entry.common or "x" in entry.tags) and "m" not in entry.tags

    def _entry(self, word: str) -> Entry | None:
        entry = self._lexicon.get(word)
        if (entry is None or not entry.common) and word.endswith("ه"):
            return self._lexicon.get(word[:-1] + "ت") or entry
        return entry

    def _without_ending(self, word: str, *, feminine: bool = False) -> str:
        if len(word) <= _LEAST or word in NUMERALS or self.is_place(word):
            return word
        if word[-1] == "ه":
            return self._of_heh(word, feminine=feminine)
        for ending in _POSSESSIVES if word.endswith(_POSSESSIVES) else ():
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                base = self._possessed(word, word[: -len(ending)])
                if base:
                    return self._after_pronoun(base)
        if word[-2:] in {"ها", "هم"} and self._is_short_with(word, word[:-2]):
            return word[:-2]
        return self._of_adjective(word) or self._of_number(word)

    def _of_adjective(self, word: str) -> str:
        for ending in _RELATIONS if word.endswith(_RELATIONS) else ():
            rest = word.removesuffix(ending)
            if rest != word and (base := self._related(word, rest, ending)):
                return base
        return ""

    def _of_number(self, word: str) -> str:
        if word.endswith(("ات", "ان", "ین", "ون")):
            return self._without_number(word)
        return self._without_accusative(word)

    def _related(self, word: str, rest: str, ending: str) -> str:
        """What an adjective is of; رسمي is of nothing. Empty where the ending is none of relation."""
        if self._is_own(rest + "ی"):
            return rest + "ی"
        if not self._is_name(rest) and not has_adjective(self._lexicon, rest):
            return ""
        fits = len(rest) >= _LEAST and (len(ending) == 1 or self._is_form(word, rest + "ی"))
        return self._of_relation(rest) if fits else ""

    def _is_own(self, word: str) -> bool:
        """Whether a word without ة is nothing of what it looks like an adjective of."""
        return self._lexicon.is_whole(word) or is_family_name(self._lexicon, word)

    def _without_accusative(self, word: str) -> str:
        """رسميا is رسمي, وفدا is وفد; of short words only what is rare, for عليا is no علي."""
        rest = word[:-1]
        if word[-1] != "ا" or self._frequency(word + "ء") > self._frequency(word):  # رؤسا is رؤساء, not روس
            return word
        rare = self._frequency(word) < _NAMED and self._frequency(rest) > _NAMED
        if len(rest) >= _LEAST and (len(rest) > _LEAST or rare) and self._is_form(word, rest):
            return self._without_ending(rest)
        return word

    def _is_form(self, word: str, base: str) -> bool:
        """Whether `word` is hardly known but as a form of `base`."""
        return self._frequency(base) > self._frequency(word)

    def _possessed(self, word: str, rest: str) -> str:
        """What is possessed: بلادها, رسالتها, أعضائها; empty where the ending belongs to the word (فهم)."""
        candidates = [rest]
        if rest[-1] == "ت":
            candidates.append(rest[:-1] + "ه")
        elif rest[-1] in "یو" and len(rest) > _LEAST and rest[-2] == "ا":
            candidates.append(rest[:-1] + "ء")
        elif rest[-1] == "ا":
            candidates.append(rest[:-1] + "ی")
        best = max(candidates, key=self._frequency)
        known = self._frequency(best) + (_OF_FORM if best[-1] == "ه" else 0)
        if known > self._frequency(word) or (word.endswith(("ها", "هم")) and not self._frequency(word)):
            return best
        return ""

    def _after_pronoun(self, base: str) -> str:
        if base[-1] == "ء":  # nothing follows it: أوليائها is nothing of أول
            return without_final_hamza(base)
        return self._without_ending(base, feminine=base[-1] == "ه")

    def _is_short_with(self, word: str, rest: str) -> bool:
        """حقها is of حق, but وجها is no وج."""
        return is_short_noun(self._lexicon, rest) and self._lexicon.arabic_weight("ال" + rest) > self._frequency(word)

    def _of_heh(self, word: str, *, feminine: bool) -> str:
        """Final ة, or the possessive ه, or ه for ة as many type it."""
        rest = word[:-1]
        if not feminine:
            as_feminine = self._lexicon.arabic_weight(rest + FEMININE)
            base = self._possessed(word, rest) if len(rest) >= _LEAST else ""
            if base and self._frequency(base) > as_feminine:
                return self._after_pronoun(base)
            if self._lexicon.arabic_weight(word) > as_feminine:  # مياه, اتجاه
                return word
        return self._feminine(word)

    def _feminine(self, word: str) -> str:
        """Without ة and ية, unless word and rest are two words: جامعة and جامع."""
        rest = word[:-1]
        if self.is_place(word) or self._lexicon.is_whole(rest + FEMININE):
            return word
        if self._is_own(rest):
            return rest
        if rest[-1] == "ی" and len(rest) > _LEAST:
            own = self._is_noun(word, rest) or not (self._is_name(rest[:-1]) or has_adjective(self._lexicon, rest[:-1]))
            return word if own else self._of_relation(rest[:-1])
        if (
            len(rest) < _LEAST
            or self._is_other(rest)
            or self._is_verb(rest)
            or (self._is_known(word) and self._is_known(rest) and self._is_near(rest, word))
        ):
            return word
        return rest

    def _is_noun(self, word: str, rest: str) -> bool:
        """عملية and جمهورية are nouns, far more frequent than عملي; سياسية is the feminine of سياسي."""
        place = any(map(self.is_place, (rest[:-1], rest[:-1] + "ا", rest + "ا")))
        return not place and self._frequency(word) - self._frequency(rest) >= 3 and self._frequency(word) > 0

    def _is_near(self, rest: str, word: str) -> bool:
        """Whether Arabic has `rest` as a word too, not only the lexicon: سياسة is no form of سياس."""
        return self._frequency(rest) + _NEAR + 2 >= self._frequency(word)

    def _is_verb(self, rest: str) -> bool:
        """Whether what remains without ة is a verb: إضافة is nothing of أضاف."""
        return not self._is_name(rest) and not is_noun(self._lexicon, rest)

    def _is_of_verb(self, rest: str) -> bool:
        """إضافي is of إضافة, not of أضاف."""
        return self._is_verb(rest) and self._lexicon.arabic_weight("ال" + rest + FEMININE) > 0

    def _is_other(self, rest: str) -> bool:
        """Whether a word in ة is another noun than the rest: سهولة (ease) than سهول (plains)."""
        if len(rest) != 4 or rest[2] != "و" or not self._frequency(rest):
            return False
        return self._lexicon.arabic_weight(rest + FEMININE) > self._frequency(rest)

    def _of_relation(self, rest: str) -> str:
        """Nisba: كويتي is of كويت, كندي of كندا, تكنولوجي of تكنولوجيا, جامعي of جامعة rather than of جامع."""
        feminine = self._lexicon.arabic_weight(rest + FEMININE)
        other = self._is_other(rest) or self._lexicon.is_whole(rest + FEMININE)
        has_plural = self._lexicon.arabic_weight(rest + "ین")  # منظمي are the organisers
        other = other and feminine >= self._lexicon.arabic_weight(rest) and not has_plural
        if other or (len(rest) > _LEAST and self._is_of_verb(rest)):
            return rest + "ه"
        if feminine and self.is_place(rest) and feminine >= self._lexicon.arabic_weight(rest):
            return rest + "ه"  # رياضي is of رياضة, not of الرياض
        for place in (rest, rest + "یا", rest + "ا", rest + "ه"):
            if self.is_place(place):
                return place
        science = self._frequency(rest + "یا")
        if science > max(self._frequency(rest), self._frequency(rest + "ی")):
            return rest + "یا"
        if rest[-1] == "ت" and len(rest) > _LEAST and self._is_form(rest, rest[:-1] + "ه"):
            return self._feminine(rest[:-1] + "ه")
        return rest

    def _without_number(self, word: str) -> str:
        """Dual and sound plurals; لبنان, قانون and أوقات are whole words and stay."""
        rest, ending = word[:-2], word[-2:]
        short = len(rest) < 2 or (len(rest) < _LEAST and ending != "ات")
        own = self._lexicon.is_whole(word) and not self._lexicon.spellings(rest + "ه")  # فئات is no فيات
        if short or own or _VERBAL_NOUN.fullmatch(word):
            return word
        if ending == "ات":
            return self._singular(word, rest)
        if rest[-1] == "ت" and self._is_form(word, rest[:-1] + "ه"):
            return self._feminine(rest[:-1] + "ه")  # وزارتان
        if ending == "ون" and rest[-1] == "و" and self._frequency(rest[:-1] + "یین"):
            return self._of_relation(rest[:-1])  # لاجئون is written with the same hamza as شؤون
        if ending == "ان" and self.is_place(word + "یا"):
            return word + "یا"  # الألمان
        return rest if has_number(self._lexicon, rest) and self._is_number(word, rest, ending) else word

    def _is_number(self, word: str, rest: str, ending: str) -> bool:
        lead = self._frequency(rest) - self._frequency(word)
        if ending == "ان":  # most words in ان are none; طالبان are no two students
            return lead >= 5
        plural = lead >= -1 and self._is_plural(rest)
        return plural or lead >= 3 if ending == "ین" else plural and len(rest) > _LEAST

    def _is_plural(self, rest: str) -> bool:
        """Sound plurals have both cases: مسلمون and مسلمين; قانون has no قانين."""
        return all(self._lexicon.arabic_weight(rest + ending) for ending in ("ون", "ین"))

    def _singular(self, word: str, rest: str) -> str:
        """علاقة of علاقات, قرار of قرارات, مباراة of مباريات, مستشفى of مستشفيات."""
        candidates = [rest + "ه", rest]
        if rest[-1] == "ی":
            candidates.append(rest[:-1] + "اه")
        best = max(candidates, key=self._frequency)
        weight = self._lexicon.arabic_weight
        if self._lexicon.is_whole(rest + FEMININE) and weight(word) - weight(rest + FEMININE) < _FAR:
            best = candidates[0]
        if not self._frequency(best) and self._frequency(word):
            return word
        if len(best) < _LEAST or (best == rest and not has_number(self._lexicon, rest)):
            return word
        return self._feminine(best) if best[-1] == "ه" else best


_LIGHT = ("یه", "ات", "ان", "ین", "ون", "ها", "هم", "نا", "ه", "ی", "ا")
_LIGHT_BY_LETTER = {last: tuple(ending for ending in _LIGHT if ending[-1] == last) for last in "هتنمیا"}


def _bare(word: str) -> list[str]:
    """What remains without one light ending, as candidates for the lexicon."""
    rests = [word[: -len(ending)] for ending in _LIGHT_BY_LETTER.get(word[-1:], ()) if word.endswith(ending)]
    rests += [rest[:-1] + "ه" for rest in rests if rest.endswith("ت")]
    rests += [rest + "ه" for rest in rests if word.endswith("ات") and rest == word[:-2]]
    return [rest for rest in rests if len(rest) >= _LEAST]


def without_final_hamza(folded: str) -> str:
    """انشاء is انشا, رؤساء رؤسا, مبادىء مبادئ: after a long vowel many writers leave the last hamza out."""
    if folded[-1:] != "ء" or len(folded) < 3:
        return folded
    return folded[:-1] if folded[-2] == "ی" or (folded[-2] == "ا" and len(folded) > 4) else folded

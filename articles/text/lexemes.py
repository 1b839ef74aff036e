"""Which Arabic words that the light stemmer joins are forms of one lexeme: مركزه is of مركز, المركّزة is not.

The stemmer takes an ending off where what remains is a frequent word, whatever it means. The lexicon knows of every
stem which lemmas it stands for, and of every lemma under which stem its forms are found. A word whose likely lemmas
are others goes to the stem of its own lemma. Of a word that nobody lists little comes off.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from articles.text.arabic import NUMERALS, Stemmer, without_final_hamza
from articles.text.arabic_chance import ENDINGS, LEADING, is_by_chance, is_unheard_of
from articles.text.arabic_particles import particle
from articles.text.arabic_unlisted import ARTICLE, BEFORE, PRONOUNS, Unlisted, without_article
from articles.text.arabic_written import HAMZATED, HIDDEN
from articles.text.fold import fold
from articles.text.lexicon import Lexicon
from articles.text.morphology import Morphology, spelled_like
from articles.text.spellings import spelled_stem

_LISTED = 0.1
"""How likely a word must be of the stem that is listed by hand: فعالية is nothing of عالي."""
_ENOUGH = 0.2
"""How likely a word must be of the lemmas of its stem: frequencies are those of other texts."""
_WITH_TEH = 0.4
"""The same of a word that is written with ة: شخصية is nothing of شخص."""
_NOUN = 0.45
"""How likely a noun in ة must be before a pronoun, where a verb has the same letters: حكمته, but not نشرته."""
_WITH_YEH = 0.002
"""«My friend» is rare in what frequencies were counted in, an adjective of the same letters is not: صديقي."""
_NAMED = 0.65
"""How likely a word must be a name to be nothing of a noun: فوزي, but not مجالي, «two fields of»."""
_HAMZA_LEFT_OFF = 3
"""A last hamza is left off in one of 2^3 words at most."""
_MOSTLY = 0.65
"""How likely a lemma must be for a word of a stem where no lemma is at home, or that one is not."""
_SHORTEST = 3
_LONG = 5
_NOTHING = 0.01
_SURE = 0.85
"""How likely another lemma must be before a word leaves its own letters."""
_TEN = ("عشر",)
"""What numerals are made of has no feminine."""
_VERBAL = re.compile("^(?:و(?:ا|ه|ها|هم)|ت(?:ه|ها|هم|نی))$")
"""Endings of verbs with their subject: أولته (she bestowed it) is nothing of أول."""
_DIGITS = "0123456789"
"""Behind a stem that is written as another one."""
_FUTURE = "س"
PERSONS = frozenset("یتن")
"""What verbs of the present begin with; the «I» of أعمل is that of many nouns."""


class ArabicReader:
    """Stems of Arabic words with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._stemmer = Stemmer(lexicon)
        self._morphology = Morphology(lexicon.rules(), lexicon.stems)
        self._unlisted = Unlisted(lexicon, self._stemmer, self._morphology, self.stem)

    def stem(self, surface: str, written: str) -> str:
        """The stem of a folded word, `written` so in the text."""
        particular = particle(surface, written)
        if particular:
            return particular
        light = self.light(surface, written)
        if not self._morphology.knows_words():
            return light
        if self._is_settled(light, surface):
            short = surface[0] in BEFORE and surface == surface[0] + light
            return (self._of_short(surface, written) if short else "") or light
        lemmas = self._lemmas(surface, written)
        if surface[0] == _FUTURE and surface[-1] == "ی" and self._is_no_verb(surface, written, lemmas):
            return self._unlisted.of_ending(surface, light)
        if whole := self._whole(surface, written, light, lemmas) or self._as_it_stands(surface, written, light):
            return whole
        return (
            self._of_listed(surface, written, light, lemmas) if lemmas else self._unlisted.stem(surface, written, light)
        )

    def quoted(self, surface: str, written: str) -> str:
        """The stem of a word within Persian, which has broken plurals as words of its own (رجال)."""
        light = self._stemmer.stem(surface, written)
        settled = self._is_settled(light, surface) or self._is_whole(light)
        if not self._morphology.knows_words() or settled or self._lemmas(surface, written):
            return light
        return self._unlisted.stem(surface, written, light)  # الیاده is nothing of یاد

    def _is_settled(self, light: str, surface: str) -> bool:
        """Words of two letters and numerals."""
        return (len(light) < _SHORTEST and len(surface) < _LONG) or light in NUMERALS

    def _as_it_stands(self, surface: str, written: str, light: str) -> str:
        """The stem of a word in which the tables read affixes by chance; empty for others, and for verbs, which have a
        letter of their person before them and other endings."""
        kept = light in (surface, without_article(surface))
        if surface[0] not in LEADING and not (kept and surface.endswith(ENDINGS)):
            return ""
        best = min(self._morphology.analyses(surface, written), key=lambda one: one.price, default=None)
        if best is None:
            return ""
        prefix, suffix = fold(best.prefix.spelled), fold(best.suffix.spelled)
        if not kept:
            return surface if is_unheard_of(self._lexicon, surface, prefix) else ""
        person = prefix[-1:] in PERSONS and not prefix.endswith(ARTICLE)
        return light if not person and is_by_chance(self._lexicon, surface, prefix, suffix) else ""

    def _of_short(self, surface: str, written: str) -> str:
        """The stem of a word that begins as if two letters stood behind a conjunction: فهم (understanding), فقد."""
        lemmas = self._lemmas(surface, written)
        homes = {lemma: self._lexicon.stem_of_lemma(lemma) for lemma in lemmas}
        whole = [lemma for lemma, home in homes.items() if fold(home)[:2] == surface[:2]]
        if sum(lemmas[lemma] for lemma in whole) < _SURE:
            return ""
        return homes[max(whole, key=lemmas.__getitem__)]

    def _whole(self, surface: str, written: str, light: str, lemmas: Mapping[int, float]) -> str:
        """The stem of what is listed by hand or a form of it; empty where it is neither."""
        bare = without_article(surface)
        if self._lexicon.is_whole(bare) and HIDDEN.isdisjoint(written):
            return bare
        return light if self._is_whole(light) and self._is_form_of_whole(surface, light, lemmas) else ""

    def _is_whole(self, light: str) -> bool:
        """What is listed by hand as a word of its own."""
        feminine = light[-1] == "ه" and self._lexicon.is_whole(light[:-1] + "ة")
        return feminine or self._lexicon.is_whole(light)

    def _is_form_of_whole(self, surface: str, light: str, lemmas: Mapping[int, float]) -> bool:
        """Whether a word is of the one that is listed: عينات is of عينة, القارئ not of قارة, nor فعالية of عالي."""
        if not lemmas or self._likely(light, lemmas) >= _LISTED:
            return bool(lemmas) or surface[-1] != "ی"  # the name السياري is nothing of سيارة
        best = max(lemmas, key=lemmas.__getitem__)
        own = fold(self._lexicon.stem_of_lemma(best))
        _, base, ending = surface.rpartition(light[:-1])
        feminine = light[-1] in "هة" and base and (ending == "ه" or ending.startswith(("ت", "ات")))
        return bool(feminine) and (own[:1] != surface[0] or fold(light)[0] == surface[0])

    def _likely(self, light: str, lemmas: Mapping[int, float]) -> float:
        """How likely a word of these lemmas is of what the stem stands for."""
        together = self._lexicon.lexeme(light)
        return sum(likely for lemma, likely in lemmas.items() if lemma in together)

    def _of_listed(self, surface: str, written: str, light: str, lemmas: Mapping[int, float]) -> str:
        best = max(lemmas, key=lemmas.__getitem__)
        own, letters = self._lexicon.stem_of_lemma(best) or light, fold(light)
        together = self._lexicon.lexeme(light)
        noun = self._with_teh(letters, lemmas)
        sure = lemmas[best] >= _SURE
        begun = sure and surface[:2] == fold(own)[:2] and surface[0] != letters[0]
        if noun or begun or (lemmas[best] >= _NAMED and self._lexicon.is_family_name(own)):
            return noun or own  # فروسية is nothing of روسيا, والدهم nothing of دهم
        other = sure and best not in together and surface.endswith(letters + "ه") and written[-1] == "ة"
        place = self._stemmer.is_place(light) and not other  # المصرة is nothing of مصر
        told = self._is_told(written, lemmas, together) and fold(own)[:_SHORTEST] != letters[:_SHORTEST]
        if told or place:
            return light if place else own
        enough = _WITH_TEH if written[-1] == "ة" else _WITH_YEH if written[-1] in "يی" else _ENOUGH
        of_stem = self._likely(light, lemmas) >= enough or self._lacks_hamza(surface, written, together)
        if lemmas[best] >= _MOSTLY and self._lexicon.is_station(light):
            bare = self._behind_particle(surface, written, best) if light[0] == surface[0] else ""
            return bare or (self._lexicon.stem_of_lemma(together[0]) if of_stem else own)
        if of_stem:
            if home := self._home(surface, written, light, lemmas):
                return home
            verb = sure and own != light == own.rstrip(_DIGITS) and _VERBAL.search(surface.partition(light)[2])
            return own if verb or self._is_broken_plural(surface, written, light, own) else self._lexicon.merged(light)
        return light if self._keeps_letters(surface, light, lemmas) else own

    def _with_teh(self, letters: str, lemmas: Mapping[int, float]) -> str:
        """The noun in ة of what ends in ت before a pronoun, where it is likely one: إرادته is of إرادة; else empty."""
        homes: dict[str, float] = defaultdict(float)
        for lemma, likely in lemmas.items():
            homes[self._lexicon.stem_of_lemma(lemma)] += likely
        nouns = (one for one, likely in homes.items() if likely >= _NOUN and fold(one) == letters[:-1] + "ه")
        return next(nouns, "") if letters[-1] == "ت" else ""

    def _home(self, surface: str, written: str, light: str, lemmas: Mapping[int, float]) -> str:
        """Where a word of a stem of several words is found: الأنهار with نهر; empty where it stays, as what only a mark
        tells from another word (ربه and ربة)."""
        lemma, home = self._lexicon.moved(light)
        told = bool(self._lexicon.spellings(light))
        if lemmas.get(lemma, 0.0) < _MOSTLY or (told and without_article(surface) == light):
            return ""
        return home if self._is_spelled_so(surface, written, lemma, told=told) else ""

    def _is_spelled_so(self, surface: str, written: str, lemma: int, *, told: bool) -> bool:
        """Whether a word has the letters of this lemma, or, unless they have to tell it, of none: انهار without hamza
        is the verb that has none. No other letter stands for ئ or ؤ: مايه is no مائة."""
        spelled = spelled_like(surface, written)
        exact, near = set(), set()
        for one in self._morphology.analyses(surface, written):
            letters = one.prefix.spelled + one.stem.spelled + one.suffix.spelled
            if letters == spelled:
                exact.add(one.stem.lemma)
            elif all(listed == letter for letter, listed in zip(spelled, letters, strict=True) if listed in "ئؤ"):
                near.add(one.stem.lemma)
        return lemma in (exact if exact or told else near)

    def _is_broken_plural(self, surface: str, written: str, light: str, own: str) -> bool:
        """Whether a word of three letters is the plural of `own` in all likelihood: دول of دولة (and not of دولي), طرق
        of طريق."""
        feminine = own == light + "ه" and light not in _TEN
        longer = len(light) == _SHORTEST == len(own) - 1 and own[0] + own[-1] == light[0] + light[-1] and own[2] in "یا"
        if not feminine and not longer:
            return False
        before, _, ending = surface.rpartition(light)
        if ending and (ending not in PRONOUNS or written[-1] in "ةه"):
            return False
        alone = light if ending else written[len(before) :]
        return all(self._is_surely(own, self._lemmas(*one)) for one in ((surface, written), (light, alone)))

    def _is_surely(self, stem: str, lemmas: Mapping[int, float]) -> bool:
        best = max(lemmas, key=lemmas.__getitem__, default=0)
        return lemmas.get(best, 0.0) >= _SURE and self._lexicon.stem_of_lemma(best) == stem

    def _keeps_letters(self, surface: str, light: str, lemmas: Mapping[int, float]) -> bool:
        """Whether a word of another lemma than its stem stays there: where nothing else tells what it is."""
        if not self._lexicon.lexeme(light):
            return not HIDDEN.isdisjoint(light) or without_article(surface) == fold(light)
        unsure = max(lemmas.values()) < _SURE and self._likely(light, lemmas) >= _NOTHING
        return without_article(surface) == fold(light) and (unsure or not HIDDEN.isdisjoint(light))

    def _behind_particle(self, surface: str, written: str, lemma: int) -> str:
        """The stem that a word has where no conjunction or preposition is before it: كخيار is found with خيار."""
        before = self._morphology.prefix(surface, written, lemma)
        rest = surface[len(before) :]
        if not before or len(rest) < _SHORTEST or not BEFORE.issuperset(before):
            return ""
        return self.stem(rest, written[-len(rest) :])

    @staticmethod
    def _is_told(written: str, lemmas: Mapping[int, float], together: Sequence[int]) -> bool:
        """Whether a hamza says that a word is only of what is written alike without it: قرأها is nothing of قرى."""
        marked = any(letter in written for letter in HAMZATED)
        return marked and bool(together) and together[0] not in lemmas and max(lemmas.values()) >= _SURE

    def _lacks_hamza(self, surface: str, written: str, together: Collection[int]) -> bool:
        """رؤسا is رؤساء, but أمنا and وكلا are words of their own."""
        weight = self._lexicon.arabic_weight
        missing = surface[-1] == "ا" and weight(surface + "ء") >= weight(surface) + _HAMZA_LEFT_OFF
        return missing and not self._morphology.lemmas(surface + "ء", written + "ء").keys().isdisjoint(together)

    def _lemmas(self, surface: str, written: str) -> dict[int, float]:
        """Of the word or, where nobody lists it, of another spelling: لاجئون (folded as شؤون), مبادىء."""
        lemmas = self._morphology.lemmas(surface, written)
        if not lemmas and "ئو" in written:
            apart = written.replace("ئو", "ئـو")
            return self._morphology.lemmas(fold(apart), apart)
        if not lemmas and surface[-1] == "ء" and written[-2:] != "اء":
            return self._morphology.lemmas(without_final_hamza(surface), written[:-1])
        return lemmas

    def is_of_place(self, written: str) -> bool:
        """الحجازي is found with الحجاز, though it is a name too."""
        return self._stemmer.is_place(self.light(fold(written), written))

    def light(self, surface: str, written: str) -> str:
        """What the rules alone make of a word that is no particle."""
        return spelled_stem(self._lexicon, self._stemmer.stem(surface, written), surface, written)

    def _is_no_verb(self, surface: str, written: str, lemmas: Mapping[int, float]) -> bool:
        """Whether a word that is read as a verb of the future is written with an article, as no verb is: سيسي."""
        with_article = ARTICLE + surface
        if not lemmas or not self._lexicon.arabic_weight(with_article):
            return False
        own = fold(self._lexicon.stem_of_lemma(max(lemmas, key=lemmas.__getitem__)))
        return own[:1] != _FUTURE and not self._morphology.lemmas(with_article, ARTICLE + written)

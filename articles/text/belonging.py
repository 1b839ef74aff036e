"""Whether a word that may be Persian or Arabic belongs to one of them alone, told by how frequent it is in each.

A query of one word says nothing of its language, and what one language takes off a word of the other joins strangers:
برای is no رأي behind ب, برقم no برق of mine. What both take for the same word is asked for by its stem. Otherwise texts
of the other language are asked for such a word as it stands, or, where it is another word there (شده and شدة), not at
all.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.text import lexicon
from articles.text.analysis import analyse, stem_answers
from articles.text.arabic import Stemmer, without_final_hamza
from articles.text.arabic_unlisted import ARTICLE, BEFORE
from articles.text.arabic_written import FEMININE
from articles.text.false_friends import (
    PERSIAN_KEYS,
    PERSIAN_LETTERS,
    PRONOUNS,
    is_false_friend,
    is_unpersian,
    is_written_with_madda,
)
from articles.text.fold import HALF_SPACE, fold
from articles.text.frequencies import COMMON, CORPUS, INFLECTED, weight_in_arabic, weight_in_persian
from articles.text.inflection import Inflector, Reduced
from articles.text.lexicon import Entry, Lexicon

_HIDDEN_MARKS = frozenset("آأإة")
"""Letters that folding hides: without them a word that is typed so is another one."""
_NO_STEM = ""
_ARABIC_LETTERS = frozenset("كيىة")
"""Letters as Arabic keyboards type them."""
_LEAST = 3
"""Letters: how frequent shorter words are in Arabic is not known."""
_OF_BOTH = 4
"""A form of a word of both is Persian alone where Arabic has it 2^4 times rarer: شهرها (cities, and hardly «her
month»), but not نوعها."""
_TYPED_AS_ARABIC = 2
"""The same of what is typed with letters of Arabic keyboards: رئيسها is «her president» too."""
_LEAD = 6
"""How many times more frequent (as a power of two) a word is in Persian that belongs to it alone."""
_APART = 4
"""The same where Persian and Arabic take it for forms of different words (خانه for خانه and خان)."""
_IN_ARABIC_TOO = 14
"""As frequent as 2^14 in 10^9, a word belongs to Arabic too, however frequent it is in Persian: دین, عضو, قصيدة."""
_GRAMMATICAL, _VERBAL = 15, 8
"""Words of grammar and forms of verbs, which hazm does not count, belong to Persian alone where they are no more
frequent in Arabic: است, شده, but neither حتی nor ولی; کند, but not نرسم."""
_COPULAS = frozenset(("ایم", "اید", "اند"))
"""«We are», written apart: Persian alone has them."""


def stem_asked_for(language: str, surface: str, stem: str, written: str) -> str | None:
    """By which stem texts of `language` (`fa` or `ar`) are asked for a word of a query in either, `written` so: its
    `stem` there, its bare surface where the word belongs to the other language, empty where only
    the surface is the same word, None for not at all."""
    words = lexicon.current()
    if language not in ("fa", "ar"):
        return stem
    if is_false_friend(words, language, surface, written):
        same_letters = _HIDDEN_MARKS.isdisjoint(written) and not _is_spelled_otherwise(words, surface)
        return _NO_STEM if same_letters else None
    if language == "fa":
        if is_unpersian(words, surface, written) or (len(surface) < _LEAST and FEMININE in written):
            return None  # no word of two letters has its ة in Persian: دة is no ده
        return stem if stem == surface else _in_persian(words, surface, stem, written)
    asked = _in_arabic(words, surface, stem, written)
    return _NO_STEM if asked is not None and is_written_with_madda(words, surface, written) else asked


def _is_spelled_otherwise(words: Lexicon, surface: str) -> bool:
    """Whether Arabic has a Persian word's letters with a mark alone, though folding leaves none: کره (Korea) is not the
    ball, كرة, nor ارز (currency) rice, أرز."""
    if surface[-1] == "ه" and words.arabic_weight(surface[:-1] + FEMININE) > words.arabic_weight(surface):
        return True
    hamzated = surface[0] == "ا" and any(words.stem_of_form(mark + surface[1:]) for mark in "أإ")
    return hamzated and not words.stem_of_form(surface)


def _in_arabic(words: Lexicon, surface: str, stem: str, written: str) -> str | None:
    entry = words.get(surface)
    if not PERSIAN_LETTERS.isdisjoint(written.strip(HALF_SPACE)):
        return surface
    in_arabic = weight_in_arabic(words, surface)
    grammar = entry is not None and (surface in _COPULAS or _is_grammar(entry, in_arabic, written))
    unarabic = grammar and written[0] == "آ"  # neither آن nor آمد is a word of Arabic
    if not unarabic and (len(surface) < _LEAST or FEMININE in written or surface.startswith(ARTICLE)):
        return stem
    if entry is not None and grammar:
        return None if unarabic or in_arabic or "g" not in entry.tags else surface
    in_persian = entry.weight - CORPUS if entry and entry.common and not entry.is_name else 0
    if in_persian >= COMMON and in_arabic <= min(in_persian - _LEAD, _IN_ARABIC_TOO - 1):
        return surface
    if _is_cut(words, surface, stem, written, in_arabic):
        return surface
    return _by_claim(words, surface, stem, written, in_persian)


def _is_cut(words: Lexicon, surface: str, stem: str, written: str, in_arabic: int) -> bool:
    """Whether Arabic takes a preposition, a conjunction or a pronoun off a word of Persian: of بانک it leaves أن."""
    letters = fold(stem)
    before = surface[0] in BEFORE and letters[0] != surface[0] and _ARABIC_LETTERS.isdisjoint(written)
    cut = before or (surface.startswith(letters) and surface[len(letters) :] in PRONOUNS)
    if not cut:
        return False
    if not in_arabic and words.get(surface) is not None:
        return True  # کورش (Cyrus) is no «like workshops»
    reduced = Inflector(words).reduce(surface)
    as_arabic = 0 if _ARABIC_LETTERS.isdisjoint(written) else _TYPED_AS_ARABIC
    lead = _OF_BOTH + as_arabic if reduced is not None and reduced.stem == letters else 0
    return max(1, in_arabic) <= weight_in_persian(words, surface, reduced) - lead


def _by_claim(words: Lexicon, surface: str, stem: str, written: str, in_persian: int) -> str:
    """What is asked for a word of both, so frequent in Persian."""
    feminine = words.arabic_weight(surface[:-1] + FEMININE) if surface[-1] == "ه" else 0
    if feminine and in_persian > words.arabic_weight(surface):
        with_teh = _stem_with_teh(surface, stem)
        return surface if _is_cut(words, surface, with_teh, written, feminine) else with_teh
    reduced = Inflector(words).reduce(surface)
    if reduced is None or (reduced.rule != "same" and not words.weight(reduced.stem)):
        return stem  # وتوظیفها is a form of nothing that Persian has
    if fold(stem) in {surface, reduced.stem} or _is_loan(reduced.stem, stem):
        return stem
    return surface if _is_apart(words, surface, stem, reduced, written) else stem


def _stem_with_teh(surface: str, stem: str) -> str:
    """What Persian ends in ه Arabic writes with ة: شعبه is شعبة (branch), not شعبه (his people)."""
    return next(_stems_in_arabic(surface[:-1] + FEMININE), stem)


def _stems_in_arabic(written: str) -> Iterator[str]:
    """The stem of a word in Arabic texts, where it is one word there, and what answers it."""
    tokens = analyse(written, "ar")
    if len(tokens) == 1:
        yield from stem_answers(tokens[0].stem)


def _is_apart(words: Lexicon, surface: str, stem: str, reduced: Reduced, written: str) -> bool:
    """Whether Persian, which takes a word for another one than Arabic does, has the better claim."""
    if stem == surface[:-1] and "z" in (reduced.entry.tags if reduced.entry is not None else ""):
        return True  # رحیمی is nobody named رحیم
    in_arabic = max(weight_in_arabic(words, form) for form in (surface, ARTICLE + surface))
    if surface[-1] == "ی":
        in_arabic = max(in_arabic, *(words.arabic_weight(form + FEMININE) for form in (surface, ARTICLE + surface)))
    if surface[-1] == "ی" and (_is_of_place(words, stem) or (in_arabic and written[-1] == "ى")):
        return False  # قتلى is of قتيل, قتلی of قتل
    if reduced.rule == "same":
        entry = reduced.entry
        in_persian = words.weight(surface) - CORPUS
        lead = _APART
        if entry is not None and entry.is_name and stem == surface[:-1]:
            lead = _LEAD - 1  # خميني
    else:
        in_persian = (reduced.entry.weight if reduced.entry is not None else 0) - CORPUS - INFLECTED
        lead = 2 if reduced.rule == "enclitic" else 0
    if surface[-1] in "هی" and stem == surface[:-1]:
        lead += 1  # most of them are of both: قصیده, مجله, فارسی
    elif surface[-1] == "ا" and stem == surface[:-1]:
        lead = 0  # Persian has no accusative: صدرا
    if not PERSIAN_KEYS.isdisjoint(written[:-1]):
        lead -= 1
    return not in_arabic or in_persian - in_arabic >= lead


def name_with_article(surface: str) -> str:
    """A name of a person that Arabic writes with its article too, as it does so: الحسینی; else empty."""
    words = lexicon.current()
    entries = (words.get(surface), words.get(surface[:-1]) if surface[-1:] == "ی" else None)
    named = any(entry is not None and not {"z", "f", "u"}.isdisjoint(entry.tags) for entry in entries)
    return ARTICLE + surface if named and words.arabic_weight(ARTICLE + surface) else ""


def _is_of_place(words: Lexicon, stem: str) -> bool:
    entry = words.get(stem)
    return entry is not None and not {"i", "t"}.isdisjoint(entry.tags)


def _is_loan(persian: str, arabic: str) -> bool:
    """حکایت and حکایه."""
    return persian[-1] == "ت" and arabic in {persian[:-1], persian[:-1] + "ه"}


def _is_same_in_arabic(words: Lexicon, persian: str, surface: str, written: str) -> bool:
    """Whether a Persian stem is what Arabic reads, or what its affixes leave (حدود of الحدودي), but for how each writes
    the feminine ending (جمعیت and جمعية), and Arabic does not tell them apart: عمل is no عملة, nor ظهر ظهرت."""
    stems = set(_stems_in_arabic(written))
    if persian in {without_final_hamza(fold(stem)) for stem in stems}:
        return True
    letters = _without_feminine(persian)
    left = {_without_feminine(fold(stem)) for stem in (*stems, Stemmer(words).stem(surface, written))}
    forms = {persian} if letters == persian else {persian, letters, letters + FEMININE}
    return letters in left and any(not stems.isdisjoint(_stems_in_arabic(form)) for form in forms)


def _without_feminine(stem: str) -> str:
    return stem[:-1] if stem[-1] in "هت" else stem


def _is_grammar(entry: Entry, frequency: int, written: str) -> bool:
    """Typed with letters of Persian keyboards, این is no أين either, nor is آمد, typed with its madda, أمد."""
    if written[0] == "آ" and not {"g", "v"}.isdisjoint(entry.tags):
        return True
    if "g" in entry.tags:
        return frequency <= _GRAMMATICAL + (2 if PERSIAN_KEYS & set(written[:-1]) else 0)
    return entry.is_verb and frequency <= _VERBAL


def _in_persian(words: Lexicon, surface: str, stem: str, written: str) -> str:
    """The same of what Arabic writes: with its article or ة, or more frequent there. Then only the article comes off:
    القحطاني is قحطانی and nothing of قحط, الحالي nothing of حال."""
    article = len(surface) > len(ARTICLE) + _LEAST - 1 and not stem.startswith(ARTICLE)  # آلمانی has none
    bare = surface.removeprefix(ARTICLE) if article else surface
    if stem == bare or (bare == surface and _is_of_place(words, stem)):
        return stem
    if FEMININE in written:
        return surface
    if _is_same_in_arabic(words, stem, surface, written):
        return stem  # both read مبالغ as a form of مبلغ, آثار of اثر
    if written[0] in "أإ" or ("إ" in written and bare == surface) or (written[-1] == "ى" and stem == surface[:-1]):
        return surface  # أبها is nothing of آب, لأدنى of لادن, وإلهام of وال
    if bare != surface:
        return bare
    return surface if _is_more_arabic(words, surface) else stem


def _is_more_arabic(words: Lexicon, surface: str) -> bool:
    entry = words.get(surface)
    in_arabic = weight_in_arabic(words, surface)
    if entry is not None and "g" in entry.tags:
        return False
    if entry is not None and (entry.common or "v" in entry.tags):
        return in_arabic > max(COMMON, entry.weight - CORPUS)
    reduced = Inflector(words).reduce(surface)
    base = reduced.entry.weight if reduced is not None and reduced.entry is not None else 0
    rarer = 2 * INFLECTED if reduced is not None and reduced.rule == "enclitic" else INFLECTED
    return in_arabic >= max(COMMON, base - CORPUS - rarer)  # بعدم is «without», not «after me»

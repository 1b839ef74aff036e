"""Words whose letters are another word in the other language, told by a list and by how they are typed."""

from __future__ import annotations

import re

from articles.text.arabic_unlisted import ARTICLE, without_article
from articles.text.arabic_written import FEMININE
from articles.text.fold import HALF_SPACE, fold
from articles.text.frequencies import COMMON, weight_in_arabic, weight_in_persian
from articles.text.inflection import Inflector
from articles.text.lexicon import Entry, Lexicon

PERSIAN_LETTERS = frozenset("پچژگ" + HALF_SPACE)
PERSIAN_KEYS = frozenset("یک")
"""Letters as Persian keyboards type them and Arabic ones do not; a last ی is typed in Egypt too."""
PRONOUNS = frozenset(("ک", "م", "ن", "نا", "هم", "ها", "کم"))
"""What Arabic writes at the end of nouns, whatever it is in Persian."""
_OF_ARABIC = frozenset("أإة")
_HAMZATED = frozenset("أإ")
"""With these begins no word of Persian."""
_ARABIC_KEYS = frozenset("يكى")
_FULL = re.compile("..+[يیى]ء")
"""A last hamza behind a yeh, of longer words than شیء."""
_FALSE_FRIEND, _TYPED_SO = "r", "R"
_WITH_MADDA = "y"


def is_false_friend(words: Lexicon, language: str, surface: str, written: str) -> bool:
    """Whether a word is typed as the other language writes it, and its letters are listed as another word in this."""
    behind = (without_article(surface), surface.removeprefix(ARTICLE), surface)
    bare, entry = next(((one, entry) for one in behind if (entry := _listed(words, one)) is not None), (surface, None))
    if entry is None:
        return False
    if bare != surface or not _OF_ARABIC.isdisjoint(written):
        return language == "fa"
    if not _ARABIC_KEYS.isdisjoint(written):
        return False  # as Persian was typed for years, too
    persian = _TYPED_SO in entry.tags or not (PERSIAN_LETTERS | PERSIAN_KEYS).isdisjoint(written.removesuffix("ی"))
    reduced = Inflector(words).reduce(surface)
    ending = surface[len(reduced.stem) :] if reduced is not None and surface.startswith(reduced.stem) else ""
    if ending and ending not in PRONOUNS and not persian:
        persian = weight_in_persian(words, surface, reduced) >= weight_in_arabic(words, surface)
    return language == "ar" and persian


def _listed(words: Lexicon, bare: str) -> Entry | None:
    """The entry of a word, or of the one that it is a form of, that is listed as a false friend."""
    reduced = Inflector(words).reduce(bare)
    entries = (words.get(bare), reduced.entry if reduced is not None else None)
    return next((one for one in entries if one is not None and _FALSE_FRIEND in one.tags), None)


def is_unpersian(words: Lexicon, surface: str, written: str) -> bool:
    """فوجئ is no فوجی, مليء (full) no ملی, شدة no شده, أين no این, أخرى no آخری, رآه no راه, وزيرا no زیرا."""
    entry, folded = words.get(surface), fold(written)
    grammar = entry is not None and ("g" in entry.tags or entry.is_verb)
    with_and = folded != surface and folded == "و" + surface and words.arabic_weight(folded) >= COMMON
    by_hamza = written[-1] == "ئ" or _FULL.fullmatch(written.removeprefix(ARTICLE)) is not None
    by_sign = grammar and (written[-1] == FEMININE or written[0] in _HAMZATED)
    by_madda = "آ" in written[1:] and any("آ" in one[1:] for word in words.spellings(surface) for one in word)
    return by_hamza or by_sign or with_and or by_madda or _lacks_madda(words, surface, written)


def _lacks_madda(words: Lexicon, surface: str, written: str) -> bool:
    """Whether a word is typed with a hamza, and Persian has it with آ alone."""
    if written[0] not in _HAMZATED:
        return False
    reduced = Inflector(words).reduce(surface)
    return reduced is not None and reduced.entry is not None and _WITH_MADDA in reduced.entry.tags


def is_written_with_madda(words: Lexicon, surface: str, written: str) -> bool:
    """Whether a word is typed with the آ of Persian, and no Arabic word has it: آبان is nothing of أبان, for Arabic
    leaves out a hamza, but puts no madda for it. Names stay what they are (آلمان)."""
    if written[0] != "آ" or words.spellings(surface):
        return False
    reduced = Inflector(words).reduce(surface)
    entry = reduced.entry if reduced is not None else None
    if reduced is None or entry is None or _WITH_MADDA not in entry.tags or entry.is_name:
        return False
    return not any(words.stem_of_form("آ" + form[1:]) for form in (surface, reduced.stem))

"""Whether a word that may be Persian or Arabic belongs to one of them alone, told by how frequent it is in each.

A query of one word says nothing of its language, and what one language takes off a word of the other joins strangers:
برای is no رأي behind ب, برقم no برق of mine. So texts of the other language are asked for such a word as it stands, or,
where it is another word there (شده and شدة), not at all.
"""

from __future__ import annotations

from articles.text import lexicon
from articles.text.fold import HALF_SPACE
from articles.text.inflection import Inflector
from articles.text.lexicon import Entry, Lexicon

_PERSIAN_LETTERS = frozenset("پچژگ" + HALF_SPACE)
_FEMININE = "ة"
_ARTICLE = "ال"
_LEAST = 3
"""Letters: how frequent shorter words are in Arabic is not known."""
_CORPUS = 5
"""hazm counted words in some 2^5 times as many as 10^9, by which Arabic words are counted."""
_COMMON = 10
_LEAD = 6
"""How many times more frequent (as a power of two) a word is in Persian that belongs to it alone."""
_IN_ARABIC_TOO = 14
"""As frequent as 2^14 in 10^9, a word belongs to Arabic too, however frequent it is in Persian: دین, عضو, قصيدة."""
_GRAMMATICAL, _VERBAL = 15, 8
"""Words of grammar and forms of verbs, which hazm does not count, belong to Persian alone where they are no more
frequent in Arabic: است, شده, but neither حتی nor ولی; کند, but not نرسم."""
_INFLECTED = 4
"""A form is some 2^4 times rarer than the word it is of."""
_NAMES = frozenset("iuft")
_OF_ARABIC = frozenset({"plural", "enclitic"})
"""Rules whose endings Arabic has too, as other words: ها, ات, ت, هم."""


def stem_asked_for(language: str, surface: str, stem: str, written: str) -> str | None:
    """By which stem texts of `language` (`fa` or `ar`) are asked for a word of a query in either, `written` so: its
    `stem` there, its bare surface where the word belongs to the other language, None for not at all."""
    words = lexicon.current()
    if language == "ar":
        return _in_arabic(words, surface, stem, written)
    return surface if language == "fa" and stem != surface and _is_arabic(words, surface, stem, written) else stem


def _in_arabic(words: Lexicon, surface: str, stem: str, written: str) -> str | None:
    entry = words.get(surface)
    if not _PERSIAN_LETTERS.isdisjoint(written.strip(HALF_SPACE)):
        return surface
    if entry is None or len(surface) < _LEAST or _FEMININE in written:
        return stem
    in_arabic = _frequency_in_arabic(words, surface)
    if _is_grammar(entry, in_arabic):
        return None if in_arabic else surface
    in_persian = entry.weight - _CORPUS if entry.common and _NAMES.isdisjoint(entry.tags) else 0
    alone = in_persian >= _COMMON and in_arabic <= min(in_persian - _LEAD, _IN_ARABIC_TOO - 1)
    return surface if alone else stem


def _is_grammar(entry: Entry, frequency: int) -> bool:
    if "g" in entry.tags:
        return frequency <= _GRAMMATICAL
    return "v" in entry.tags and not {"n", "a"} & set(entry.tags) and frequency <= _VERBAL


def _frequency_in_arabic(words: Lexicon, surface: str) -> int:
    """Of both readings of a final ه."""
    found = words.arabic_weight(surface)
    return max(found, words.arabic_weight(surface[:-1] + _FEMININE)) if surface[-1] == "ه" else found


def _is_arabic(words: Lexicon, surface: str, stem: str, written: str) -> bool:
    if _FEMININE in written:
        return stem != surface.removeprefix(_ARTICLE)
    entry = words.get(surface)
    if len(surface) < _LEAST or (entry is not None and set("swgv") & set(entry.tags)):
        return False
    reduced = Inflector(words).reduce(surface)
    if reduced is None or reduced.rule not in _OF_ARABIC:
        return False
    base = reduced.entry.weight if reduced.entry is not None else 0
    return _frequency_in_arabic(words, surface) >= max(_COMMON, base - _CORPUS - _INFLECTED)

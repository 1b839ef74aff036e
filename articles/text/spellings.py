"""Arabic words that only a hamza, ة or ى tells apart: كان and كأن, أمام and إمام, فيه and فئة.

Folding makes them one surface, because writers leave these marks off. So the surface finds all of them, and the stem
keeps the spelling of those that the lexicon lists: what is written with a mark is that word, what is written without
may be any, unless the bare spelling is listed too. Then a text means it, and so does a query where it is listed first,
as the most frequent of them. Only stems are told apart; a listed word is therefore asked for by its stem alone.
"""

from __future__ import annotations

from articles.text.arabic_particles import STEMS as PARTICLES
from articles.text.arabic_written import HIDDEN, as_spelled
from articles.text.fold import fold, fold_with_offsets
from articles.text.lexicon import Lexicon

_BARE_ALEF = frozenset(("ان", "أن", "إن"))
"""Particles that are told apart by the hamza that many leave off."""
_NOT_PERSIAN = frozenset("أإؤئىة")
"""Those of them that Persian, which writes آ alone with care, has not or leaves off."""


def spelled_stem(lexicon: Lexicon, stem: str, surface: str, written: str) -> str:
    """The stem of a word, with its marks where the lexicon lists it: إمام of بالإمام, but امام of بالامام."""
    words = lexicon.spellings(stem)
    if not words:
        return stem
    spelled = _spelled(stem, surface, written)
    for candidate in (spelled, spelled[0] + stem[1:], stem[:-1] + spelled[-1]):
        for word in words:
            if candidate in word:
                return word[0]
    return next((word[0] for word in words if stem in word), stem)


def _spelled(stem: str, surface: str, written: str) -> str:
    folded = fold_with_offsets(written)
    if folded.text != surface:
        return stem
    place = surface.find(stem)
    kept, last = (len(stem), "") if place >= 0 else (len(stem) - 1, "ة" if stem[-1] == "ه" else stem[-1])
    if not last or (place := surface.find(stem[:-1])) >= 0:  # فئة of فئات
        return "".join(as_spelled(written[at]) for at in folded.offsets[place : place + kept]) + last
    return stem


def answers(lexicon: Lexicon, stem: str) -> tuple[str, ...]:
    """The stems of a text that answer a stem that is asked for: itself most often, and others of its lexeme. What may
    be several words is of the lexeme of the most frequent: اخبار (news) of خبر, اشراف (supervision) of no شريف."""
    alike = _alike(lexicon, stem)
    return tuple(dict.fromkeys((*alike, *(kin for one in alike[:2] for kin in lexicon.kin(one)))))


def _alike(lexicon: Lexicon, stem: str) -> tuple[str, ...]:
    """The stem, and where its letters are those of words that are told apart, the stems of those that it may be."""
    if stem in PARTICLES and stem not in _BARE_ALEF:
        return (stem,)
    folded = fold(stem) if not HIDDEN.isdisjoint(stem) else stem
    words = lexicon.spellings(folded)
    if stem == folded:
        meant = words[:1] if words and folded in words[0] else words
        return tuple(dict.fromkeys((stem, *(word[0] for word in meant))))
    return (stem,) if any(folded in word for word in words) else (stem, folded)


def tells(lexicon: Lexicon, stem: str) -> bool:
    """Whether other words than this one share its folded letters, so that a surface is no answer."""
    if stem in PARTICLES:
        return True
    folded = fold(stem) if not HIDDEN.isdisjoint(stem) else stem
    words = lexicon.spellings(folded)
    if len(words) == 1 and lexicon.kin(words[0][0]):
        return False  # a plural that is listed to keep its stem: أمور shares its letters with nothing
    return bool(words) and (stem != folded or folded in words[0])


def is_unpersian(stem: str) -> bool:
    """Whether a stem is spelled as no Persian word is."""
    return not _NOT_PERSIAN.isdisjoint(stem)

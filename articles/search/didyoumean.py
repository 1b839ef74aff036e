"""Did you mean: what a query with few results was probably meant to be, from the vocabulary of the index.

Only the edits that matter in these scripts: letters that sound alike, one letter wrong, missing, superfluous or
swapped, and a whole query typed on the wrong keyboard layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.search.engines.base import Engine
from articles.search.readings import QueryWord
from articles.search.written import written_form
from articles.text.fold import fold
from articles.text.transliterate import other_layout

ALIKE = ("طت", "زذضظ", "سصث", "هح", "قغ", "اع", "کگ", "بپ", "جچ", "زژ", "فو")
"""Letters taken for one another: by sound in Persian, by dots and strokes left out in both."""
_ALIKE = {
    letter: "".join(sorted({other for group in ALIKE if letter in group for other in group} - {letter}))
    for letter in "".join(ALIKE)
}
_ARABIC_LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST = 3
LONGEST = 24
MOST_WORDS = 6
LIKE_SOUND, TWICE, LIKE_TYPING = 1.0, 0.2, 0.1
"""A letter alike, two of them, any other slip: a rare word with ط for ت beats a frequent one with a letter lost, and
پوطین is پوتین before it is بوتین."""
TIMES_MORE_FREQUENT = 10


@dataclass(frozen=True, slots=True)
class _Candidate:
    surface: str
    weight: float


def suggestion(engine: Engine, q: str, words: Iterable[QueryWord], finds: Callable[[str], bool]) -> str | None:
    """A better query or None. `finds` says whether a query finds more than `q` did: nothing is suggested in vain."""
    for better in (_corrected(engine, q, list(words)), *other_layout(q)):
        if better and fold(better) != fold(q) and finds(better):
            return better
    return None


def _corrected(engine: Engine, q: str, words: list[QueryWord]) -> str | None:
    """The query with each rare word replaced by the likeliest frequent one; None where nothing was."""
    changed = q
    for word in sorted(words[:MOST_WORDS], key=lambda word: -word.start):
        surface = word.readings[0].surfaces[0]
        if word.exact or len(word.readings[0].tokens) > 1 or not SHORTEST <= len(surface) <= LONGEST:
            continue
        if better := best_neighbour(engine, surface):
            changed = changed[: word.start] + written_form(better) + changed[word.start + len(word.text) :]
    return changed if changed != q else None


def best_neighbour(engine: Engine, surface: str) -> str | None:
    """The likeliest word one slip away that is at least TIMES_MORE_FREQUENT, else None."""
    found = list(candidates(surface))
    frequencies = _frequencies(engine, [surface, *(candidate.surface for candidate in found)])
    best, best_score = None, 0.0
    for candidate in found:
        frequency = frequencies[candidate.surface]
        if (
            frequency
            and frequency >= TIMES_MORE_FREQUENT * frequencies[surface]
            and frequency * candidate.weight > best_score
        ):
            best, best_score = candidate.surface, frequency * candidate.weight
    return best


def _frequencies(engine: Engine, surfaces: Sequence[str]) -> dict[str, int]:
    """Asked for all at once: a single question costs the engine a look at the disk."""
    bodies = engine.document_frequencies("body_surface", surfaces)
    titles = engine.document_frequencies("title_surface", surfaces)
    return {surface: bodies[surface] + titles[surface] for surface in surfaces}


def candidates(surface: str) -> Iterator[_Candidate]:
    """Words one slip away, those that sound alike first (two such letters may be wrong); each once."""
    seen = {surface}
    alike = list(_alike(surface))
    twice = (second for first in alike for second in _alike(first))
    for weight, texts in ((LIKE_SOUND, alike), (TWICE, twice), (LIKE_TYPING, _edits(surface))):
        for text in texts:
            if text not in seen:
                seen.add(text)
                yield _Candidate(text, weight)


def _alike(surface: str) -> Iterator[str]:
    for place, letter in enumerate(surface):
        for other in _ALIKE.get(letter, ""):
            yield surface[:place] + other + surface[place + 1 :]


def _edits(surface: str) -> Iterator[str]:
    letters = _LATIN_LETTERS if surface.isascii() else _ARABIC_LETTERS
    for place in range(len(surface) + 1):
        head, tail = surface[:place], surface[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            if tail:
                yield head + letter + tail[1:]
            yield head + letter + tail

"""Did you mean: what a query with few results was probably meant to be, from the vocabulary of the index.

Only the edits that matter in these scripts: letters that sound alike, one letter wrong, missing, superfluous or
swapped, and a whole query typed on the wrong keyboard layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import prod

from articles.search.engines.base import Engine, EngineRequest
from articles.search.plan import And, Or, Phrase, Plan, Term
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
LIKE_SOUND, LIKE_NAME, TWICE, LIKE_TYPING = 1.0, 0.2, 0.2, 0.1
"""A letter alike, a person's name that sounds so, two letters alike, any other slip: a rare word with ط for ت beats a
frequent one with a letter lost, and پوطین is پوتین before it is بوتین. Of 166 names with two slips beside a word of
their article 58 are mended with names and 25 without, of 245 other words with one slip 174 either way."""
TIMES_MORE_FREQUENT, TIMES_MORE_ALIKE = 100, 2
"""What articles hold may be meant: a letter alike («تلا» recited, for «طلا» gold) is likelier wrong than another.
With 10 for 100, چین (China) became این (this): of 500 queries of three words from one article, 34 were changed
instead of 14, and of 436 of two with a slip 255 mended instead of 256."""
RARE = 5
"""A word of so many articles is no slip of somebody's name."""
MOST_NEIGHBOURS = 2
MOST_TRIED = 8
"""Ways to read a query of several words that are looked for in articles, at the price of two small searches each."""
SIDE_BY_SIDE = 10


@dataclass(frozen=True, slots=True)
class _Candidate:
    surface: str
    weight: float


_AS_IT_STANDS = _Candidate("", 1.0)

Named = Callable[[str], Iterable[str]]
"""The folded words of persons' names that a word sounds like."""


def suggestion(
    engine: Engine,
    q: str,
    words: Iterable[QueryWord],
    finds: Callable[[str], int],
    names: Iterable[str] = (),
    named: Named = lambda word: (),
) -> str | None:
    """A better query or None. `finds` says how many articles a query finds, 0 where they are no more than for `q`:
    nothing is suggested in vain. `names` are persons' that the whole query resembles; `named` is asked for rare words
    that stand beside others."""
    proposals = dict.fromkeys((*other_layout(q), *names), 1.0)
    if corrected := _corrected(engine, q, list(words)[:MOST_WORDS], named):
        proposals[corrected.surface] = corrected.weight
    best, best_score = None, 0.0
    for better, weight in proposals.items():
        if fold(better) != fold(q) and (score := weight * finds(better)) > best_score:
            best, best_score = better, score
    return best


def _corrected(engine: Engine, q: str, words: Sequence[QueryWord], named: Named) -> _Candidate | None:
    """The query with its words replaced by those that were likelier meant, by what stands together in articles."""
    alone = len(words) == 1  # a name that is the whole query was looked for as such
    choices = [_choices(engine, word, None if alone else named) for word in words]
    ways = sorted(product(*(list(enumerate(choice)) for choice in choices)), key=lambda way: sum(n for n, _ in way))
    tried = [[choice for _, choice in way] for way in ways[: MOST_TRIED + 1]]
    tried = [way for way in tried if any(choice is not _AS_IT_STANDS for choice in way)]
    if not tried:
        return None
    best = tried[0] if len(words) == 1 else max(tried, key=lambda way: _evidence(engine, words, way))
    changed = q
    for word, choice in sorted(zip(words, best, strict=True), key=lambda pair: -pair[0].start):
        if choice is not _AS_IT_STANDS:
            changed = changed[: word.start] + written_form(choice.surface) + changed[word.start + len(word.text) :]
    return _Candidate(changed, prod(choice.weight for choice in best))


def _evidence(engine: Engine, words: Sequence[QueryWord], way: Sequence[_Candidate]) -> float:
    """How many articles hold these very words, those that stand side by side many times over."""
    runs = [
        word.readings[0].surfaces if choice is _AS_IT_STANDS else (choice.surface,)
        for word, choice in zip(words, way, strict=True)
    ]
    surfaces = [surface for run in runs for surface in run]
    together = And(tuple(_anywhere((surface,)) for surface in surfaces))
    beside = And((together, Or(tuple(_anywhere(pair) for pair in pairwise(surfaces)))))
    counts = [engine.search(EngineRequest(plan, limit=1)).total for plan in (together, beside)]
    return prod(choice.weight for choice in way) * (counts[0] + SIDE_BY_SIDE * counts[1])


def _anywhere(run: tuple[str, ...]) -> Plan:
    fields = ("title_surface", "body_surface")
    return Or(tuple(Phrase(field, run) if len(run) > 1 else Term(field, run[0]) for field in fields))


def _choices(engine: Engine, word: QueryWord, named: Named | None) -> list[_Candidate]:
    """The word as it stands (an empty surface), where articles hold it, and what it was probably meant to be."""
    surface = "".join(word.readings[0].surfaces)
    if word.exact or " " in word.text or not SHORTEST <= len(surface) <= LONGEST:
        return [_AS_IT_STANDS]
    ranked = neighbours(engine, surface)
    # Rare words with a letter alike are tried too: those beside them may tell.
    alike = [one for one in ranked[MOST_NEIGHBOURS:] if one.weight == LIKE_SOUND]
    found = [*ranked[:MOST_NEIGHBOURS], *alike[:1]]
    frequency = _frequencies(engine, [surface])[surface]
    if named and frequency < RARE and (persons := _of_persons(engine, word.text, frequency, named)):
        found = list({one.surface: one for one in (*persons, *found)}.values())
    known = len(word.readings[0].surfaces) > 1 or bool(frequency)
    return [_AS_IT_STANDS, *found] if known or not found else found


def _of_persons(engine: Engine, word: str, frequency: int, named: Named) -> list[_Candidate]:
    """Words of names that sound so, where articles hold them oftener."""
    frequencies = _frequencies(engine, list(named(word)))
    least = max(1, TIMES_MORE_ALIKE * frequency)
    return [_Candidate(name, LIKE_NAME) for name, count in frequencies.items() if count >= least]


def neighbours(engine: Engine, surface: str) -> list[_Candidate]:
    """The words one slip away that are so much more frequent that they may have been meant, the likeliest first."""
    found = list(candidates(surface))
    frequencies = _frequencies(engine, [surface, *(candidate.surface for candidate in found)])

    def likely(candidate: _Candidate) -> bool:
        least = TIMES_MORE_ALIKE if candidate.weight == LIKE_SOUND else TIMES_MORE_FREQUENT
        return frequencies[candidate.surface] >= max(1, least * frequencies[surface])

    return sorted(filter(likely, found), key=lambda one: -one.weight * frequencies[one.surface])


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

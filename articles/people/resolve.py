"""Which hits of one article are mentions, and of whom: names are settled within the article.

A strong name counts wherever it stands, unless another person's given name stands right before it («ماهر الشرع»
is not الشرع). A weak one counts after a full name in the article, and in the headline of an article that gives the
full name further down. Where several persons bear a name, the one last named in full is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from articles.people.matcher import CLITICS_ONE, Candidate, Hit, Matcher, Weight
from articles.people.titles import TitleSpan, names_an_institution, title_after, title_before, vocabulary
from articles.people.words import WITHIN_NAME, Words, split
from articles.text.fold import fold_with_offsets

Offices = Mapping[int, tuple[str, ...]]
DEPUTIES = ("نایب", "معاون", "مساعد", "وکیل", "جانشین", "قایممقام", "نواب", "مستشار", "مشاور", "دستیار")
GOVERNMENTS = frozenset(
    {"دولت", "کابینه", "رژیم", "حکومت", "نظام", "حکومه", "اداره", "بنظام", "لنظام", "ونظام", "وحکومه"}
)
"""What a head of state or government has: «رژیم اسد», «نظام الأسد», «دولت روحانی»."""
RULERS = frozenset({"رییسجمهور", "الرییس", "نخستوزیر", "رییسالوزراء"})
"""Offices, as letters, of those who have one."""
ON = "على"
"""Arabic «on», as it is written; folded it is the given name علي."""
IN = "در"
SONS = frozenset({"بن", "ابن", "بنت", "bin", "ibn", "bint"})


@dataclass(frozen=True, slots=True)
class Found:
    """A mention in one field: name and title as written, code points of the name."""

    person: int
    text: str
    title: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Placed:
    """A hit that stands as a name, before it is known whose."""

    field: str
    words: Words
    hit: Hit
    title: TitleSpan | None


def find(fields: Sequence[tuple[str, str]], language: str, matcher: Matcher, given: frozenset[str]) -> list[Found]:
    """The mentions in `fields` (name of the field, published text; the headline first) in the order of reading.

    `given` are folded given names: one of them right before a family name makes it another person's.
    """
    placed = [one for name, text in fields if text for one in _place(name, split(text), language, matcher, given)]
    settled = _settle(placed, matcher.offices)
    return [_found(one, candidate) for one, candidate in zip(placed, settled, strict=True) if candidate]


def _place(field: str, words: Words, language: str, matcher: Matcher, given: frozenset[str]) -> Iterator[_Placed]:
    hits = [hit for hit in matcher.scan(words, language) if stands_alone(words, hit, given)]
    befores = [None if _leaned_on(words, hit) else title_before(words, hit.first) for hit in hits]
    for index, hit in enumerate(hits):
        title = befores[index]
        if title is None:
            title = title_after(words, hit.last)
            following = befores[index + 1] if index + 1 < len(hits) else None
            # Without a comma «أ وزير الخارجية ب» gives the title to ب.
            if (
                title
                and following
                and following.first <= title.last
                and "،" not in words.text[words.ends[hit.last] : words.starts[title.first]]
            ):
                title = None
        yield _Placed(field, words, hit, title)


def _leaned_on(words: Words, hit: Hit) -> bool:
    """With و ل ب in front a name begins anew: in «النائب السابق للملا عمر» the deputy is another man."""
    return hit.skip > 0 or words.folded[hit.first].startswith("لل")


def stands_alone(words: Words, hit: Hit, given: frozenset[str]) -> bool:
    """Not a part of another person's name, nor of an institution's."""
    if hit.first > 0 and words.joined(hit.first - 1, WITHIN_NAME):
        before = words.folded[hit.first - 1]
        written = words.text[words.starts[hit.first - 1] : words.ends[hit.first - 1]]
        if before in SONS or (_is_given(before, given) and written != ON):
            return False
    if hit.last + 1 < len(words) and words.folded[hit.last + 1] in SONS and words.joined(hit.last, WITHIN_NAME):
        return False
    title = title_before(words, hit.first)
    return not names_an_institution(words, title.first if title else hit.first)


def _is_given(word: str, given: frozenset[str]) -> bool:
    """A given name, و ل ب ف ك in front of it included, that is no title (امیر, شیخ)."""
    known = vocabulary()
    if word in known.words or word in known.heads:
        return False
    return word in given or (len(word) > 4 and word[0] in CLITICS_ONE and word[1:] in given)


def _settle(placed: Sequence[_Placed], offices: Offices) -> list[Candidate | None]:
    """For each hit the candidate that is meant, or None."""
    named = {one.hit.candidates[0].person for one in placed if _names_fully(one.hit)}
    order: dict[int, int] = {}
    chosen: list[Candidate | None] = []
    for position, one in enumerate(placed):
        holders = _holders(one, offices)
        candidate = _meant(one, holders, order, named)
        if candidate is not None and (candidate.weight is Weight.STRONG or candidate in holders):
            order[candidate.person] = position
        chosen.append(candidate)
    return chosen


def _names_fully(hit: Hit) -> bool:
    return len(hit.candidates) == 1 and hit.candidates[0].weight is Weight.STRONG


def _meant(one: _Placed, titled: Sequence[Candidate], order: Mapping[int, int], named: Set[int]) -> Candidate | None:
    candidates = one.hit.candidates
    if _names_fully(one.hit):
        return candidates[0]
    able = titled or [candidate for candidate in candidates if candidate.weight is not Weight.TITLED]
    known = [candidate for candidate in able if candidate.person in order]
    if known and not _after_in(one):
        return max(known, key=lambda candidate: order[candidate.person])
    strong = [candidate for candidate in able if candidate.weight is Weight.STRONG]
    certain = titled or strong
    if len(certain) == 1:
        return certain[0]
    if certain or one.field == "title":
        later = [candidate for candidate in certain or able if candidate.person in named]
        return later[0] if len(later) == 1 else None
    return None


def _after_in(one: _Placed) -> bool:
    """A word after Persian «in» is the thing (در صدر, at the top), not the person of that family name."""
    first = one.hit.first
    return first > 0 and one.words.folded[first - 1] == IN and one.hit.candidates[0].weight is Weight.WEAK


def _holders(one: _Placed, offices: Offices) -> list[Candidate]:
    """The candidates whose office stands beside the name: «الرئيس الايراني روحاني», «روحانی رئیس جمهور»."""
    if one.title is None:
        return _rulers(one, offices)
    beside = "".join(one.words.folded[one.title.first : one.title.last + 1])
    return [
        candidate
        for candidate in one.hit.candidates
        if any(_holds(beside, office) for office in offices.get(candidate.person, ()))
    ]


def _rulers(one: _Placed, offices: Offices) -> list[Candidate]:
    """The candidates who govern, where a government is named before the name."""
    words, first = one.words, one.hit.first
    if first == 0 or words.folded[first - 1] not in GOVERNMENTS or not words.joined(first - 1, WITHIN_NAME):
        return []
    return [candidate for candidate in one.hit.candidates if RULERS.intersection(offices.get(candidate.person, ()))]


def _holds(beside: str, office: str) -> bool:
    """Whether the letters of a title say this office, and not its deputy: «نائب الرئيس» is no president."""
    at = beside.find(office)
    return at >= 0 and not beside[:at].endswith(DEPUTIES)


def _found(one: _Placed, candidate: Candidate) -> Found:
    words, hit, title = one.words, one.hit, one.title
    start = words.starts[hit.first]
    if hit.skip:
        start += _published_letters(words.text[start : words.ends[hit.first]], hit.skip)
    end = words.ends[hit.last] - hit.drop
    return Found(
        person=candidate.person,
        text=words.text[start:end],
        title=written_title(words, title) if title else "",
        field=one.field,
        start=start,
        end=end,
    )


def written_title(words: Words, title: TitleSpan) -> str:
    """The title as published, without و ل ب ف ك in front of its first word."""
    word = words.folded[title.first]
    start = words.starts[title.first]
    if word not in vocabulary().heads and not word.startswith("لل"):
        start += _published_letters(words.text[start : words.ends[title.first]], 1)
    return words.text[start : words.ends[title.last]]


def _published_letters(word: str, letters: int) -> int:
    """Code points of `word` that its first folded letters take up, their marks included."""
    return fold_with_offsets(word).offsets[letters]

"""Which hits of one article are mentions, and of whom: names are settled within the article.

A strong name counts wherever it stands, unless another person's given name stands right before it («ماهر الشرع»
is not الشرع). A weak one counts after a full name in the article; before it in the headline, with a title in front,
or where it can be no word. Where several persons bear a name, the one last named in full is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from articles.people.contexts import ENOUGH, ENOUGH_IF_LIKELY, Subject
from articles.people.found import Found, joined, with_house, with_misspelt_given_name
from articles.people.matcher import Candidate, Hit, Matcher
from articles.people.names import Weight
from articles.people.neighbours import (
    Placed,
    after_group,
    after_in,
    after_movement,
    ends_another,
    heads,
    is_one_of,
    is_thing,
)
from articles.people.offices import Offices, Stated, title_letters
from articles.people.standing import NISBA, goes_on_as_a_name, stands_alone
from articles.people.titles import SONS, TitleSpan, title_after, title_before, title_before_comma, vocabulary
from articles.people.words import WITHIN_NAME, Words, split
from articles.text.fold import fold_with_offsets

GOVERNMENTS = frozenset({"دولت", "کابینه", "رژیم", "حکومت", "نظام", "حکومه", "اداره"})
LOYAL = frozenset({"قوات", "میلیشیات", "ملیشیات", "موالی", "موالیه", "الموالی", "الموالیه", "الموالین"})
"""What a head of state or government has: «رژیم اسد», «نظام الأسد», «دولت روحانی», «قوات صالح», «موالية لهادي»."""
RULERS = frozenset({"رییسجمهور", "الرییس", "نخستوزیر", "رییسالوزراء"})
"""Offices, as letters, of those who have one."""
HONORIFICS = 2
"""Words of the longest polite form before a name: «دولت آقای دکتر روحانی»."""


def find(fields: Sequence[tuple[str, str]], language: str, matcher: Matcher, given: frozenset[str]) -> list[Found]:
    """The mentions in `fields` (name of the field, published text; the headline first) in the order of reading.

    `given` are folded given names: one of them right before a family name makes it another person's.
    """
    texts = [(name, split(text)) for name, text in fields if text]
    placed = [one for name, words in texts for one in _place(name, words, language, matcher, given)]
    stated = Stated((words for _, words in texts), matcher.offices)
    subject = Subject((words for _, words in texts), matcher.contexts.get(language, {}))
    settled = _settle(placed, matcher.offices, stated)
    named = {candidate.person for candidate in settled if candidate}
    settled = [
        candidate or _by_subject(one, subject, given, named) for one, candidate in zip(placed, settled, strict=True)
    ]
    mentions = (
        _found(one, candidate, matcher.given.get(candidate.person, ()))
        for one, candidate in zip(placed, settled, strict=True)
        if candidate
    )
    return list(joined(mentions, dict(fields)))


def _place(field: str, words: Words, language: str, matcher: Matcher, given: frozenset[str]) -> Iterator[Placed]:
    hits = [with_house(words, hit) for hit in matcher.scan(words, language) if stands_alone(words, hit, given)]
    befores = [None if _leaned_on(words, hit) else title_before(words, hit.first) for hit in hits]
    for index, hit in enumerate(hits):
        title = befores[index]
        if title is None and hit.last > hit.first:
            title = title_before_comma(words, hit.first)
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
        yield Placed(field, words, hit, title)


def _leaned_on(words: Words, hit: Hit) -> bool:
    """With و ل ب in front a name begins anew: in «النائب السابق للملا عمر» the deputy is another man."""
    return hit.skip > 0 or words.folded[hit.first].startswith("لل")


def _settle(placed: Sequence[Placed], offices: Offices, stated: Stated) -> list[Candidate | None]:
    """For each hit the candidate that is meant, or None."""
    held = [_holders(one, offices) for one in placed]
    named = {one.hit.candidates[0].person for one in placed if _names_fully(one.hit)}
    named.update(holders[0].person for holders in held if len(holders) == 1)
    order: dict[int, int] = {}
    chosen: list[Candidate | None] = []
    for position, (one, holders) in enumerate(zip(placed, held, strict=True)):
        candidate = _meant(one, holders, order, named)
        if candidate and candidate.weight is Weight.WEAK and ends_another(one, placed[position - 1]):
            candidate = None
        sure = candidate is not None and (candidate.weight is Weight.STRONG or candidate in holders)
        if candidate is None:
            candidate = _by_office(one, stated)
            sure = candidate is not None
        if candidate is not None and sure:
            order[candidate.person] = position
        chosen.append(candidate)
    return chosen


def _names_fully(hit: Hit) -> bool:
    return len(hit.candidates) == 1 and hit.candidates[0].weight is Weight.STRONG


def _meant(one: Placed, titled: Sequence[Candidate], order: Mapping[int, int], named: Set[int]) -> Candidate | None:
    candidates = one.hit.candidates
    if _names_fully(one.hit):
        return candidates[0]
    able = titled or [candidate for candidate in candidates if candidate.weight is not Weight.TITLED]
    known = [candidate for candidate in able if candidate.person in order]
    if known and not (after_in(one) or after_group(one)):
        return max(known, key=lambda candidate: order[candidate.person])
    strong = [candidate for candidate in able if candidate.weight is Weight.STRONG]
    certain = titled or strong
    if len(certain) == 1:
        return certain[0]
    if certain or (heads(one) and not is_thing(one)) or _is_surely_a_name(one):
        later = [candidate for candidate in certain or able if candidate.person in named]
        return later[0] if len(later) == 1 else None
    return None


def _is_surely_a_name(one: Placed) -> bool:
    """Whether no word is meant, so that the person may be named in full further down: with a title in front («آقای
    منتظری»), or an Arabic name of origin (المالكي)."""
    titled = one.title is not None and one.title.last < one.hit.first
    first = one.hit.first
    of_origin = first == one.hit.last and NISBA.fullmatch(one.words.folded[first]) is not None
    return (titled or of_origin) and not after_group(one)


def _by_office(one: Placed, stated: Stated) -> Candidate | None:
    """Of those who bear a full name that is no rare one, or a family name in the headline, the only one whose office
    the article names somewhere.

    Sons are named by their fathers: with a king in every article, «عبدالله بن عبدالعزيز» would be he.
    """
    if SONS.intersection(one.words.folded[one.hit.first : one.hit.last + 1]):
        return None
    bare_headline = one.field == "title" and not one.title and not is_thing(one)
    weak = Weight.WEAK if bare_headline else None
    able = [
        candidate
        for candidate in one.hit.candidates
        if candidate.weight is weak or (candidate.words > 1 and candidate.weight is not Weight.TITLED)
    ]
    holding = [candidate for candidate in able if stated.of(candidate.person)]
    return holding[0] if len(holding) == 1 else None


def _by_subject(one: Placed, subject: Subject, given: frozenset[str], named: Set[int]) -> Candidate | None:
    """Of those who bear a short name the one whose context words the article has.

    `named` are the persons found in the article: of one who is named further down less context is asked.
    """
    able = {candidate.person: candidate for candidate in one.hit.candidates if candidate.weight is Weight.WEAK}
    if not able or is_thing(one) or after_movement(one) or goes_on_as_a_name(one.words, one.hit, given):
        return None
    hit = one.hit
    # Of a given name the title may be anybody's: «اللواء هادي رزيج».
    titled = one.title is not None and one.title.last < hit.first and one.words.folded[hit.last] not in given
    likely = titled or not named.isdisjoint(able)
    person = subject.meant(tuple(able), ENOUGH_IF_LIKELY if likely else ENOUGH)
    return None if person is None else able[person]


def _holders(one: Placed, offices: Offices) -> list[Candidate]:
    """The candidates whose office stands beside the name: «الرئيس الايراني روحاني», «روحانی رئیس جمهور»."""
    if one.title is None:
        return _rulers(one, offices, one.hit.first)
    beside = title_letters(one.words, one.title)
    holding = [
        candidate
        for candidate in one.hit.candidates
        if any(beside.say(office) for office in offices.get(candidate.person, ()))
    ]
    polite = one.title.last < one.hit.first and one.title.last - one.title.first < HONORIFICS
    return holding or (_rulers(one, offices, one.title.first) if polite else [])


def _rulers(one: Placed, offices: Offices, first: int) -> list[Candidate]:
    """The candidates who govern, where a government is named before the word `first`: «دولت آقای خاتمی»."""
    words = one.words
    if (
        first == 0
        or not is_one_of(words.folded[first - 1], GOVERNMENTS | LOYAL)
        or not words.joined(first - 1, WITHIN_NAME)
    ):
        return []
    return [
        candidate
        for candidate in one.hit.candidates
        if any(office.letters in RULERS for office in offices.get(candidate.person, ()))
    ]


def _found(one: Placed, candidate: Candidate, given: Iterable[str]) -> Found:
    words, title = one.words, one.title
    hit = one.hit if title and title.last < one.hit.first else with_misspelt_given_name(words, one.hit, given)
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

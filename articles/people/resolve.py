"""Which hits of one article are mentions, and of whom: names are settled within the article.

A strong name counts wherever it stands, unless another person's given name stands right before it («ماهر الشرع»
is not الشرع). A weak one counts after a full name in the article; before it in the headline, with a title in front,
or where it can be no word. Where several persons bear a name, the one last named in full is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from articles.people.contexts import ENOUGH, ENOUGH_IF_LIKELY, Subject
from articles.people.found import Found, joined, with_house, with_misspelt_given_name
from articles.people.matcher import Candidate, Hit, Matcher
from articles.people.names import Weight
from articles.people.offices import Offices, Stated, title_letters
from articles.people.standing import NISBA, goes_on_as_a_name, stands_alone
from articles.people.titles import SONS, TitleSpan, bare, title_after, title_before, title_before_comma, vocabulary
from articles.people.words import WITHIN_NAME, Words, split
from articles.text.fold import fold_with_offsets

GOVERNMENTS = frozenset({"دولت", "کابینه", "رژیم", "حکومت", "نظام", "حکومه", "اداره"})
LOYAL = frozenset({"قوات", "میلیشیات", "ملیشیات", "موالی", "موالیه", "الموالی", "الموالیه", "الموالین"})
"""What a head of state or government has: «رژیم اسد», «نظام الأسد», «دولت روحانی», «قوات صالح», «موالية لهادي»."""
RULERS = frozenset({"رییسجمهور", "الرییس", "نخستوزیر", "رییسالوزراء"})
"""Offices, as letters, of those who have one."""
SUBHEADING = re.compile(r"[^\n.؟?!؛;:]*\n")
IN = "در"
GROUPS = frozenset(
    {"میلیشیا", "میلیشیات", "ملیشیا", "ملیشیات", "جماعه", "حرکه", "عناصر", "مسلحی", "متمردی", "جماعات", "عصابات"}
)
"""After one of these a name of origin is that of a movement: «ميليشيا الحوثي» is not its leader."""
NO_NAMES = frozenset(
    "الیه الیها الیهم الینا التقی الان الیوم الذی التی الاثنین الثلاثاء الاربعاء الخمیس الجمعه السبت الاحد".split()
)
"""Folded Arabic words that begin like the article, and days: no names before a family name."""
MOVEMENTS = frozenset({"جنبش", "جریان", "جماعت", "گروه", "حزب", "تیار", "التیار"})
"""«جنبش صدر» is a movement, where nothing says that its leader is meant."""
HONORIFICS = 2
"""Words of the longest polite form before a name: «دولت آقای دکتر روحانی»."""


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


def _place(field: str, words: Words, language: str, matcher: Matcher, given: frozenset[str]) -> Iterator[_Placed]:
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
        yield _Placed(field, words, hit, title)


def _leaned_on(words: Words, hit: Hit) -> bool:
    """With و ل ب in front a name begins anew: in «النائب السابق للملا عمر» the deputy is another man."""
    return hit.skip > 0 or words.folded[hit.first].startswith("لل")


def _settle(placed: Sequence[_Placed], offices: Offices, stated: Stated) -> list[Candidate | None]:
    """For each hit the candidate that is meant, or None."""
    held = [_holders(one, offices) for one in placed]
    named = {one.hit.candidates[0].person for one in placed if _names_fully(one.hit)}
    named.update(holders[0].person for holders in held if len(holders) == 1)
    order: dict[int, int] = {}
    chosen: list[Candidate | None] = []
    for position, (one, holders) in enumerate(zip(placed, held, strict=True)):
        candidate = _meant(one, holders, order, named)
        if candidate and candidate.weight is Weight.WEAK and _ends_another(one, placed[position - 1]):
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


def _meant(one: _Placed, titled: Sequence[Candidate], order: Mapping[int, int], named: Set[int]) -> Candidate | None:
    candidates = one.hit.candidates
    if _names_fully(one.hit):
        return candidates[0]
    able = titled or [candidate for candidate in candidates if candidate.weight is not Weight.TITLED]
    known = [candidate for candidate in able if candidate.person in order]
    if known and not (_after_in(one) or _after_group(one)):
        return max(known, key=lambda candidate: order[candidate.person])
    strong = [candidate for candidate in able if candidate.weight is Weight.STRONG]
    certain = titled or strong
    if len(certain) == 1:
        return certain[0]
    if certain or (_heads(one) and not _after_group(one) and not _is_adjective(one)) or _is_surely_a_name(one):
        later = [candidate for candidate in certain or able if candidate.person in named]
        return later[0] if len(later) == 1 else None
    return None


def _heads(one: _Placed) -> bool:
    """Whether the name stands in the headline, or begins a line that may be a subheading: no sentence ends in it."""
    if one.field == "title":
        return True
    first, words = one.hit.first, one.words
    if first > 0 and "\n" not in words.text[words.ends[first - 1] : words.starts[first]]:
        return False
    return SUBHEADING.match(words.text, words.ends[one.hit.last]) is not None


def _is_surely_a_name(one: _Placed) -> bool:
    """Whether no word is meant, so that the person may be named in full further down: with a title in front («آقای
    منتظری»), or an Arabic name of origin (المالكي)."""
    titled = one.title is not None and one.title.last < one.hit.first
    first = one.hit.first
    of_origin = first == one.hit.last and NISBA.fullmatch(one.words.folded[first]) is not None
    return (titled or of_origin) and not _after_group(one)


def _by_office(one: _Placed, stated: Stated) -> Candidate | None:
    """Of those who bear a full name that is no rare one, or a family name in the headline, the only one whose office
    the article names somewhere.

    Sons are named by their fathers: with a king in every article, «عبدالله بن عبدالعزيز» would be he.
    """
    if SONS.intersection(one.words.folded[one.hit.first : one.hit.last + 1]):
        return None
    bare_headline = one.field == "title" and not one.title and not _after_in(one) and not _after_group(one)
    bare_headline = bare_headline and not _is_adjective(one)
    weak = Weight.WEAK if bare_headline else None
    able = [
        candidate
        for candidate in one.hit.candidates
        if candidate.weight is weak or (candidate.words > 1 and candidate.weight is not Weight.TITLED)
    ]
    holding = [candidate for candidate in able if stated.of(candidate.person)]
    return holding[0] if len(holding) == 1 else None


def _by_subject(one: _Placed, subject: Subject, given: frozenset[str], named: Set[int]) -> Candidate | None:
    """Of those who bear a short name the one whose context words the article has.

    `named` are the persons found in the article: of one who is named further down less context is asked.
    """
    able = {candidate.person: candidate for candidate in one.hit.candidates if candidate.weight is Weight.WEAK}
    if not able or _after_in(one) or _after_group(one) or _is_adjective(one) or goes_on_as_a_name(one.words, one.hit, given):
        return None
    words, hit = one.words, one.hit
    if hit.first > 0 and words.folded[hit.first - 1] in MOVEMENTS and words.joined(hit.first - 1, WITHIN_NAME):
        return None
    # Of a given name the title may be anybody's: «اللواء هادي رزيج».
    titled = one.title is not None and one.title.last < hit.first and words.folded[hit.last] not in given
    likely = titled or not named.isdisjoint(able)
    person = subject.meant(tuple(able), ENOUGH_IF_LIKELY if likely else ENOUGH)
    return None if person is None else able[person]


def _ends_another(one: _Placed, previous: _Placed) -> bool:
    """«نواف الأحمد الجابر الصباح»: after another name with the article a family name is that of its bearer.

    «صباح الأحمد الصباح» is one name, of which `previous` is the beginning.
    """
    words, first = one.words, one.hit.first
    return (
        first > 0
        and one.title is None
        and one.hit.skip == 0
        and (previous.words is not words or previous.hit.last + 1 != first)
        and words.folded[first].startswith("ال")
        and words.joined(first - 1, WITHIN_NAME)
        and words.folded[first - 1].startswith("ال")
        and not vocabulary().is_word(words.folded[first - 1])
        and words.folded[first - 1] not in NO_NAMES
    )


def _is_adjective(one: _Placed) -> bool:
    """«مجلس الدفاع العربي»: an Arabic name of origin after a word with the article describes it."""
    words, first = one.words, one.hit.first
    return (
        first > 0
        and one.title is None
        and words.joined(first - 1, WITHIN_NAME)
        and words.folded[first - 1].startswith("ال")
        and NISBA.fullmatch(words.folded[first]) is not None
    )


def _after_in(one: _Placed) -> bool:
    """A word after Persian «in» is the thing (در صدر, at the top), not the person of that family name."""
    first = one.hit.first
    return first > 0 and one.words.folded[first - 1] == IN and one.hit.candidates[0].weight is Weight.WEAK


def _after_group(one: _Placed) -> bool:
    words, first = one.words, one.hit.first
    return (
        first > 0
        and _in(words.folded[first - 1], GROUPS)
        and first == one.hit.last
        and NISBA.search(words.folded[first]) is not None
        and words.joined(first - 1, WITHIN_NAME)
    )


def _holders(one: _Placed, offices: Offices) -> list[Candidate]:
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


def _rulers(one: _Placed, offices: Offices, first: int) -> list[Candidate]:
    """The candidates who govern, where a government is named before the word `first`: «دولت آقای خاتمی»."""
    words = one.words
    if first == 0 or not _in(words.folded[first - 1], GOVERNMENTS | LOYAL) or not words.joined(first - 1, WITHIN_NAME):
        return []
    return [
        candidate
        for candidate in one.hit.candidates
        if any(office.letters in RULERS for office in offices.get(candidate.person, ()))
    ]


def _in(word: str, listed: Set[str]) -> bool:
    """With و ل ب ف ك in front too: ونظام الأسد."""
    return word in listed or bare(word) in listed


def _found(one: _Placed, candidate: Candidate, given: Iterable[str]) -> Found:
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

"""Names that nobody entered yet: a given name and what follows it, with a title beside it or a verb of saying.

Proposals are for an editor, with counts and examples; readers never see them as persons.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from articles.people.matcher import Matcher
from articles.people.resolve import written_title
from articles.people.sentences import Sentence, reports_speech, sentence_around
from articles.people.standing import NO_GIVEN_NAMES, stands_alone
from articles.people.titles import SONS, TitleSpan, title_after, title_before, vocabulary
from articles.people.words import WITHIN_NAME, Words, split
from articles.text.fold import fold

EXAMPLES = 3
LONGEST = 5
"""Words of a proposed name: a given one, "son of" and a father's, a family name."""
UNFINISHED = SONS | {fold(word) for word in ("آل", "عبد", "ابو", "ابی", "أبي", "حاجی", "میر", "بنی", "سید")}
"""Words that end no name: another one follows."""
_JOINING = """
از در به با بر تا که را و یا این آن هم نیز برای پس هر بی چه اگر رغم خود وی او دیگر می است بود شد شده کرد باید
نوشت گفت افزود في من عن إلى الى أن إن أنه أنها انه ان هذا هذه التي الذي ما لا لم لن قد كل بعد قبل بين مع حتى أو
او ثم كما هو هي غير عند منذ خلال ضد أي هناك كان كانت عليه
"""
NO_NAMES = frozenset(map(fold, _JOINING.split()))
"""Folded words that join what stands around them, and verbs of saying: «فارس از», «على أن» are no names."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text to look through; `article` is any number the caller knows it by."""

    article: int
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Example:
    article: int
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name as most often written, in how many texts, with titles beside it and sentences around it.

    `key` is its folded letters without spaces, under which all its spellings are one.
    """

    key: str
    name: str
    language: str
    texts: int
    titles: tuple[str, ...]
    examples: tuple[Example, ...]


def propose(texts: Iterable[Reading], matcher: Matcher, given: frozenset[str], least: int = 2) -> list[Proposal]:
    """Proposals that stand in at least `least` texts of their language, the most frequent first."""
    written: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    titles: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    examples: defaultdict[tuple[str, str], list[Example]] = defaultdict(list)
    for reading in texts:
        text, language = reading.text, reading.language
        words = split(text)
        seen: set[tuple[str, str]] = set()
        for first, last, title in _names(words, language, matcher, given):
            key = "".join(words.folded[first : last + 1]), language
            if key in seen:
                continue
            seen.add(key)
            start, end = words.starts[first], words.ends[last]
            written[key][text[start:end]] += 1
            if title:
                titles[key][written_title(words, title)] += 1
            if len(examples[key]) < EXAMPLES:
                examples[key].append(Example(reading.article, sentence_around(text, start, end)))
    found = [
        Proposal(
            key[0],
            forms.most_common(1)[0][0],
            key[1],
            forms.total(),
            tuple(title for title, _ in titles[key].most_common(EXAMPLES)),
            tuple(examples[key]),
        )
        for key, forms in written.items()
        if forms.total() >= least
    ]
    return sorted(found, key=lambda proposal: (-proposal.texts, proposal.name))


def _names(
    words: Words, language: str, matcher: Matcher, given: frozenset[str]
) -> Iterable[tuple[int, int, TitleSpan | None]]:
    borne = (hit for hit in matcher.scan(words, language) if stands_alone(words, hit, given))
    known = {place for hit in borne for place in range(hit.first, hit.last + 1)}
    at = 0
    while at < len(words):
        last = _end(words, at, given, known)
        if last is None:
            at += 1
            continue
        title = title_before(words, at) or title_after(words, last)
        if title or _speaks(words, at, last, language):
            yield at, last, title
        at = last + 1


def _end(words: Words, first: int, given: Set[str], known: Set[int]) -> int | None:
    """The last word of a name that begins here with a given name; None where none does."""
    titles = vocabulary()
    if words.folded[first] not in given or words.folded[first] in titles.heads | NO_NAMES or _is_on(words, first):
        return None
    last = first
    wanted = True
    while wanted and last + 1 < len(words) and last - first + 1 < LONGEST and words.joined(last, WITHIN_NAME):
        following = words.folded[last + 1]
        if last + 1 in known or titles.is_word(following) or following in NO_NAMES or _is_on(words, last + 1):
            break
        if len(following) < 2:
            break
        last += 1
        # "Ali son of Hasan Karimi", "Mohammad Ali Karimi": these are not the end of a name
        wanted = following in given or following in UNFINISHED or _goes_on(words, last)
    # Given names alone («علی اصغر») are one person's or another's, or a saint's.
    complete = last > first and not wanted
    return last if complete and known.isdisjoint(range(first, last + 1)) else None


def _goes_on(words: Words, at: int) -> bool:
    """Whether only a half-space divides the word from the next: شبنم‌زاده is one family name."""
    return at + 1 < len(words) and words.text[words.ends[at] : words.starts[at + 1]] == "\u200c"


def _is_on(words: Words, at: int) -> bool:
    """Arabic «on», which folds to the given name Ali."""
    return words.text[words.starts[at] : words.ends[at]] in NO_GIVEN_NAMES


def _speaks(words: Words, first: int, last: int, language: str) -> bool:
    sentence = sentence_around(words.text, words.starts[first], words.ends[last])
    return reports_speech(sentence, "", language)


def lines(proposals: Sequence[Proposal]) -> Iterable[str]:
    """Rows of a table: count, name, titles, one example."""
    for proposal in proposals:
        example = proposal.examples[0].sentence
        sentence = f"{example.before}[{example.name}]{example.after}".replace("\n", " ").replace("\t", " ")
        yield "\t".join((str(proposal.texts), proposal.name, " | ".join(proposal.titles), sentence))

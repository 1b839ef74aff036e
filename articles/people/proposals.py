"""Names that nobody entered yet: a given name and what follows it, with a title beside it or a verb of saying.

Proposals are for an editor, with counts and examples; readers never see them as persons.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from articles.people.matcher import Matcher
from articles.people.resolve import SONS
from articles.people.sentences import Sentence, reports_speech, sentence_around
from articles.people.titles import TitleSpan, title_after, title_before, vocabulary
from articles.people.words import WITHIN_NAME, Words, split

EXAMPLES = 3
LONGEST = 4
"""Words of a proposed name: a given one, "son of" and a father's, a family name."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name as most often written, in how many texts, with titles beside it and sentences around it."""

    name: str
    texts: int
    titles: tuple[str, ...]
    examples: tuple[Sentence, ...]


def propose(texts: Iterable[tuple[str, str]], matcher: Matcher, given: Set[str], least: int = 2) -> list[Proposal]:
    """Proposals from (text, language) that stand in at least `least` texts, the most frequent first."""
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    titles: defaultdict[str, Counter[str]] = defaultdict(Counter)
    examples: defaultdict[str, list[Sentence]] = defaultdict(list)
    for text, language in texts:
        words = split(text)
        seen: set[str] = set()
        for first, last, title in _names(words, language, matcher, given):
            key = "".join(words.folded[first : last + 1])
            if key in seen:
                continue
            seen.add(key)
            start, end = words.starts[first], words.ends[last]
            written[key][text[start:end]] += 1
            if title:
                titles[key][text[words.starts[title.first] : words.ends[title.last]]] += 1
            if len(examples[key]) < EXAMPLES:
                examples[key].append(sentence_around(text, start, end))
    found = [
        Proposal(
            forms.most_common(1)[0][0],
            forms.total(),
            tuple(title for title, _ in titles[key].most_common(EXAMPLES)),
            tuple(examples[key]),
        )
        for key, forms in written.items()
        if forms.total() >= least
    ]
    return sorted(found, key=lambda proposal: (-proposal.texts, proposal.name))


def _names(
    words: Words, language: str, matcher: Matcher, given: Set[str]
) -> Iterable[tuple[int, int, TitleSpan | None]]:
    known = {place for hit in matcher.scan(words, language) for place in range(hit.first, hit.last + 1)}
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
    if words.folded[first] not in given or words.folded[first] in titles.heads:
        return None
    last = first
    wanted = 1
    while wanted and last + 1 < len(words) and last - first + 1 < LONGEST and words.joined(last, WITHIN_NAME):
        following = words.folded[last + 1]
        if last + 1 in known or titles.is_word(following) or len(following) < 2:
            break
        last += 1
        # "Ali son of Hasan Karimi", "Mohammad Ali Karimi": these are not the end of a name
        wanted = 1 if following in given or following in SONS else 0
    complete = last > first and words.folded[last] not in SONS
    return last if complete and known.isdisjoint(range(first, last + 1)) else None


def _speaks(words: Words, first: int, last: int, language: str) -> bool:
    sentence = sentence_around(words.text, words.starts[first], words.ends[last])
    return reports_speech(sentence, "", language)


def lines(proposals: Sequence[Proposal]) -> Iterable[str]:
    """Rows of a table: count, name, titles, one example."""
    for proposal in proposals:
        example = proposal.examples[0]
        sentence = f"{example.before}[{example.name}]{example.after}".replace("\n", " ").replace("\t", " ")
        yield "\t".join((str(proposal.texts), proposal.name, " | ".join(proposal.titles), sentence))

"""Words that stand in the articles about a person and hardly in others: candidates for `context` in people.jsonl.

`python -m bench.contexts SLUG …` counts over ../shared/data/news and prints, for each person and language with enough
articles that name them surely, the words with the highest product of frequency there and log of the ratio to all
other articles. An editor drops what is an accident of those weeks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.people.book import weight
from articles.people.matcher import Matcher
from articles.people.names import Name
from articles.people.resolve import find
from articles.people.short import given_names
from articles.people.words import fold_word, split
from bench.people import SHARED, figures, line

FEWEST_ARTICLES = 4
LEAST_SHARE = 0.05
"""Of the articles about the person, of which a word must be in."""
LEAST_RATIO = 8.0
"""Of the share among articles about the person to the share among all others."""
MOST_WORDS = 30
SHORTEST = 3


@dataclass
class Counted:
    """Articles that hold a word, over all of one language and of those about each person; `written` as published."""

    articles: int = 0
    holding: Counter[str] = field(default_factory=Counter)
    about: Counter[str] = field(default_factory=Counter)
    with_word: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    written: dict[str, Counter[str]] = field(default_factory=dict)


def news() -> Iterator[tuple[str, str, str]]:
    for path in sorted((SHARED / "news").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for row in map(json.loads, stream):
                yield row["lang"], row["title"] or "", row["body"] or ""


def count(wanted: set[str]) -> dict[str, Counted]:
    """By language. A word counts once an article, however often it stands there."""
    people = figures()
    matcher, given = (
        Matcher(
            Name(number, name.text, name.language, weight(name.kind, name.standalone))
            for number, person in enumerate(people)
            for name in person.names
        ),
        given_names(),
    )
    found: defaultdict[str, Counted] = defaultdict(Counted)
    for language, title, body in news():
        counted = found[language]
        words = split(f"{title}\n{body}")
        bag = frozenset(words.folded)
        counted.articles += 1
        counted.holding.update(bag)
        named = {people[one.person].slug for one in find([("title", title), ("body", body)], language, matcher, given)}
        for slug in named & wanted:
            counted.about[slug] += 1
            counted.with_word[slug].update(bag)
            for start, end, folded in zip(words.starts, words.ends, words.folded, strict=True):
                counted.written.setdefault(folded, Counter())[words.text[start:end]] += 1
    return found


def telling(counted: Counted, slug: str, own: frozenset[str]) -> list[str]:
    """Words as most often published, the most telling first; `own` are the folded words of the person's names."""
    about = counted.about[slug]
    rated = []
    for word, within in counted.with_word[slug].items():
        if within < max(3, LEAST_SHARE * about) or len(word) < SHORTEST or word.isdecimal():
            continue
        if word in own or word[1:] in own:
            continue
        elsewhere = (counted.holding[word] - within + 2.5) / (counted.articles - about + 1)
        ratio = (within + 0.5) / (about + 1) / elsewhere
        if ratio >= LEAST_RATIO:
            rated.append((within * math.log(ratio), word))
    best = sorted(rated, reverse=True)[:MOST_WORDS]
    return [counted.written[word].most_common(1)[0][0] for _, word in best]


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.contexts", description=__doc__)
    parser.add_argument("slugs", nargs="+")
    wanted = set(parser.parse_args().slugs)
    names = {person.slug: person.names for person in figures()}
    own = {slug: frozenset(fold_word(word) for name in names[slug] for word in name.text.split()) for slug in wanted}
    for language, counted in count(wanted).items():
        for slug in sorted(wanted):
            if counted.about[slug] >= FEWEST_ARTICLES:
                words = " ".join(telling(counted, slug, own[slug]))
                line(f"{slug} {language} {counted.about[slug]} articles", words)


if __name__ == "__main__":
    main()

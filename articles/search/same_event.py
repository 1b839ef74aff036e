"""Who else tells the same event: articles of other outlets from the days around, in whatever language.

What languages share are persons: the recogniser knows a person under every name and in every script, so two articles of
one day that name the same rare persons tell the same event, whatever letters they are written in. A person counts by
rarity among the articles of those days, as a term does in BM25: in a week when everybody names a king, the king says
nothing. Within one language words of the titles count beside, and what `related` found is looked at too.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from articles.models import Article, Mention
from articles.models.mention import MentionField
from articles.text.analysis import analyse

AROUND = timedelta(days=2)
MOST_PERSONS = 16
"""Persons of the article that others are asked for, the most named first: a list of a whole cabinet costs more and
proves no more."""
READ = 20
"""Candidates of which the titles are read, those with the rarest shared persons first."""
TOGETHER = 0.8
"""Least sum of the rarities (each 0 to 1) of two or more shared persons."""
TOGETHER_UNALIKE = 1.2
"""The same where the titles are in one language and have no word in common."""
RARE = 0.5
"""Least rarity of a single shared person, where the titles are alike as well."""
SINGULAR = 0.75
"""The same where the titles have no words in common, but both name this person: articles in two languages."""
ALIKE = 0.25
"""Least likeness of titles (Jaccard's measure of their stems) beside a shared person."""
ALIKE_ALONE = 0.4
"""The same for articles that `related` found and that name nobody we know."""
A_DAY_LATER = 0.1
"""What each day of distance takes from a score."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a candidate has in common with the article: rarities of persons in both, and of those in both titles."""

    persons: Mapping[int, float]
    titled: Mapping[int, float]

    @property
    def weight(self) -> float:
        return sum(self.persons.values())

    @property
    def rarest(self) -> float:
        return max(self.persons.values(), default=0.0)

    def may_suffice(self) -> bool:
        """Whether the article is worth reading: the titles decide about the rest."""
        return self.rarest >= RARE or (len(self.persons) > 1 and self.weight >= TOGETHER)


NOBODY = Shared({}, {})


def same_event(
    article: Article, mentions: Sequence[Mention], alike: Collection[Article] = (), limit: int = 5
) -> list[Article]:
    """Visible articles about the event of `article`, likeliest first, each outlet once; none for an undated article.

    `mentions` are those of the article, `alike` what `related` found (it stands for the words). Three queries at most.
    """
    if article.day is None:
        return []
    shared = _shared(article, mentions)
    promising = [key for key, found in shared.items() if found.may_suffice()]
    best = sorted(promising, key=lambda key: (-shared[key].weight, -key))[:READ]
    known = {other.pk: other for other in alike}
    missing = [key for key in best if key not in known]
    if missing:
        known |= Article.objects.visible().for_lists().in_bulk(missing)
    title = _stems(article)
    scored = [
        (_score(article, other, shared.get(other.pk, NOBODY), _likeness(title, article, other)), other)
        for other in known.values()
        if _is_elsewhere(article, other)
    ]
    scored.sort(key=lambda pair: (-pair[0], -pair[1].pk))
    return _each_outlet_once(other for score, other in scored if score)[:limit]


def _shared(article: Article, mentions: Sequence[Mention]) -> dict[int, Shared]:
    """By article of the days around: the persons it shares with `article`."""
    counts: dict[int, int] = defaultdict(int)
    for mention in mentions:
        counts[mention.person_id] += 1
    persons = sorted(counts, key=lambda person: -counts[person])[:MOST_PERSONS]
    if not persons or article.day is None:
        return {}
    days = (article.day - AROUND, article.day + AROUND)
    rows = (
        Mention.objects.filter(
            person__in=persons,
            article__day__range=days,
            article__withdrawn_at=None,
            article__duplicate_of=None,
        )
        .exclude(article=article)
        .order_by()
        .values_list("article", "person", "field")
        .distinct()
    )
    named: defaultdict[int, set[int]] = defaultdict(set)
    titled: defaultdict[int, set[int]] = defaultdict(set)
    for key, person, field in rows:
        named[person].add(key)
        if field == MentionField.TITLE:
            titled[person].add(key)
    if not named:
        return {}
    rarity = _rarities(named, Article.objects.visible().filter(day__range=days).count())
    own_title = {mention.person_id for mention in mentions if mention.field == MentionField.TITLE}
    of_article: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for person, keys in named.items():
        for key in keys:
            of_article[key][person] = rarity[person]
    return {
        key: Shared(found, {one: weight for one, weight in found.items() if one in own_title and key in titled[one]})
        for key, found in of_article.items()
    }


def _rarities(named: Mapping[int, Collection[int]], articles: int) -> dict[int, float]:
    """From 0 (named by all articles of these days) to 1."""
    return {
        person: max(0.0, 1.0 - math.log(len(keys) + 1) / math.log(articles + 1)) if articles > 1 else 0.0
        for person, keys in named.items()
    }


def _is_elsewhere(article: Article, other: Article) -> bool:
    same_outlet = article.source_id is not None and article.source_id == other.source_id
    if same_outlet or other.pk == article.pk or article.day is None or other.day is None:
        return False
    return abs(article.day - other.day) <= AROUND


def _score(article: Article, other: Article, shared: Shared, likeness: float) -> float:
    """0 where the evidence does not suffice."""
    enough = TOGETHER if likeness or article.language != other.language else TOGETHER_UNALIKE
    told = (
        (len(shared.persons) > 1 and shared.weight >= enough)
        or (shared.rarest >= RARE and likeness >= ALIKE)
        or max(shared.titled.values(), default=0.0) >= SINGULAR
        or likeness >= ALIKE_ALONE
    )
    if not told or article.day is None or other.day is None:
        return 0.0
    score = shared.weight + sum(shared.titled.values()) + 2 * likeness
    return score * (1 - A_DAY_LATER * abs((article.day - other.day).days))


def _likeness(title: frozenset[str], article: Article, other: Article) -> float:
    """Jaccard's measure of the stems of two titles (`title` are those of `article`); 0 between languages."""
    if article.language != other.language:
        return 0.0
    others = _stems(other)
    return len(title & others) / len(title | others) if title and others else 0.0


def _stems(article: Article) -> frozenset[str]:
    return frozenset(token.stem for token in analyse(article.title, article.language) if len(token.stem) > 1)


def _each_outlet_once(articles: Iterable[Article]) -> list[Article]:
    """Articles without an outlet stay all."""
    kept, seen = [], set()
    for article in articles:
        if article.source_id is None or article.source_id not in seen:
            seen.add(article.source_id)
            kept.append(article)
    return kept

"""What the portal knows of one person: who calls them what, when, beside whom, and what they said.

Every question is answered by the database in a bounded number of rows, so that a person of 5,000 mentions
costs no more than one of 50.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, QuerySet

from articles.models import Article, Mention, Person, PersonName, Source
from articles.people.sentences import Sentence, reports_speech, sentence_around

FORMS = 240
"""Forms read from the database for the table, the most frequent first."""
FORMS_EACH = 4
CALLERS = 10
QUOTATIONS = 6
SEARCHED_FOR_QUOTATIONS = 60
"""Newest mentions looked at for quotations."""
READ_AT_ONCE = 15
"""Of them, with their whole articles: most persons are quoted often enough in the first ones."""
BESIDE = 12
LANGUAGES = ("fa", "ar", "en")


@dataclass(frozen=True, slots=True)
class Example:
    article: Article
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Form:
    """A name with its title as written, how often, and from which day to which (None: unknown)."""

    text: str
    title: str
    count: int
    first: date | None
    last: date | None
    example: Example | None


@dataclass(frozen=True, slots=True)
class Caller:
    """An outlet, or an article without one, and what it calls the person."""

    source: Source | None
    article: Article | None
    forms: tuple[Form, ...]
    count: int


def names_by_language(person: Person) -> list[tuple[str, list[PersonName]]]:
    """The names of each language, those of the portal's languages first. Reads `names`: prefetch it."""
    groups: defaultdict[str, list[PersonName]] = defaultdict(list)
    for name in person.names.all():
        groups[name.language].append(name)
    order = {language: place for place, language in enumerate(LANGUAGES)}
    return sorted(groups.items(), key=lambda group: (order.get(group[0], len(order)), group[0]))


def callers(person: Person) -> list[Caller]:
    """What each outlet calls the person, and each article that has none: the most frequent first."""
    shown = _mentions(person)
    by_source = _forms(shown.exclude(article__source=None), "article__source")
    by_article = _forms(shown.filter(article__source=None), "article")
    examples = _examples(row["example"] for rows in (*by_source.values(), *by_article.values()) for row in rows)
    sources = Source.objects.in_bulk(by_source)
    articles = Article.objects.in_bulk(by_article)
    found = [
        *(Caller(sources[key], None, *_told(rows, examples)) for key, rows in by_source.items()),
        *(Caller(None, articles[key], *_told(rows, examples)) for key, rows in by_article.items()),
    ]
    return sorted(found, key=lambda caller: -caller.count)


def days(person: Person) -> dict[date | None, int]:
    """How many articles of each day name the person; None counts those without a date."""
    named = Article.objects.visible().filter(pk__in=person.mentions.order_by().values("article"))
    return dict(named.order_by().values_list("day").annotate(n=Count("id")))


def beside(person: Person) -> list[tuple[Person, int]]:
    """Who is named in the same articles, with the number of these articles."""
    shared = Mention.objects.filter(article__in=person.mentions.order_by().values("article")).exclude(person=person)
    counted = shared.order_by().values_list("person").annotate(n=Count("article", distinct=True))
    counts = dict(counted.order_by("-n", "person")[:BESIDE])
    people = Person.objects.prefetch_related("names").in_bulk(counts)
    return [(people[key], count) for key, count in counts.items()]


def quotations(person: Person) -> list[Example]:
    """The newest sentences in which the person is reported to speak, one an article."""
    newest = _mentions(person).exclude(field="title").order_by("-article__sorted_at", "id")
    # Keys first: sorted with the texts beside them, thousands of mentions would move megabytes.
    keys = list(newest.values_list("pk", flat=True)[:SEARCHED_FOR_QUOTATIONS])
    found: dict[int, Example] = {}
    for at in range(0, len(keys), READ_AT_ONCE):
        some = keys[at : at + READ_AT_ONCE]
        mentions = Mention.objects.select_related("article__source").in_bulk(some)
        for mention in (mentions[key] for key in some):
            if mention.article_id in found:
                continue
            sentence = _sentence(mention)
            if sentence is not None and reports_speech(sentence, mention.title, mention.article.language):
                found[mention.article_id] = Example(mention.article, sentence)
                if len(found) == QUOTATIONS:
                    return list(found.values())
    return list(found.values())


def articles_of(person: Person) -> QuerySet[Article]:
    """The articles that name the person, newest first."""
    named = Article.objects.visible().filter(pk__in=person.mentions.order_by().values("article"))
    return named.for_lists().newest()


def _mentions(person: Person) -> QuerySet[Mention]:
    return Mention.objects.filter(person=person, article__withdrawn_at=None, article__duplicate_of=None)


def _forms(mentions: QuerySet[Mention], caller: str) -> dict[int, list[dict]]:
    """Rows of form and counts by caller: of the callers with most mentions the most frequent forms."""
    rows = (
        mentions.order_by()
        .values(caller, "text", "title")
        .annotate(n=Count("id"), first=Min("article__day"), last=Max("article__day"), example=Min("id"))
        .order_by("-n", "text", "title")[:FORMS]
    )
    groups: defaultdict[int, list[dict]] = defaultdict(list)
    for row in rows:
        groups[row[caller]].append(row)
    largest = sorted(groups, key=lambda key: -sum(row["n"] for row in groups[key]))[:CALLERS]
    return {key: groups[key][:FORMS_EACH] for key in largest}


def _told(rows: Sequence[dict], examples: dict[int, Example]) -> tuple[tuple[Form, ...], int]:
    forms = tuple(
        Form(row["text"], row["title"], row["n"], row["first"], row["last"], examples.get(row["example"]))
        for row in rows
    )
    return forms, sum(form.count for form in forms)


def _examples(keys: Iterable[int]) -> dict[int, Example]:
    mentions = Mention.objects.filter(pk__in=list(keys)).select_related("article")
    return {
        mention.pk: Example(mention.article, sentence)
        for mention in mentions
        if (sentence := _sentence(mention)) is not None
    }


def _sentence(mention: Mention) -> Sentence | None:
    """None where the article changed since, and the worker has not looked at it again yet."""
    text = getattr(mention.article, mention.field)
    if text[mention.start : mention.end] != mention.text:
        return None
    return sentence_around(text, mention.start, mention.end)

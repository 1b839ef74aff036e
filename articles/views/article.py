"""One article: what does it say, who is in it, who else tells it?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.models import Article, Mention, Person
from articles.search.related import related
from articles.search.same_event import same_event
from articles.views.citation import citation
from articles.views.linked_text import Block, lead_of, paragraphs_of, title_of
from articles.views.page_cache import keepable
from articles.views.structured_data import news_article

# Words a minute, read silently: Arabic and English from the IReST study (Trauzettel-Klosinski and Dietz 2012);
# Persian, not in that study, between them.
READING_SPEED = {"ar": 138, "fa": 180, "en": 228}
RELATED = 8


@dataclass(frozen=True, slots=True)
class PersonInIt:
    """A person and how often the article names them."""

    person: Person
    count: int


@dataclass(frozen=True, slots=True)
class Reading:
    """An article made ready to be read."""

    article: Article
    title: Block
    lead: Block | None
    paragraphs: Sequence[Block]
    people: Sequence[PersonInIt]
    minutes: int


@keepable
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdrawn articles answer 410 with the reason; near-copies keep their page and point to the one that is shown."""
    found = get_object_or_404(Article.objects.select_related("source", "agency", "duplicate_of"), pk=pk)
    if found.withdrawn_at:
        return render(request, "articles/withdrawn.html", {"article": found}, status=410)
    visible = Article.objects.visible().for_lists()
    mentions = list(Mention.objects.filter(article=found).select_related("person").prefetch_related("person__names"))
    elsewhere, others = who_else(found, mentions)
    address = request.build_absolute_uri(found.get_absolute_url())
    context = {
        "reading": reading(found, mentions),
        "article": found,
        "elsewhere": elsewhere,
        "others": others,
        "newer": visible.newer_than(found).first(),
        "older": visible.older_than(found).first(),
        "citation": citation(found, address),
        "structured_data": news_article(found, address),
    }
    return render(request, "articles/article.html", context)


def reading(article: Article, mentions: Sequence[Mention]) -> Reading:
    return Reading(
        article=article,
        title=title_of(article),
        lead=lead_of(article, mentions) if article.lead else None,
        paragraphs=paragraphs_of(article, mentions),
        people=people_in(mentions),
        minutes=max(1, round(article.word_count / READING_SPEED.get(article.language, 180))),
    )


def people_in(mentions: Sequence[Mention]) -> list[PersonInIt]:
    """Most named first; ties in the order of the text."""
    people = {mention.person_id: mention.person for mention in mentions}
    counts = Counter(mention.person_id for mention in mentions)
    return [PersonInIt(people[key], count) for key, count in counts.most_common()]


def who_else(article: Article, mentions: Sequence[Mention]) -> tuple[list[Article], list[Article]]:
    """The same event in other outlets, in any language, and other articles like this one in its own."""
    alike = related(article, RELATED)
    elsewhere = same_event(article, mentions, alike)
    return elsewhere, [other for other in alike if other not in elsewhere][:4]

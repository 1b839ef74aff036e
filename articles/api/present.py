"""From what the portal knows to what the API answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.timezone import localtime

from articles.models import Article, Mention, Person, Source
from articles.people import profile
from articles.search.answer import Hit, SearchPage

Answer = dict[str, Any]


def search_answer(page: SearchPage, language: str) -> Answer:
    """A page of results; `language` is the interface's, for names."""
    return {
        "total": page.total,
        "page": page.page,
        "page_size": page.page_size,
        "match": page.match,
        "notice": page.notice,
        "suggestion": page.suggestion,
        "query_errors": [{"message": error.message, "position": error.position} for error in page.query_errors],
        "people": [named_person(person, language) for person in page.people],
        "facets": {
            name: [{"value": value.value, "label": value.label, "count": value.count} for value in values]
            for name, values in page.facets.items()
        },
        "results": [result(hit, language) for hit in page.hits],
    }


def result(hit: Hit, language: str) -> Answer:
    return article_head(hit.article, hit.people, language) | {
        "score": round(hit.score, 6),
        "snippet_html": str(hit.snippet_html),
        "matched": [{"query": form.query, "text": form.text, "rule": form.rule} for form in hit.matched],
    }


def article_head(article: Article, people: Iterable[Person], language: str) -> Answer:
    return {
        "id": article.pk,
        "external_id": article.reference,
        "url": article.get_absolute_url(),
        "original_url": article.url or None,
        "title": article.title,
        "language": article.language,
        "direction": article.direction,
        "source": named_source(article.source, language),
        "published": published(article),
        "published_how": article.published_how,
        "day": article.day.isoformat() if article.day else None,
        "people": [named_person(person, language) for person in people],
    }


def article_answer(article: Article, mentions: Iterable[Mention], language: str) -> Answer:
    """A whole article; `mentions` come with their persons and names."""
    rows = list(mentions)
    people = list({mention.person_id: mention.person for mention in rows}.values())
    return article_head(article, people, language) | {
        "lead": article.lead,
        "body": article.body,
        "author": article.author,
        "agency": named_source(article.agency, language),
        "tags": article.tags,
        "mentions": [
            {
                "person": named_person(mention.person, language),
                "text": mention.text,
                "title": mention.title,
                "field": mention.field,
                "start": mention.start,
                "end": mention.end,
            }
            for mention in rows
        ],
        "corrected": article.corrected_at.isoformat() if article.corrected_at else None,
        "duplicate_of": article.duplicate_of_id,
    }


def person_answer(person: Person, language: str) -> Answer:
    """`person` comes with its names."""
    return named_person(person, language) | {
        "url": person.get_absolute_url(),
        "wikidata": person.wikidata,
        "description": person.description_in(language),
        "names": [{"text": name.text, "language": name.language, "kind": name.kind} for name in person.names.all()],
        "articles": profile.articles_of(person).count(),
        "called": [_called(caller, language) for caller in profile.callers(person)],
    }


def _called(caller: profile.Caller, language: str) -> Answer:
    return {
        "source": named_source(caller.source, language),
        "article": _addressed(caller.article) if caller.article else None,
        "count": caller.count,
        "forms": [
            {
                "text": form.text,
                "title": form.title,
                "count": form.count,
                "first": form.first.isoformat() if form.first else None,
                "last": form.last.isoformat() if form.last else None,
                "example": _example(form.example) if form.example else None,
            }
            for form in caller.forms
        ],
    }


def _example(example: profile.Example) -> Answer:
    article, sentence = example.article, example.sentence
    return {
        "article": article.pk,
        "url": article.get_absolute_url(),
        "title": article.title,
        "sentence": f"{sentence.before}{sentence.name}{sentence.after}",
    }


def _addressed(article: Article) -> Answer:
    return {"id": article.pk, "url": article.get_absolute_url(), "title": article.title}


def published(article: Article) -> str | None:
    """The moment in the outlet's zone where it is known, else the day; None where neither is."""
    if article.published_at:
        zone = article.source.zone if article.source else None
        return localtime(article.published_at, zone).isoformat()
    return article.day.isoformat() if article.day else None


def named_person(person: Person, language: str) -> Answer:
    return {"slug": person.slug, "name": person.name_in(language)}


def named_source(source: Source | None, language: str) -> Answer | None:
    return {"slug": source.slug, "name": source.name_in(language)} if source else None

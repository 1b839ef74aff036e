"""What the API answers, shape by shape, as docs/api.md tells in words. More may be added, nothing renamed."""

from __future__ import annotations

from typing import Literal

from ninja import Field, Schema


class Named(Schema):
    """A person or an outlet by the name in its address."""

    slug: str
    name: str


class QueryError(Schema):
    """What could not be understood in `q`; `position` counts code points from 0."""

    message: str
    position: int


class FacetValue(Schema):
    value: str
    label: str
    count: int


class Facets(Schema):
    """Counts of `language`, `source` and `month` leave their own filter out; `person` counts what is left."""

    language: list[FacetValue]
    source: list[FacetValue]
    person: list[FacetValue]
    month: list[FacetValue] = Field(description="Gregorian months, YYYY-MM; undated articles under `unknown`")


class MatchedForm(Schema):
    """The form `text` of the article answers the query word `query`, by `rule`."""

    query: str
    text: str
    rule: str


class ArticleHead(Schema):
    """An article without its text."""

    id: int
    external_id: str = Field(description="outlet:id, the publisher's id after the colon; the id alone without outlet")
    url: str = Field(description="Path on this portal")
    original_url: str | None = Field(description="Address at the publisher's")
    title: str
    language: str
    direction: Literal["rtl", "ltr"]
    source: Named | None
    published: str | None = Field(description="YYYY-MM-DD, or ISO 8601 with offset")
    published_how: Literal["given", "inferred", "unknown"]
    day: str | None = Field(description="YYYY-MM-DD, the day in the outlet's time zone")
    people: list[Named]


class Result(ArticleHead):
    """An article that was found."""

    score: float
    snippet_html: str = Field(description="Escaped text whose only element is <mark>")
    matched: list[MatchedForm]


class SearchAnswer(Schema):
    """One page of results. `match` is what was done in the end; `notice` says where that differs from the request."""

    total: int
    page: int
    page_size: int
    match: Literal["all", "any"]
    notice: str | None
    suggestion: str | None
    query_errors: list[QueryError]
    people: list[Named] = Field(description="Persons recognised in q")
    facets: Facets
    results: list[Result]


class MentionOut(Schema):
    """A person named in an article; `start` and `end` are code points of the published `field`."""

    person: Named
    text: str
    title: str
    field: Literal["title", "lead", "body"]
    start: int
    end: int


class ArticleAnswer(ArticleHead):
    """A whole article, as published."""

    lead: str
    body: str
    author: str
    agency: Named | None
    tags: list[str]
    mentions: list[MentionOut]
    corrected: str | None = Field(description="When it was last corrected, ISO 8601")
    duplicate_of: int | None = Field(description="The article that is shown in place of this near-copy")


class FoundPerson(Named):
    score: float


class PeopleAnswer(Schema):
    results: list[FoundPerson]


class NameOut(Schema):
    text: str
    language: str
    kind: str


class FormExample(Schema):
    """A sentence that holds the form, and the article it is from."""

    article: int
    url: str
    title: str
    sentence: str


class Form(Schema):
    """A name and the title beside it as written; `first` and `last` are days, YYYY-MM-DD, null where unknown."""

    text: str
    title: str
    count: int
    first: str | None
    last: str | None
    example: FormExample | None


class FormArticle(Schema):
    id: int
    url: str
    title: str


class Caller(Schema):
    """What one outlet calls the person; of an article without outlet, what that article does."""

    source: Named | None
    article: FormArticle | None
    count: int = Field(description="Mentions under the forms listed")
    forms: list[Form]


class PersonAnswer(Named):
    """A person with all names, and what each outlet calls them, the most frequent first."""

    url: str
    wikidata: str
    description: str
    names: list[NameOut]
    articles: int = Field(description="Articles that name the person")
    called: list[Caller]


class ErrorDetail(Schema):
    parameter: str | None = None
    message: str
    reason: str | None = Field(None, description="Why an article was withdrawn")


class ErrorAnswer(Schema):
    error: ErrorDetail


class SearchParameters(Schema):
    """The parameters of a search; those of several values may repeat, and a minus in front of a value excludes it."""

    q: str = Field("", description="Words to search for; docs/search-language tells the operators")
    person: list[str] = Field([], description="Slugs; all must be there; `-` excludes", examples=["vladimir-putin"])
    language: list[str] = Field([], description="Language codes, alternatives; `-` excludes", examples=["fa"])
    source: list[str] = Field([], description="Outlets by slug or host, alternatives; `-` excludes")
    from_: str = Field("", alias="from", description="First day: a day, month or year in any calendar")
    to: str = Field("", description="Last day: a day, month or year in any calendar")
    calendar: str = Field("", description="gregorian, jalali or hijri, for numeric dates")
    sort: str = Field("", description="relevance (default), newest or oldest")
    match: str = Field("", description="all words (default) or any")
    page: str = Field("", description="From 1")
    page_size: str = Field("", description="1 to 100, default 20")

"""The rows of a page of results, of which each page has a hundred: written by hand, because a template draws them at
ten times the price, which is what a search costs next to reading the articles."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Protocol

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.templatetags.dates import Dated, Outlet, article_date, language, localnumber
from articles.templatetags.pages import Form, explained, language_name

register = template.Library()


class Publisher(Outlet, Protocol):
    """articles.models.Source, which templates may not import."""

    def name_in(self, language: str, /) -> str: ...
    def get_absolute_url(self) -> str: ...


class Story(Dated, Protocol):
    """articles.models.Article."""

    pk: int
    language: str
    source: Publisher | None

    @property
    def direction(self) -> str: ...
    def get_absolute_url(self) -> str: ...


class Hit(Protocol):
    """articles.search.answer.Hit."""

    article: Story
    title_html: str
    snippet_html: str
    matched: Iterable[Form]


class Choice(Protocol):
    """articles.views.search_panels.Choice."""

    label: str
    count: int
    choose: str
    exclude: str
    without: str


class Bar(Protocol):
    """articles.views.search_histogram.Bar."""

    label: str
    count: int
    height: int
    top: int
    address: str


@register.simple_tag
def hit_row(hit: Hit, dense: bool = False) -> SafeString:
    """One result; `dense` is the title alone."""
    article, reader = hit.article, language()
    tongue = escape(article.language)
    above = f"{_outlet(article.source, reader)}{article_date(article)}{_foreign(article, reader)}"
    below = "" if dense else f"{_passage(hit, tongue)}{_why(hit)}"
    return mark_safe(  # noqa: S308 - all but HTML that is safe already is escaped
        f'<li class="entry" dir="{article.direction}" data-article="{article.pk}">\n'
        f'  <p class="entry-meta">{above}</p>\n'
        f'  <h2 class="entry-title" lang="{tongue}">'
        f'<a href="{escape(article.get_absolute_url())}" data-open>{hit.title_html}</a></h2>\n'
        f"  {below}\n</li>\n"
    )


def _outlet(source: Publisher | None, reader: str) -> str:
    if source is None:
        return ""
    name = escape(source.name_in(reader))
    return f'<a class="outlet" href="{escape(source.get_absolute_url())}"><bdi>{name}</bdi></a>'


def _foreign(article: Story, reader: str) -> str:
    """The language of an article that is not the reader's."""
    return "" if article.language == reader else f"<span>{escape(language_name(article.language))}</span>"


def _passage(hit: Hit, tongue: str) -> str:
    return f'<p class="entry-text" lang="{tongue}">{hit.snippet_html}</p>\n  ' if hit.snippet_html else ""


def _why(hit: Hit) -> str:
    """Why it matched, where spelling or form differ."""
    told = [
        f"<bdi>{escape(form.query)}</bdi> = <bdi>{escape(form.text)}</bdi>"
        + (f" <bdi>({escape(form.label)})</bdi>" if form.label else "")
        for form in explained(hit.matched)
    ]
    return f'<p class="entry-why"><bdi>{escape(_("Why?"))}</bdi> {" · ".join(told)}</p>' if told else ""


@register.simple_tag
def open_choice(choice: Choice, not_this: str) -> SafeString:
    """A value of a facet that is neither chosen nor excluded."""
    return mark_safe(  # noqa: S308 - escaped
        f'<a href="{escape(choice.choose)}" rel="nofollow"><bdi>{escape(choice.label)}</bdi></a>\n'
        f'        <span class="choice-end"><a class="exclude" href="{escape(choice.exclude)}" rel="nofollow"'
        f' aria-label="{escape(choice.without)}">{escape(not_this)}</a>'
        f'<span class="count">{localnumber(choice.count)}</span></span>'
    )


@register.simple_tag
def histogram_bars(bars: Iterable[Bar]) -> SafeString:
    """The bars to be looked at."""
    return mark_safe("\n    ".join(map(_bar, bars)))  # noqa: S308 - escaped


def _bar(bar: Bar) -> str:
    if not bar.count:
        return "<li></li>"
    return (
        f'<li><a href="{escape(bar.address)}" rel="nofollow" tabindex="-1" title="{escape(bar.label)}: '
        f'{localnumber(bar.count)}"><svg viewBox="0 0 10 100" preserveAspectRatio="none">'
        f'<rect y="{bar.top}" width="10" height="{bar.height}"/></svg></a></li>'
    )


@register.simple_tag
def histogram_table(bars: Iterable[Bar]) -> SafeString:
    """The same to be read: those with articles."""
    return mark_safe("\n        ".join(_table_row(bar) for bar in bars if bar.count))  # noqa: S308 - escaped


def _table_row(bar: Bar) -> str:
    return (
        f'<tr><th scope="row"><a href="{escape(bar.address)}" rel="nofollow">{escape(bar.label)}</a></th>'
        f"<td>{localnumber(bar.count)}</td></tr>"
    )

"""The rows of a page of results, of which each page has a hundred: written by hand, because a template draws them at
ten times the price, which is what a search costs next to reading the articles."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Protocol

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.templatetags.dates import Dated, Manner, Outlet, language, manner, told_date, told_number
from articles.templatetags.pages import Form, explained, language_name
from articles.text.direction import direction_of_language

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
    state: str
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
def hit_rows(hits: Iterable[Hit], dense: bool = False) -> SafeString:
    """The results; `dense` are titles alone."""
    how, why = manner(), escape(_("Why?"))
    return mark_safe("".join(_hit_row(hit, dense, how, why) for hit in hits))  # noqa: S308 - escaped


def _hit_row(hit: Hit, dense: bool, how: Manner, why: str) -> str:
    article = hit.article
    tongue = escape(article.language)
    above = f"{_outlet(article.source, how.tongue)}{told_date(article, how)}{_foreign(article, how.tongue)}"
    below = "" if dense else f"{_passage(hit, tongue)}{_reasons(hit, why, how.tongue)}"
    return (
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


def _reasons(hit: Hit, why: str, reader: str) -> str:
    """Why it matched, where spelling or form differ: it stands at the side of its article, and runs in the direction
    of the interface."""
    told = [
        f"<bdi>{escape(form.query)}</bdi> = <bdi>{escape(form.text)}</bdi>"
        + (f" ({escape(form.label)})" if form.label else "")
        for form in explained(hit.matched)
    ]
    if not told:
        return ""
    return f'<p class="entry-why"><bdi dir="{direction_of_language(reader)}">{why} {" · ".join(told)}</bdi></p>'


@register.simple_tag
def choice_rows(choices: Iterable[Choice]) -> SafeString:
    """The values of a facet."""
    tongue, exclude, without = language(), escape(_("not")), escape(_("without"))
    return mark_safe(  # noqa: S308 - escaped
        "\n      ".join(
            _chosen_row(choice, tongue, without) if choice.state else _choice_row(choice, tongue, exclude)
            for choice in choices
        )
    )


def _choice_row(choice: Choice, tongue: str, exclude: str) -> str:
    """A value that is neither chosen nor excluded."""
    return (
        f'<li class="choice">\n'
        f'        <a href="{escape(choice.choose)}" rel="nofollow"><bdi>{escape(choice.label)}</bdi></a>\n'
        f'        <span class="choice-end"><a class="exclude" href="{escape(choice.exclude)}" rel="nofollow"'
        f' aria-label="{escape(choice.without)}">{exclude}</a>'
        f'<span class="count">{told_number(choice.count, tongue)}</span></span>\n      </li>'
    )


def _chosen_row(choice: Choice, tongue: str, without: str) -> str:
    """A value that can be let go."""
    sign = f'<span class="visually-hidden">{without} </span>' if choice.state == "excluded" else ""
    return (
        f'<li class="choice choice-{choice.state}">\n'
        f'        <a href="{escape(choice.choose)}" rel="nofollow" aria-current="true">{sign}'
        f'<bdi>{escape(choice.label)}</bdi> <span aria-hidden="true">×</span></a>\n'
        f'        <span class="choice-end"><span class="count">{told_number(choice.count, tongue)}</span></span>\n'
        f"      </li>"
    )


@register.simple_tag
def histogram_bars(bars: Iterable[Bar]) -> SafeString:
    """The bars to be looked at."""
    tongue = language()
    return mark_safe("\n    ".join(_bar(bar, tongue) for bar in bars))  # noqa: S308 - escaped


def _bar(bar: Bar, tongue: str) -> str:
    if not bar.count:
        return "<li></li>"
    return (
        f'<li><a href="{escape(bar.address)}" rel="nofollow" tabindex="-1" title="{escape(bar.label)}: '
        f'{told_number(bar.count, tongue)}"><svg viewBox="0 0 10 100" preserveAspectRatio="none">'
        f'<rect y="{bar.top}" width="10" height="{bar.height}"/></svg></a></li>'
    )


@register.simple_tag
def histogram_table(bars: Iterable[Bar]) -> SafeString:
    """The same to be read: those with articles."""
    tongue = language()
    return mark_safe("\n        ".join(_table_row(bar, tongue) for bar in bars if bar.count))  # noqa: S308 - escaped


def _table_row(bar: Bar, tongue: str) -> str:
    return (
        f'<tr><th scope="row"><a href="{escape(bar.address)}" rel="nofollow">{escape(bar.label)}</a></th>'
        f"<td>{told_number(bar.count, tongue)}</td></tr>"
    )

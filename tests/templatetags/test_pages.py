"""Parts of pages that are drawn once."""

from dataclasses import dataclass

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe

from articles.templatetags.pages import apart, explained

LINK = Template(
    "{% load i18n pages %}{% lasting here %}"
    "{{ site_name }} {% translate 'Search' %} {{ here }}{{ other }}{% endlasting %}"
)


def drawn(language: str, here: str, other: str = "", name: str = "N") -> str:
    with translation.override(language):
        return LINK.render(Context({"here": here, "other": other, "site_name": name}))


def test_a_lasting_part_follows_the_language_the_name_and_what_it_is_given():
    with translation.override("fa"):
        searching = translation.gettext("Search")
    assert drawn("en", "home") == "N Search home"
    assert drawn("fa", "home") == f"N {searching} home"
    assert drawn("en", "people") == "N Search people"
    assert drawn("en", "people", name="M") == "M Search people"
    assert drawn("en", "home") == "N Search home"


def test_what_it_is_not_given_does_not_exist_in_it():
    assert drawn("en", "home", other="one reader's") == "N Search home"


ASKED = Template(
    "{% load i18n pages %}{% lasting sort=form.sort around asked=form.q|upper count=count %}"
    "{% translate 'Search' %} {{ sort }} <{{ asked }}> <{{ asked }}> {{ count }}{% endlasting %}{{ asked }}"
)


def asked(q: object, sort: str = "newest", count: int = 1) -> str:
    with translation.override("en"):
        return ASKED.render(Context({"form": {"q": q, "sort": sort}, "count": count}))


def test_values_are_put_into_it_each_time_anew():
    assert asked("a") == "Search newest <A> <A> 1"
    assert asked("b", count=2) == "Search newest <B> <B> 2"
    assert asked("b", "oldest") == "Search oldest <B> <B> 1"


def test_what_is_put_in_is_escaped_and_never_read_as_a_mark():
    assert asked("<&'") == "Search newest <&lt;&amp;&#x27;> <&lt;&amp;&#x27;> 1"
    assert asked("\ue000count\ue001") == "Search newest <\ue000COUNT\ue001> <\ue000COUNT\ue001> 1"
    assert asked(mark_safe("<b>")) == "Search newest <&lt;B&gt;> <&lt;B&gt;> 1"


def test_no_condition_inside_can_hang_on_what_is_put_in():
    part = Template("{% load pages %}{% lasting around q=q %}{% if q %}yes{% endif %}{% endlasting %}")
    with pytest.raises(TypeError, match="not known inside"):
        part.render(Context({"q": "a"}))


@dataclass(frozen=True)
class Form:
    query: str
    text: str
    rule: str = "letters"


@pytest.mark.parametrize(
    ("query", "text", "told"),
    [
        ("سوریه", "سوریه", False),
        ("سوریه", "سوريه", False),  # looks the same in the middle of a word
        ("کتاب", "كتاب", False),
        ("علی", "علي", True),  # two dots at its end
        ("خاک", "خاك", True),
        ("سوریه", "سوریة", True),
        ("می\u200cشود", "مي\u200cشود", True),
        ("15", "۱۵", True),
    ],
)
def test_a_form_that_looks_as_it_was_asked_needs_no_word(query, text, told):
    assert bool(explained([Form(query, text)])) is told


@pytest.mark.parametrize(
    ("message", "drawn"),
    [
        ("plain & simple", "plain &amp; simple"),
        ("«15 اکتبر 1404» mixes", "«<bdi>15 اکتبر 1404</bdi>» mixes"),
        ("پس از «date:» تاریخی نیست", "پس از «<bdi>date:</bdi>» تاریخی نیست"),
        ("After “<b>” a value", "After “<bdi>&lt;b&gt;</bdi>” a value"),
        ("write 2025-04-03 or ۲۰۲۵-۱۰", 'write <bdi dir="ltr">2025-04-03</bdi> or <bdi dir="ltr">۲۰۲۵-۱۰</bdi>'),
        ("«2025-10-15»", '«<bdi><bdi dir="ltr">2025-10-15</bdi></bdi>»'),
        ("« and «» and ”“", "« and «» and ”“"),
    ],
)
def test_what_a_sentence_quotes_is_set_apart_from_its_direction(message, drawn):
    assert apart(message) == drawn

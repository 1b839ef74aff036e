"""What templates need beside dates: names of languages, directions, names in the reader's language."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Protocol

from django import template
from django.template.base import FilterExpression, VariableNode, token_kwargs
from django.urls import get_script_prefix, get_urlconf
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from articles.text.direction import direction_of_language

register = template.Library()


LANGUAGES = {
    "fa": gettext_noop("Persian"),
    "ar": gettext_noop("Arabic"),
    "en": gettext_noop("English"),
    "ur": gettext_noop("Urdu"),
    "ckb": gettext_noop("Kurdish"),
    "ps": gettext_noop("Pashto"),
    "tr": gettext_noop("Turkish"),
    "und": gettext_noop("unknown language"),
}


@register.filter
def language_name(code: str) -> str:
    """The name of a language in the language of the interface, the code itself where we have no name."""
    return _(LANGUAGES[code]) if code in LANGUAGES else code


@register.filter
def direction(code: str) -> str:
    """`rtl` or `ltr` of a language code."""
    return direction_of_language(code)


@register.filter
def name_here(named: object) -> str:
    """The name of a person or an outlet in the language of the interface."""
    name: str = named.name_in(get_language() or "fa")  # type: ignore[attr-defined]
    return name


@register.filter
def description_here(person: object) -> str:
    """The line about a person in the language of the interface."""
    description: str = person.description_in(get_language() or "fa")  # type: ignore[attr-defined]
    return description


_QUOTED = re.compile("(?<=«)[^«»]+(?=»)|(?<=“)[^“”]+(?=”)")
_ISO_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")


@register.filter
def apart(message: str) -> SafeString:
    """A sentence with what it quotes, and dates with hyphens, set apart from its direction: «15 اکتبر 1404» would be
    torn in an English one, «date:» begin with its colon and 2025-10-15 end with its year in a Persian one."""
    sentence = _QUOTED.sub(lambda quoted: f"<bdi>{quoted[0]}</bdi>", conditional_escape(message))
    return mark_safe(_ISO_DATE.sub(lambda day: f'<bdi dir="ltr">{day[0]}</bdi>', sentence))  # noqa: S308 - escaped


class Form(Protocol):
    """articles.search.answer.MatchedForm, which templates may not import."""

    query: str
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Explained:
    query: str
    text: str
    label: str


RULES = {
    "half_space": gettext_noop("half-space"),
    "case": gettext_noop("capital letters"),
    "digits": gettext_noop("digits"),
    "diacritics": gettext_noop("vowel marks"),
    "letters": gettext_noop("spelling"),
    "compound_part": gettext_noop("part of a compound"),
    "plural": gettext_noop("plural"),
    "ezafe": gettext_noop("ezafe"),
    "indefinite": gettext_noop("indefinite form"),
    "enclitic": gettext_noop("possessive ending"),
    "comparative": gettext_noop("comparative"),
    "yeh": gettext_noop("ending yeh"),
    "verb": gettext_noop("form of the verb"),
    "article": gettext_noop("definite article"),
    "prefix": gettext_noop("joined particle"),
    "ending": gettext_noop("ending"),
    "stem": gettext_noop("form of the word"),
}


_JOINED = re.compile(r"[يك](?=[^\W\d_])")
"""Where a letter follows, ي and ك look as ی and ک do."""


def _looks(text: str) -> str:
    return _JOINED.sub(lambda letter: "ی" if letter[0] == "ي" else "ک", text)


@register.filter
def explained(forms: Iterable[Form]) -> list[Explained]:
    """The forms that need a word, as written and named by their rule; what looks as it was asked is left out."""
    seen = {
        (form.query, form.text): form
        for form in forms
        if form.rule != "same" and _looks(form.query) != _looks(form.text)
    }
    return [
        Explained(form.query, form.text, _(RULES[form.rule]) if form.rule in RULES else "")
        for form in list(seen.values())[:4]
    ]


class _Mark(SafeString):
    """Stands for a value that is put in later."""

    def __bool__(self) -> bool:
        raise TypeError("what is put into a lasting part is not known inside: ask for it outside, or give it")


_MARK = re.compile("\ue000(\\w+)\ue001")


class Lasting(template.Node):
    """What it has drawn, by all that it depends on, cut where values are put in."""

    def __init__(
        self, nodes: template.NodeList, given: dict[str, FilterExpression], around: dict[str, FilterExpression]
    ) -> None:
        self.nodelist = nodes
        self._given = given
        self._around = {name: VariableNode(value) for name, value in around.items()}
        self._marks = {name: _Mark(f"\ue000{name}\ue001") for name in around}
        self._drawn: dict[Hashable, list[str]] = {}

    def render(self, context: template.Context) -> SafeString:
        seen = {"site_name": context.get("site_name", ""), "ui_language": get_language()}
        seen |= {name: value.resolve(context) for name, value in self._given.items()}
        key = (*seen.values(), get_script_prefix(), get_urlconf())
        if key not in self._drawn:
            self._drawn[key] = _MARK.split(self.nodelist.render(context.new(seen | self._marks)))
        parts = self._drawn[key].copy()
        values = {name: value.render(context) for name, value in self._around.items()}
        parts[1::2] = [values[name] for name in parts[1::2]]
        return SafeString("".join(parts))


@register.tag
def lasting(parser: template.base.Parser, token: template.base.Token) -> Lasting:
    """{% lasting here sort=form.sort around address=links.here %}…{% endlasting %}: a part of a page that depends on
    nothing but the language, the name of the portal and the variables given, and is drawn once for each. No others
    exist inside; they must have few values.

    Those behind `around` may have any: they are put in, escaped, each time anew, where `{{ address }}` stands. No
    filter and no condition inside sees what they are.
    """
    words = token.split_contents()[1:]
    at = words.index("around") if "around" in words else len(words)
    named = [word if "=" in word else f"{word}={word}" for word in words]
    values = [token_kwargs(some, parser) for some in (named[:at], named[at + 1 :])]
    nodes = parser.parse(("endlasting",))
    parser.delete_first_token()
    return Lasting(nodes, *values)

"""What templates need beside dates: names of languages, directions, names in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.text.direction import direction_of_language

register = template.Library()


@register.filter
def language_name(code: str) -> str:
    """The name of a language in the language of the interface, the code itself where we have no name."""
    names = {
        "fa": _("Persian"),
        "ar": _("Arabic"),
        "en": _("English"),
        "ur": _("Urdu"),
        "ckb": _("Kurdish"),
        "ps": _("Pashto"),
        "tr": _("Turkish"),
        "und": _("unknown language"),
    }
    return names.get(code, code)


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


@register.filter
def explained(forms: Iterable[Form]) -> list[Explained]:
    """The forms that need a word, as written and named by their rule; what stands as it was asked is left out."""
    labels = {
        "half_space": _("half-space"),
        "case": _("capital letters"),
        "digits": _("digits"),
        "diacritics": _("vowel marks"),
        "letters": _("spelling"),
        "compound_part": _("part of a compound"),
        "plural": _("plural"),
        "ezafe": _("ezafe"),
        "indefinite": _("indefinite form"),
        "enclitic": _("possessive ending"),
        "comparative": _("comparative"),
        "yeh": _("ending yeh"),
        "verb": _("form of the verb"),
        "article": _("definite article"),
        "prefix": _("joined particle"),
        "ending": _("ending"),
        "stem": _("form of the word"),
    }
    seen = {(form.query, form.text): form for form in forms if form.rule != "same" and form.query != form.text}
    return [Explained(form.query, form.text, labels.get(form.rule, "")) for form in list(seen.values())[:4]]

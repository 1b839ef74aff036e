"""What stands behind a field while typing: «شخص:پو» begins a person's name and no other word."""

from __future__ import annotations

from dataclasses import dataclass

from articles.search.namebook import LANGUAGE_NAMES
from articles.search.query.tokens import Kind, scan
from articles.text.fold import fold

QUOTES = '"«“„'
NAMES = frozenset({"person", "source", "language"})
DAYS = frozenset({"after", "before", "date"})


@dataclass(frozen=True, slots=True)
class Unfinished:
    """`typed` are the words at the end of a query that belong to `field`, `before` all that stands before them."""

    field: str
    before: str
    typed: str

    def completed(self, name: str) -> str:
        """The query with a name there; a name of several words between quotation marks, which end it."""
        return f'{self.before}"{name}"' if " " in name else f"{self.before}{name}"


def unfinished_field(text: str) -> Unfinished | None:
    """None where the last words belong to no field, or to one whose words are any words (`title:`)."""
    tokens = list(scan(text))
    place = max((place for place, token in enumerate(tokens) if token.kind is Kind.FIELD), default=None)
    if place is None or tokens[place].text not in NAMES | DAYS:
        return None
    behind = tokens[place + 1 :]
    if behind and behind[0].kind is Kind.QUOTE:
        behind = behind[1:]
    if any(token.kind is not Kind.WORD for token in behind):
        return None
    end = tokens[place].end
    return Unfinished(tokens[place].text, text[:end], text[end:].lstrip().lstrip(QUOTES).strip())


def languages(typed: str) -> list[str]:
    """Names of languages that begin so, one of each."""
    key = fold(typed)
    begun = ([name for name in names[1:] if fold(name).startswith(key)] for names in LANGUAGE_NAMES.values())
    return [names[0] for names in begun if names] if key else []

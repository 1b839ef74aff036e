"""What can be wrong with a query. Pure: the sentences for readers stand in search/wording.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from articles.text.calendars import DateError


class ProblemKind(StrEnum):
    """Stable names; each has one sentence for readers."""

    QUOTE_UNCLOSED = "quote_unclosed"
    PARENTHESIS_UNCLOSED = "parenthesis_unclosed"
    PARENTHESIS_UNOPENED = "parenthesis_unopened"
    NESTED_TOO_DEEP = "nested_too_deep"
    EMPTY_GROUP = "empty_group"
    OR_WITHOUT_SIDE = "or_without_side"
    MINUS_WITHOUT_WORD = "minus_without_word"
    FIELD_WITHOUT_VALUE = "field_without_value"
    DATE_UNREADABLE = "date_unreadable"
    DAYS_NONE_LEFT = "days_none_left"
    PREFIX_TOO_SHORT = "prefix_too_short"
    ASTERISK_NOT_LAST = "asterisk_not_last"
    PHRASE_TOO_LONG = "phrase_too_long"
    TOO_MANY_WORDS = "too_many_words"
    QUERY_TOO_LONG = "query_too_long"
    NO_WORDS = "no_words"
    PERSON_UNKNOWN = "person_unknown"
    SOURCE_UNKNOWN = "source_unknown"
    LANGUAGE_UNKNOWN = "language_unknown"


@dataclass(frozen=True, slots=True)
class Problem:
    """`position` is a code point of the query as typed; `detail` is the part of it that is meant, or empty;
    `reason` says what is wrong with a date that can be read in part."""

    kind: ProblemKind
    position: int
    detail: str = ""
    reason: DateError | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        return f"{self.kind}@{self.position}" + (f"({self.detail})" if self.detail else "")

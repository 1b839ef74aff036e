"""Sentences for readers about their query, in the language of the interface."""

from __future__ import annotations

from django.utils.translation import gettext as _

from articles.search.answer import QueryProblem
from articles.search.query import Problem, ProblemKind


def told(problem: Problem) -> QueryProblem:
    """A problem of the parser as the reader is told: what is wrong and how the query was read instead."""
    sentence = _sentence(problem.kind).format(detail=problem.detail)
    reason = problem.reason.said(_) if problem.reason is not None else ""
    return QueryProblem(f"{sentence} {reason}".rstrip(), problem.position)


def _sentence(kind: ProblemKind) -> str:
    sentences = {
        ProblemKind.QUOTE_UNCLOSED: _("A quotation mark has no partner; it was left out."),
        ProblemKind.PARENTHESIS_UNCLOSED: _("A closing parenthesis is missing; it was set at the end."),
        ProblemKind.PARENTHESIS_UNOPENED: _("A closing parenthesis was never opened; it was left out."),
        ProblemKind.NESTED_TOO_DEEP: _("Parentheses are nested more than {detail} deep; the inner ones were left out."),
        ProblemKind.EMPTY_GROUP: _("There is nothing between two parentheses."),
        ProblemKind.OR_WITHOUT_SIDE: _("“{detail}” needs a word on either side; it was left out."),
        ProblemKind.MINUS_WITHOUT_WORD: _("A minus sign needs the word to exclude right after it; it was left out."),
        ProblemKind.FIELD_WITHOUT_VALUE: _("After “{detail}” a value is missing; it was left out."),
        ProblemKind.DATE_UNREADABLE: _("After “{detail}” stands no date that we can read; it was left out."),
        ProblemKind.DAYS_NONE_LEFT: _("No day is left with “{detail}” and the dates before it; it was left out."),
        ProblemKind.PREFIX_TOO_SHORT: _("Before an asterisk at least {detail} letters must stand."),
        ProblemKind.ASTERISK_NOT_LAST: _(
            "An asterisk counts at the end of a word alone; in “{detail}” it was passed over."
        ),
        ProblemKind.PHRASE_TOO_LONG: _("Only the first {detail} words between quotation marks were searched."),
        ProblemKind.TOO_MANY_WORDS: _("Only the first {detail} words were searched."),
        ProblemKind.QUERY_TOO_LONG: _("The query is too long; its end was left out."),
        ProblemKind.NO_WORDS: _("There is no word to search for."),
        ProblemKind.PERSON_UNKNOWN: _("We know no person called “{detail}”; the name was searched as words."),
        ProblemKind.SOURCE_UNKNOWN: _("We know no outlet called “{detail}”."),
        ProblemKind.LANGUAGE_UNKNOWN: _("“{detail}” names no language that we know."),
    }
    return sentences[kind]

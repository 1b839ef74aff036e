"""From the query tree to the engine's plan. Pure, but for the names that it asks of a NameBook."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from articles.search.plan import And, Boosted, Everything, Keyword, Not, Or, Phrase, Plan, Prefix, Range, Term
from articles.search.query import Problem, ProblemKind, tree
from articles.search.ranking import WEIGHTS, Weights
from articles.search.readings import LANGUAGES, QueryWord, Reading, read_phrase, read_words
from articles.search.request import Match
from articles.search.salience import evenly
from articles.text.analysis import Token
from articles.text.fold import fold

NOTHING = Or(())
MAX_TOKENS = 96
"""More words than a query may have: half-spaces and hyphens cut some of them again."""

MOST_TOLD = 3
"""Unknown names of one kind that are told."""


def days_between(first: date | None, last: date | None) -> Range:
    """Inclusive days; None is open."""
    return Range("day", first.toordinal() if first else None, last.toordinal() if last else None)


class NameBook(Protocol):
    """Who is meant by a name in the query; empty where nobody is."""

    def people(self, text: str) -> tuple[str, ...]: ...

    def sources(self, text: str) -> tuple[str, ...]: ...

    def languages(self, text: str) -> tuple[str, ...]: ...


def _surface_fields(title_only: bool) -> tuple[str, ...]:
    return ("title_surface",) if title_only else ("title_surface", "body_surface")


def _in_order(runs: Iterable[tuple[str, ...]], weights: Weights, title_only: bool) -> Plan:
    """What has one of the runs of surfaces."""
    plans: list[Plan] = []
    for run in runs:
        for name in _surface_fields(title_only):
            boost = getattr(weights, name)
            plans.append(Phrase(name, run, boost) if len(run) > 1 else Term(name, run[0], boost))
    return Or(tuple(plans))


def _without_languages(plan: Plan, languages: Sequence[str]) -> Plan:
    return And((plan, Not(Keyword("language", tuple(languages))))) if languages else plan


@dataclass(frozen=True, slots=True)
class Compiled:
    """`words` are those looked for (excluded ones are not), for highlighting and explaining; `saliences` beside them
    what each counts in the ranking."""

    plan: Plan
    words: tuple[QueryWord, ...] = ()
    saliences: tuple[float, ...] = ()
    prefixes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Compiler:
    """Compiles one tree; `languages` are those that the query may be written in, `weigh` tells what words count."""

    match: Match
    names: NameBook
    languages: Collection[str] = LANGUAGES
    weights: Weights = WEIGHTS
    weigh: Callable[[Sequence[QueryWord]], Sequence[float]] = evenly
    words: list[QueryWord] = field(default_factory=list)
    saliences: list[float] = field(default_factory=list)
    prefixes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def compile(self, node: tree.Node | None, *, empty: bool) -> Compiled:
        """The plan of a whole query: an `empty` one asks for everything, one without any meaning for nothing."""
        if node is None:
            return Compiled(Everything() if empty else NOTHING)
        plan = self._plan(node, False)
        return Compiled(plan, tuple(self.words), tuple(self.saliences), tuple(self.prefixes), tuple(self.problems))

    def _plan(self, node: tree.Node, title_only: bool) -> Plan:  # noqa: PLR0911 - one branch per kind of node
        match node:
            case tree.Words(text, start):
                return self._gathered([self._word(*read, title_only) for read in self._read(text, start)])
            case tree.Phrase(text, start):
                return self._phrase(text, start, title_only)
            case tree.Prefix(text):
                return self._prefix(text, title_only)
            case tree.InTitle(child):
                return self._plan(child, True)
            case tree.Named():
                return self._named(node, title_only)
            case tree.Days(first, last):
                return days_between(first, last)
            case tree.Not(child):
                return self._not(child, title_only)
            case tree.Any(children):
                return Or(tuple(self._plan(child, title_only) for child in children))
            case tree.All(children):
                return self._all(children, title_only)

    def _read(self, text: str, start: int) -> Iterable[tuple[QueryWord, Weights]]:
        words = read_words(text, start, self.languages)[: max(0, MAX_TOKENS - len(self.words))]
        return zip(words, self._weighed(words), strict=True)

    def _weighed(self, words: Sequence[QueryWord]) -> Iterable[Weights]:
        saliences = self.weigh(words)
        self.words += words
        self.saliences += saliences
        return map(self.weights.times, saliences)

    def _gathered(self, plans: list[Plan]) -> Plan:
        """Words beside each other: all of them, or any."""
        if len(plans) == 1:
            return plans[0]
        if not plans:
            return NOTHING
        return And(tuple(plans)) if self.match == "all" else Or(tuple(plans))

    def _all(self, children: Iterable[tree.Node], title_only: bool) -> Plan:
        """Filters and exclusions hold always; words, with match=any, are alternatives."""
        strict: list[Plan] = []
        texts: list[Plan] = []
        for child in children:
            kept = strict if isinstance(child, (*tree.FILTERS, tree.Not)) else texts
            kept.append(self._plan(child, title_only))
        if texts:
            strict.insert(0, self._gathered(texts))
        return And(tuple(strict)) if len(strict) > 1 else strict[0]

    def _not(self, child: tree.Node, title_only: bool) -> Plan:
        inner = Compiler("all", self.names, self.languages, self.weights)
        excluded = inner._plan(child, title_only)
        self.problems += inner.problems
        return Not(excluded)

    def _word(self, word: QueryWord, weights: Weights, title_only: bool) -> Plan:
        closed = set.intersection(*(set(reading.others) for reading in word.readings))
        plan = _without_languages(self._as_read(word, weights, title_only), sorted(closed))
        if not word.whole:
            return plan
        wholes = weights.surfaces(dict.fromkeys(token.surface for token in word.whole), title_only)
        return Or((plan, *wholes, *weights.stems(dict.fromkeys(token.stem for token in word.whole), title_only)))

    def _as_read(self, word: QueryWord, weights: Weights, title_only: bool) -> Plan:
        surfaces = {reading.surfaces for reading in word.readings}
        if len(surfaces) > 1 or len(word.readings[0].tokens) > 1 or any(reading.stem_only for reading in word.readings):
            return Or(
                tuple(
                    _without_languages(self._reading(reading, weights, title_only), reading.others)
                    for reading in word.readings
                )
            )
        exact = weights.surfaces(word.readings[0].surfaces, title_only)
        if len(word.readings) == 1:
            return Or(exact + weights.stems(word.readings[0].stems, title_only))
        return Or(exact + tuple(self._stem(reading, weights, title_only) for reading in word.readings))

    def _stem(self, reading: Reading, weights: Weights, title_only: bool) -> Plan:
        """A stem counts in its own language only: the Arabic rule for ها must not open Persian plurals."""
        terms = weights.stems(reading.stems, title_only)
        return _without_languages(Or(terms), reading.others)

    def _reading(self, reading: Reading, weights: Weights, title_only: bool) -> Plan:
        """What one language joins may be several words in another, which count as words beside each other do."""
        if reading.runs:
            return _in_order(reading.runs, weights, title_only)
        return self._gathered([self._token(token, reading, weights, title_only) for token in reading.tokens])

    def _token(self, token: Token, reading: Reading, weights: Weights, title_only: bool) -> Plan:
        surfaces = weights.surfaces([token.surface], title_only)
        stems = weights.stems(reading.answers_to(token), title_only)
        return Boosted(Or(stems), Or(surfaces)) if token in reading.stem_only else Or(surfaces + stems)

    def _phrase(self, text: str, start: int, title_only: bool) -> Plan:
        word = read_phrase(text, start, self.languages)
        if word is None:
            return NOTHING
        (weights,) = self._weighed([word])
        return _in_order(dict.fromkeys(reading.surfaces for reading in word.readings), weights, title_only)

    def _prefix(self, text: str, title_only: bool) -> Plan:
        prefix = "".join(letter for letter in fold(text) if letter.isalnum())
        if not prefix:
            return NOTHING
        # Of few words the surface keeps آ: آجر is another word than اجر.
        prefixes = (prefix, "آ" + prefix[1:]) if prefix[0] == "ا" else (prefix,)
        self.prefixes.extend(prefixes)
        fields = _surface_fields(title_only)
        return Or(tuple(Prefix(name, one, getattr(self.weights, name)) for one in prefixes for name in fields))

    def _named(self, node: tree.Named, title_only: bool) -> Plan:
        if node.kind == "person":
            if slugs := self.names.people(node.text):
                return Keyword("person", slugs)
            self._report(ProblemKind.PERSON_UNKNOWN, node)
            return self._phrase(node.text, node.start, title_only)
        if node.kind == "source":
            found, kind = self.names.sources(node.text), ProblemKind.SOURCE_UNKNOWN
        else:
            found, kind = self.names.languages(node.text), ProblemKind.LANGUAGE_UNKNOWN
        if not found:
            self._report(kind, node)
            return NOTHING
        return Keyword(node.kind, found)

    def _report(self, kind: ProblemKind, node: tree.Named) -> None:
        """Each name once, and no more than MOST_TOLD."""
        alike = [problem for problem in self.problems if problem.kind == kind]
        if len(alike) < MOST_TOLD and all(problem.detail != node.text for problem in alike):
            self.problems.append(Problem(kind, node.start, node.text))

"""Tokens to tree, by recursive descent. Never raises: what cannot be understood is reported and read as best it can be.

    any   = all { OR all }
    all   = item { item }                   every item must match
    item  = ["-" | "NOT"] ( word | word* | "phrase" | field:value | "(" any ")" )

Neighbours bind closer than OR, because words of these scripts are often written apart (رئیس جمهور یا نخست وزیر).
Filters and exclusions at either end of a row of alternatives hold for all of them: «پوتین یا ترامپ از:۱ مهر ۱۴۰۴».
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from articles.search.query.errors import Problem, ProblemKind
from articles.search.query.tokens import Kind, Token, scan
from articles.search.query.tree import (
    Days,
    InTitle,
    Named,
    Node,
    Not,
    Phrase,
    Prefix,
    Words,
    all_of,
    any_of,
    without_contradiction,
)
from articles.text.calendars import DateError, Span, leading_date

MAX_LENGTH = 5_000
MAX_WORDS = 64
MAX_PHRASE_WORDS = 24
MAX_DEPTH = 8
MIN_PREFIX = 2
MAX_PREFIX = 40
MAX_DATE_WORDS = 8
MAX_NAME_WORDS = 6
TOLD_APART = {ProblemKind.DATE_UNREADABLE, ProblemKind.FIELD_WITHOUT_VALUE}
MOST_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Part:
    """An item outside of all parentheses and where it stands in the query, sign and field included."""

    node: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """`tree` is None where no word and no filter was understood; `parts` are what can be taken out of the query."""

    tree: Node | None
    problems: tuple[Problem, ...] = ()
    parts: tuple[Part, ...] = ()


NameLength = Callable[[str, str, Sequence[int]], int]
"""How many words of a text are a name, at least 1: asked with the kind of name, the text, and where its words end."""


def parse(query: str, names: NameLength | None = None, today: date | None = None) -> Parsed:
    """Reads a query as a reader typed it. Without `names` a name of several words needs quotation marks; `today` is
    the day from which «yesterday» is counted (default: the day in UTC)."""
    parser = _Parser(query[:MAX_LENGTH], names, today)
    if len(query) > MAX_LENGTH:
        parser.report(ProblemKind.QUERY_TOO_LONG, MAX_LENGTH)
    tree = parser.read()
    if tree is None and parser.tokens and not parser.problems:
        parser.report(ProblemKind.NO_WORDS, 0)
    return Parsed(tree, tuple(sorted(parser.problems, key=lambda problem: problem.position)), tuple(parser.parts))


class _Parser:
    def __init__(self, query: str, names: NameLength | None, today: date | None) -> None:
        self.query = query
        self.names = names
        self.today = today
        self.tokens = list(scan(query))
        self.at = 0
        self.depth = 0
        self.words = 0
        self.problems: list[Problem] = []
        self.parts: list[Part] = []

    def report(self, kind: ProblemKind, position: int, detail: str = "", reason: DateError | None = None) -> None:
        """Each kind is told once: 400 parentheses need no 400 messages. Of a few dates and fields each is told."""
        alike = [problem for problem in self.problems if problem.kind == kind]
        if not alike or (kind in TOLD_APART and len(alike) < MOST_ALIKE and all(one.detail != detail for one in alike)):
            self.problems.append(Problem(kind, position, detail, reason))

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def accept(self, kind: Kind) -> Token | None:
        token = self.peek()
        if token is None or token.kind is not kind:
            return None
        self.at += 1
        return token

    def read(self) -> Node | None:
        parts = [self.any()]
        while stray := self.accept(Kind.CLOSE):
            self.report(ProblemKind.PARENTHESIS_UNOPENED, stray.start)
            parts.append(self.any())
        return all_of([part for part in parts if part is not None])

    def any(self) -> Node | None:
        """Alternatives up to a closing parenthesis or the end."""
        rows = [self.all()]
        while sign := self.accept(Kind.OR):
            rows.append(self.all())
            if not rows[-1] or not rows[-2]:
                self.report(ProblemKind.OR_WITHOUT_SIDE, sign.start, sign.text)
        return any_of([row for row in rows if row])

    def all(self) -> list[Node]:
        items: list[Node] = []
        while (token := self.peek()) and token.kind not in (Kind.OR, Kind.CLOSE):
            node = self.item(token)
            if node is not None:
                items.append(node)
                if not self.depth:
                    self.parts.append(Part(node, token.start, self.tokens[self.at - 1].end))
        kept, none_left = without_contradiction(items)
        if none_left:
            self.report(ProblemKind.DAYS_NONE_LEFT, none_left.start, none_left.text)
            self.parts = [part for part in self.parts if part.node is not none_left]
        return kept

    def item(self, token: Token) -> Node | None:  # noqa: PLR0911 - one branch per kind of token
        """One item; always moves on."""
        if token.kind is Kind.WORD:
            return self.plain()
        self.at += 1
        if token.kind is Kind.MINUS:
            return self.excluded(token)
        if token.kind is Kind.OPEN:
            return self.group(token)
        if token.kind is Kind.PHRASE:
            return self.phrase(token)
        if token.kind is Kind.PREFIX:
            return self.prefix(token)
        if token.kind is Kind.FIELD:
            return self.field(token)
        if token.kind is Kind.QUOTE:
            self.report(ProblemKind.QUOTE_UNCLOSED, token.start, token.text)
        return None

    def plain(self, limit: int = MAX_WORDS) -> Node | None:
        """Up to `limit` neighbouring words as one piece, as typed."""
        first = last = None
        while limit and (token := self.accept(Kind.WORD)):
            limit -= 1
            if self.words == MAX_WORDS:
                self.report(ProblemKind.TOO_MANY_WORDS, token.start, str(MAX_WORDS))
                continue
            if any(map(str.isalnum, token.text)):
                self.words += 1
            self.asterisk(token)
            first, last = first or token, token
        if first is None or last is None:
            return None
        text = self.query[first.start : last.end]
        return Words(text, first.start) if any(map(str.isalnum, text)) else None

    def asterisk(self, token: Token) -> None:
        """Tells of one before or within a word, where it stands for nothing."""
        if "*" in token.text and any(map(str.isalpha, token.text)):
            self.report(ProblemKind.ASTERISK_NOT_LAST, token.start, token.text[:MAX_PREFIX])

    def excluded(self, sign: Token) -> Node | None:
        """What a minus excludes; more of them say the same."""
        while self.accept(Kind.MINUS):
            pass
        token = self.peek()
        node = None
        if token is not None and token.kind not in (Kind.OR, Kind.CLOSE, Kind.AND, Kind.QUOTE):
            node = self.plain(limit=1) if token.kind is Kind.WORD else self.item(token)
        if node is None:
            self.report(ProblemKind.MINUS_WITHOUT_WORD, sign.start)
            return None
        return node.child if isinstance(node, Not) else Not(node)

    def group(self, opening: Token) -> Node | None:
        """A group in parentheses; below MAX_DEPTH the parentheses are read as if they were not there."""
        if self.depth == MAX_DEPTH:
            self.report(ProblemKind.NESTED_TOO_DEEP, opening.start, str(MAX_DEPTH))
            while self.accept(Kind.OPEN):
                pass
            return None
        self.depth += 1
        problems = len(self.problems)
        inside = self.any()
        self.depth -= 1
        if not self.accept(Kind.CLOSE):
            self.report(ProblemKind.PARENTHESIS_UNCLOSED, opening.start)
        elif inside is None and len(self.problems) == problems:
            self.report(ProblemKind.EMPTY_GROUP, opening.start)
        return inside

    def phrase(self, token: Token) -> Node | None:
        words = token.text.split()
        if not any(map(str.isalnum, token.text)):
            return None
        if len(words) > MAX_PHRASE_WORDS:
            self.report(ProblemKind.PHRASE_TOO_LONG, token.start, str(MAX_PHRASE_WORDS))
            words = words[:MAX_PHRASE_WORDS]
        if self.words >= MAX_WORDS:
            self.report(ProblemKind.TOO_MANY_WORDS, token.start, str(MAX_WORDS))
            return None
        self.words += len(words)
        return Phrase(" ".join(words), token.start + 1 + len(token.text) - len(token.text.lstrip()))

    def prefix(self, token: Token) -> Node | None:
        letters = sum(map(str.isalnum, token.text))
        self.asterisk(token)
        if letters < MIN_PREFIX:
            self.report(ProblemKind.PREFIX_TOO_SHORT, token.start, str(MIN_PREFIX))
            return Words(token.text, token.start) if letters else None
        if self.words >= MAX_WORDS:
            self.report(ProblemKind.TOO_MANY_WORDS, token.start, str(MAX_WORDS))
            return None
        self.words += 1
        return Prefix(token.text[:MAX_PREFIX], token.start)

    def field(self, name: Token) -> Node | None:
        if self.words >= MAX_WORDS:
            self.report(ProblemKind.TOO_MANY_WORDS, name.start, str(MAX_WORDS))
            return None
        self.words += name.text != "title"
        if name.text in ("after", "before", "date"):
            return self.days(name)
        if name.text == "title":
            token = self.peek()
            child = None
            if token and token.kind in (Kind.WORD, Kind.PHRASE, Kind.PREFIX, Kind.OPEN):
                child = self.plain(limit=1) if token.kind is Kind.WORD else self.item(token)
            if child is not None:
                return InTitle(child)
        elif phrase := self.accept(Kind.PHRASE):
            return Named(name.text, phrase.text.strip(), phrase.start)
        elif run := self._run_of_words(MAX_NAME_WORDS):
            return self.named(name, run)
        self.report(ProblemKind.FIELD_WITHOUT_VALUE, name.start, self.query[name.start : name.end])
        return None

    def named(self, name: Token, run: Sequence[Token]) -> Named:
        """«شخص:ولادیمیر پوتین سوریه» takes the two words that are a name."""
        start, ends = run[0].start, [token.end - run[0].start for token in run]
        count = self.names(name.text, self._written(run), ends) if self.names and len(run) > 1 else 1
        self.at += count
        text = run[0].text if count == 1 else self._written(run[:count])
        return Named(name.text, text, start)

    def days(self, name: Token) -> Node | None:
        """The longest run of words that is a date: «از:۱ مهر ۱۴۰۴ پوتین» takes three of the four. One that is wrong
        (31 مهر 1404) is told and left out, as the form beside the results leaves it out."""
        phrase = self.peek()
        run = [phrase] if phrase and phrase.kind is Kind.PHRASE else self._run_of_words(MAX_DATE_WORDS)
        text = run[0].text if run and run[0].kind is Kind.PHRASE else self._written(run)
        offset = len(text) - run[-1].end if run else 0
        found = leading_date(text, [token.end + offset for token in run], self.today)
        self.at += found.words
        told = found.told
        if not isinstance(told, Span):
            self.report(ProblemKind.DATE_UNREADABLE, name.start, self.query[name.start : name.end], told)
            return None
        first = told.first if name.text != "before" else None
        last = told.last if name.text != "after" else None
        return Days(first, last, text[: run[found.words - 1].end + offset], run[0].start)

    def _written(self, run: Sequence[Token]) -> str:
        return self.query[run[0].start : run[-1].end] if run else ""

    def _run_of_words(self, limit: int) -> Sequence[Token]:
        run = []
        for token in self.tokens[self.at : self.at + limit]:
            if token.kind is not Kind.WORD:
                break
            run.append(token)
        return run

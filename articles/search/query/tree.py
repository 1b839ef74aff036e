"""The query as a tree. Nodes compare by meaning: where they stood in the query is kept but does not count."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """Neighbouring plain words as typed, in one piece: only together they show that رئیس جمهور is one word.

    `start` is the code point of the query where `text` begins."""

    text: str
    start: int = field(default=0, compare=False)

    def __repr__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, repr=False)
class Phrase:
    """Exactly these words in this order."""

    text: str
    start: int = field(default=0, compare=False)

    def __repr__(self) -> str:
        return f'"{self.text}"'


@dataclass(frozen=True, slots=True, repr=False)
class Prefix:
    """Any word that begins so; `text` is without the asterisk."""

    text: str
    start: int = field(default=0, compare=False)

    def __repr__(self) -> str:
        return f"{self.text}*"


@dataclass(frozen=True, slots=True, repr=False)
class InTitle:
    """The child, looked for in titles alone."""

    child: Node

    def __repr__(self) -> str:
        return f"title:{_grouped(self.child)}"


@dataclass(frozen=True, slots=True, repr=False)
class Named:
    """A filter by name: `kind` is person, source or language; `text` is a name, slug, host or code as typed."""

    kind: str
    text: str
    start: int = field(default=0, compare=False)

    def __repr__(self) -> str:
        return f"{self.kind}:{self.text!r}"


@dataclass(frozen=True, slots=True, repr=False)
class Days:
    """Inclusive Gregorian days; None is open."""

    first: date | None
    last: date | None
    text: str = field(default="", compare=False)
    start: int = field(default=0, compare=False)

    def __repr__(self) -> str:
        return f"days:{self.first or ''}..{self.last or ''}"


@dataclass(frozen=True, slots=True, repr=False)
class Not:
    child: Node

    def __repr__(self) -> str:
        return f"-{_grouped(self.child)}"


@dataclass(frozen=True, slots=True, repr=False)
class All:
    """Every child."""

    children: tuple[Node, ...]

    def __repr__(self) -> str:
        return f"({' & '.join(map(repr, self.children))})"


@dataclass(frozen=True, slots=True, repr=False)
class Any:
    """At least one child."""

    children: tuple[Node, ...]

    def __repr__(self) -> str:
        return f"({' | '.join(map(repr, self.children))})"


def _grouped(node: Node) -> str:
    return f"({node!r})" if isinstance(node, Words) and " " in node.text else repr(node)


Node = Words | Phrase | Prefix | InTitle | Named | Days | Not | All | Any
FILTERS = (Named, Days)

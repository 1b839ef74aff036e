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


def without_contradiction(nodes: list[Node]) -> tuple[list[Node], Days | None]:
    """Nodes that must all match, and the first days among them that leave none with those before: taken out."""
    first, last = date.min, date.max
    for place, node in enumerate(nodes):
        if isinstance(node, Days):
            first, last = max(first, node.first or first), min(last, node.last or last)
            if first > last:
                return nodes[:place] + nodes[place + 1 :], node
    return nodes, None


def _grouped(node: Node) -> str:
    return f"({node!r})" if isinstance(node, Words) and " " in node.text else repr(node)


Node = Words | Phrase | Prefix | InTitle | Named | Days | Not | All | Any
FILTERS = (Named, Days)


def all_of(items: list[Node]) -> Node | None:
    """One node that asks for all; None of none."""
    flat = [child for item in items for child in (item.children if isinstance(item, All) else (item,))]
    return All(tuple(flat)) if len(flat) > 1 else (flat[0] if flat else None)


def _holds_for_all(node: Node) -> bool:
    return isinstance(node, (*FILTERS, Not))


def any_of(rows: list[list[Node]]) -> Node | None:
    """Joins rows by OR; filters that open the first row or close the last one are taken out to hold for all rows."""
    if len(rows) < 2:
        return all_of(rows[0]) if rows else None
    common: list[Node] = []
    first, last = rows[0], rows[-1]
    if not any(_holds_for_all(node) for row in rows[:-1] for node in row):
        while len(last) > 1 and _holds_for_all(last[-1]):
            common.insert(0, last.pop())
    elif not any(_holds_for_all(node) for row in rows[1:] for node in row):
        while len(first) > 1 and _holds_for_all(first[0]):
            common.append(first.pop(0))
    return all_of([Any(tuple(node for row in rows if (node := all_of(row)) is not None)), *common])

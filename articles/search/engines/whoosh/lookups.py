"""Haystack's lookups (`language="fa"`, `day__gte=…`, `title__startswith=…`) as plans: never a string to parse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate, make_aware
from haystack.backends import SearchNode
from haystack.constants import DJANGO_ID, ID
from haystack.exceptions import SearchBackendError

from articles.search.compile import Compiler
from articles.search.namebook import DatabaseNames
from articles.search.plan import KEYWORD_FIELDS, And, Boosted, Everything, Keyword, Not, Or, Plan, Range
from articles.search.query import parse, tree

TEXT_NAMES = ("content", "text", "title")
NUMBER_NAMES = {"day": "day", "published": "time", ID: "id", DJANGO_ID: "id", "pk": "id"}
"""What the fields of articles.search.index are called in plans."""
SORT_NAMES = {**NUMBER_NAMES, "score": "score"}

_COMPARISONS: dict[str, Callable[[int], tuple[int | None, int | None]]] = {
    "gt": lambda number: (number + 1, None),
    "gte": lambda number: (number, None),
    "lt": lambda number: (None, number - 1),
    "lte": lambda number: (None, number),
    "exact": lambda number: (number, number),
    "content": lambda number: (number, number),
}


def plan_of(node: SearchNode) -> Plan:
    """The plan of a whole tree of lookups. Raises SearchBackendError for a field or lookup there is not."""
    children = []
    for child in node.children:
        if isinstance(child, SearchNode):
            children.append(plan_of(child))
        else:
            expression, value = child
            field, kind = node.split_expression(expression)
            children.append(lookup(field, kind, value))
    if not children:
        return Everything()
    joined = children[0] if len(children) == 1 else (Or if node.connector == "OR" else And)(tuple(children))
    return Not(joined) if node.negated else joined


def lookup(field: str, kind: str, value: Any) -> Plan:
    """One condition. `kind` is Haystack's word for the lookup, `content` where none was written."""
    field = field.removesuffix("_exact")
    if kind == "in":
        return Or(tuple(lookup(field, "exact", one) for one in value))
    if field in TEXT_NAMES:
        return _text(field, kind, value)
    if field in KEYWORD_FIELDS:
        return _keyword(field, kind, value)
    if field in NUMBER_NAMES:
        return _number(field, kind, value)
    raise SearchBackendError(f"there is no field {field!r}; there are {', '.join(known_fields())}")


def condition(text: str) -> Plan:
    """A narrowing condition as `field:value` or `field__lookup:value`, as facet links carry it."""
    expression, colon, value = text.partition(":")
    if not colon:
        raise SearchBackendError(f"{text!r} is no condition; write field:value")
    field, kind = SearchNode().split_expression(expression)
    return lookup(field, "exact" if kind == "content" else kind, value.strip().strip('"'))


def sort_of(names: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """Haystack's order_by: a minus in front is descending; the score by itself is best first."""
    keys = []
    for name in names:
        field = name.removeprefix("-")
        if field not in SORT_NAMES:
            raise SearchBackendError(f"cannot sort by {field!r}; can by {', '.join(SORT_NAMES)}")
        keys.append((SORT_NAMES[field], name.startswith("-")))
    return tuple(keys) or (("score", True),)


def boosted(plan: Plan, boosts: Iterable[tuple[str, float]]) -> Plan:
    """The same matches; those with a boosted word score higher."""
    for word, boost in boosts:
        plan = Boosted(plan, _weighted(_text("content", "content", word), boost))
    return plan


def known_fields() -> list[str]:
    return [*TEXT_NAMES, *KEYWORD_FIELDS, *NUMBER_NAMES]


def _weighted(plan: Plan, boost: float) -> Plan:
    match plan:
        case And(children):
            return And(tuple(_weighted(child, boost) for child in children))
        case Or(children):
            return Or(tuple(_weighted(child, boost) for child in children))
        case Not() | Keyword() | Range() | Everything():
            return plan
        case Boosted(required, optional):
            return Boosted(_weighted(required, boost), _weighted(optional, boost))
        case _:
            return type(plan)(**{**_values(plan), "boost": plan.boost * boost})


def _values(plan: Plan) -> dict[str, Any]:
    return {name: getattr(plan, name) for name in plan.__slots__}


def _text(field: str, kind: str, value: Any) -> Plan:
    text = str(getattr(value, "query_string", value))
    node: tree.Node | None
    if getattr(value, "input_type_name", "") in {"auto_query", "raw"}:
        node = parse(text, DatabaseNames().length, localdate()).tree
    elif getattr(value, "input_type_name", "") == "not":
        node = tree.Not(tree.Words(text))
    elif kind == "exact" or getattr(value, "input_type_name", "") == "exact":
        node = tree.Phrase(text)
    elif kind == "startswith":
        node = tree.Prefix(text)
    elif kind in {"content", "contains"}:
        node = None if text.strip() == "*" else tree.Words(text)
    else:
        raise SearchBackendError(f"{field}__{kind} cannot be asked of a text; use content, exact, startswith or in")
    if node is not None and field == "title":
        node = tree.InTitle(node)
    return Compiler("all", DatabaseNames()).compile(node, empty=node is None).plan


def _keyword(field: str, kind: str, value: Any) -> Plan:
    if kind not in {"content", "contains", "exact"}:
        raise SearchBackendError(f"{field}__{kind} cannot be asked of an exact value; use exact or in")
    text = getattr(value, "query_string", value)
    return Keyword(field, ("" if text is None else str(text),))


def _number(field: str, kind: str, value: Any) -> Plan:
    name = NUMBER_NAMES[field]
    if kind == "range":
        low, high = (_integer(name, one) for one in value)
        return Range(name, low, high)
    if kind not in _COMPARISONS:
        raise SearchBackendError(f"{field}__{kind} cannot be asked of a number or date")
    number = _integer(name, getattr(value, "query_string", value))
    if number is None:
        return Not(Range(name, None, None))
    return Range(name, *_COMPARISONS[kind](number))


def _integer(name: str, value: Any) -> int | None:
    """Days as ordinals, moments as Unix seconds, ids with or without `articles.article.` in front."""
    if value is None or value == "*":
        return None
    try:
        if name == "id":
            return int(str(value).rpartition(".")[2])
        if isinstance(value, str):
            value = datetime.fromisoformat(value)
        if name == "day":
            return int(value.toordinal())
        if not isinstance(value, datetime):
            value = datetime.combine(value, datetime.min.time())
        return int(value.timestamp()) if value.tzinfo else int(make_aware(value).timestamp())
    except (ValueError, AttributeError) as error:
        raise SearchBackendError(f"{value!r} is no {name}") from error

"""A whole plan over the arrays of a snapshot."""

from __future__ import annotations

import numpy as np

from articles.search.engines.whoosh.packing import Ints
from articles.search.engines.whoosh.prefixes import expansions
from articles.search.engines.whoosh.snapshot import Doubles, Listed, Mask, Masked, Snapshot
from articles.search.plan import (
    And,
    Boosted,
    Everything,
    Keyword,
    Not,
    Or,
    Phrase,
    Plan,
    Prefix,
    Range,
    Term,
)

Found = Listed | Masked

_SPARSE = 16
"""A search in a sorted list costs some 16 times a look into a table, and the table costs a pass over its postings."""


class Evaluation:
    """Evaluates the plans of one request; common parts (a query and its facets) are evaluated once."""

    def __init__(self, snapshot: Snapshot, prefix_expansions: int) -> None:
        self._snapshot = snapshot
        self._expansions = prefix_expansions
        self._memo: dict[Plan, Found] = {}

    def run(self, plan: Plan) -> Found:
        found = self._memo.get(plan)
        if found is None:
            found = self._memo[plan] = self._run(plan)
        return found

    def listed(self, plan: Plan) -> Listed:
        """What matches as a list."""
        return _as_list(self.run(plan))

    def _run(self, plan: Plan) -> Found:  # noqa: C901, PLR0911 - one branch per kind of node
        snapshot = self._snapshot
        match plan:
            case Everything():
                return Masked(snapshot.live)
            case Term(field, text, boost):
                return _boosted(snapshot.term(field, text), boost)
            case Phrase(field, texts, boost):
                return _boosted(snapshot.phrase(field, texts), boost)
            case Prefix(field, text, boost):
                texts = tuple(expansions(snapshot, field, text, self._expansions))
                return _boosted(snapshot.pseudo_term(field, texts), boost)
            case Keyword(field, values):
                return snapshot.cache.get(plan, lambda: self._keyword(field, values))
            case Range(field, low, high):
                return self._range(field, low, high)
            case And(children):
                return self._and([self.run(child) for child in children])
            case Or(children):
                return self._or([self.run(child) for child in children])
            case Not(child):
                return Masked(snapshot.live & ~self._as_mask(self.run(child)))
            case Boosted(required, optional):
                return self._boost(_as_list(self.run(required)), optional)

    def _keyword(self, field: str, values: tuple[str, ...]) -> Masked:
        column = self._snapshot.keywords(field)
        wanted = np.isin(np.array(column.values, object), values) if column.values else np.zeros(0, np.bool_)
        mask = np.zeros(self._snapshot.size, np.bool_)
        hits = wanted[column.codes] if len(column.codes) else np.zeros(0, np.bool_)
        mask[np.repeat(np.arange(len(column.counts)), column.counts)[hits]] = True
        if "" in values:
            mask |= column.counts == 0
        return Masked(mask & self._snapshot.live)

    def _range(self, field: str, low: int | None, high: int | None) -> Masked:
        snapshot = self._snapshot
        numbers = snapshot.numbers(field)
        limits = np.iinfo(numbers.dtype)
        mask = snapshot.live.copy()
        unknown = snapshot.unknown(field)
        if unknown is not None:
            mask &= numbers != unknown
        if low is not None:
            mask &= numbers >= max(low, limits.min) if low <= limits.max else False
        if high is not None:
            mask &= numbers <= min(high, limits.max) if high >= limits.min else False
        return Masked(mask)

    def _and(self, children: list[Found]) -> Found:
        lists = sorted((child for child in children if isinstance(child, Listed)), key=lambda c: len(c.documents))
        masks = [child.mask for child in children if isinstance(child, Masked)]
        if not lists:
            mask = self._snapshot.live.copy()
            for other in masks:
                mask &= other
            return Masked(mask)
        documents = lists[0].documents
        for other_list in lists[1:]:
            documents = self._common(documents, other_list.documents)
        for mask in masks:
            documents = documents[mask[documents]]
        scores: Doubles | None = None
        for child in children:
            if isinstance(child, Listed) and child.scores is not None:
                found = self._scores_at(child, documents)
                scores = found if scores is None else scores + found
        return Listed(documents, scores)

    def _or(self, children: list[Found]) -> Found:
        if len(children) == 1:
            return children[0]
        if children and all(isinstance(child, Masked) for child in children):
            return Masked(np.logical_or.reduce([self._as_mask(child) for child in children]))
        lists = [_as_list(child) for child in children if not isinstance(child, Listed) or len(child.documents)]
        if not lists:
            return Listed(np.zeros(0, np.int32))
        total = sum(len(child.documents) for child in lists)
        if total * _SPARSE < self._snapshot.size:
            return _sparse_union(lists)
        return self._dense_union(lists)

    def _dense_union(self, lists: list[Listed]) -> Listed:
        sums = np.zeros(self._snapshot.size)
        # Where no score is zero, the sums themselves say what matches, which saves a pass over each list.
        mask = sums if all(map(_all_score, lists)) else np.zeros(self._snapshot.size, np.bool_)
        for number, child in enumerate(lists):
            if mask is not sums:
                mask[child.documents] = True
            if child.scores is not None:
                if number:
                    sums[child.documents] += child.scores
                else:
                    sums[child.documents] = child.scores
        documents = (mask != 0).nonzero()[0].astype(np.int32)
        return Listed(documents, sums[documents])

    def _boost(self, required: Listed, optional: Plan) -> Listed:
        """The required documents, which score higher where they match the optional plan, too."""
        if not len(required.documents):
            return required
        match optional:
            case Or(children) if len(required.documents) * _SPARSE < self._snapshot.size:
                terms = [child for child in children if isinstance(child, Term)]
                if len(terms) == len(children):
                    return self._with_terms(required, terms)
        return self._add(required, self.run(optional))

    def _with_terms(self, required: Listed, terms: list[Term]) -> Listed:
        """Of terms that stand in nearly every document, only these few are looked at."""
        extra = np.zeros(len(required.documents))
        for term in terms:
            extra += self._snapshot.scores_at(term.field, term.text, required.documents) * term.boost
        return Listed(required.documents, extra if required.scores is None else required.scores + extra)

    def _add(self, required: Listed, optional: Found) -> Listed:
        if not isinstance(optional, Listed) or optional.scores is None or not len(optional.documents):
            return required
        at = np.searchsorted(optional.documents, required.documents)
        at[at == len(optional.documents)] = 0
        extra = np.where(optional.documents[at] == required.documents, optional.scores[at], 0.0)
        return Listed(required.documents, extra if required.scores is None else required.scores + extra)

    def _common(self, few: Ints, many: Ints) -> Ints:
        if len(few) * _SPARSE < len(many):
            at = np.searchsorted(many, few)
            at[at == len(many)] = 0
            return few.compress(many[at] == few)
        mask = np.zeros(self._snapshot.size, np.bool_)
        mask[many] = True
        return few.compress(mask[few])

    def _scores_at(self, child: Listed, documents: Ints) -> Doubles:
        """The scores of documents that are all among the child's."""
        assert child.scores is not None  # noqa: S101 - for the type checker; the caller asked
        if len(documents) == len(child.documents):
            return child.scores
        if len(documents) * _SPARSE < len(child.documents):
            return child.scores[np.searchsorted(child.documents, documents)]
        table = np.empty(self._snapshot.size)
        table[child.documents] = child.scores
        return table[documents]

    def _as_mask(self, found: Found) -> Mask:
        if isinstance(found, Masked):
            return found.mask
        mask = np.zeros(self._snapshot.size, np.bool_)
        mask[found.documents] = True
        return mask


def _boosted(found: Listed, boost: float) -> Listed:
    if boost == 1.0 or found.scores is None:
        return found
    return Listed(found.documents, found.scores * boost)


def _all_score(found: Listed) -> bool:
    return found.scores is not None and bool(found.scores.min() > 0)


def _as_list(found: Found) -> Listed:
    if isinstance(found, Listed):
        return found
    return Listed(np.flatnonzero(found.mask).astype(np.int32))


def _sparse_union(lists: list[Listed]) -> Listed:
    documents, owner = np.unique(np.concatenate([child.documents for child in lists]), return_inverse=True)
    weights = [np.zeros(len(child.documents)) if child.scores is None else child.scores for child in lists]
    return Listed(documents, np.bincount(owner, np.concatenate(weights), len(documents)).astype(np.float64))

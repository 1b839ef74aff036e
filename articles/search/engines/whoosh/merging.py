"""Which segments to merge at a commit: short commits, few segments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

_FAN = 8
"""So many segments of one size become one. 100,000 articles in commits of 100 pass three merges each and never
lie in more than some twenty segments."""
_SMALLEST = 64
"""Segments below this many documents count as one size: single articles do not climb step by step."""
_DELETED_SHARE = 0.3


class SegmentSize(Protocol):
    def doc_count(self) -> int: ...

    def doc_count_all(self) -> int: ...


Size = TypeVar("Size", bound=SegmentSize)


def tier(count: int) -> int:
    """0 up to _SMALLEST documents, then one more for every factor of _FAN."""
    level = 0
    while count > _SMALLEST:
        count //= _FAN
        level += 1
    return level


def segments_to_merge(segments: Sequence[Size]) -> list[Size]:
    """The smallest full tier with everything below it, else one segment that is mostly deleted, else nothing."""
    by_size = sorted(segments, key=lambda segment: segment.doc_count())
    for level in sorted({tier(segment.doc_count()) for segment in segments}):
        of_level = [segment for segment in segments if tier(segment.doc_count()) == level]
        if len(of_level) >= _FAN:
            return [segment for segment in by_size if tier(segment.doc_count()) <= level]
    for segment in by_size:
        if segment.doc_count() < (1 - _DELETED_SHARE) * segment.doc_count_all():
            return [segment]
    return []

from __future__ import annotations

from dataclasses import dataclass

import pytest

from articles.search.engines.whoosh.merging import segments_to_merge, tier


@dataclass(frozen=True)
class Segment:
    name: int
    live: int
    all: int

    def doc_count(self) -> int:
        return self.live

    def doc_count_all(self) -> int:
        return self.all


def segments(*sizes: int) -> list[Segment]:
    return [Segment(number, size, size) for number, size in enumerate(sizes)]


@pytest.mark.parametrize(("count", "level"), [(0, 0), (1, 0), (64, 0), (65, 1), (512, 1), (520, 2), (100_000, 4)])
def test_tiers(count, level):
    assert tier(count) == level


@pytest.mark.parametrize(
    ("sizes", "merged"),
    [
        ([], []),
        ([100] * 7, []),
        ([100] * 8, [100] * 8),
        ([100_000, *[100] * 7], []),
        ([100_000, *[100] * 8], [100] * 8),
        ([5, 3, *[100] * 8], [3, 5, *[100] * 8]),
        ([*[1] * 8, *[100] * 7], [1] * 8),
    ],
)
def test_a_full_tier_is_merged_with_what_is_smaller(sizes, merged):
    assert sorted(segment.live for segment in segments_to_merge(segments(*sizes))) == sorted(merged)


def test_a_segment_that_is_mostly_deleted_is_written_anew():
    fresh, stale = Segment(1, 1000, 1000), Segment(2, 500, 1000)
    assert segments_to_merge([fresh, stale]) == [stale]
    assert segments_to_merge([fresh, Segment(3, 900, 1000)]) == []


def test_many_small_commits_leave_few_segments_and_rewrite_each_article_a_few_times():
    held: list[int] = [100_000]
    most = rewritten = 0
    for _ in range(2000):
        held.append(100)
        chosen = segments_to_merge(segments(*held))
        if chosen:
            names = {segment.name for segment in chosen}
            held = [size for name, size in enumerate(held) if name not in names] + [sum(s.live for s in chosen)]
            rewritten += held[-1]
        most = max(most, len(held))
    assert most <= 30
    assert rewritten <= 5 * 2000 * 100

from __future__ import annotations

from dataclasses import dataclass

from articles.search.engines.whoosh.cache import ByteCache


@dataclass
class Entry:
    nbytes: int


def test_an_entry_is_computed_once_while_it_is_kept():
    cache, computed = ByteCache(10_000), []

    def compute():
        computed.append(1)
        return Entry(100)

    assert cache.get("a", compute) is cache.get("a", compute)
    assert computed == [1]


def test_the_least_recently_used_go_first_and_the_size_stays_bounded():
    cache = ByteCache(5000)
    for key in "abcd":
        cache.get(key, lambda: Entry(1000))
    kept = cache.get("a", lambda: Entry(1000))
    cache.get("e", lambda: Entry(2000))
    assert cache.nbytes <= 5000
    assert cache.get("a", lambda: Entry(7)) is kept
    assert cache.get("b", lambda: Entry(7)).nbytes == 7


def test_an_entry_larger_than_all_is_given_but_not_kept():
    cache = ByteCache(1000)
    assert cache.get("big", lambda: Entry(5000)).nbytes == 5000
    assert cache.nbytes == 0


def test_what_is_kept_can_be_seen_and_stays_as_old_as_it_was():
    cache = ByteCache(3000)
    assert cache.kept("a") is None
    first = cache.get("a", lambda: Entry(1000))
    cache.get("b", lambda: Entry(1000))
    assert cache.kept("a") is first
    cache.get("c", lambda: Entry(1000))
    assert cache.kept("a") is None

"""The newest file of the index is cut, emptied, zeroed or removed while the portal is down. Then it is started."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

from bench.soak.portal import Loss, Writer, compare_all, fetch, manage, serving

DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut": lambda path: os.truncate(path, path.stat().st_size // 2),
    "emptied": lambda path: os.truncate(path, 0),
    "zeroed": lambda path: path.write_bytes(b"\0" * path.stat().st_size),
    "removed": Path.unlink,
}
READABLE = ("/", "/archive/", "/sources/", "/people/")
"""Pages that need no index; the newest article is one more."""


def damages(chance: random.Random, rounds: int, articles: int, folder: Path) -> list[float]:
    """Returns the seconds that each rebuilding worker took, its start included. Raises Loss."""
    from articles.search.engines import get_engine  # noqa: PLC0415 - after the settings

    if not rounds:
        return []
    writer = Writer(folder, "damage", articles, chance)
    manage("import_articles", str(writer.write(articles)[0]))
    manage("worker", "--once")
    spent = []
    for number in range(rounds):
        path, word = writer.write(20)
        manage("import_articles", str(path))
        manage("worker", "--once")
        build = get_engine().directories.current()
        if build is None:
            raise Loss(f"damage {number + 1}: there is no index to damage")
        pattern = chance.choice(["*.seg", "*.toc"])
        newest = max(build.glob(pattern), key=lambda one: one.stat().st_mtime_ns)
        name = chance.choice(list(DAMAGES))
        DAMAGES[name](newest)
        when = f"damage {number + 1} ({newest.suffix} {name})"
        with serving() as address:
            _check_without_index(address, when, word)
            begun = time.monotonic()
            manage("worker", "--once")
            spent.append(time.monotonic() - begun)
            _check_with_index(address, when, word)
        compare_all(when, [word])
        print(f"\rdamage {number + 1} of {rounds}, rebuilt in {spent[-1]:.1f} s ", end="", flush=True)
    return spent


def _check_without_index(address: str, when: str, word: str) -> None:
    from articles.models import Article  # noqa: PLC0415 - after the settings

    article = Article.objects.visible().latest("pk")
    for path in (*READABLE, article.get_absolute_url()):
        status, _ = fetch(f"{address}{path}")
        if status != 200:
            raise Loss(f"{when}: {path} answers {status}")
    for path, told in (("/readyz", "index"), (f"/search/?ui=en&q={word}", "being rebuilt")):
        status, text = fetch(f"{address}{path}")
        if status != 503 or told not in text:
            raise Loss(f"{when}: {path} answers {status} and {'says' if told in text else 'does not say'} «{told}»")


def _check_with_index(address: str, when: str, word: str) -> None:
    for path, told in (("/readyz", "index: ok"), (f"/search/?ui=en&q={word}", word)):
        status, text = fetch(f"{address}{path}")
        if status != 200 or told not in text:
            raise Loss(f"{when}: after the worker {path} answers {status} without «{told}»")

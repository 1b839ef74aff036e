"""One of the crowd, in a process of its own: `python -m bench.soak.actors ROLE NAME SEED SECONDS FOLDER ADDRESS`.

Prints its tally as JSON on the last line.
"""

from __future__ import annotations

import contextlib
import io
import json
import random
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote

from bench.soak.portal import Writer, fetch

ARTICLES = 400
"""Articles of one importer, which it changes again and again."""


@dataclass
class Tally:
    """What an actor did, and what it has to complain of."""

    role: str
    name: str
    done: int = 0
    slowest: float = 0.0
    complaint: str = ""


class Complaint(Exception):
    """An error that a reader or an editor would have seen."""


def main() -> None:
    role, name, seed, seconds, folder, address = sys.argv[1:]
    import django  # noqa: PLC0415 - DATA_DIR comes from who started us

    django.setup()
    tally = Tally(role, name)
    step = ROLES[role](name, random.Random(int(seed)), Path(folder), address)
    until = time.monotonic() + float(seconds)
    try:
        while time.monotonic() < until:
            begun = time.monotonic()
            step()
            tally.slowest = max(tally.slowest, time.monotonic() - begun)
            tally.done += 1
    except (Complaint, URLError, OSError) as error:
        tally.complaint = f"{type(error).__name__}: {error}"
    print(json.dumps(asdict(tally)))


def importer(name: str, chance: random.Random, folder: Path, address: str) -> Callable[[], None]:
    """New articles and new versions of old ones, some dozens at a time."""
    from django.core.management import call_command  # noqa: PLC0415

    writer = Writer(folder, name, ARTICLES, chance)

    def step() -> None:
        path, _ = writer.write(chance.randint(5, 60))
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            call_command("import_articles", str(path))
        time.sleep(chance.uniform(0.0, 1.0))

    return step


def withdrawer(name: str, chance: random.Random, folder: Path, address: str) -> Callable[[], None]:
    """Takes articles back, and shows some of them again."""
    from articles.ingest.corrections import reinstate, withdraw  # noqa: PLC0415
    from articles.models import Article  # noqa: PLC0415

    def step() -> None:
        shown = list(Article.objects.visible().order_by("?")[: chance.randint(1, 5)])
        hidden = list(Article.objects.exclude(pk__in=Article.objects.visible()).order_by("?")[: chance.randint(0, 4)])
        if shown:
            withdraw(shown, "soak")
        if hidden:
            reinstate(hidden)
        time.sleep(chance.uniform(0.1, 1.0))

    return step


def searcher(name: str, chance: random.Random, folder: Path, address: str) -> Callable[[], None]:
    """Pages, feeds and the API, as readers ask for them: anything but 200 is an error shown to a reader."""
    from bench.corpus import Corpus  # noqa: PLC0415

    words = [surface for surface, _ in Corpus(1, vocabulary_size=5_000).vocabulary[:500]]

    def step() -> None:
        q = " ".join(chance.sample(words, chance.randint(1, 3)))
        q = chance.choice([q, q, f'"{q}"', f"{q[:3]}*", f"{q} -{chance.choice(words)}", ""])
        path = chance.choice(
            ["/search/?q={}", "/search/?q={}&sort=newest", "/api/v1/search?q={}", "/search/feed.rss?q={}"]
        )
        _expect(200, f"{address}{path.format(quote(q))}")

    return step


def counter(name: str, chance: random.Random, folder: Path, address: str) -> Callable[[], None]:
    """Counts all articles and those of one word that every article has: neither number may ever fall."""
    highest = {"": 0, "lang:fa": 0}

    def step() -> None:
        for q, before in highest.items():
            total = json.loads(_expect(200, f"{address}/api/v1/search?q={quote(q)}"))["total"]
            if total < before:
                raise Complaint(f"«{q}» counts {total}, and {before} before")
            highest[q] = total

    return step


def _expect(wanted: int, address: str) -> str:
    status, text = fetch(address)
    if status != wanted:
        raise Complaint(f"{address} answers {status}: {text[:300]}")
    return text


ROLES = {"import": importer, "withdraw": withdrawer, "search": searcher, "count": counter}


if __name__ == "__main__":
    main()

"""Finding persons: recall across scripts, time of an answer, speed and memory of the matcher, with 10,000 others.

`python -m bench.people` prints one table. The other persons are put together from the pairs of
../shared/data/names; their names exist in two scripts as real ones do.
"""

from __future__ import annotations

import csv
import gc
import gzip
import json
import os
import random
import statistics
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import django
import psutil
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import Client

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")
django.setup()  # the models have to be known before people can be imported

from articles.people.book import weight  # noqa: E402
from articles.people.contexts import contexts  # noqa: E402
from articles.people.data import NameRecord, PersonRecord, read_people  # noqa: E402
from articles.people.directory import Directory  # noqa: E402
from articles.people.matcher import Matcher  # noqa: E402
from articles.people.names import Name, Weight  # noqa: E402
from articles.people.resolve import find  # noqa: E402
from articles.people.short import given_names  # noqa: E402
from articles.people.store import store_people  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
OTHERS = 10_000
LANGUAGES = ("fa", "ar", "en")
ARTICLES = 2000
ASKED = 7
"""Of so many figures one is asked for over HTTP."""


def figures() -> list[PersonRecord]:
    return [one for one in read_people(ROOT / "articles/data/people.jsonl") if isinstance(one, PersonRecord)]


def full(person: PersonRecord, language: str) -> list[str]:
    return [name.text for name in person.names if name.language == language and name.kind == "full"]


def others(count: int, column: str | None = None) -> list[tuple[int, str]]:
    """Made-up persons of two names each, with numbers from -1 down; in one script (ar, en) or in both."""
    with (SHARED / "names/ar-latin.tsv").open(encoding="utf-8") as stream:
        pairs = [row for row in csv.DictReader(stream, delimiter="\t") if len(row["ar"]) > 2 and len(row["en"]) > 2]
    dice = random.Random(1)
    found = []
    for number in range(1, count + 1):
        first, last = dice.sample(pairs, 2)
        scripts = (column,) if column else ("ar", "en")
        found += [(-number, f"{first[script]} {last[script]}") for script in scripts]
    return found


def recall(directory: Directory, queries: Iterable[tuple[int, str]], limit: int = 5) -> tuple[str, list[str]]:
    """Recall at `limit` and the median time of an answer, in words; the queries that missed."""
    hits, times, missed = 0, Times(), []
    for person, query in queries:
        with times:
            found = [one.person for one in directory.find(query, limit, beginning=True)]
        if person in found:
            hits += 1
        else:
            missed.append(query)
    return f"{hits / len(times.wall):.3f}   median {times}", missed


class Times:
    """Milliseconds of each time it is entered, on the wall clock and of this process alone."""

    def __init__(self) -> None:
        self.wall: list[float] = []
        self.cpu: list[float] = []

    def __enter__(self) -> None:
        self._started = time.perf_counter(), time.process_time()

    def __exit__(self, *_error: object) -> None:
        wall, cpu = self._started
        self.wall.append(1000 * (time.perf_counter() - wall))
        self.cpu.append(1000 * (time.process_time() - cpu))

    def __str__(self) -> str:
        return f"{statistics.median(self.cpu):.1f} ms CPU, {statistics.median(self.wall):.1f} ms wall"


def across_scripts(people: Sequence[PersonRecord]) -> None:
    for known in LANGUAGES:
        entered = [(number, text) for number, person in enumerate(people) for text in full(person, known)]
        directory = Directory([*entered, *others(OTHERS, "en" if known == "en" else "ar")])
        for asked in LANGUAGES:
            if asked != known:
                queries = [(number, full(person, asked)[0]) for number, person in enumerate(people)]
                told, missed = recall(directory, queries)
                line(f"known in {known}, asked in {asked}: recall@5", told)
                line("   missed", ", ".join(missed[:8]))


def united_nations() -> None:
    with (SHARED / "names/un-list-original-script.tsv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    directory = Directory(
        [*((number, row["original_script"]) for number, row in enumerate(rows)), *others(OTHERS, "ar")]
    )
    told, missed = recall(directory, [(number, row["latin"]) for number, row in enumerate(rows)])
    line(f"UN list, {len(rows)} Latin names: recall@5", told)
    line("   missed", ", ".join(missed[:8]))


def over_http(people: Sequence[PersonRecord]) -> None:
    """`/api/v1/people?q=` from request to answer, over a database in memory with the figures and the others."""
    connection = connections["default"]
    connection.close()
    connection.settings_dict["NAME"] = ":memory:"
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.API_RATE = ""
    call_command("migrate", verbosity=0)
    made = [
        PersonRecord(f"other-{-number}", "", (NameRecord(text, "ar" if text[0] > "z" else "en"),))
        for number, text in others(OTHERS)
    ]
    store_people([*people, *made])
    client, times = Client(), Times()
    client.get("/api/v1/people", {"q": "first"})  # the names are compiled with the first question
    for person in people[::ASKED]:
        for query in (full(person, "fa")[0], full(person, "en")[0], full(person, "ar")[0][:5]):
            with times:
                answer = client.get("/api/v1/people", {"q": query})
            if answer.status_code != 200:
                raise SystemExit(f"/api/v1/people answered {answer.status_code}")
    line(f"/api/v1/people?q=, {len(times.wall)} questions: median", str(times))


def matching(people: Sequence[PersonRecord]) -> None:
    names = [
        Name(number, name.text, name.language, weight(name.kind, name.standalone))
        for number, person in enumerate(people)
        for name in person.names
    ]
    names += [
        Name(OTHERS - number, text, "ar" if text[0] > "z" else "en", Weight.STRONG) for number, text in others(OTHERS)
    ]
    articles = list(sample())
    gc.collect()
    before = psutil.Process().memory_info().rss
    started = time.perf_counter()
    known = contexts((number, person.context) for number, person in enumerate(people))
    matcher, given = Matcher(names, known), given_names()
    line(f"matcher of {len(names)} names built", f"{time.perf_counter() - started:.1f} s")
    started = time.process_time()
    mentions = sum(
        len(find([("title", title), ("body", body)], language, matcher, given)) for language, title, body in articles
    )
    rate = len(articles) / (time.process_time() - started)
    line(f"articles a second on one core, {len(articles)} articles, {mentions} mentions", f"{rate:.0f}")
    gc.collect()
    line("memory of matcher and word caches", f"{(psutil.Process().memory_info().rss - before) / 2**20:.0f} MB")


def sample() -> Iterable[tuple[str, str, str]]:
    for path in sorted((SHARED / "news").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            lines = random.Random(5).sample(list(stream), ARTICLES // 4)
        for row in map(json.loads, lines):
            yield row["lang"], row.get("title") or "", row.get("body") or ""


def line(what: str, value: str) -> None:
    print(f"{what:60} {value}")


def main() -> None:
    people = figures()
    line("persons in the data file", str(len(people)))
    matching(people)
    across_scripts(people)
    united_nations()
    over_http(people)


if __name__ == "__main__":
    main()

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

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")
django.setup()  # the models have to be known before people can be imported

from articles.people.book import given_names, weight  # noqa: E402
from articles.people.data import PersonRecord, read_people  # noqa: E402
from articles.people.directory import Directory  # noqa: E402
from articles.people.matcher import Matcher, Name, Weight  # noqa: E402
from articles.people.resolve import find  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
OTHERS = 10_000
LANGUAGES = ("fa", "ar", "en")
ARTICLES = 2000


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


def recall(directory: Directory, queries: Iterable[tuple[int, str]], limit: int = 5) -> tuple[float, float, list[str]]:
    """Recall at `limit`, median milliseconds of an answer, and the queries that missed."""
    hits, times, missed = 0, [], []
    for person, query in queries:
        started = time.perf_counter()
        found = [one.person for one in directory.find(query, limit, beginning=True)]
        times.append(1000 * (time.perf_counter() - started))
        if person in found:
            hits += 1
        else:
            missed.append(query)
    return hits / len(times), statistics.median(times), missed


def across_scripts(people: Sequence[PersonRecord]) -> None:
    for known in LANGUAGES:
        entered = [(number, text) for number, person in enumerate(people) for text in full(person, known)]
        directory = Directory([*entered, *others(OTHERS, "en" if known == "en" else "ar")])
        for asked in LANGUAGES:
            if asked != known:
                queries = [(number, full(person, asked)[0]) for number, person in enumerate(people)]
                rate, median, missed = recall(directory, queries)
                line(f"known in {known}, asked in {asked}: recall@5", f"{rate:.3f}   median {median:.1f} ms")
                line("   missed", ", ".join(missed[:8]))


def united_nations() -> None:
    with (SHARED / "names/un-list-original-script.tsv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    directory = Directory(
        [*((number, row["original_script"]) for number, row in enumerate(rows)), *others(OTHERS, "ar")]
    )
    rate, median, missed = recall(directory, [(number, row["latin"]) for number, row in enumerate(rows)])
    line(f"UN list, {len(rows)} Latin names: recall@5", f"{rate:.3f}   median {median:.1f} ms")
    line("   missed", ", ".join(missed[:8]))


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
    matcher, given = Matcher(names), given_names()
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


if __name__ == "__main__":
    main()

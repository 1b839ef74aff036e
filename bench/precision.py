"""What single words find: every written form that a result was matched by, for a reader to judge.

    python -m bench.precision                   # 6,000 articles of ../shared/data/news, 200 words
    python -m bench.precision --all             # all articles of the sets
    python -m bench.precision --seed 3 --joined # other words; only those that find more than themselves

Words are drawn from the articles, as many from each band of document frequency in each language. Each is searched
with match=all; the forms are those that the results themselves give as the reason of their match, most frequent
first. Whether a reader would accept them is for a reader to say: a word that finds no form but itself is not listed
with `--joined`. The portal lives in a temporary folder.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")

NEWS = Path(__file__).resolve().parent.parent.parent / "shared/data/news"
BANDS = ((2, 4), (5, 14), (15, 49), (50, 199), (200, 10**9))
"""Numbers of articles that hold a word: from rare to frequent."""
RESULTS = 300
"""Results that are looked at for each word, the newest first, so that near misses are not behind the best."""
LETTERS = re.compile(r"[^\W\d_]{2,}(?:\u200c[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Drawn:
    word: str
    language: str
    articles: int


def main() -> None:
    options = arguments()
    import django  # noqa: PLC0415 - the settings read the environment

    django.setup()
    require_lexicon()
    from articles.management.retrieval.scratch import scratch_portal  # noqa: PLC0415

    with scratch_portal():
        counts = fill(options.news, None if options.all else options.articles, random.Random(options.seed))
        joined = looked_at = untold = 0
        for drawn in draw(counts, options.queries, random.Random(options.seed)):
            total, forms, without = found(drawn.word)
            looked_at += min(total, RESULTS)
            untold += without
            others = [form for form in forms if form[0] != drawn.word]
            joined += bool(others)
            if others or not options.joined:
                listed = "  ".join(f"{text} ({rule} {count})" for text, rule, count in others) or "—"
                print(f"{drawn.language} {drawn.word} [{drawn.articles}, finds {total}]: {listed}")
        print(f"{joined} of the words find other forms than themselves")
        print(f"{looked_at} results looked at, {untold} of them without a form that they were found by")


def require_lexicon() -> None:
    """Ends the program where no lexicon is compiled: without it nothing is joined, and all would look precise."""
    from articles.text import lexicon  # noqa: PLC0415

    if lexicon.current().version != lexicon.expected_version():
        sys.exit("no compiled lexicon: run `manage.py compile_lexicon` with the same DATA_DIR")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, default=NEWS, help="folder of *.jsonl.gz")
    parser.add_argument("--articles", type=int, default=6_000)
    parser.add_argument("--all", action="store_true", help="all articles of the sets")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--joined", action="store_true", help="leave out words that find themselves alone")
    return parser.parse_args()


def fill(news: Path, count: int | None, chance: random.Random) -> dict[str, Counter[str]]:
    """Imports and indexes the articles; how many hold each word, by language."""
    from articles.ingest.pipeline import BATCH, store_many  # noqa: PLC0415
    from articles.ingest.record import ArticleRecord  # noqa: PLC0415
    from articles.search.indexer import drain  # noqa: PLC0415

    counts: dict[str, Counter[str]] = defaultdict(Counter)
    rows = iter(sample(news, count, chance))
    while batch := list(itertools.islice(rows, BATCH)):
        for language, row in batch:
            counts[language].update(set(LETTERS.findall(f"{row.get('title') or ''}\n{row.get('body') or ''}")))
        store_many(
            [
                ArticleRecord(
                    str(row["id"]), row.get("title") or "", row.get("body") or "", language=language, source=language
                )
                for language, row in batch
            ]
        )
    drain()
    return counts


def sample(news: Path, count: int | None, chance: random.Random) -> Iterator[tuple[str, dict[str, str]]]:
    """Articles with their language, half of each where only some are wanted."""
    by_language: dict[str, list[str]] = defaultdict(list)
    for path in sorted(news.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            by_language[path.name[:2]] += lines
    for language, lines in by_language.items():
        chosen = lines if count is None else chance.sample(lines, min(len(lines), count // len(by_language)))
        yield from ((language, json.loads(line)) for line in chosen)


def draw(counts: dict[str, Counter[str]], queries: int, chance: random.Random) -> Iterator[Drawn]:
    each = queries // (len(BANDS) * len(counts))
    for language, words in sorted(counts.items()):
        for least, most in BANDS:
            band = sorted(word for word, number in words.items() if least <= number <= most)
            for word in chance.sample(band, min(each, len(band))):
                yield Drawn(word, language, words[word])


def found(word: str) -> tuple[int, Sequence[tuple[str, str, int]], int]:
    """How many articles the word finds, the written forms that it finds them by, with rule and number, and how many
    results name none."""
    from articles.search.request import SearchRequest  # noqa: PLC0415
    from articles.search.searcher import search  # noqa: PLC0415

    page = search(SearchRequest(q=word, match="all", sort="newest", page_size=RESULTS))
    forms = Counter((form.text, form.rule) for hit in page.hits for form in hit.matched)
    without = sum(not hit.matched for hit in page.hits)
    return page.total, [(text, rule, number) for (text, rule), number in forms.most_common()], without


if __name__ == "__main__":
    main()

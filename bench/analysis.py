"""How fast texts are analysed, and what that costs in memory.

    python -m bench.analysis               # 1,500 articles of 2,500 characters in Persian, as many in Arabic

Texts are put together from Persian words of the lexicon with their endings and from counted Arabic forms, by their
frequency, so that nothing need be downloaded; `--file` takes real ones (JSON lines, plain or gzipped). Each language
is run twice: cold, each word for the first time, and warm. Seconds are of the CPU, and memory is the growth of this
process.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import time
from pathlib import Path

import psutil

from articles.text import lexicon
from articles.text.analysis import analyse
from articles.text.gazetteer import arabic_numbers

LETTERS = 2_500
ENDINGS = ["", "", "", "", "\u200cها", " ها", "های", "ی", "\u200cای"]


def main() -> None:
    options = arguments()
    lexicon.configure(Path(os.environ.get("DATA_DIR", "var")) / "lexicon")
    for language in ("fa", "ar"):
        texts = from_file(options.file, options.articles) if options.file else invented(language, options.articles)
        for state in ("cold", "warm"):
            before = psutil.Process().memory_info().rss
            began = time.process_time()
            tokens = sum(len(analyse(text, language)) for text in texts)
            seconds = time.process_time() - began
            grown = (psutil.Process().memory_info().rss - before) / 1e6
            print(
                f"{language} {state}: {len(texts) / seconds:7.0f} articles a CPU second, "
                f"{tokens / len(texts):.0f} words each, {grown:+.0f} MB"
            )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.analysis", description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--articles", type=int, default=1_500)
    parser.add_argument("--file", type=Path, help="articles as JSON lines, in place of invented ones")
    return parser.parse_args()


def from_file(path: Path, count: int) -> list[str]:
    """Pieces of LETTERS letters of the bodies in a file."""
    texts: list[str] = []
    rest = ""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            rest += (json.loads(line).get("body") or "") + "\n"
            while len(rest) >= LETTERS:
                texts.append(rest[:LETTERS])
                rest = rest[LETTERS:]
            if len(texts) >= count:
                break
    return texts[:count]


def invented(language: str, count: int) -> list[str]:
    """Texts of frequent words: as news, a few thousand words make most of the running text."""
    dice = random.Random(7)
    weights = arabic_numbers() if language == "ar" else persian_weights()
    words = dice.choices(list(weights), list(weights.values()), k=count * LETTERS // 4)
    if language == "fa":
        words = [word + dice.choice(ENDINGS) for word in words]
    text = " ".join(words)
    return [text[start : start + LETTERS] for start in range(0, count * LETTERS, LETTERS)]


def persian_weights() -> dict[str, float]:
    known = {word: entry.weight for word, entry in lexicon.current().entries() if entry.common and 2 < len(word) < 9}
    ranked = sorted(known, key=lambda word: -known[word])[:20_000]
    return {word: 1 / (rank + 10) for rank, word in enumerate(ranked)}


if __name__ == "__main__":
    main()

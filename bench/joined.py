"""What single words find, told without an index: every written form that the rules join, for a reader to judge.

    python -m bench.joined                    # 6,000 articles of ../shared/data/news, 200 words
    python -m bench.joined --seeds 1 2        # 400 words, from the same articles
    python -m bench.joined --words محمد قرار  # these words

The articles are analysed once; a word finds what its query compiles to: its surfaces in every language, and in
articles of each language the stems that are read there. A reading of several words needs all of them in an article
and is left out. Forms that differ only by ی/ي, ک/ك, vowel marks and half-spaces count as one, those that differ by a
hamza do not. `bench.precision` lists the same through import and search.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from articles.search.readings import QueryWord, read_words
from articles.text.analysis import analyse
from articles.text.fold import fold_keeping_half_spaces
from articles.text.tokens import PIECE
from bench.precision import NEWS, draw, require_lexicon, sample

LANGUAGES = ("fa", "ar")
SHOWN = 30
_KEPT = "آأإؤئىة"
"""Letters that folding hides and that may make another word."""


class Vocabulary:
    """Written forms of articles of one language, with how often they are there, by surface and by stem."""

    def __init__(self) -> None:
        self.surfaces: dict[str, Counter[str]] = defaultdict(Counter)
        self.stems: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, text: str, language: str) -> None:
        for token in analyse(text, language):
            written = plain(text[token.start : token.end])
            for surface in {token.surface, *token.alternatives}:
                self.surfaces[surface][written] += 1
            self.stems[token.stem][written] += 1

    def forms(self, surfaces: Iterable[str], stems: Iterable[str]) -> Counter[str]:
        found: Counter[str] = Counter()
        for table, words in ((self.surfaces, surfaces), (self.stems, stems)):
            for word in words:
                found |= table.get(word, Counter())
        return found


def plain(written: str) -> str:
    """As written, but for what nobody would call another spelling."""
    return "".join(letter if letter in _KEPT else fold_keeping_half_spaces(letter) for letter in written).replace(
        "\u200c", ""
    )


def main() -> None:
    options = arguments()
    require_lexicon()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    vocabularies = {language: Vocabulary() for language in LANGUAGES}
    for language, row in sample(options.news, options.articles, random.Random(0)):
        text = f"{row.get('title') or ''}\n{row.get('body') or ''}"
        counts[language].update({word[0] for word in PIECE.finditer(text) if word.lastgroup == "arabic"})
        vocabularies[language].add(text, language)
    for word in options.words:
        show(word, vocabularies)
    for seed in () if options.words else options.seeds:
        for drawn in draw(counts, options.queries, random.Random(seed)):
            show(drawn.word, vocabularies, f"{seed} {drawn.language} {drawn.articles}: ")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, default=NEWS, help="folder of *.jsonl.gz")
    parser.add_argument("--articles", type=int, default=6_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--words", nargs="+", default=[])
    return parser.parse_args()


def show(word: str, vocabularies: dict[str, Vocabulary], lead: str = "") -> None:
    queried = read_words(word)
    found = [f"{language}: {'  '.join(listed)}" for language, listed in joined(queried, word, vocabularies) if listed]
    print(f"{lead}{word} | {' | '.join(found) or '—'}")


def joined(words: list[QueryWord], typed: str, vocabularies: dict[str, Vocabulary]) -> Iterator[tuple[str, list[str]]]:
    """Forms other than the word itself in articles of each language, the most frequent first."""
    for language, vocabulary in vocabularies.items():
        found: Counter[str] = Counter()
        for word in words:
            single = tuple(reading for reading in word.readings if len(reading.tokens) == 1)
            found |= vocabulary.forms(*dataclasses.replace(word, readings=single).answers(language))
        found.pop(plain(typed), None)
        listed = [f"{form} {number}" for form, number in found.most_common(SHOWN)]
        yield language, listed + ([f"and {len(found) - SHOWN} more"] if len(found) > SHOWN else [])


if __name__ == "__main__":
    main()

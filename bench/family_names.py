"""Names of families that single words find: proposals for articles/data/persian_whole.txt and arabic_whole.txt.

    python -m bench.family_names                         # Persian and Arabic articles of ../shared/data/news
    python -m bench.family_names --share .4 --given 3    # fewer, surer ones

A word that stands right behind a given name in a great part of its places is a name of a family, whatever noun it
looks like a form of. Printed are those that a search for another word would find: the name, the word's stem, in how
many places the name stands, in how many of them behind a given name, and behind how many different ones. Names of
tribes and places (نجفی) are printed too, so that a reader must decide.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from articles.text.analysis import analyse
from articles.text.fold import fold
from articles.text.gazetteer import given_names
from articles.text.tokens import PIECE
from bench.precision import NEWS, require_lexicon, sample

_ARTICLE = "ال"


@dataclass(slots=True)
class Standing:
    """Where the folded words of one language stand."""

    places: Counter[str] = field(default_factory=Counter)
    behind: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Given names that stand right before each word."""

    def read(self, text: str, given: frozenset[str]) -> None:
        before, end = "", -1
        for piece in PIECE.finditer(text):
            word = fold(piece[0])
            self.places[word] += 1
            if before in given and text[end : piece.start()] == " ":
                self.behind[word][before] += 1
            before, end = word, piece.end()


def main() -> None:
    options = arguments()
    require_lexicon()
    given = frozenset(given_names())
    standing: dict[str, Standing] = defaultdict(Standing)
    for language, row in sample(options.news, None, random.Random(0)):
        for text in (row.get("title") or "", row.get("body") or ""):
            standing[language].read(text, given)
    for language, one in standing.items():
        for word, number in one.places.most_common():
            names = one.behind.get(word, Counter())
            named = names.total() >= options.share * number and len(names) >= options.given
            if named and (stem := joined_with(word, language)):
                print(f"{language} {word}\t{stem}\t{number}\t{names.total()}\t{len(names)}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, default=NEWS, help="folder of *.jsonl.gz")
    parser.add_argument("--share", type=float, default=0.25, help="of its places, those behind a given name")
    parser.add_argument("--given", type=int, default=2, help="different given names")
    return parser.parse_args()


def joined_with(word: str, language: str) -> str:
    """The stem of a word, empty where it is the word itself."""
    tokens = analyse(word, language)
    bare = word.removeprefix(_ARTICLE)
    return tokens[0].stem if len(tokens) == 1 and len(bare) > 2 and tokens[0].stem not in {word, bare} else ""


if __name__ == "__main__":
    main()

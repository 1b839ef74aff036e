"""Plurals that news do not mean for plurals of their singular: proposals for articles/data/arabic_apart.txt.

    python -m bench.cooccurrence                 # all Arabic articles of ../shared/data/news
    python -m bench.cooccurrence --most 2 --least 20

Two forms of one word stand in the same articles more often than two words do by chance (Xu and Croft, Corpus-based
stemming using cooccurrence of word variants, 1998). Printed are, for each plural of the tables that is not spelled as
its singular: the plural, the singular, how many articles have the one, the other and both, and the lift: how often
both stand together for each time that chance would have it, articles weighted by their length. A low lift proves
nothing of frequent words (مناطق and منطقة have 1.0), so that a reader must decide.
"""

from __future__ import annotations

import argparse
import gzip
import json
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from articles.text.buckwalter import Tables, read_tables
from articles.text.fold import fold
from articles.text.tokens import PIECE
from bench.joined import plain
from bench.precision import NEWS

_BEFORE = ("", "ال", "و", "وال", "ب", "بال", "لل", "ل", "ف", "وب", "ول")
_BEHIND = ("", "ا", "ه", "ها", "هم", "نا")
_BEHIND_FEMININE = ("ة", "ه", "ته", "تها", "تهم", "ات")
_FEMININE = "ة"

_Articles = npt.NDArray[np.uint32]


def main() -> None:
    options = arguments()
    postings, lengths = read(options.news)
    chance = float((lengths**2).sum() / lengths.sum() ** 2)
    rows = []
    for plural, singular in sorted(plurals(read_tables())):
        one, other = articles(postings, plural), articles(postings, singular)
        if len(one) < options.least or len(other) < 2:
            continue
        both = len(np.intersect1d(one, other, assume_unique=True))
        lift = (both + 0.5) / (len(one) * len(other) * chance + 0.5)
        if lift < options.most:
            rows.append((len(one), plural, singular, len(other), both, lift))
    for found, plural, singular, of_singular, both, lift in sorted(rows, reverse=True):
        print(f"{plural} {singular}\t{found}\t{of_singular}\t{both}\t{lift:.1f}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, default=NEWS, help="folder of ar-*.jsonl.gz")
    parser.add_argument("--least", type=int, default=8, help="articles with the plural")
    parser.add_argument("--most", type=float, default=4.5, help="lift")
    return parser.parse_args()


def read(folder: Path) -> tuple[Mapping[str, array[int]], npt.NDArray[np.float64]]:
    """The articles that hold each written form, and how many different forms each article has."""
    postings: dict[str, array[int]] = defaultdict(lambda: array("I"))
    lengths = []
    for path in sorted(folder.glob("ar-*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                text = f"{row.get('title') or ''}\n{row.get('body') or ''}"
                forms = {plain(word[0]) for word in PIECE.finditer(text) if word.lastgroup == "arabic"}
                for form in forms:
                    postings[form].append(len(lengths))
                lengths.append(len(forms))
    return postings, np.array(lengths, dtype=np.float64)


def plurals(tables: Tables) -> Iterator[tuple[str, str]]:
    """Stems of nouns, as they are written, that do not begin or end as what the tables cite them under."""
    found = {
        (entry.spelled, tables.citations[entry.lemma])
        for entries in tables.stems.values()
        for entry in entries
        if entry.lemma not in tables.verbs
    }
    return ((plural, singular) for plural, singular in found if _core(plural) != _core(singular))


def _core(word: str) -> str:
    """What is left without letters that change by spelling alone and without endings."""
    return fold(word.removesuffix(_FEMININE)).replace("ی", "").replace("ء", "")


def articles(postings: Mapping[str, array[int]], word: str) -> _Articles:
    """Those that hold the word with an article, a particle or a pronoun."""
    stem, behind = (word[:-1], _BEHIND_FEMININE) if word.endswith(_FEMININE) else (word, _BEHIND)
    forms = (before + stem + ending for before in _BEFORE for ending in behind)
    held = [np.frombuffer(postings[form], dtype=np.uint32) for form in forms if form in postings]
    return np.unique(np.concatenate(held)) if held else np.empty(0, dtype=np.uint32)


if __name__ == "__main__":
    main()

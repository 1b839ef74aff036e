"""What is known of Arabic words: names of countries, cities and languages from Unicode's CLDR, of persons from this
portal's own list, and how frequent words are. Used by the compile step only."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path

from articles.text.arabic import without_final_hamza
from articles.text.arabic_marks import told_by_hamza, told_by_teh
from articles.text.arabic_written import HAMZATED, as_spelled
from articles.text.fold import fold

_ARTICLE = "ال"
_IN_ARABIC = {"پ": ["ب"], "چ": ["تش"], "ژ": ["ج"], "گ": ["غ", "ج", "ک"]}
_DATA = Path(__file__).resolve().parent.parent / "data"
_PEOPLE = _DATA / "people.jsonl"
_GIVEN_NAMES = _DATA / "given_names.txt"
_WORDS = _DATA / "arabic_words.tsv.gz"
_SPELLED = _DATA / "arabic_spelled.tsv.gz"
_SPELLINGS = _DATA / "arabic_spellings.txt"
_WHOLE = _DATA / "arabic_whole.txt"
_APART = _DATA / "arabic_apart.txt"
_PERSIAN_WHOLE = _DATA / "persian_whole.txt"
_FALSE_FRIENDS = _DATA / "false_friends.txt"
_PERSIAN_WORDS = _DATA / "persian_words.tsv.gz"
_OF_FAMILIES = "names of families"
_TYPED_SO = "Typed so"


def arabic_place_names() -> Iterator[str]:
    """Folded names of countries and cities of one word, and words like كوريا of longer ones; no true article."""
    from babel import Locale  # noqa: PLC0415  a web process has no use for it

    locale = Locale("ar")
    for name in chain(locale.territories.values(), (zone.get("city") for zone in locale.time_zones.values())):
        words = list(_words(name))
        yield from (word for word in words if len(words) == 1 or word[-1] == "ا")


def persian_place_names() -> Iterator[str]:
    """Folded names of countries and cities of one word, as Persian writes them."""
    from babel import Locale  # noqa: PLC0415

    locale = Locale("fa")
    for name in chain(locale.territories.values(), (zone.get("city") for zone in locale.time_zones.values())):
        if name and len(name) > 2 and name.isalpha():
            yield fold(name)


def arabic_words_of_names() -> Iterator[str]:
    """Folded words of the names of countries, cities, languages and scripts, as above."""
    from babel import Locale  # noqa: PLC0415

    locale = Locale("ar")
    cities = (zone.get("city") for zone in locale.time_zones.values())
    for name in chain(locale.territories.values(), cities, locale.languages.values(), locale.scripts.values()):
        yield from _words(name)


def _words(name: object) -> Iterator[str]:
    """Without an article; a name like ألبانيا keeps its first two letters."""
    for written in str(name or "").replace("-", " ").replace("(", " ").replace(")", " ").split():
        word = fold(written.removeprefix(_ARTICLE) if len(written) > 4 else written)
        if len(word) > 2:
            yield word


def arabic_person_names() -> Iterator[str]:
    """Folded words of the Arabic names of the persons that a new portal knows, without an article.

    Persons entered later are not among them: the lexicon is the same in every portal of one release.
    """
    for line in _PEOPLE.read_text(encoding="utf-8").splitlines():
        for name in json.loads(line)["names"] if line else ():
            if name["language"] == "ar":
                yield from (fold(word.removeprefix(_ARTICLE)) for word in name["text"].replace("-", " ").split())


def given_names() -> Iterator[str]:
    """Folded given names, in Persian and Arabic letters."""
    for line in _GIVEN_NAMES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from map(fold, line.split())


def arabic_words() -> Iterator[tuple[str, int]]:
    """Folded words, a final ة kept, with log2 of their number in 10^9 words: those of wordfreq (Speer 2022, CC BY-SA)
    from 300 on. docs/decisions tells how the file was made."""
    yield from _weighed(_WORDS)


def _weighed(path: Path) -> Iterator[tuple[str, int]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            word, weight = line.split("\t")
            yield word, int(weight)


def arabic_spellings() -> Iterator[tuple[tuple[str, ...], ...]]:
    """Words that fold alike, each with its spellings as `spellings.as_spelled` gives them, a last hamza left off as in
    stems: those listed by hand, then those found by frequency."""
    listed = set()
    for line in _lines(_SPELLINGS):
        words = tuple(tuple(map(_spelled, word.split("="))) for word in line.split())
        listed.add(fold(words[0][0]))
        yield words
    hamzated: dict[str, float] = defaultdict(float)
    for word, tenths in _weighed(_SPELLED):
        hamzated["".join(letter if letter in HAMZATED else fold(letter) for letter in word)] += 2 ** (tenths / 10)
    for words in chain(told_by_hamza(hamzated), told_by_teh(dict(arabic_words()))):
        folded = fold(words[0][0])
        if folded not in listed:
            listed.add(folded)
            yield words


def arabic_numbers() -> dict[str, float]:
    """How many of 10^9 words are each word, in as_spelled letters."""
    spelled = {word: 2 ** (tenths / 10) for word, tenths in _weighed(_SPELLED)}
    told = set(map(_with_teh, spelled))
    return spelled | {word: 2 ** (weight + 0.5) for word, weight in arabic_words() if word not in told}


def _with_teh(spelled: str) -> str:
    return fold(spelled[:-1]) + ("ة" if spelled[-1] == "ة" else fold(spelled[-1]))


def _spelled(word: str) -> str:
    return without_final_hamza(as_spelled(word))


def arabic_whole_words() -> Iterator[str]:
    """Folded words, a final ة kept, that look like a form of another word and are none."""
    for line in _lines(_WHOLE):
        for word in line.split():
            yield _with_teh(word)


def arabic_plurals_apart() -> frozenset[tuple[str, str]]:
    """Plurals, each with its singular in the tables, that news mean for another word; both in as_spelled letters."""
    return frozenset((as_spelled(plural), as_spelled(singular)) for plural, singular in map(str.split, _lines(_APART)))


def persian_whole_words() -> Iterator[str]:
    """Folded words that look like a form of another word and are none."""
    return (fold(word) for line in _lines(_PERSIAN_WHOLE) for word in line.split())


def family_names() -> Iterator[str]:
    """Those of the words above that are names of families."""
    return (word for header, word in _sections(_PERSIAN_WHOLE) if _OF_FAMILIES in header)


def false_friends() -> Iterator[tuple[str, bool]]:
    """Folded Persian words that are others in Arabic, and whether they are Persian wherever they are typed so."""
    return ((word, _TYPED_SO in header) for header, word in _sections(_FALSE_FRIENDS))


def _sections(path: Path) -> Iterator[tuple[str, str]]:
    """Folded words with the comment before them."""
    for section in path.read_text(encoding="utf-8").split("\n\n"):
        lines = section.strip().splitlines()
        header = "\n".join(line for line in lines if line.startswith("#"))
        yield from ((header, fold(word)) for line in lines if not line.startswith("#") for word in line.split())


def persian_words() -> Iterator[tuple[str, int]]:
    """Folded solid words with log2 of how often the corpus of shekar (Amirivojdan 2024, MIT) has them, from 11 on.
    docs/decisions tells how the file was made."""
    yield from _weighed(_PERSIAN_WORDS)


def in_arabic_letters(word: str) -> set[str]:
    """How Arabic may write a Persian word, which has letters of its own."""
    return {"".join(letters) for letters in product(*(_IN_ARABIC.get(letter, letter) for letter in word))}


def _lines(path: Path) -> Iterator[str]:
    return (line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))

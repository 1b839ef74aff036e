"""What the compile step writes into the lexicon, and how."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import marisa_trie

from articles.text import lexicon_keys as keys
from articles.text.fold import fold
from articles.text.lexicon import Entry, LexiconUnavailable, expected_version, lexicon_file, state_of_rules
from articles.text.morphology import Entry as StemEntry
from articles.text.morphology import Rules, encode_entries


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The morphology of Arabic: affixes, stems by their folded letters, the lemmas that each stem of the light stemmer
    stands for (the most frequent first), the stem that each lemma is found under, stems that have the other forms of
    the same lexeme, stems under which no lemma is found, names that look like adjectives, pairs of stems of one
    lexeme of which one keeps its spelling, and stems of several words with the lemma that is found elsewhere."""

    rules: Rules = field(default_factory=Rules)
    stems: Mapping[str, Iterable[StemEntry]] = field(default_factory=dict)
    together: Mapping[str, Iterable[int]] = field(default_factory=dict)
    stem_of_lemma: Mapping[int, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    stations: Iterable[str] = ()
    families: Iterable[str] = ()
    kin: Iterable[tuple[str, str]] = ()
    moved: Mapping[str, tuple[int, str]] = field(default_factory=dict)

    def records(self) -> Iterator[tuple[str, bytes]]:
        if self.stems:
            yield keys.RULES, self.rules.encode()
        for folded, entries in self.stems.items():
            yield keys.STEM + folded, encode_entries(folded, entries)
        for stem, lemmas in self.together.items():
            yield keys.LEXEME + stem, b"".join(lemma.to_bytes(3) for lemma in lemmas)
        for lemma, stem in self.stem_of_lemma.items():
            yield f"{keys.LEMMA}{lemma}", stem.encode()
        for stem, other in self.merged.items():
            yield keys.MERGED + stem, other.encode()
        for stem, (lemma, other) in self.moved.items():
            yield keys.MOVED + stem, lemma.to_bytes(3) + other.encode()
        for key, listed in ((keys.STATION, self.stations), (keys.FAMILY, self.families)):
            yield from ((key + stem, b"") for stem in listed)
        others: dict[str, list[str]] = {}
        for stem, other in self.kin:
            others.setdefault(stem, []).append(other)
            others.setdefault(other, []).append(stem)
        for stem, found in others.items():
            yield keys.KIN + stem, " ".join(sorted(found)).encode()


@dataclass(frozen=True, slots=True)
class ArabicWords:
    """What is known of Arabic words by their folded letters: how frequent they are, which of them are told apart by
    their spelling alone, and which are no forms of what they look like a form of; and the stems of frequent ones by
    their as_spelled letters."""

    weights: Mapping[str, int] = field(default_factory=dict)
    spellings: Iterable[tuple[tuple[str, ...], ...]] = ()
    whole: Iterable[str] = ()
    lexemes: Lexemes = field(default_factory=Lexemes)
    stems: Mapping[str, str] = field(default_factory=dict)

    def records(self) -> Iterator[tuple[str, bytes]]:
        yield from ((keys.ARABIC + word, bytes((weight,))) for word, weight in self.weights.items())
        for words in self.spellings:
            yield keys.SPELLED + fold(words[-1][-1]), " ".join("=".join(word) for word in words).encode()
        yield from ((keys.WHOLE + word, b"") for word in self.whole)
        yield from self.lexemes.records()
        yield from ((keys.FORM + word, stem.encode()) for word, stem in self.stems.items())


def write(entries: Mapping[str, Entry], directory: Path, arabic: ArabicWords | None = None) -> Path:
    """Writes the lexicon whole or not at all: a reader that maps the old file keeps it."""
    path = lexicon_file(directory)
    partial = path.with_suffix(f".{os.getpid()}.partial")
    pairs = [(word, entry.encode()) for word, entry in entries.items()]
    pairs += ((keys.NAME + word, b"") for word, entry in entries.items() if "t" in entry.tags or "u" in entry.tags)
    pairs += ((keys.PLACE + word, b"") for word, entry in entries.items() if "t" in entry.tags)
    pairs += (arabic or ArabicWords()).records()
    pairs += ((keys.VERSION_KEY, expected_version().encode()), (keys.FOUND_BY, state_of_rules()))
    try:
        directory.mkdir(parents=True, exist_ok=True)
        marisa_trie.BytesTrie(pairs).save(str(partial))
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink()
        raise LexiconUnavailable(f"cannot write {path}: {error}; free some space or set DATA_DIR elsewhere") from error
    return path

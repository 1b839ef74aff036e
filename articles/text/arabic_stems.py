"""The stems of frequent Arabic words, worked out at compile time: to look one up costs a tenth of finding it.

A process that has read nothing yet, as after a restart, finds two of three different words of news among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from articles.text.arabic_written import end_of_servant, with_short_hundred
from articles.text.fold import fold
from articles.text.gazetteer import arabic_numbers
from articles.text.lexemes import ArabicReader
from articles.text.lexicon import Entry, Lexicon
from articles.text.lexicon_records import ArabicWords, write

_LEAST = 600
"""In 10^9 words: some 95,000 are as frequent."""


def with_stems(entries: Mapping[str, Entry], words: ArabicWords) -> ArabicWords:
    """The words with the stems of the frequent ones: the rules need a lexicon that has all but these."""
    with TemporaryDirectory() as scratch:
        reader = ArabicReader(Lexicon(write(entries, Path(scratch), words)))
    frequent = (word for word, number in arabic_numbers().items() if number >= _LEAST)
    return replace(words, stems={word: reader.stem(fold(word), word) for word in frequent if _is_plain(word)})


def _is_plain(word: str) -> bool:
    """Whether a word is read as it stands: neither in two parts (عبدالله) nor in another spelling (مائة)."""
    return not end_of_servant(fold(word)) and with_short_hundred(word) == word

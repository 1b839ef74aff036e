"""Which encoding a file is in: UTF-8, UTF-16 or windows-1256; anything else is no text."""

from __future__ import annotations

import codecs
import itertools
import unicodedata

SAMPLE = 65536
"""Bytes looked at."""
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = frozenset(range(0x20)) - {0x09, 0x0A, 0x0C, 0x0D, 0x1A} | {0x7F}
_MOST_CONTROLS = 0.002


class NotText(ValueError):
    """Bytes that are no text in an encoding we read."""


def detect_encoding(sample: bytes) -> str:
    """The encoding of a file that begins with `sample`, as Python names it. Raises NotText.

    windows-1256 was the encoding of Persian and Arabic pages before UTF-8. Every byte means something in it, so it
    is accepted only where the letters that come out are those of words.
    """
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return encoding
    if b"\0" in sample:
        return _utf16_without_mark(sample)
    controls = sum(sample.count(code) for code in _CONTROLS)
    if controls > _MOST_CONTROLS * len(sample):
        raise NotText("it is binary, not text")
    if _is_utf8(sample):
        return "utf-8"
    if _reads_as_words(sample.decode("cp1256")):
        return "cp1256"
    raise NotText("it is neither UTF-8, UTF-16 nor windows-1256; save it as UTF-8")


def _is_utf8(sample: bytes) -> bool:
    """Whether it decodes; a character cut off at the end of the sample is no fault."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=len(sample) < SAMPLE)
    except UnicodeDecodeError:
        return False
    return True


def _utf16_without_mark(sample: bytes) -> str:
    """UTF-16 is recognised by the zero bytes of its spaces and line ends, all at odd or all at even places."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if min(even, odd) * 20 > max(even, odd):
        raise NotText("it is binary, not text")
    try:
        text = sample[: len(sample) // 2 * 2].decode(encoding)
    except UnicodeDecodeError:
        raise NotText("it is binary, not text") from None
    if not _reads_as_words(text):
        raise NotText("it is binary, not text")
    return encoding


def _reads_as_words(text: str) -> bool:
    """Whether letters beyond ASCII are those of Arabic script, or few and European."""
    foreign = [letter for letter in text if ord(letter) > 0x7F]
    if any(unicodedata.category(letter) in {"Cc", "Cn", "Co"} for letter in foreign):
        return False
    letters = [letter for letter in foreign if letter.isalpha()]
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in letters)
    runs = sum("\u0600" <= one <= "\u06ff" and "\u0600" <= other <= "\u06ff" for one, other in itertools.pairwise(text))
    if arabic * 2 > len(letters):
        return runs * 2 > arabic
    return len(foreign) * 10 < len(text)

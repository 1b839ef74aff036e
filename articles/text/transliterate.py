"""One sound in three scripts: what is left of a name when its script is forgotten.

`phones` writes a word of Persian, Arabic or Latin letters in one small alphabet of sounds; `skeleton` keeps the
consonants that the three scripts agree on (long vowels, و and ی come and go between them); `similarity` says how
near two words sound. `other_layout` reads what was typed on the wrong keyboard.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from articles.text.fold import fold

# One letter a sound. Upper case: two letters in Latin. Vowels a i u; ' is ع and hamza, which Latin drops.
_ARABIC = {
    "ا": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "T", "ج": "j", "چ": "C", "ح": "h", "خ": "X", "د": "d", "ذ": "D",
    "ر": "r", "ز": "z", "ژ": "Z", "س": "s", "ش": "S", "ص": "s", "ض": "D", "ط": "t", "ظ": "D", "ع": "'", "غ": "G",
    "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "و": "w", "ه": "h", "ی": "y", "ء": "'",
    "ڤ": "v", "ڨ": "g", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ڼ": "n", "ۍ": "y",
}  # fmt: skip
_LATIN_GROUPS = (
    ("tsch", "C"), ("shch", "S"), ("sch", "S"), ("tch", "C"), ("tsh", "C"), ("ough", "u"), ("eaux", "u"), ("kh", "X"),
    ("gh", "G"), ("sh", "S"), ("ch", "C"), ("zh", "Z"), ("dj", "j"), ("dh", "D"), ("th", "T"), ("ph", "f"),
    ("ck", "k"), ("qu", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ea", "i"), ("ie", "i"), ("ei", "ay"),
    ("ai", "ay"), ("au", "aw"), ("eau", "u"), ("ts", "ts"), ("wr", "r"), ("x", "ks"),
)  # fmt: skip
_LATIN = {
    "a": "a", "b": "b", "c": "k", "d": "d", "e": "e", "f": "f", "g": "g", "h": "h", "i": "i", "j": "j", "k": "k",
    "l": "l", "m": "m", "n": "n", "o": "o", "p": "p", "q": "q", "r": "r", "s": "s", "t": "t", "u": "u", "v": "v",
    "w": "w", "y": "y", "z": "z",
}  # fmt: skip
_LATIN_PATTERN = re.compile("|".join(sorted((group for group, _ in _LATIN_GROUPS), key=len, reverse=True)) + "|[a-z]")
_LATIN_SOUNDS = dict(_LATIN_GROUPS) | _LATIN
_SOFT_C = re.compile(r"c(?=[eiy])")
_DOUBLED = re.compile(r"(.)\1+")

_WRITTEN = {"'": "", "T": "th", "D": "dh", "Z": "zh", "S": "sh", "C": "ch", "X": "kh", "G": "gh"}

VOWELS = frozenset("aeiouwy")
_CLASSES = {
    "b": "b", "p": "b", "f": "f", "v": "f", "t": "t", "T": "t", "d": "d", "D": "d", "z": "z", "s": "s", "S": "S",
    "j": "j", "Z": "j", "C": "C", "k": "k", "q": "k", "g": "g", "G": "g", "X": "k", "l": "l", "m": "m", "n": "n",
    "r": "r",
}  # fmt: skip
"""Sounds that one script tells apart and another does not; h, ع and the vowels are no part of a skeleton."""

_PERSIAN_KEYS = dict(zip("qwertyuiop[]asdfghjkl;'zxcvbnm,", "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو", strict=True))
_PERSIAN_KEYS["\\"] = "پ"  # the older layout of Windows has it there
_ARABIC_KEYS = dict(zip("qwertyuiop[]asdfghjkl;'zxcvnm,./`", "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ", strict=True))
SIGN_KEYS = frozenset(key for key in _PERSIAN_KEYS | _ARABIC_KEYS if not key.isalpha())
"""Signs on a Latin keyboard that are letters on a Persian or Arabic one."""
_LATIN_KEYS = {letter: key for keys in (_ARABIC_KEYS, _PERSIAN_KEYS) for key, letter in keys.items()} | {
    "آ": "h",
    "ژ": "c",
}


def is_latin(word: str) -> bool:
    """Whether the first letter is Latin."""
    return next((unicodedata.name(letter, "").startswith("LATIN") for letter in word if letter.isalpha()), False)


@lru_cache(maxsize=20_000)
def phones(word: str) -> str:
    """The sounds of one word in any of the three scripts, doubled ones once: «بوتين» bwtyn, Putin putin."""
    folded = fold(word)
    if is_latin(folded):
        text = _SOFT_C.sub("s", folded)
        sounds = "".join(_LATIN_SOUNDS[match] for match in _LATIN_PATTERN.findall(text))
    else:
        sounds = "".join(_ARABIC.get(letter, "") for letter in folded)
    return _DOUBLED.sub(r"\1", sounds)


def romanised(name: str) -> str:
    """A name in Latin letters for an address, as near as its sounds tell: «رضا کریمی» is rda-krymy, unvowelled."""
    words = (phones(word) for word in re.findall(r"[^\W\d_]+", name))
    return "-".join(
        word for word in ("".join(_WRITTEN.get(sound, sound) for sound in sounds) for sounds in words) if word
    )


def skeleton(word: str) -> str:
    """The consonants common to the three scripts: «پوتین», «بوتين» and Putin are all btn."""
    return bones(phones(word))


def bones(sounds: str) -> str:
    """The skeleton of a word that is sounds already."""
    return _DOUBLED.sub(r"\1", "".join(_CLASSES.get(sound, "") for sound in sounds))


def cost(one: str, other: str) -> float:
    """What it costs to read one sound for another, 0 to 1."""
    if one == other:
        return 0.0
    return _COSTS.get((one, other), 1.0)


def absence(sound: str, *, first: bool = False) -> float:
    """What it costs that a sound is not written: little for vowels, which Arabic script leaves out."""
    if sound in "aeiou":
        return 0.3 if first else 0.15
    return {"'": 0.1, "w": 0.35, "y": 0.3, "h": 0.4}.get(sound, 1.0)


def _costs() -> dict[tuple[str, str], float]:
    groups = {
        0.1: (
            "bp",
            "fv",
            "vw",
            "tT",
            "dD",
            "Dz",
            "sT",
            "Zj",
            "qk",
            "Gg",
            "aeo",
            "iy",
            "wu",
            "wo",
            "ei",
            "ou",
            "ey",
            "gj",
            "CS",
        ),
        0.3: (
            "zs",
            "Gq",
            "gq",
            "Xk",
            "gk",
            "Xh",
            "XG",
            "jC",
            "jG",
            "ZS",
            "ZG",
            "fw",
            "ea",
            "yj",
            "Ct",
            "sC",
            "zZ",
            "zj",
            "bv",
            "Tz",
            "iu",
            "'a",
        ),
        0.5: ("sS", "td", "kC", "hG", "ay", "aw", "gh", "jS", "wv", "ks"),
    }
    found: dict[tuple[str, str], float] = {}
    for price, words in groups.items():
        for word in words:
            for one in word:
                for other in word:
                    if one != other:
                        found.setdefault((one, other), price)
    return found


_COSTS = _costs()


def similarity(one: str, other: str) -> float:
    """1 for words that sound the same, 0 for strangers: edit distance over sounds, vowels light."""
    left, right = phones(one), phones(other)
    if not left or not right:
        return 0.0
    row = [0.0]
    for position, sound in enumerate(right):
        row.append(row[-1] + absence(sound, first=position == 0))
    for position, sound in enumerate(left):
        gone = absence(sound, first=position == 0)
        previous, row = row, [row[0] + gone]
        for column, opposite in enumerate(right):
            row.append(
                min(
                    previous[column] + cost(sound, opposite),
                    previous[column + 1] + gone,
                    row[column] + absence(opposite, first=column == 0),
                )
            )
    return max(0.0, 1 - row[-1] / weight(left, right))


def weight(left: str, right: str) -> float:
    """What the distance of two words is measured against: the consonants of the longer one, at least two."""
    return max(2.0, *(sum(absence(sound) for sound in word) for word in (left, right)))


def other_layout(text: str) -> list[str]:
    """What was meant if the keyboard stood on another layout: «‍حعفهد» for putin, `\\,jdk` for پوتین."""
    if is_latin(text):
        lowered = text.lower()
        return list(
            dict.fromkeys(
                "".join(keys.get(letter, letter) for letter in lowered) for keys in (_PERSIAN_KEYS, _ARABIC_KEYS)
            )
        )
    return ["".join(_LATIN_KEYS.get(letter, letter) for letter in text)]

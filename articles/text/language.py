"""Which language a text, or a query of one word, is written in."""

from __future__ import annotations

import re
from collections import Counter

from articles.text.fold import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAMPLE = 4000
"""Code points read of a long text: enough for certainty, little enough for any text."""
_ARABIC_WORD = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc\u200c]+"
)
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f']+")
_OTHER_WORD = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")

_PERSIAN_LETTERS = frozenset("پچژگکی\u200c")
_ARABIC_LETTERS = frozenset("ةيكىإ")
_OTHER_LETTERS = frozenset("ٹڈڑںےہھۆێەڕڵټډړږښڼۍېڀٿڃ")
"""Letters of Urdu, Kurdish, Pashto and Sindhi: neither Persian nor Arabic."""
_PERSIAN_WORDS = _words(
    "از به با در را که این آن است بود شد شده کرد کرده می برای تا هم نیز یک خود اما اگر ما شما آنها هر چه یا و"
    " باید شود کند گفت دارد همه ولی پس روز سال هست نیست چند بین ایران کشور"
)
_ARABIC_WORDS = _words(
    "في من على إلى عن أن إن التي الذي هذا هذه ذلك كان كانت قد لم لن ما لا مع بين بعد قبل كما هو هي أو ثم حيث عند غير"
    " وقال قال وفي ومن وأن أي كل منذ خلال بعض إلا أما حتى"
)
_ENGLISH_WORDS = _words(
    "the of and to in a is that for it on was with as by at from are this be an or has have not his her its but they"
    " who what how why when were will which their said says after new over more about"
)
_FOREIGN_WORDS = _words(
    "der die das und nicht ein eine ist von mit le la les des et une est dans pour que el los las una del por con"
    " ve bir için da di il che een het van"
)
_ARTICLE = re.compile(r"[وفبكک]?ال\w{2,}|لل\w{2,}")


def detect_language(text: str) -> str:
    """`fa`, `ar`, `en`, or `und` where none of them is likely; one word is enough where its letters tell."""
    sample = text[:_SAMPLE]
    arabic = _ARABIC_WORD.findall(sample)
    latin = _LATIN_WORD.findall(sample)
    other = _OTHER_WORD.findall(sample)
    most = max(len(arabic), len(latin), len(other))
    if most == 0 or len(other) > max(len(arabic), len(latin)):
        return "und"
    return _of_arabic_script(arabic) if len(arabic) >= len(latin) else _of_latin_script(latin)


def _of_arabic_script(words: list[str]) -> str:
    letters = Counter("".join(words))
    if sum(letters[letter] for letter in _OTHER_LETTERS) * 50 > sum(letters.values()):
        return "und"
    persian = arabic = 0.0
    for word in words:
        persian += 2 * (word in _PERSIAN_WORDS)
        arabic += 2 * (word in _ARABIC_WORDS) + 1.5 * bool(_ARTICLE.fullmatch(word))
    # Typed on a keyboard of the other language, ي and ك are no proof; ة, إ and پ چ ژ گ are.
    persian += sum(letters[letter] for letter in "پچژگ") + 0.5 * letters["\u200c"]
    arabic += 2 * letters["ة"] + 2 * letters["إ"] + letters["أ"]
    persian += 0.2 * (letters["ی"] + letters["ک"])
    arabic += 0.2 * (letters["ي"] + letters["ك"]) + 0.3 * letters["ى"]
    return "ar" if arabic > persian else "fa"


def _of_latin_script(words: list[str]) -> str:
    folded = [fold(word) for word in words]
    english = sum(word in _ENGLISH_WORDS for word in folded)
    foreign = sum(word in _FOREIGN_WORDS for word in folded)
    accents = sum(not word.isascii() for word in words)
    if foreign + accents > english and (foreign + accents) * 12 > len(words):
        return "und"
    return "en" if english or len(words) < 12 else "und"

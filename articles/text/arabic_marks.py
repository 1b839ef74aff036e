"""Which Arabic words only a hamza or ة tells apart, found in how often each spelling is written. For the compile step.

A hamza is written wrong as well as left out: أدارة for إدارة, once in a hundred. So two marks make two words only
where each is the rule in some form of the word: الإدارة and أدار, أشكال and الإشكالية. A final ه makes another word
than ة where it is too frequent for a ة without its points.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from articles.text.arabic import without_final_hamza
from articles.text.arabic_written import HAMZATED
from articles.text.fold import fold

_BEFORE = ("", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ک", "ف", "فال")
_BEHIND = ("", "ه", "ها", "هم", "نا", "ک", "ات", "یه", "ین", "ون", "ته", "تها", "تهم", "اته", "اتها", "یا", "ان")
_RULE = 0.75
"""The share that makes one mark the rule in a form."""
_FREQUENT = 600
"""In 10^9 words: what is rarer says nothing."""
_BARE = 1.5
"""Where a form is more often written without hamza, it has none: استخدام."""
_LONGEST = 6
_SHORT = 3
_POINTLESS = 1
"""A ة without its points is at least twice as rare as ة; what is more frequent is a word of its own;
of short words, which are nouns with their pronoun (جده), a quarter is enough."""
_MISTAKEN = 2
"""A ة that is more than 2^2 times rarer than ه is a mistake for it."""
_LEAST = 10
"""Log2 of the number in 10^9 words that both must have."""

Words = tuple[tuple[str, ...], ...]


def told_by_hamza(spelled: Mapping[str, float]) -> Iterator[Words]:
    """Words in folded letters but for an alef with hamza or madda, from the numbers of such spellings in 10^9 words."""
    forms: dict[str, dict[str, float]] = defaultdict(dict)
    for word, number in spelled.items():
        forms[fold(word)][word] = number
    marks: dict[str, set[str]] = defaultdict(set)
    for stem in forms:
        if stem[0] == "ا" and stem[1] != "ل" and len(stem) <= _LONGEST:
            marks[without_final_hamza(stem)] |= _marks(stem, forms)
    for stem, found in sorted(marks.items()):
        if len(found) > 1:
            for ending in ("", "ه") if stem[-1] != "ه" else ("",):  # with أضاف and إضاف, أضافه and إضافه
                yield tuple((mark + stem[1:] + ending,) for mark in sorted(found))


def _marks(stem: str, forms: Mapping[str, Mapping[str, float]]) -> set[str]:
    found = set()
    for before, behind in product(_BEFORE, _BEHIND):
        spellings = forms.get(before + stem + behind)
        if spellings:
            numbers: dict[str, float] = defaultdict(float)
            for word, number in spellings.items():
                numbers[word[len(before)]] += number
            bare = numbers.pop("ا", 0)
            mark, most = max(numbers.items(), key=lambda item: item[1], default=("", 0))
            total = sum(numbers.values())
            if mark in HAMZATED and total >= _FREQUENT and most >= _RULE * total and bare <= _BARE * total:
                found.add(mark)
    return found


def told_by_teh(weights: Mapping[str, int]) -> Iterator[Words]:
    """موجه (directed) and موجة (wave), the more frequent first, from log2 of how frequent folded words are, a final ة
    kept."""
    for word, weight in weights.items():
        with_heh = word[:-1] + "ه"
        other = weights.get(with_heh, 0)
        if word[-1] == "ة" and min(weight, other) >= _LEAST and _is_word(with_heh, other - weight):
            yield ((with_heh,), (word,)) if other > weight else ((word,), (with_heh,))


def _is_word(with_heh: str, lead: int) -> bool:
    return -_POINTLESS - (len(with_heh) == _SHORT) <= lead <= _MISTAKEN

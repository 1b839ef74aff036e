"""Writing direction, of a stored language and of a text whose language is unknown."""

import re
from typing import Literal

Direction = Literal["rtl", "ltr"]

RIGHT_TO_LEFT = frozenset({"ar", "arc", "azb", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_WORD = re.compile(
    r"[\u0590-\u05ff\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
)
_LEFT_TO_RIGHT_WORD = re.compile(r"[^\W\d_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")


def direction_of_language(language: str) -> Direction:
    """`rtl` or `ltr` for a BCP 47 language code; only the primary subtag counts."""
    return "rtl" if language.lower().split("-")[0] in RIGHT_TO_LEFT else "ltr"


def direction_of_text(text: str) -> Direction:
    """By a count of words, not by the first letter: a Persian title often begins with a Latin name.

    A tie goes to right-to-left, and so does a text without any letter written with Eastern digits.
    """
    sample = text[:4000]
    right = len(_RIGHT_TO_LEFT_WORD.findall(sample))
    left = len(_LEFT_TO_RIGHT_WORD.findall(sample))
    if right == left == 0:
        return "rtl" if re.search(r"[٠-٩۰-۹]", sample) else "ltr"
    return "rtl" if right >= left else "ltr"

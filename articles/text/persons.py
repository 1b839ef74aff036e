"""Which Persian words name persons and beasts, of which plurals in -ān are made."""

from __future__ import annotations

from articles.text import grammar
from articles.text.lexicon import Entry

ROOT = 3
"""Letters of the shortest Arabic words."""


def takes_an(word: str, entry: Entry | None) -> bool:
    """Whether a word names persons or beasts, by what is listed, by its end or by its Arabic pattern: عکاس, وکیل,
    شاعر, مبارز. Names of persons have these patterns too."""
    if word in grammar.TAKING_AN or word.endswith(grammar.AGENTIVE):
        return True
    if word[-1] == "ی":
        return entry is not None and not {"z", "q"} & set(entry.tags)
    pattern = len(word) == ROOT + 1 and word[2] in "ای" and "u" not in (entry.tags if entry else "")
    return pattern or looks_like_participle(word)


def takes_gan(word: str) -> bool:
    return word.endswith(("ته", "ده")) or word in grammar.TAKING_GAN


def looks_like_participle(word: str) -> bool:
    """Arabic participles name who does or suffers something: مسئول, محقق, ساکن; ماش and بنز are no such words."""
    return len(word) > 3 and (word[0] == "م" or looks_like_agent(word))


def looks_like_agent(word: str) -> bool:
    return len(word) == 4 and word[1] == "ا"

"""The end of a saved article: share labels, the line that more is to come, keywords."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.ingest.formats.heads import ends_sentence
from articles.text.fold import fold

_SHARE = re.compile(
    r"(?:مشاركة(?: (?:المقال|الخبر|عبر))?|شارك(?: (?:المقال|الخبر|هذا المقال|هذا الخبر))?|انشر(?: الخبر)?"
    r"|(?:به )?اشتراک[\s\u200c]?گذاری(?: (?:این )?(?:خبر|مطلب))?|هم[\s\u200c]?رسانی|ارسال به دوستان|کپی لینک|لینک کوتاه"
    r"|share(?: this(?: (?:article|story|post))?)?|copy link)\s*[:：]?",
    re.I,
)
_DEVELOPING = re.compile(
    r"\W*(?:(?:این )?(?:خبر|گزارش) در حال (?:تکمیل|به[\s\u200c]?روز[\s\u200c]?رسانی)(?: شدن)? است"
    r"|(?:هذا )?(?:الخبر|خبر) قيد (?:التحديث|التطوير|الإعداد|المتابعة)|(?:هذا )?خبر عاجل.{0,20}قيد التحديث"
    r"|(?:this is a )?developing story.{0,60}|this (?:story|article) is being updated.{0,40})\W*",
    re.I,
)
_LABELLED_TAGS = re.compile(
    r"(?:برچسب(?:[\s\u200c]?ها)?|کلید[\s\u200c]?واژه(?:[\s\u200c]?ها)?|کلمات کلیدی|واژه(?:[\s\u200c]?های)? کلیدی"
    r"|كلمات (?:مفتاحية|دالة|دلالية)|الكلمات (?:المفتاحية|الدالة|الدلالية)|(?:ال)?وسوم|tags|keywords)"
    r"\s*[:：]\s*(?P<tags>.+)",
    re.I,
)
_HASH_TAGS = re.compile(r"(?:#[\w\u200c]+\s*){2,}")
_DIVIDERS = re.compile(r"[,،;؛|/#]")
_MOST_KEYWORDS = 10
_LOOSE = frozenset(
    fold(
        "از به در با برای که و را تا است بود شد شده می این آن من في على إلى عن أن the of and to in a is was".lower()
    ).split()
)


@dataclass(frozen=True, slots=True)
class Tail:
    """`paragraphs` without what is no text; `developing` tells that more was announced."""

    paragraphs: tuple[str, ...]
    tags: tuple[str, ...]
    developing: bool


def read_tail(paragraphs: tuple[str, ...], title: str) -> Tail:
    """Takes the lines off the end that are no paragraphs, until one is."""
    left = list(paragraphs)
    tags: tuple[str, ...] = ()
    developing = False
    while left:
        line = left[-1]
        if _DEVELOPING.fullmatch(line):
            developing = True
        elif not _SHARE.fullmatch(line):
            found = () if tags else keywords(line, title, left[:-1])
            if not found:
                break
            tags = found
        left.pop()
    return Tail(tuple(left), tags, developing)


def keywords(line: str, title: str, paragraphs: list[str]) -> tuple[str, ...]:
    """The keywords of a line that is nothing but keywords; empty for a paragraph.

    Without label or signs between them they are recognised by being two to ten words, no sentence, no small words,
    below a finished sentence, and each found in the title or the text.
    """
    labelled = _LABELLED_TAGS.fullmatch(line)
    if labelled:
        return _divided(labelled["tags"])
    if _HASH_TAGS.fullmatch(line):
        return _divided(line)
    words = line.split()
    if not 2 <= len(words) <= _MOST_KEYWORDS or ends_sentence(line) or not paragraphs:
        return ()
    if not ends_sentence(paragraphs[-1]) or re.search(r"[.:؟?!«»\"()]", line):
        return ()
    text = frozenset(re.findall(r"\w+", fold("\n".join((title, *paragraphs)))))
    parts = [part for word in words for part in re.findall(r"\w+", fold(word))]
    if not parts or _LOOSE.intersection(parts) or not all(_stands_in(part, text) for part in parts):
        return ()
    return _divided(line) if _DIVIDERS.search(line) else tuple(words)


def _stands_in(word: str, text: frozenset[str]) -> bool:
    """Whether a word is in a text, a long one also with another ending («هواشناسی» for «هواشناسان»)."""
    return word in text or (len(word) >= 6 and any(other.startswith(word[:-2]) for other in text))


def _divided(text: str) -> tuple[str, ...]:
    tags = (tag.replace("_", " ").strip(" .\t") for tag in _DIVIDERS.split(text))
    return tuple(dict.fromkeys(tag for tag in tags if tag))

"""The sentence around a name, and whether it reports what the person said. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

END = re.compile(r"[.!?؟…](?=[\s»\"”)]|$)[»\"”)]?|\n")
LONGEST_SIDE = 260
"""Code points kept on either side of the name; news sentences run to 400."""
NEAR = 90
"""Code points between the name with its title and the verb of saying."""

_PERSIAN = re.compile(
    r"\b(?:گفت|گفته است|افزود|می\s?‌?گوید|میگوید|(?:اظهار|ابراز|اذعان) (?:داشت|کرد)|"
    r"(?:تاکید|تأکید|تصریح|بیان|اضافه|اعلام|عنوان|اعتراف|پیشنهاد|خاطر\s?‌?نشان|خاطرنشان|یادآوری) (?:کرد|نمود)|"
    r"ادامه داد|هشدار داد|توضیح داد|پاسخ داد|یادآور شد|مدعی شد|متذکر شد|معتقد است|نوشت)\b"
)
_PERSIAN_WITH = re.compile(r"با (?:بیان|اشاره به|تاکید بر|تأکید بر|اعلام)\b")
_ARABIC = re.compile(
    r"\b[وف]?(?:قال|قالت|أضاف|أضافت|اضاف|أكد|أكدت|اكد|أوضح|أوضحت|اوضح|صرح|صرحت|ذكر|ذكرت|أشار|أشارت|اشار|شدد|شددت|"
    r"لفت|لفتت|أعلن|أعلنت|اعلن|اعتبر|اعتبرت|نفى|نفت|حذر|حذرت|كتب|كتبت|تابع|تابعت|رأى|رأت|دعا|دعت|يقول|تقول|كشف|بين)\b"
)
_ENGLISH = re.compile(r"\b(?:said|says|added|told|warned|stressed|insisted|announced|wrote|noted)\b", re.IGNORECASE)
_HEADLINE = re.compile(r"\s*[:：]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in three pieces, so that the name can be marked without touching the text."""

    before: str
    name: str
    after: str


def sentence_around(text: str, start: int, end: int) -> Sentence:
    """The sentence of `text` that holds the name from `start` to `end`, cut at words where it is very long."""
    floor = max(0, start - 4 * LONGEST_SIDE)
    first = max((match.end() for match in END.finditer(text, floor, start)), default=floor)
    stop = END.search(text, end)
    last = stop.end() if stop else len(text)
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    if len(before) > LONGEST_SIDE:
        before = "… " + before[-LONGEST_SIDE:].partition(" ")[2]
    if len(after) > LONGEST_SIDE:
        after = after[:LONGEST_SIDE].rpartition(" ")[0] + " …"
    return Sentence(before, text[start:end], after)


def reports_speech(sentence: Sentence, title: str, language: str) -> bool:
    """Whether the person speaks in the sentence: «پوتین … گفت», «وأكد الشرع», «پوتین: …»."""
    after = sentence.after
    if _HEADLINE.match(after):
        return True
    if language == "ar":
        before = sentence.before.rstrip()
        if title and before.endswith(title):
            before = before[: -len(title)].rstrip()
        return any(not before[match.end() :].strip() for match in _ARABIC.finditer(before))
    if language == "en":
        return _ENGLISH.search(after[:NEAR]) is not None or _ENGLISH.search(sentence.before[-12:]) is not None
    verb = _PERSIAN.search(after)
    if verb is None:
        return False
    subject = after[: verb.start()]
    # another actor between name and verb takes the verb: «با پوتین دیدار کرد. او گفت» ends the sentence before it
    return _PERSIAN_WITH.search(subject) is not None or (
        len(subject) <= NEAR + len(title)
        and not sentence.before.rstrip().endswith((" با", " به", " از", "با", "به", "از"))
    )

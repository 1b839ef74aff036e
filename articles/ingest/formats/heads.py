"""The head of a saved article: date line, stray label, title, byline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from articles.text.calendars import DateError, parse_moment
from articles.text.fold import fold

LONGEST_TITLE = 200
"""Code points. What is longer, or ends as a sentence ends, is a paragraph."""
_MOST_DATE_WORDS = 10
_LONGEST_DATE_LINE = 90
_DATE_LABEL = re.compile(
    r"(?:published(?: (?:on|at))?|date|updated|تاریخ(?: (?:انتشار|درج|خبر))?|زمان انتشار|انتشار"
    r"|تاريخ(?: النشر)?|التاريخ|نشر في)\b\s*[:：]?\s*",
    re.I,
)
_DIGITS = "0-9۰-۹٠-٩"
_DATE_SHAPE = re.compile(
    rf"[{_DIGITS}]{{1,4}}(?:[-/.][{_DIGITS}]{{1,4}}){{2}}|[{_DIGITS}]{{1,2}}\s+\S+\s+[{_DIGITS}]{{4}}\b"
)
_STRAY_LABEL = re.compile(r"(?:en|eng|english|fa|per|persian|farsi|ar|arabic|فارسی|انگلیسی|عربی|العربية|عربي)", re.I)
_BYLINE = re.compile(
    r"(?:by|author|نویسنده|گزارشگر|خبرنگار|بقلم|كتب|كتبت|إعداد|اعداد)(?:\s*[:：]\s*|(?<=by)\s+)(?P<name>\S.{1,80})",
    re.I,
)
_SENTENCE_END = re.compile(r"[.؛…][»”\"')\]]*$")
_ZONE = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text. `title` is empty where there is none; `rest` are the paragraphs after it."""

    date: str
    title: str
    author: str
    rest: tuple[str, ...]


def read_head(lines: list[str]) -> Head:
    """Divides the lines of an article (none empty) into its head and its text."""
    date, lines = _date_apart(lines)
    author, lines = _byline_apart(lines)
    title = ""
    if lines and is_title(lines[0]):
        title, lines = lines[0], lines[1:]
        while lines and fold(lines[0]) == fold(title):
            lines = lines[1:]
    if not date:  # a date may stand below the title too
        date, lines = _date_apart(lines)
    if not author:
        author, lines = _byline_apart(lines)
    return Head(date, title, author, tuple(lines))


def is_title(line: str) -> bool:
    """Whether a line may be a headline: short, and no sentence with its full stop."""
    return len(line) <= LONGEST_TITLE and not ends_sentence(line)


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a statement ends; a question or a cry may be a headline."""
    return _SENTENCE_END.search(line) is not None


def _date_apart(lines: list[str]) -> tuple[str, list[str]]:
    """The date on the first line, and the lines without it; a label that is left alone beside it goes too."""
    if not lines:
        return "", lines
    date, rest = date_at_start(lines[0])
    if not date:
        return "", lines
    if not rest or _STRAY_LABEL.fullmatch(rest):
        return date, lines[1:]
    return date, [rest, *lines[1:]]


def date_at_start(line: str) -> tuple[str, str]:
    """The date that a line begins with, and what follows; an empty date where it begins otherwise.

    Without a label the date must be the whole line or be written in figures, since «۱۵ اکتبر ۲۰۲۵ روزی بود …» is prose.
    A date that does not exist is still a date line: its text is returned, and reading it fails later, with a warning.
    """
    label = _DATE_LABEL.match(line)
    text = line[label.end() :] if label else line
    if label is None and len(line) <= _LONGEST_DATE_LINE and _is_date(line):
        return line, ""
    if label is None and not re.match(rf"[{_DIGITS}]{{2,4}}[-/.]", line):
        shape = _DATE_SHAPE.fullmatch(line)
        return (line, "") if shape else ("", line)
    ends = [word.end() for word in re.finditer(r"\S+", text)][:_MOST_DATE_WORDS]
    for end in reversed(ends):
        if _is_date(text[:end]):
            return text[:end], text[end:].strip(" -–—|,،:")
    shape = _DATE_SHAPE.match(text)
    return (shape[0], text[shape.end() :].strip(" -–—|,،:")) if shape else ("", line)


def _is_date(text: str) -> bool:
    if not any(letter.isdigit() for letter in text):
        return False
    try:
        parse_moment(text, _ZONE)
    except DateError:
        return False
    return True


def _byline_apart(lines: list[str]) -> tuple[str, list[str]]:
    match = _BYLINE.fullmatch(lines[0]) if lines else None
    if match is None or ends_sentence(lines[0]):
        return "", lines
    return match["name"], lines[1:]

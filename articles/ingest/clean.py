"""Publishers' text made plain: markup, entities, control characters and stray white space out, every word kept."""

from __future__ import annotations

import html
import re
import unicodedata

import nh3

_BLOCKS = {
    "address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_INLINE = {
    "a", "abbr", "audio", "b", "big", "cite", "code", "del", "em", "embed", "font", "i", "iframe", "img", "input",
    "ins", "kbd", "label", "link", "mark", "meta", "noscript", "object", "picture", "q", "s", "script", "small",
    "source", "span", "strike", "strong", "style", "sub", "sup", "svg", "time", "tt", "u", "video", "wbr",
}  # fmt: skip
_TAG = re.compile(rf"</?({'|'.join(sorted(_BLOCKS | _INLINE, key=len, reverse=True))})(?=[\s/>])[^<>]*>|<!--", re.I)
_CUT_TAG = re.compile(rf"<(?:{'|'.join(sorted(_BLOCKS | _INLINE, key=len, reverse=True))})\s+[\w-]+\s*=[^<>]*\Z", re.I)
"""A tag that a bounded export has cut in the middle, such as an image with its data."""
_PARAGRAPH_TAG = re.compile(r"<(?:p|br|div|li)\b", re.I)
_ANY_TAG = re.compile(r"<[^<>]*>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANK = r"\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BLANKS = re.compile(rf"[ {_BLANK}]{{2,}}|[{_BLANK}]")
"""All that is not one plain space already: a pattern that matches every space takes four times as long."""
_UNWANTED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]")
_EDGES = " \t\u200b\u200c\u200d\u200e\u200f\u2060"


def has_markup(text: str) -> bool:
    """Whether a tag of HTML stands in the text; a lone `<` or an invented tag is text."""
    return "<" in text and _TAG.search(text) is not None


def without_markup(text: str) -> str:
    """The text of an HTML fragment: blocks become lines, scripts and styles go with what is in them."""
    if _PARAGRAPH_TAG.search(text):
        text = text.replace("\n", " ")
    safe = nh3.clean(text, tags=_BLOCKS, attributes={}, clean_content_tags={"script", "style"})
    return _ANY_TAG.sub("\n", safe)


def plain(text: str) -> str:
    """Text without markup, entities and control characters; line ends are newlines."""
    text = _LINE_ENDS.sub("\n", text)
    if "<" in text:
        text = _CUT_TAG.sub("", text)
    marked = has_markup(text)
    if marked:
        text = without_markup(text)
    if marked or "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        text = _LINE_ENDS.sub("\n", text)
    return _UNWANTED.sub("", text)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a publisher's text: its lines that are not empty, white space made single."""
    lines = (tidy(line) for line in plain(text).split("\n"))
    return [line for line in lines if line]


def one_line(text: str) -> str:
    """The text on one line, for titles and bylines."""
    return tidy(plain(text).replace("\n", " "))


def tidy(line: str) -> str:
    """White space made single; none, and no invisible mark, at either end."""
    return _BLANKS.sub(" ", line).strip(_EDGES)


def cut(text: str, length: int) -> str:
    """At most `length` code points, cut between words, with an ellipsis where something was left out."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    if not text[length - 1].isspace() and " " in head:
        head = head[: head.rindex(" ")]
    return head.rstrip(" ،؛:,;.-–—") + "…"


def is_blank(text: str) -> bool:
    """Whether nothing readable is in the text."""
    return all(unicodedata.category(letter)[0] in "CZ" for letter in text)

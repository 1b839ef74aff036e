"""Credits: the outlet and the agency that a text names where it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.ingest import outlets

_GAP = r"[\s\u200c]+"
_REPORT = re.compile(
    rf"به[\s\u200c]?گزارش{_GAP}(?P<who>[^؛:،,.\n]{{2,90}}?)"
    rf"(?:{_GAP}(?:و{_GAP})?به[\s\u200c]?نقل{_GAP}از{_GAP}(?P<quoted>[^؛:،,.\n]{{2,60}}?))?\s*[؛:،,]"
)
_REPORTER = re.compile(rf"(?:خبرنگار(?:ان)?|گروه{_GAP}\S+|سرویس{_GAP}\S+)[\s\u200c]*(?=\S)")
_FROM_PLACE = re.compile(rf"{_GAP}(?:از|در){_GAP}.*")
_NOBODY = re.compile(r"منابع|منبع|رسانه|روابط عمومی|شاهد|برخی|یک |این |وی|ما\b|مقام|وزارت|سازمان|دفتر")
_ARABIC_QUOTE = re.compile(r"نقل[اً]*[\u064b]?\s+عن\s+(?P<quoted>[^؛:،,.\n]{2,60})[؛:،,.]?")
_DATELINE = re.compile(
    r"[^\n.،؛]{0,60}?[(\[（](?P<inside>[^()\n]{2,40})[)\]）][^\n.،؛]{0,12}?\s*[:\-–—ـ]"
    r"|(?P<before>[^\n.،؛:]{2,40}?)\s*[:–—ـ-]\s",
)
_PARTS = re.compile(r"\s*[:،,/|–—ـ]\s*|\s+-\s*|\s*-\s+")
_OPENING = 300
"""Code points of a text in which its credit ends."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Slugs or names, empty where none is named."""

    outlet: str = ""
    agency: str = ""


def opening_credit(paragraph: str, language: str) -> Credit:
    """What the credit that opens a paragraph names: «به گزارش تابناک به نقل از ایرنا؛ …».

    One outlet alone names its own reporting if it writes in the article's language («به گزارش ایسنا،»), else it is
    the agency that is quoted («به گزارش رویترز،»). Names that we do not know count only where the credit says what
    they are, or whom they quote; «به گزارش منابع محلی» names nobody.
    """
    report = _REPORT.match(paragraph)
    if report is None:
        return Credit(agency=agency_in(paragraph))
    who, called = _name(report["who"])
    quoted, quoted_called = _name(report["quoted"] or "")
    outlet, agency = _slug_or_name(who, called or bool(quoted)), _slug_or_name(quoted, quoted_called)
    known = outlets.nearest_named(who) if who else None
    if known and known.language != language and not quoted:
        return Credit(agency=known.slug)
    return Credit(outlet, agency)


def agency_in(text: str) -> str:
    """The agency that the dateline of a paragraph names, «TEHRAN (IRNA) —», or its first lines quote, «نقلا عن …»."""
    dateline = _DATELINE.match(text)
    found = _known_agency(dateline["inside"] or dateline["before"]) if dateline else ""
    if found:
        return found
    quote = _ARABIC_QUOTE.search(text[:200])
    known = outlets.named(_name(quote["quoted"])[0]) if quote else None
    return known.slug if known else ""


def agency_of_byline(author: str) -> str:
    """The agency among the parts of a byline: «مونتريال ـ الفرنسية», «د ب ا - زيورخ»."""
    bare = re.sub(r"[()\[\]«»\"]", " ", author)
    for part in _PARTS.split(bare.strip()):
        found = _known_agency(part)
        if found:
            return found
    return ""


def _known_agency(name: str) -> str:
    outlet = outlets.named(name)
    return outlet.slug if outlet and outlet.agency else ""


def _name(text: str) -> tuple[str, bool]:
    """A name without what stands around it, and whether its kind was said («خبرگزاری …»)."""
    bare = _FROM_PLACE.sub("", _REPORTER.sub("", text.strip(), count=1)).strip('«»"“” ')
    if outlets.named(bare):  # «وكالة الأنباء الكويتية» is known by its whole name
        return bare, True
    name = outlets.without_kind(bare).strip('«»"“” ')
    return name, name != bare


def _slug_or_name(name: str, vouched: bool) -> str:
    """The slug of a known outlet, or a name that the text vouches for; else empty."""
    known = outlets.nearest_named(name) if name else None
    if known:
        return known.slug
    return name if vouched and _is_name(name) else ""


def _is_name(name: str) -> bool:
    return 0 < len(name.split()) <= 4 and len(name) > 1 and not _NOBODY.match(name)


def first_credit(paragraphs: Sequence[str], language: str) -> Credit:
    """The credit that opens one of these paragraphs, the first that names anybody."""
    for paragraph in paragraphs:
        credit = opening_credit(paragraph, language)
        if credit != Credit():
            return credit
    return Credit()


def quoted_agency(author: str, summary: str, body: str) -> str:
    """The agency that byline or opening names, for records whose format has no key for it; only ones we know."""
    opening = (summary or body).lstrip()[:_OPENING].split("\n", 1)[0]
    found = agency_of_byline(author)
    if found or opening.startswith("<"):
        return found
    report = _REPORT.match(opening)
    if report is None:
        return agency_in(opening)
    known = outlets.named(_name(report["quoted"] or "")[0]) if report["quoted"] else None
    return known.slug if known else ""

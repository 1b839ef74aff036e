"""From a record as given to an article as stored: cleaned, dated, its language known."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from urllib.parse import quote

from articles.ingest import clean, dates, outlets
from articles.ingest.record import ArticleRecord
from articles.models import Article, Source
from articles.text.fold import fold
from articles.text.language import detect_language

ID_LENGTH = 255
AUTHOR_LENGTH = 255
URL_LENGTH = 2000
TAG_LENGTH = 100
MOST_TAGS = 50
TITLE_FROM_TEXT = 110
"""Code points of a title made of the first sentence: two lines of a headline."""
FEWEST_WORDS_OF_COPIES = 50
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_LANGUAGE_NAMES = {
    "per": "fa", "fas": "fa", "farsi": "fa", "persian": "fa", "ara": "ar", "arabic": "ar", "eng": "en", "english": "en",
}  # fmt: skip
_ANALYSED = frozenset({"fa", "ar", "en"})
_ADDRESS = re.compile(r"https?://[\w-]+[^\s]*", re.I)
_NOT_IN_ADDRESSES = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f]")
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r".+?[.!?؟…](?=[\s»”\"')\]]|$)[»”\"')\]]*", re.S)


class Unusable(ValueError):
    """A record that cannot become an article; the message says why."""


def prepare(
    record: ArticleRecord, source: Source | None, agency: Source | None, today: date
) -> tuple[Article, list[str]]:
    """The unsaved article of a record, and warnings about what was left out. Raises Unusable."""
    if not record.external_id or len(record.external_id) > ID_LENGTH:
        raise Unusable(f"its id is empty or longer than {ID_LENGTH} letters")
    warnings = list(record.warnings)
    title = clean.one_line(record.title)
    body = clean.paragraphs(record.body)
    lead = clean.one_line(record.summary)
    if clean.is_blank(title) and all(clean.is_blank(part) for part in (lead, *body)):
        raise Unusable("it has neither title nor body")
    lead, body = lead_apart(lead, body)
    article = Article(
        source=source,
        agency=agency if agency != source else None,
        external_id=record.external_id,
        title=title or title_from(lead or body[0]),
        lead=lead,
        body="\n".join(body),
        author=_short(record, "author", AUTHOR_LENGTH, warnings),
        tags=tags_of(record.tags),
        language=language_of(record.language, (title, lead, *body), warnings),
        url=address_of(record.url, record.source, warnings),
        developing=record.developing,
        content_hash=record.digest,
    )
    count_words(article)
    set_date(article, record.date, today, warnings)
    return article, warnings


def count_words(article: Article) -> None:
    """Sets what is computed from the text: its words, and the fingerprint that near-copies share."""
    words = _WORD.findall(fold(f"{article.lead}\n{article.body}"))
    article.word_count = len(words)
    article.fingerprint = fingerprint_of(words)


def fingerprint_of(words: list[str]) -> str:
    """Equal for the same folded text, whatever its punctuation and paragraphs; empty for less than 50 words."""
    if len(words) < FEWEST_WORDS_OF_COPIES:
        return ""
    return hashlib.blake2b(" ".join(words).encode(), digest_size=32).hexdigest()


def set_date(article: Article, written: str, today: date, warnings: list[str]) -> None:
    """Day, moment, sorting moment and how they were found. A date that was given but cannot be read is not inferred
    from the text instead: two sources of doubt would hide one another."""
    zone = article.source.zone if article.source else Source().zone
    if written.strip():
        found = dates.given(written, zone)
    else:
        found = dates.inferred("\n".join((article.title, article.lead, article.body)), today)
    if found.warning:
        warnings.append(found.warning)
    article.day, article.published_at = found.day, found.at
    article.published_how, article.published_text = found.how, clean.one_line(found.text)
    article.sorted_at = found.sorted_at(zone)


def lead_apart(lead: str, body: list[str]) -> tuple[str, list[str]]:
    """Lead and body without repetition: a lead that is the first paragraph leaves the body; one that is cut out of
    the body (as feeds do) is none."""
    if not lead or not body:
        return lead, body
    if fold(lead) == fold(body[0]):
        return lead, body[1:]
    inside = fold(lead.rstrip(" .…[]")) in fold("\n".join(body))
    return ("", body) if inside else (lead, body)


def title_from(text: str) -> str:
    """The first sentence, cut at a word: the title of an article that came without one."""
    sentence = _SENTENCE.match(text)
    return clean.cut((sentence[0] if sentence else text).strip().rstrip(".؛"), TITLE_FROM_TEXT)


def language_of(given: str, texts: tuple[str, ...], warnings: list[str]) -> str:
    """The language code to store: as given where it is one, else detected."""
    code = given.strip().lower().replace("_", "-")
    code = _LANGUAGE_NAMES.get(code, code)
    if code.split("-")[0] in _ANALYSED:
        return code.split("-")[0]
    if code and _LANGUAGE.fullmatch(code) and len(code) <= 12:
        return code
    if code:
        warnings.append(f"«{given[:40]}» is no language code; the language was detected")
    return detect_language("\n".join(texts))


def address_of(url: str, source: str, warnings: list[str]) -> str:
    """The publisher's address where it is one of the web; nothing else may become a link.

    Some exports write the outlet's host in its place: that is no address of an article, and no fault to report.
    """
    address = _NOT_IN_ADDRESSES.sub(lambda sign: quote(sign[0]), url.strip())
    if not address or address.lower() == outlets.host_of(source):
        return ""
    if not _ADDRESS.fullmatch(address) or len(address) > URL_LENGTH:
        warnings.append(f"«{clean.cut(clean.one_line(address), 60)}» is no web address; it was left out")
        return ""
    return address


def tags_of(tags: tuple[str, ...]) -> list[str]:
    """Tags, each once, in the publisher's order."""
    tidy = (clean.cut(clean.one_line(tag), TAG_LENGTH) for tag in tags)
    return list(dict.fromkeys(tag for tag in tidy if tag))[:MOST_TAGS]


def _short(record: ArticleRecord, name: str, length: int, warnings: list[str]) -> str:
    text = clean.one_line(getattr(record, name))
    if len(text) > length:
        warnings.append(f"{name} was cut at {length} letters")
    return clean.cut(text, length)

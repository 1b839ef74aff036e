"""The text of an article with its persons linked and its dates told, each block in its own language and direction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from articles.models import Article, Mention, Person
from articles.text.calendars import Annotation, annotate
from articles.text.direction import direction_of_text
from articles.text.language import detect_language


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as published; a `person` where it is a name to link, a `date` where it is one to tell in other calendars."""

    text: str
    person: Person | None = None
    date: Annotation | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a lead or a title. `language` is empty where it is the article's own."""

    pieces: tuple[Piece, ...]
    direction: str
    language: str


def title_of(article: Article) -> Block:
    return block(article, (Piece(article.title),))


def lead_of(article: Article, mentions: Iterable[Mention]) -> Block:
    names = [mention for mention in mentions if mention.field == "lead"]
    return block(article, tuple(dated(pieces(article.lead, 0, names))))


def paragraphs_of(article: Article, mentions: Iterable[Mention]) -> list[Block]:
    """The paragraphs of the body; a mention's offsets count from the beginning of the body."""
    names = [mention for mention in mentions if mention.field == "body"]
    blocks, start = [], 0
    for paragraph in article.body.split("\n"):
        if paragraph.strip():
            end = start + len(paragraph)
            inside = [name for name in names if start <= name.start and name.end <= end]
            blocks.append(block(article, tuple(dated(pieces(paragraph, start, inside)))))
        start += len(paragraph) + 1
    return blocks


def block(article: Article, parts: tuple[Piece, ...]) -> Block:
    """A block runs the other way than its article where most of its words do: a quotation, a name, an address."""
    text = "".join(part.text for part in parts)
    direction = direction_of_text(text) if any(map(str.isalpha, text)) else article.direction
    if direction == article.direction:
        return Block(parts, direction, "")
    language = detect_language(text)
    return Block(parts, direction, "" if language == "und" else language)


def pieces(text: str, start: int, mentions: Sequence[Mention]) -> Iterator[Piece]:
    """`text`, which begins at `start`, cut at the first mention of each person; a second link to the same page
    within a paragraph only makes it restless."""
    linked: set[int] = set()
    done = 0
    for mention in sorted(mentions, key=lambda mention: mention.start):
        first, last = mention.start - start, mention.end - start
        if first < done or mention.person_id in linked:
            continue
        linked.add(mention.person_id)
        if first > done:
            yield Piece(text[done:first])
        yield Piece(text[first:last], mention.person)
        done = last
    if done < len(text):
        yield Piece(text[done:])


def dated(parts: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with those that are no name cut at the dates in them."""
    language = get_language() or "fa"
    for part in parts:
        if part.person:
            yield part
            continue
        done = 0
        for date in annotate(part.text, language):
            if date.start > done:
                yield Piece(part.text[done : date.start])
            yield Piece(part.text[date.start : date.end], date=date)
            done = date.end
        if done < len(part.text):
            yield Piece(part.text[done:])

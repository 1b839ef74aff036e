"""Which persons a reader means: in the search box, while typing, in any script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from django.db.models import Count

from articles.models import Mention, Person
from articles.people import book
from articles.people.directory import SURE
from articles.people.matcher import Candidate, Hit
from articles.people.names import Weight
from articles.people.offices import Offices, title_letters
from articles.people.standing import stands_alone
from articles.people.titles import title_before, vocabulary
from articles.people.words import Words, split
from articles.text.fold import fold
from articles.text.language import detect_language
from articles.text.transliterate import other_layout

LONGEST_QUERY = 200
"""Letters of a query that are looked at."""
OTHER_LAYOUT = 0.85
"""Least likeness of a name typed on the wrong keyboard: letters at random resemble some name by half."""
SHORTEST_READING = 4
"""Letters: fewer typed on the wrong keyboard begin some name by chance."""
SHORTEST_SOUND = 3
"""Letters: fewer sound like somebody's name by chance, «ب» like Pep and «و» like Bush."""
BEGUN = re.compile(r"ال((?!له)[^\W\d_]{2})")
"""The article, and two letters of a name."""


def recognise(query: str, limit: int = 3) -> list[Person]:
    """The persons whose name the query is or contains, best first; nobody where it only resembles a name.

    A name that is also a word (شرع) counts when it is the whole query, alone or behind a title; a title alone
    («وزیر خارجه») is nobody's name.
    """
    names = book.current()
    query = query[:LONGEST_QUERY]
    found = _named(query, names)
    if found:
        return [person for person in _persons(found, limit) if _same_alef(query, person)]
    for meant in _other_readings(query):
        found |= _named(meant, names)
    words = split(query)
    if (
        not found
        and sum(map(len, words.folded)) >= SHORTEST_SOUND
        and not all(vocabulary().is_word(word) for word in words.folded)
    ):
        found = {scored.person: None for scored in names.directory.find(query, limit, least=SURE)}
    return _persons(found, limit)


def called_like(query: str, limit: int = 2) -> list[Person]:
    """Persons whose name the whole query is but for a slip or its script, best first."""
    found = book.current().directory.find(query[:LONGEST_QUERY], limit, least=SURE)
    return _persons((scored.person for scored in found), limit)


def spelled_as_named(word: str) -> list[str]:
    """The folded word of a person's name that a misspelt one most likely is («ماکرن», ماکرون); none where it is no
    name, or spelled right. Few mistake the first letter; with or without the article words are others (واحد, الواحد).
    """
    letters = fold(word)
    for person in called_like(word, limit=1):
        known = {fold(part) for name in person.names.all() for part in name.text.split()}
        if letters not in known:
            near = get_close_matches(letters, sorted(known), n=1)
            return [name for name in near if name[0] == letters[0] and _has_article(name) == _has_article(letters)]
    return []


def _has_article(letters: str) -> bool:
    return letters.startswith("ال")


def is_name(text: str) -> bool:
    """Whether the whole text is somebody's name, letter by letter, or such a name behind a title."""
    words = split(text[:LONGEST_QUERY])
    hits = book.current().matcher.scan(words, detect_language(text))
    return any(_is_whole(words, hit) for hit in hits)


def _named(query: str, names: book.Book) -> dict[int, None]:
    """The persons whose names stand in the query, letter by letter."""
    words = split(query)
    found: dict[int, None] = {}
    for hit in names.matcher.scan(words, detect_language(query)):
        whole = _is_whole(words, hit)
        if not (whole and hit.first == 0) and not stands_alone(words, hit, names.given):
            continue
        for candidate in sorted(_holders(words, hit, names.matcher.offices), key=lambda one: -one.weight):
            if whole or candidate.weight is not Weight.WEAK:
                found.setdefault(candidate.person)
    return found


def _is_whole(words: Words, hit: Hit) -> bool:
    """Whether there is nothing but the name, or a title before it: «الرئيس الأسد»."""
    title = title_before(words, hit.first) if hit.first else None
    return hit.last == len(words) - 1 and (hit.first == 0 or (title is not None and title.first == 0))


def _holders(words: Words, hit: Hit, offices: Offices) -> Sequence[Candidate]:
    """Those of the name whose office stands before it; all where it is nobody's."""
    title = title_before(words, hit.first)
    if title is None:
        return hit.candidates
    said = title_letters(words, title)
    holders = [one for one in hit.candidates if any(said.say(office) for office in offices.get(one.person, ()))]
    return holders or hit.candidates


def _same_alef(query: str, person: Person) -> bool:
    """False where one word with آ is asked for, and the name has another alef: آنان is Persian for "those", and أنان
    is Annan."""
    word = query.strip()
    if "آ" not in word or len(split(word)) != 1:
        return True
    return any("آ" in name.text for name in person.names.all() if fold(name.text) == fold(word))


def suggest_people(text: str, limit: int) -> list[tuple[Person, float]]:
    """Persons for what was typed so far, with a score from 0 to 1, best first: exact names, near ones, any script."""
    names = book.current()
    text = text[:LONGEST_QUERY]
    begun = _without_article(text)
    scores = {one.person: one.score for one in names.directory.find(begun, limit, beginning=True)}
    if max(scores.values(), default=0.0) < SURE:
        for meant in _other_readings(text):
            for one in names.directory.find(meant, limit, beginning=True):
                if one.score >= OTHER_LAYOUT:
                    scores[one.person] = max(one.score, scores.get(one.person, 0.0))
    best = sorted(scores, key=lambda person: -scores[person])
    return [(person, round(scores[person.pk], 4)) for person in _persons(best, limit)]


def begun_by(text: str, limit: int) -> list[Person]:
    """Persons with a name that begins with these very letters, those named most often first."""
    keys = book.current().begun.by(text[:LONGEST_QUERY])
    counted = Mention.objects.filter(person__in=keys).values_list("person").annotate(Count("id")) if keys else ()
    mentions: dict[int, int] = dict(counted)
    return _persons(sorted(keys, key=lambda key: -mentions.get(key, 0)), limit)


def _without_article(text: str) -> str:
    """«الشر» begins the name الشرع; with four letters the directory would take it for a whole word."""
    begun = BEGUN.fullmatch(text.strip())
    return begun.group(1) if begun else text


def _other_readings(text: str) -> list[str]:
    """What was meant on another keyboard, where that is words: what holds other signs is none («سوری» is s,vd)."""
    return [
        meant
        for meant in other_layout(text.strip())
        if len(meant) >= SHORTEST_READING and meant.replace(" ", "").isalpha()
    ]


def _persons(keys: Iterable[int], limit: int) -> list[Person]:
    """Persons in the order of their keys, names loaded."""
    wanted = list(keys)[:limit]
    if not wanted:
        return []
    persons = {person.pk: person for person in Person.objects.filter(pk__in=wanted).prefetch_related("names")}
    return [persons[key] for key in wanted if key in persons]

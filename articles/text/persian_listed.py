"""The second list of Persian words, for the compile step: what it alone knows, and which of its words are words of
their own though they look like a form of another one.

hazm gives plurals and clitics of half its words no part of speech, or has them not: رازان, پایش, برجام, قحطانی. A list
counted from texts has them, next to few regular forms. Which of them are whole is judged here, once.
"""

from __future__ import annotations

from collections.abc import Mapping

from articles.text import grammar
from articles.text.inflection import Inflector, Reduced
from articles.text.lexicon import Entry, Lexicon
from articles.text.persons import takes_an
from articles.text.records import Records
from articles.text.words import Reader

LARGER = 4
"""Words are some 2^4 times as frequent there as in hazm's corpus."""
_LEAD = 3
"""A word with the letters of a pronoun at its end is one of its own unless it is 2^3 times rarer than what remains:
پایش is nothing of پا, کتابش of کتاب."""
_POSSESSED = 25
"""What is as frequent as 2^25 is possessed so often that its form may be as frequent as a word: اسمش."""
_SHORT, _FREQUENT = 7, 24
_PRONOUNS = ("مان", "تان", "شان", "ش", "ت", "م")
_PLACE = "اباد"
_LEAST_PLACE = 7


class _Gathered(Lexicon):
    """The records of the compile step, as the rules read a lexicon."""

    def __init__(self, records: Records) -> None:
        super().__init__(None)
        self._entries: dict[str, Entry] = {word: record.entry() for word, record in records.items()}
        self.get = self._entries.get

    def __contains__(self, word: str) -> bool:
        return word in self._entries


def add_listed(records: Records, listed: Mapping[str, int]) -> None:
    """Weighs words that hazm does not count, marks those that are whole (q) and adds those that nothing is
    known of (h)."""
    for word, weight in listed.items():
        if word in records and "s" not in records[word].tags:
            records[word].frequency = max(records[word].frequency, _frequency(weight))
    _add_places(records, listed)
    known = _Gathered(records)
    inflector, reader = Inflector(known), Reader(known)
    for word, weight in listed.items():
        reduced = inflector.reduce(word)
        if reduced is None:
            if _is_single(word, weight, reader, listed):
                _add(records, word, weight, "h")
        elif reduced.stem != word and _is_whole(word, weight, reduced, inflector, listed):
            _add(records, word, weight, "hq")


def _add(records: Records, word: str, weight: int, tags: str) -> None:
    records[word].tags.update(tags)
    records[word].frequency = max(records[word].frequency, _frequency(weight))


def _frequency(weight: int) -> int:
    return int(2.0 ** (weight - LARGER))


def _add_places(records: Records, listed: Mapping[str, int]) -> None:
    """خرمآباد may be written apart, and is nothing of خرم."""
    for word, weight in listed.items():
        place = len(word) - len(_PLACE)
        if word.endswith(_PLACE) and len(word) >= _LEAST_PLACE and word[:place] in records:
            record = records[word]
            if not record.bounds:
                record.bounds = (place,)
                _add(records, word, weight, "snj")
                records[word[:place]].tags.add("b")
                records[_PLACE].tags.add("e")


def _is_single(word: str, weight: int, reader: Reader, listed: Mapping[str, int]) -> bool:
    """Whether it is neither two words run together, but for short ones of which one is no frequent word (کندلوس), nor
    one with an «and» before it that is far more frequent."""
    first, *others = reader.read((word,))
    if others:
        short = len(word) <= _SHORT and first.surface not in grammar.DIVIDING
        return short and min(listed.get(reading.stem, _FREQUENT) for reading in (first, *others)) < _FREQUENT
    return first.surface == word or weight >= listed.get(first.surface, 0) - _LEAD


def _is_whole(word: str, weight: int, reduced: Reduced, inflector: Inflector, listed: Mapping[str, int]) -> bool:
    if reduced.rule == "enclitic":
        return _outweighs(word, weight, reduced, listed)
    if word.endswith("انی") and reduced.rule == "yeh":
        plural = inflector.reduce(word[:-1])
        return plural is not None and plural.rule == "plural" and not _is_plural_in_an(word[:-1], plural)
    if reduced.rule == "plural" and word.endswith("ها"):
        return weight >= listed.get(word[:-2], _POSSESSED)  # انتها, اشتها
    return reduced.rule == "plural" and word.endswith("ان") and not _is_plural_in_an(word, reduced)


def _is_plural_in_an(word: str, reduced: Reduced) -> bool:
    """Of what is listed with -ān only persons and beasts: شاعران, but neither رازان nor ضربان."""
    if word.endswith("گان") and not word.endswith(reduced.stem + "ان"):
        return True  # already judged
    return takes_an(word[:-2], reduced.entry)


def _outweighs(word: str, weight: int, reduced: Reduced, listed: Mapping[str, int]) -> bool:
    ending = next((ending for ending in _PRONOUNS if word.endswith(ending)), "")
    base = listed.get(reduced.stem, (reduced.entry.weight if reduced.entry else 0) + LARGER)
    adjective = reduced.entry is not None and "a" in reduced.entry.tags
    am = ending == "م" and adjective and weight <= base + _LEAD  # متاسفم, but not برجام
    if not ending or base >= _POSSESSED or am or word[-2:] in grammar.COPULAS:
        return False
    return weight >= base - _LEAD

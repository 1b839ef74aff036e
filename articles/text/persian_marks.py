"""Marks on the words of the lexicon: names, words that are whole, words told by their آ. For the compile step only."""

from __future__ import annotations

from articles.text.gazetteer import (
    arabic_person_names,
    arabic_place_names,
    arabic_words_of_names,
    false_friends,
    family_names,
    given_names,
    in_arabic_letters,
    persian_place_names,
    persian_whole_words,
)
from articles.text.grammar import TOLD_BY_MADDA
from articles.text.records import WORD, Record, Records

_WHOLE = 100_000
"""How frequent a word is at least that is listed as whole."""


def mark_words(records: Records) -> None:
    _add_arabic_names(records)
    _mark_given_names(records)
    _mark_whole_words(records)
    _mark_false_friends(records)
    _tell_by_madda(records)


def _add_arabic_names(records: Records) -> None:
    """Names as Arabic writes them, for the guards of its stemmer: of places from CLDR, of
    the persons that the portal begins with, of Persian words by letters."""
    for word, record in list(records.items()):
        if "s" in record.tags and set("پچژگ") & set(word) and len(word) > 3:
            for written in in_arabic_letters(word):
                if written not in records:
                    records[written].tags.add("x")
    for name in persian_place_names():
        if name in records and "s" in records[name].tags:
            records[name].tags.add("i")
    for tag, names in (("x", arabic_words_of_names()), ("t", arabic_place_names()), ("u", arabic_person_names())):
        for name in names:
            if WORD.fullmatch(name) and len(name) > (3 if tag == "u" else 2):
                records[name].tags.update("x" + tag if tag != "u" or name not in records else tag)


def _mark_given_names(records: Records) -> None:
    """f: those that Arabic has too (محمد), so that a Persian word that names persons as well (امید) stays a word, and
    of them none that is compared (زیاد, زیادتر) or builds verbs (خوان). z: all that are known, with names of families.
    """
    for name in given_names():
        tags = records[name].tags if name in records else set()
        if "u" in tags and "k" not in tags and name + "تر" not in records:
            tags.add("f")
        tags.add("z")
    for name in family_names():
        records[name].tags.add("z")


def _mark_whole_words(records: Records) -> None:
    """hazm lists few of them with a part of speech or a frequency: they count as nouns in common use."""
    for record in map(records.__getitem__, persian_whole_words()):
        record.tags.update("snaq")
        record.frequency = max(record.frequency, _WHOLE)


def _mark_false_friends(records: Records) -> None:
    for word, typed_so in false_friends():
        records[word].tags.update("rR" if typed_so else "r")


def _tell_by_madda(records: Records) -> None:
    """Of these words alone the lexicon has an entry with آ, too."""
    for word in TOLD_BY_MADDA:
        record = records[word]
        records["آ" + word[1:]] = Record(record.tags - set("fjdlwv") | set("sny"), record.frequency)
        record.tags.discard("y")

"""The compile step of the lexicon: hazm's words, verbs and conjugations become one small file.

The only module that imports hazm, and only while it compiles: hazm costs a process 1.3 s and 136 MB.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from articles.text import lexicon
from articles.text.arabic_stems import with_stems
from articles.text.fold import HALF_SPACE, fold, fold_keeping_half_spaces
from articles.text.gazetteer import arabic_spellings, arabic_whole_words, arabic_words, persian_words
from articles.text.grammar import (
    CLOSED_COMPOUNDS,
    DIVIDED_COMPOUNDS,
    DIVIDING,
    GRAMMATICAL,
    NEGATING,
    NEVER_SECOND,
    NUMERALS,
    PREFIXES,
    SEPARATE_AFTER_HEH,
    SEPARATE_SUFFIXES,
    SPOKEN_AS_VERB,
    behind_preverb,
)
from articles.text.hamza import HAMZA, seats
from articles.text.lexeme_classes import with_lexemes
from articles.text.lexicon_records import ArabicWords, write
from articles.text.persian_listed import LARGER, add_listed
from articles.text.persian_marks import mark_words
from articles.text.persian_plurals import with_plurals
from articles.text.records import WORD, Record, Records

_TAGS = {"N": "n", "AJ": "a", "PL": "p", "AJC": "c"}
_IMPERFECT = ("می" + HALF_SPACE, "نمی" + HALF_SPACE)
_LIGHT, _HEAVY = 1_000, 500_000
"""How frequent both parts of a solid compound must be: for a common word, and for one that is only listed."""
_PRESENT = {"جست#جو": "جست#جوی"}
"""Verbs of hazm with another present: می‌جود is of جویدن (to chew)."""
_FREQUENT = 16
"""As frequent as 2^16 in a corpus like hazm's, an infinitive is one that hazm forgot: گذاشتن, پیوستن."""
_BUILDING = 5
"""How many of hazm's compounds an end must build that is no word of its own: سنجی, یابی, شناسی."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of hazm: as written, its folded parts, frequency, parts of speech (none: a dictionary's rarity)."""

    written: str
    parts: tuple[str, ...]
    frequency: int
    tags: frozenset[str]


def compile_lexicon(directory: Path, *, force: bool = False) -> bool:
    """Compiles the lexicon where it is missing, of another version or of other rules; says whether it did.

    Raises LexiconUnavailable where it cannot be written.
    """
    path = lexicon.lexicon_file(directory)
    if not force and lexicon.Lexicon(path).is_current:
        return False
    entries = build()
    words = ArabicWords(dict(arabic_words()), list(arabic_spellings()), list(arabic_whole_words()))
    words = with_lexemes(entries, words)
    entries = with_plurals(entries, words.lexemes)
    write(entries, directory, with_stems(entries, words))
    return True


def build() -> dict[str, lexicon.Entry]:
    """All entries by word; takes some seconds."""
    words = list(_read_words())
    records: Records = defaultdict(Record)
    _add_words(records, words)
    _add_verbs(records)
    _add_compounds(records, words)
    _add_solid_compounds(records)
    for compound in CLOSED_COMPOUNDS:
        _set_compound(records, tuple(compound.split("+")), "j")
    for compound in DIVIDED_COMPOUNDS:
        records[compound.replace("+", "")].bounds = ()
        _set_compound(records, tuple(compound.split("+")), "d")
    _mark_parts(records)
    _add_hamza_spellings(records, words)
    _add_teh_spellings(records)
    _add_linked(records)
    mark_words(records)
    add_listed(records, dict(persian_words()))
    return {word: record.entry() for word, record in records.items()}


def _read_words() -> Iterator[_Word]:
    from hazm.utils import words_list  # noqa: PLC0415  see above: never outside the compile step

    for written, frequency, tags in words_list():
        parts = tuple(part for part in fold_keeping_half_spaces(written).split(HALF_SPACE) if part)
        inflected = len(parts) > 1 and (parts[-1] in SEPARATE_SUFFIXES or parts[-1] in SEPARATE_AFTER_HEH)
        if parts and not inflected and all(WORD.fullmatch(part) for part in parts):
            yield _Word(written, parts, int(frequency), frozenset(tags) - {"0"})


def _add_words(records: Records, words: Iterable[_Word]) -> None:
    for word in words:
        record = records["".join(word.parts)]
        record.frequency = max(record.frequency, word.frequency)
        record.tags.add("s" if word.tags else "w")
        record.tags.update(_TAGS[tag] for tag in word.tags if tag in _TAGS)
        record.tags.update("y" if word.tags and word.written[0] == "آ" else "")
    for grammatical in GRAMMATICAL:
        records[grammatical].tags.add("g")


def _add_verbs(records: Records) -> None:
    """Every form that is one word, of all verbs; the frequent verb wins."""
    from hazm import Conjugation  # noqa: PLC0415
    from hazm.utils import verbs_list  # noqa: PLC0415

    conjugation = Conjugation()
    verbs = [verb.replace(" ", "") for verb in verbs_list() if verb.partition("#")[0].endswith(("د", "ت"))]
    verbs = [_PRESENT.get(verb, verb) for verb in verbs]
    infinitives = {verb: fold(verb.partition("#")[0] + "ن") for verb in verbs}
    listed = dict(persian_words())
    weight = {
        one: max(records[one].frequency.bit_length(), listed.get(one, 0) - LARGER) for one in infinitives.values()
    }
    for verb in sorted(verbs, key=lambda verb: -weight[infinitives[verb]]):
        for stem in verb.split("#"):
            if len(stem) > 1:
                records[fold(stem)].tags.add("k")
        known = "s" in records[infinitives[verb]].tags or weight[infinitives[verb]] >= _FREQUENT
        for form in _forms(conjugation.get_all(verb), verb):
            if known or form.startswith(_IMPERFECT):  # of a rare verb only what can be nothing else
                _add_form(records, form, infinitives[verb], fold(verb.partition("#")[2]))


def _forms(conjugated: Iterable[str], verb: str) -> Iterator[str]:
    """Folded forms with their half-spaces; the impersonal می‌توان, which hazm has not, with them."""
    stems = tuple(stem for stem in verb.split("#") if stem[0] == "ا" and stem[1] not in "یس")
    for form in conjugated:
        if form[1:].startswith(stems) and form[0] in "بن":  # hazm's spelling; Persian writes بیفتد, نیفتاد
            yield fold_keeping_half_spaces(form[0] + "ی" + form[2:])
        elif form.startswith(("بآ", "نآ")):
            yield fold_keeping_half_spaces(form[0] + "یا" + form[2:])
        else:
            yield fold_keeping_half_spaces(form)
    if verb.startswith("توانست"):
        yield from (prefix + "توان" for prefix in _IMPERFECT)


def _add_form(records: Records, form: str, infinitive: str, present: str) -> None:
    """A form not met before. Left out: present + ی, which builds nouns (گیری, فرهنگی) far more often."""
    word = form.replace(HALF_SPACE, "")
    if not WORD.fullmatch(word) or word == present + "ی" or (word in GRAMMATICAL and word not in SPOKEN_AS_VERB):
        return
    record = records[word]
    if record.infinitive:
        return
    record.infinitive = infinitive
    record.tags.add("v")
    if form.startswith(_IMPERFECT):
        record.tags.add("m")


def _add_compounds(records: Records, words: Iterable[_Word]) -> None:
    """hazm writes 13,278 compounds with half-spaces: these are the places where a word may be written apart."""
    for word in words:
        if len(word.parts) > 1:
            parts = tuple(_part_links(records, word.parts))
            _set_compound(records, parts, _kind_of_compound(records, parts))


def _part_links(records: Records, parts: tuple[str, ...]) -> Iterator[str]:
    """hazm writes گفت‌وگو, others گفت‌و‌گو and گفت و گو: the و between is a part of its own."""
    yield parts[0]
    for part in parts[1:]:
        if part[0] == "و" and len(part) > 2 and "s" not in records[part].tags:
            yield "و"
            yield part[1:]
        else:
            yield part


def _set_compound(records: Records, parts: tuple[str, ...], kind: str) -> None:
    record = records["".join(parts)]
    if len(record.bounds) >= len(parts) - 1 and kind != "j":
        return
    places = [sum(map(len, parts[:count])) for count in range(1, len(parts))]
    record.bounds = tuple(places)
    record.tags -= {"j", "d"}
    record.tags.add(kind)


def _kind_of_compound(records: Records, parts: tuple[str, ...]) -> str:
    """d where the words stay two (به‌ویژه, انجام‌شده), o where apart means another thing (هم گفت), else j."""
    last = records.get(parts[-1])
    if parts[0] in DIVIDING or (last and last.infinitive and _is_participle(parts[-1], last)):
        return "d"
    if parts[-1] in SPOKEN_AS_VERB and "و" not in parts[1:-1]:
        return "o"
    return "j"


def _is_participle(word: str, record: Record) -> bool:
    return word == record.infinitive or word in {record.infinitive[:-1] + "ه", "ن" + record.infinitive[:-1] + "ه"}


def _add_solid_compounds(records: Records) -> None:
    """Compounds that hazm writes solid and readers often apart: خاطرنشان, بلندپایه, محمدعلی.

    Both parts must be common words of three letters or more, neither grammatical nor a form of a verb:
    «استان دارد» is not استاندارد, «ما در» not مادر. What is no word of its own but builds many compounds will do
    as the second part: نظرسنجی, بازاریابی.
    """
    building = _building_parts(records)
    for word, record in list(records.items()):
        if record.bounds or len(word) < 5 or not record.tags & {"s", "w"}:
            continue
        if any(rest in records and records[rest].infinitive for rest in behind_preverb(word)):
            continue  # برگرفته is بر and گرفته
        if place := _place_of_and(records, word):
            _set_compound(records, (word[:place], "و", word[place + 1 :]), "j")
            record.tags.add("l")
            continue
        best, place = max((_weight_of_split(records, word, place), place) for place in range(2, len(word) - 1))
        if not best:
            places = range(3, len(word) - 3)
            best, place = max(((_weight_of_building(records, building, word, at), at) for at in places), default=(0, 0))
        first, second = word[:place], word[place:]
        if best and (building[second] > 1 or first in PREFIXES or min(len(first), len(second)) > 3):
            kind = _kind_of_compound(records, (first, second))
            if kind == "j" or first not in PREFIXES:  # بازنشسته and پیشرفته are words, whatever their parts
                _set_compound(records, (first, second), kind)
                record.tags.add("l")


def _place_of_and(records: Records, word: str) -> int:
    """Where a common word is two joined by و: سروصدا, زدوخورد; 0 for nowhere."""
    for place in range(2, len(word) - 3):
        first, second = records.get(word[:place]), records.get(word[place + 1 :])
        if word[place] != "و" or first is None or second is None or "s" not in records[word].tags:
            continue
        named = all(part.tags >= {"s", "n"} and part.frequency >= _HEAVY for part in (first, second))
        if named or (first.tags >= {"k", "v"} and second.tags >= {"k", "v"}):
            return place
    return 0


def _building_parts(records: Records) -> Counter[str]:
    """How many of hazm's compounds go on with each part: خانه, نامه, شنبه build words, انی and لات do not."""
    return Counter(part for word, record in records.items() for part in _divide(word, record.bounds)[1:])


def _divide(word: str, bounds: tuple[int, ...]) -> tuple[str, ...]:
    edges = (0, *bounds, len(word))
    return tuple(word[start:end] for start, end in pairwise(edges))


def _weight_of_split(records: Records, word: str, place: int) -> int:
    """How well `word` falls into two words at `place`: the frequency of the rarer one, 0 for not at all."""
    first, second = word[:place], word[place:]
    left, right = records.get(first), records.get(second)
    if first in NEGATING and "s" in records[word].tags and second[-1] == "ی" and "n" in records[second[:-1]].tags:
        return _LIGHT  # غیرقانونی: hazm lists قانونی without a part of speech
    if left is None or right is None or not ("s" in left.tags and "s" in right.tags):
        return 0
    listed_only = "s" not in records[word].tags
    if first in NUMERALS:
        return _LIGHT if len(second) > 3 and not listed_only and second not in GRAMMATICAL else 0  # دوشنبه, چندجانبه
    if first in PREFIXES:
        fits = len(second) > 2 and not listed_only
    else:
        fits = len(first) > 2 and first not in GRAMMATICAL and "v" not in left.tags and bool(left.tags & {"n", "a"})
        fits = fits and (len(second) > 2 or (len(first) > 3 and right.frequency >= _HEAVY))
    if not fits or second in GRAMMATICAL or second in NEVER_SECOND or not right.tags & {"n", "a"}:
        return 0
    if "v" in right.tags and not _is_participle(second, right) and second[-1] != "ی":
        return 0
    weight = right.frequency if first in PREFIXES else min(left.frequency, right.frequency)
    return weight if weight >= (_HEAVY if listed_only else _LIGHT) else 0


def _weight_of_building(records: Records, building: Counter[str], word: str, place: int) -> int:
    """How many compounds the end of a common word builds that is no word of its own; 0 where it does not fit."""
    first, second = word[:place], word[place:]
    left, right = records.get(first), records.get(second)
    if building[second] < _BUILDING or "s" not in records[word].tags or left is None:
        return 0
    itself = right is not None and right.tags & {"s", "v"} and (right.frequency >= _LIGHT or "v" in right.tags)
    named = "s" in left.tags and bool(left.tags & {"n", "a"})
    fits = named and "v" not in left.tags and left.frequency >= _LIGHT
    if itself or not fits or first in GRAMMATICAL or second in GRAMMATICAL or second in NEVER_SECOND:
        return 0
    return building[second]


def _mark_parts(records: Records) -> None:
    for word, record in list(records.items()):
        if record.bounds and record.tags & {"j", "d"}:
            parts = _divide(word, record.bounds)
            records[parts[0]].tags.add("b")
            for part in parts[1:]:
                records[part].tags.add("e")


def _add_hamza_spellings(records: Records, words: Iterable[_Word]) -> None:
    """One spelling stands for all seats of a hamza, unless the other spelling is a common word without one."""
    common = [word for word in words if word.tags]
    plain = {"".join(word.parts) for word in common if not HAMZA.search(word.written)}
    for word in sorted(common, key=lambda word: -word.frequency):
        if HAMZA.search(word.written):
            first = "".join(word.parts)
            canonical = records[first].canonical or first
            for other in seats(word.written.replace(HALF_SPACE, "")):
                if other != canonical and other not in plain and not records[other].canonical:
                    records[other].canonical = canonical


def _add_teh_spellings(records: Records) -> None:
    """حجت‌الاسلام and حجةالاسلام are both listed: the one with ت stands for both."""
    for word, record in records.items():
        long = word.replace("هال", "تال")
        if long != word and long in records and "s" in records[long].tags and not records[long].canonical:
            record.canonical = long


def _add_linked(records: Records) -> None:
    """گفت‌وگو is گفتگو: where hazm lists a compound both with its و and without, they are one word."""
    for word, record in list(records.items()):
        parts = _divide(word, record.bounds)
        if len(parts) != 3 or parts[1] != "و":
            continue
        short = parts[0] + parts[2]
        if short in records and "s" in records[short].tags:
            record.canonical = short
            records[parts[0]].tags.add("b")

"""Which lemmas a stem of the light stemmer stands for, and under which stem each lemma is found. For the compile step.

A stem stands for its most frequent lemma, and with it for those that a reader cannot tell from it or would not: what
is written alike (the noun and the verb وصف, the year and the general عام, where both are frequent), and the adjective
in ـيّ of a noun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, permutations
from pathlib import Path
from tempfile import TemporaryDirectory

from articles.text.arabic_particles import STEMS as PARTICLES
from articles.text.arabic_particles import particle
from articles.text.arabic_written import HAMZATED, HIDDEN
from articles.text.buckwalter import Tables, read_tables
from articles.text.fold import fold
from articles.text.gazetteer import arabic_numbers
from articles.text.lexemes import PERSONS, ArabicReader
from articles.text.lexicon import Entry, Lexicon
from articles.text.lexicon_records import ArabicWords, Lexemes, write
from articles.text.likelihood import weighed
from articles.text.morphology import Morphology

_FREQUENT = 0.08
"""Of all words of a stem: so many must be of both of two nouns that are written alike."""
_NEGLIGIBLE = 0.0005
_RARE = 0.01
_MAIN = 0.5
_OF_CITED = 0.5
"""What counts of the other words of a noun that is cited in this form: عالم (world) is not joined with علماء."""
_OF_ACCUSATIVE = 0.2
_UNUSED = 8
_RARE_FEMININE = 2
"""How many times more frequent than its feminine a name is that may be an adjective too."""
_CITED = 1e6
_WRITTEN = 1000
"""Of 10^9 words: how frequent a plural is at least that keeps its spelling."""
_ADDRESSED = frozenset(("صدیقی", "عزیزی", "حبیبی", "حدیثی"))
"""What is more often «my friend», «my dear» and the like than a name."""
_THIRD = "ی"
_OF_IMPERFECT, _OF_PERFECT = ("ون", "ین", "وا", "ان", ""), ("وا", "ت")
"""What verbs end in."""
_COMMON = 0.1
"""How frequent the third person must be beside the other: of the name رأفت there is hardly any."""
_VERB = 0.8
"""How likely the words of a stem must be of one verb."""
_ALONE, _LONG = 0.95, 4
_FEMININE = ("ة", "ت", "ات")
_RELATION = "iy~"
_NOUNS = ("", "i", "ap", "A", "iyA", "iyap", "A'", "aY", "y")
"""What an adjective of relation has lost of its noun."""
_LONGER = (("Aw", "A"), ("aw", "aY"), ("A}", "Ayap"), ("A}", "A'"))

Masses = dict[int, float]


@dataclass(slots=True)
class _Class:
    """The words of one stem: how many are of each lemma, and which lemmas are read in the same letters."""

    masses: Masses
    alike: set[tuple[int, int]]
    cited: Masses = field(default_factory=dict)
    """Of the nouns that the tables cite in this form, all their words, those of other stems too."""

    @property
    def main(self) -> int:
        return max(self.masses, key=self.masses.__getitem__)

    @property
    def total(self) -> float:
        return sum(self.masses.values())


def with_lexemes(entries: Mapping[str, Entry], words: ArabicWords) -> ArabicWords:
    """The words with their lexemes: the light stemmer needs a lexicon, and the lexemes its stems."""
    with TemporaryDirectory() as scratch:
        first = Lexicon(write(entries, Path(scratch), words))
    return replace(words, lexemes=lexemes(read_tables(), arabic_numbers(), ArabicReader(first)))


def lexemes(tables: Tables, numbers: Mapping[str, float], reader: ArabicReader) -> Lexemes:
    """From the number of each word in 10^9, in as_spelled letters; `reader` has the light stems alone."""
    rules, stems = weighed(tables, numbers)
    classes = _classes(Morphology(rules, lambda stem: stems.get(stem, ())), numbers, reader)
    families = set(_families(tables, numbers, reader))
    related = _related(tables, numbers, families)
    homes = [reader.light(fold(citation), citation) if citation else "" for citation in tables.citations]
    _count_cited(classes, homes, tables.verbs)
    together = {
        stem: frozenset(_without_other_verbs(stem, one, _together(one, tables.verbs, related), tables))
        for stem, one in classes.items()
    }
    found = _stems_of_lemmas(tables, classes, together, homes)
    stations = frozenset(_stations(classes, found, together, tables))
    main_first = {stem: (classes[stem].main, *sorted(all_ - {classes[stem].main})) for stem, all_ in together.items()}
    merged = dict(_merged(classes, found, together, homes, tables))
    named = frozenset(found[lemma] for lemma in families if not related.get(lemma))
    kin = list(_kin(classes, found, homes, tables.verbs))
    moved = dict(_moved(classes, found, merged, related, tables.verbs))
    return Lexemes(rules, stems, main_first, found, merged, stations, named, kin, moved)


def _classes(morphology: Morphology, numbers: Mapping[str, float], reader: ArabicReader) -> dict[str, _Class]:
    found: dict[str, _Class] = {}
    for written, number in numbers.items():
        word = fold(written)
        if particle(word, written):
            continue
        lemmas = morphology.lemmas(word, written)
        if not lemmas:
            continue
        one = found.setdefault(reader.light(word, written), _Class(defaultdict(float), set()))
        for lemma, likely in lemmas.items():
            one.masses[lemma] += likely * number
        if len(lemmas) > 1:
            one.alike.update(_alike(morphology, word, written))
    return found


def _count_cited(classes: Mapping[str, _Class], homes: Sequence[str], verbs: frozenset[int]) -> None:
    """Of شعب likelihood leaves the people nothing, but a reader who sees their plural شعوب will ask for it so."""
    for one in classes.values():
        for lemma, mass in one.masses.items():
            if lemma not in verbs and (home := classes.get(homes[lemma])) is not None:
                home.cited[lemma] = home.cited.get(lemma, 0.0) + mass


def _alike(morphology: Morphology, word: str, written: str) -> Iterator[tuple[int, int]]:
    """Pairs of lemmas that are read in the same letters of a word, between the same prefix and suffix; not of nouns in
    ة with others, which are written alike only before some endings."""
    read: dict[tuple[str, int, str], set[int]] = defaultdict(set)
    for prefix, stem, suffix, _ in morphology.analyses(word, written):
        if suffix.spelled.startswith(_FEMININE):
            continue
        read[(prefix.spelled, len(stem.spelled), suffix.spelled)].add(stem.lemma)
    for lemmas in read.values():
        yield from permutations(lemmas, 2)


def _together(one: _Class, verbs: frozenset[int], related: Mapping[int, set[int]]) -> set[int]:
    """The lemmas of a stem: the main one, what is written alike step by step, and the nearest relatives of these."""
    masses, total = one.masses, one.total
    joined: dict[int, set[int]] = defaultdict(set)
    for first, second in one.alike:
        least = min(max(masses[lemma], one.cited.get(lemma, 0.0) * _OF_CITED) for lemma in (first, second))
        if least >= _FREQUENT * total or (not verbs.isdisjoint((first, second)) and least >= _NEGLIGIBLE * total):
            joined[first].add(second)
    found, new = {one.main}, [one.main]
    while new:
        near = joined[new.pop()] - found
        new += near
        found |= near
    return found.union(*(related.get(lemma, ()) for lemma in found))


def _without_other_verbs(stem: str, one: _Class, found: set[int], tables: Tables) -> Iterator[int]:
    """A noun is joined with the verb that is cited in its letters (وصف), not with one whose forms begin like it: رأينا
    (we saw) is nothing of رأي, for رأى has another last letter."""
    for lemma in found:
        citation = tables.citations[lemma]
        alike = fold(citation) == stem and citation[-1] != "ى"
        if lemma not in tables.verbs or one.main in tables.verbs or alike:
            yield lemma


def _related(tables: Tables, written: Mapping[str, float], families: Collection[int]) -> dict[int, set[int]]:
    """Adjectives in ـيّ and their nouns, feminine nouns and their plurals that the tables list apart, both ways."""
    found: dict[int, set[int]] = defaultdict(set)
    by_letters: dict[str, set[int]] = defaultdict(set)
    for entries in tables.stems.values():
        for entry in entries:
            by_letters[entry.spelled].add(entry.lemma)
    for name, lemma in tables.lemmas.items():
        near = set(_relatives(name, lemma, tables, by_letters))
        if lemma in families:
            near &= tables.only_names  # غزالي is nothing of غزال
        near |= _without_singular(name, tables, written)
        for other in near:
            if other != lemma:
                found[lemma].add(other)
                found[other].add(lemma)
    return found


def _relatives(name: str, lemma: int, tables: Tables, by_letters: Mapping[str, set[int]]) -> Iterable[int]:
    numbers = tables.lemmas
    if name.endswith("At"):
        return [numbers[one] for one in (name[:-2], name[:-2] + "ap") if one in numbers]
    if not name.endswith(_RELATION) or lemma not in tables.adjectives:
        return ()
    base = name.removesuffix(_RELATION)
    bases = [base + ending for ending in _NOUNS]
    bases += [base.removesuffix(short) + long for short, long in _LONGER if base.endswith(short)]
    exact = [numbers[one] for one in bases if one in numbers]
    if exact or not {"A", "w"} & set(base):
        return exact
    return _plurals(tables.citations[lemma], by_letters)


def _families(tables: Tables, written: Mapping[str, float], reader: ArabicReader) -> Iterator[int]:
    """Names that may be adjectives, but of no place, and have no feminine as adjectives do."""
    for lemma in tables.names:
        name = tables.citations[lemma]
        number, feminine = (written.get(form, 0) + written.get("ال" + form, 0) for form in (name, name + "ة"))
        rare = name[-1] == "ی" and feminine * _RARE_FEMININE < number
        if rare and name not in _ADDRESSED and not reader.is_of_place(name):
            yield lemma


def _without_singular(name: str, tables: Tables, written: Mapping[str, float]) -> set[int]:
    """ملفات is the plural of ملف, though the tables have ملفة, which nobody writes."""
    other = tables.lemmas.get(name.removesuffix("ap"))
    if not name.endswith("ap") or other is None:
        return set()
    letters = fold(tables.citations[other])
    return {other} if written.get(letters + "ة", 0) * _UNUSED < written.get(letters + "ات", 0) else set()


def _plurals(citation: str, by_letters: Mapping[str, set[int]]) -> set[int]:
    """Nouns whose plural the adjective is of: حدودي of حدود, عمالي of عمال."""
    return by_letters.get(citation[:-1], set())


def _merged(
    classes: Mapping[str, _Class],
    found: Mapping[int, str],
    together: Mapping[str, frozenset[int]],
    homes: Sequence[str],
    tables: Tables,
) -> Iterator[tuple[str, str]]:
    """Broken plurals: the stems of nouns that have more forms under another stem, وزرا and وزیر. Verbs and words of
    three letters are several words too often (حزم, یجب), and what is told apart by its marks stays so. Accusatives go
    to their noun (رفضا)."""
    for stem, one in classes.items():
        main = one.main
        if stem[-1] == "ا" and _is_accusative(stem, classes, together):
            yield stem, stem[:-1]
            continue
        if main in tables.verbs and (third := _third_person(stem, one, classes)):
            yield stem, third
            continue
        alone = one.masses[main] >= _ALONE * one.total
        least = _RARE * one.total
        cited = any(fold(tables.citations[lemma]) == stem for lemma, mass in one.masses.items() if mass >= least)
        short = len(stem) < _LONG and cited
        noun = main not in tables.verbs and not short and HIDDEN.isdisjoint(stem)
        if alone and noun and stem != found[main] == homes[main]:
            yield stem, found[main]


def _moved(
    classes: Mapping[str, _Class],
    found: Mapping[int, str],
    merged: Mapping[str, str],
    related: Mapping[int, set[int]],
    verbs: frozenset[int],
) -> Iterator[tuple[str, tuple[int, str]]]:
    """Nouns that share a stem with other words, and have most of their forms elsewhere: الأنهار is of نهر, but انهار is
    a verb too; قصص is of قصة, though another word of the same letters is listed. What is told apart by marks stays, and
    so does أصلي with أصل."""
    for stem, one in classes.items():
        main, home = one.main, found[one.main]
        other = classes.get(home)
        told = not HIDDEN.isdisjoint(stem) or stem in merged or main in verbs
        elsewhere = home not in {stem, *PARTICLES} and other is not None and other.main == main
        if elsewhere and not told and all(found[near] != stem for near in related.get(main, ())):
            yield stem, (main, home)


def _kin(
    classes: Mapping[str, _Class], found: Mapping[int, str], homes: Sequence[str], verbs: frozenset[int]
) -> Iterator[tuple[str, str]]:
    """Plurals that keep their hamza, for without it they may be another word (أبطال, heroes, and إبطال), each with the
    stem of its noun. What ة tells from another word is no plural."""
    for stem, one in classes.items():
        main = one.main
        alone = one.masses[main] >= _ALONE * one.total and one.total >= _WRITTEN
        told = not HIDDEN.isdisjoint(stem) and stem[-1] != "ة"
        if alone and told and main not in verbs and stem != found[main] == homes[main]:
            yield stem, found[main]


def _third_person(stem: str, one: _Class, classes: Mapping[str, _Class]) -> str:
    """The stem of the same verb of the third person: يعمل of تعملون, قال of قالت; empty where either may be another
    word, as what is written like قدمت and like قدم (a foot)."""
    imperfect = [_THIRD + stem[1:].removesuffix(ending) for ending in _OF_IMPERFECT if stem.endswith(ending)]
    perfect = [stem.removesuffix(ending) for ending in _OF_PERFECT if stem.endswith(ending)]
    thirds = (*(imperfect if stem[0] in PERSONS else ()), *perfect)
    for third in chain.from_iterable(map(_with_hamza, thirds)):
        other = classes.get(third)
        if third != stem and other is not None and other.main == one.main and other.total >= _COMMON * one.total:
            sure = all(each.masses[one.main] >= _VERB * each.total for each in (one, other))
            return third if sure else ""
    return ""


def _with_hamza(stem: str) -> tuple[str, ...]:
    """اشار as it stands and as أشار, for what is told apart by its hamza has a stem of its own."""
    return (stem, *(mark + stem[1:] for mark in HAMZATED)) if stem[:1] == "ا" else (stem,)


def _is_accusative(stem: str, classes: Mapping[str, _Class], together: Mapping[str, frozenset[int]]) -> bool:
    """Whether a stem is another one with the alef of the accusative: of no lemma that the other is not of as well."""
    noun = classes.get(stem[:-1])
    if noun is None or noun.total < _OF_ACCUSATIVE * classes[stem].total:
        return False
    return noun.main in together[stem] <= together[stem[:-1]]


def _stations(
    classes: Mapping[str, _Class], found: Mapping[int, str], together: Mapping[str, frozenset[int]], tables: Tables
) -> Iterator[str]:
    """Stems under which no lemma is found: of عملا (of work) and عملا (agents) each belongs elsewhere. What a table
    lists in these letters (قصر, a palace) is none, whatever frequencies say."""
    marked = {fold(stem) for stem in classes if not HIDDEN.isdisjoint(stem)}
    for stem, one in classes.items():
        least = _RARE * one.total
        listed = any(fold(tables.citations[lemma]) == stem and mass >= least for lemma, mass in one.masses.items())
        noun = one.main not in tables.verbs and HIDDEN.isdisjoint(stem) and stem not in marked
        if noun and not listed and all(found[lemma] != stem for lemma in together[stem]):
            yield stem


def _stems_of_lemmas(
    tables: Tables, classes: Mapping[str, _Class], together: Mapping[str, frozenset[int]], homes: Sequence[str]
) -> dict[int, str]:
    """The home of a lemma, which is the stem of the word that the tables cite, or the stem of most of its forms; for
    others their own letters, numbered where another word has them."""
    found: dict[int, str] = {}
    most: Masses = defaultdict(float)
    for stem, one in classes.items():
        main = one.main
        mass = one.masses[main]
        cited = stem == homes[main]
        if main in tables.verbs and not cited:
            continue  # يجب (must) is spelled as a form of أجاب (answer)
        rank = mass if not cited else mass + one.total * _CITED
        if mass >= _MAIN * one.total and rank > most[main]:
            most[main], found[main] = rank, stem
    for lemma, home in enumerate(homes):
        citation = tables.citations[lemma]
        letters = fold(citation)
        cited = home == letters or (citation.endswith("ة") and home == letters[:-1])
        if cited and lemma in together.get(home, ()) and lemma not in tables.verbs:
            found[lemma] = home  # البنوك is found with بنك, though that is more likely another word; حقائق with حقيقة
    taken = set(together)
    for lemma, citation in enumerate(tables.citations):
        if lemma not in found:
            folded, number = fold(citation), 1
            stem = folded
            while stem in taken and (lemma in tables.verbs or lemma not in together.get(stem, ())):
                number += 1
                stem = f"{folded}{number}"
            taken.add(stem)
            found[lemma] = stem
    return found

"""What Arabic words may be forms of, told by a table of three stems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.morphology import Affix, Entry, Morphology, Rules, decode_entries, encode_entries

CONJUNCTION, ARTICLE, NOUN, VERB, PRONOUN, FEMININE = range(1, 7)
RULES = Rules(
    prefixes={"": (Affix("", 0),), "و": (Affix("و", CONJUNCTION, 8),), "ال": (Affix("ال", ARTICLE, 16),)},
    suffixes={"": (Affix("", 0),), "ه": (Affix("ه", PRONOUN, 24), Affix("ة", FEMININE, 8))},
    prefix_stem={(0, NOUN): 0, (0, VERB): 0, (CONJUNCTION, NOUN): 0, (CONJUNCTION, VERB): 0, (ARTICLE, NOUN): 0},
    prefix_suffix=frozenset(((0, 0), (0, PRONOUN), (CONJUNCTION, 0), (ARTICLE, 0), (ARTICLE, FEMININE), (0, FEMININE))),
    stem_suffix={(NOUN, 0): 0, (NOUN, PRONOUN): 0, (VERB, 0): 0, (VERB, PRONOUN): 8, (NOUN, FEMININE): 8},
)
STEMS = {"امر": (Entry("أمر", NOUN, 1, 16), Entry("أمر", VERB, 2, 40)), "رای": (Entry("رأی", NOUN, 3, 16),)}
MORPHOLOGY = Morphology(RULES, lambda stem: STEMS.get(stem, ()))


def likeliest(word: str, written: str) -> int | None:
    lemmas = MORPHOLOGY.lemmas(word, written)
    return max(lemmas, key=lemmas.__getitem__) if lemmas else None


@pytest.mark.parametrize(
    ("word", "written", "lemma"),
    [
        ("امر", "أمر", 1),
        ("امر", "امر", 1),
        ("الامر", "الأمر", 1),
        ("وامر", "وأمر", 1),
        ("رای", "رأى", 3),
        ("الراییه", "الرأييه", None),
        ("امر", "إمر", None),
        ("", "", None),
    ],
)
def test_a_word_is_of_the_lemma_whose_parts_fit(word: str, written: str, lemma: int | None) -> None:
    assert likeliest(word, written) == lemma


def test_the_likelihoods_of_a_word_add_up_to_one() -> None:
    lemmas = MORPHOLOGY.lemmas("امر", "أمر")
    assert sum(lemmas.values()) == pytest.approx(1)
    assert lemmas[1] > lemmas[2] > 0


@given(
    st.sampled_from(sorted(RULES.prefixes)),
    st.sampled_from(sorted(STEMS)),
    st.sampled_from(sorted(RULES.suffixes)),
    st.booleans(),
)
def test_every_analysis_is_found_whose_categories_go_together(before: str, stem: str, behind: str, bare: bool) -> None:
    word = before + stem + behind
    expected = [
        (prefix, entry, suffix)
        for prefix in ([] if bare and before else RULES.prefixes[before])
        for entry in STEMS[stem]
        for suffix in RULES.suffixes[behind]
        if (prefix.category, entry.category) in RULES.prefix_stem
        and (prefix.category, suffix.category) in RULES.prefix_suffix
        and (entry.category, suffix.category) in RULES.stem_suffix
    ]
    found = list(MORPHOLOGY.analyses(word, word, bare=bare))
    assert [analysis[:3] for analysis in found] == expected
    for prefix, entry, suffix, price in found:
        pairs = RULES.prefix_stem[prefix.category, entry.category], RULES.stem_suffix[entry.category, suffix.category]
        assert price - sum((prefix.price, entry.price, suffix.price, *pairs)) == _unlike(word, prefix, entry, suffix)


def _unlike(word: str, prefix: Affix, entry: Entry, suffix: Affix) -> int:
    """A hamza left off in front costs a bit, a ء elsewhere four, a ة without its points three; all in eighths."""
    first = len(prefix.spelled)
    listed = prefix.spelled + entry.spelled + suffix.spelled
    prices = {"ة": 24, "أ": 32}
    return sum(8 if place == first else prices[letter] for place, letter in enumerate(listed) if letter != word[place])


def test_a_verb_takes_no_article() -> None:
    assert MORPHOLOGY.lemmas("الامر", "الأمر") == {1: 1.0}


def test_a_teh_is_no_pronoun_and_a_heh_may_be_a_teh_without_its_points() -> None:
    assert {analysis.suffix.spelled for analysis in MORPHOLOGY.analyses("امره", "أمرة")} == {"ة"}
    assert {analysis.suffix.spelled for analysis in MORPHOLOGY.analyses("امره", "أمره")} == {"ه", "ة"}


def test_the_rules_survive_the_disk() -> None:
    assert Rules.decode(RULES.encode()) == RULES


@given(st.lists(st.builds(Entry, st.just("أمرآ"), st.integers(0, 999), st.integers(0, 40_000), st.integers(0, 255))))
def test_stems_survive_the_disk(entries: list[Entry]) -> None:
    assert list(decode_entries("امرا", encode_entries("امرا", entries))) == entries


def test_letters_that_fold_to_two_are_analysed_by_their_folded_form() -> None:
    assert MORPHOLOGY.lemmas("رای", "ﺭﺃﻱ")
    assert not MORPHOLOGY.lemmas("السلام", "الﻼسلام")

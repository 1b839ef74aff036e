"""Arabic words that only a hamza or ة tells apart: the mark decides where it is written, and is not asked for."""

from pathlib import Path

import pytest

from articles.text.analysis import analyse, stem_answers, stem_tells
from articles.text.gazetteer import arabic_spellings, arabic_whole_words, false_friends
from articles.text.lexicon import Lexicon, current
from articles.text.lexicon_records import ArabicWords, write
from articles.text.spellings import answers, spelled_stem, tells

WORDS = ((("أمام",), ("إمام",)), (("کان",), ("کأن",)), (("إلى", "الى"), ("آلی",)), (("جدة",), ("جده",)))


@pytest.fixture
def small(tmp_path: Path) -> Lexicon:
    return Lexicon(write({}, tmp_path, ArabicWords(spellings=WORDS, whole=["عملة"])))


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("امام", {"امام", "أمام", "إمام"}),
        ("جده", {"جده", "جدة"}),
        ("جدة", {"جدة"}),
        ("إمام", {"إمام", "امام"}),
        ("کان", {"کان"}),
        ("کأن", {"کأن"}),
        ("وزیر", {"وزیر"}),
    ],
)
def test_what_is_written_without_a_mark_may_be_any_word(small: Lexicon, stem: str, found: set[str]) -> None:
    assert set(answers(small, stem)) == found


@pytest.mark.parametrize(
    ("stem", "surface", "written", "spelled"),
    [
        ("امام", "بالامام", "بالإمام", "إمام"),
        ("امام", "امام", "امام", "امام"),
        ("الی", "الی", "الى", "إلى"),
        ("الی", "الی", "آلي", "آلی"),
        ("وزیر", "الوزیر", "الوزير", "وزیر"),
    ],
)
def test_a_stem_keeps_the_spelling_of_a_listed_word(
    small: Lexicon, stem: str, surface: str, written: str, spelled: str
) -> None:
    assert spelled_stem(small, stem, surface, written) == spelled


def test_a_surface_is_no_answer_where_another_word_shares_it(small: Lexicon) -> None:
    assert tells(small, "إمام")
    assert tells(small, "کان")
    assert not tells(small, "امام")
    assert not tells(small, "وزیر")


def test_a_word_listed_as_whole_survives_the_disk(small: Lexicon) -> None:
    assert small.is_whole("عملة")
    assert not small.is_whole("عمله")


@pytest.mark.usefixtures("lexicon")
def test_the_listed_words_are_told_apart_by_their_stems() -> None:
    for words in arabic_spellings():
        assert len({word[0] for word in words}) == len(words)
    assert {analyse(word, "ar")[0].stem for word in ("كأن", "وكأنها")} == {"کأن"}
    assert stem_tells("کأن")
    assert stem_answers("کأن") == ("کأن",)
    assert analyse("آلان", "ar")[0].stem not in stem_answers(
        analyse("الآن", "ar")[0].stem
    )  # «now» is nobody named Alan


@pytest.mark.usefixtures("lexicon")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي", "على"),
        ("علی", "عليه"),
        ("فيه", "فئة"),
        ("إليه", "آلية"),
        ("أي", "آي"),
        ("آب", "إب"),
        ("موجة", "موجه"),
        ("موجات", "الموجه"),
        ("جدة", "جده"),
        ("ربه", "ربة"),
        ("وادي", "وأدى"),
        ("وأدى", "وادي"),
        ("أشكال", "إشكال"),
        ("إدارة", "أدارها"),
    ],
)
def test_a_word_is_asked_for_by_a_stem_that_its_like_does_not_answer(one: str, other: str) -> None:
    (asked,), (written,) = analyse(one, "ar"), analyse(other, "ar")
    assert written.stem not in stem_answers(asked.stem)
    assert stem_tells(asked.stem)


@pytest.mark.usefixtures("lexicon")
@pytest.mark.parametrize(
    ("one", "other"), [("بطل", "أبطال"), ("عدد", "الأعداد"), ("خبر", "وأخبار"), ("أداة", "أدوات"), ("إمام", "الأئمة")]
)
def test_a_plural_that_keeps_its_hamza_is_found_with_its_noun(one: str, other: str) -> None:
    (noun,), (plural,) = analyse(one, "ar"), analyse(other, "ar")
    assert plural.stem in stem_answers(noun.stem)
    assert noun.stem in stem_answers(plural.stem)


@pytest.mark.usefixtures("lexicon")
def test_a_word_without_its_hamza_is_of_the_lexeme_of_the_most_frequent_that_it_may_be() -> None:
    assert "خبر" in stem_answers("اخبار")
    assert "شریف" not in stem_answers("اشراف")


@pytest.mark.usefixtures("lexicon")
def test_a_noun_is_not_found_with_what_its_plural_is_told_from() -> None:
    (noun,), (other,) = analyse("بطل", "ar"), analyse("إبطال", "ar")
    assert other.stem not in stem_answers(noun.stem)


@pytest.mark.usefixtures("lexicon")
def test_no_stem_answers_a_word_that_is_asked_for_by_its_surface_alone() -> None:
    assert stem_answers("") == ()


@pytest.mark.usefixtures("lexicon")
def test_a_persian_word_that_its_madda_tells_answers_no_arabic_word_without_a_hamza() -> None:
    assert stem_answers("ان") == ("ان", "أن", "إن")


@pytest.mark.usefixtures("lexicon")
def test_heh_in_a_query_may_be_the_more_frequent_teh() -> None:
    assert stem_answers(analyse("جده", "ar")[0].stem) == ("جده", "جدة")


@pytest.mark.usefixtures("lexicon")
def test_a_singular_finds_its_plurals_which_do_not_find_each_other() -> None:
    singular, matters, orders = (analyse(word, "ar")[0].stem for word in ("أمر", "الأمور", "وأوامره"))
    assert {matters, orders} < set(stem_answers(singular))
    assert singular in stem_answers(matters)
    assert orders not in stem_answers(matters)
    assert not stem_tells(matters)


def test_words_are_listed_once() -> None:
    for listed in (list(arabic_whole_words()), [word for word, _ in false_friends()]):
        assert len(listed) == len(set(listed))


@pytest.mark.usefixtures("lexicon")
def test_false_friends_are_words_that_the_lexicon_knows() -> None:
    entries = {word: current().get(word) for word, _ in false_friends()}
    assert [word for word, entry in entries.items() if entry is None or not entry.tags.strip("rR")] == []

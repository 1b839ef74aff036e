"""Words that belong to Persian or to Arabic alone, with the lexicon that is in use."""

from __future__ import annotations

import pytest

from articles.text.analysis import analyse
from articles.text.belonging import name_with_article, stem_asked_for

pytestmark = pytest.mark.usefixtures("lexicon")


def asked(written: str, language: str) -> str | None:
    (token,) = analyse(written, language)
    return stem_asked_for(language, token.surface, token.stem, written)


@pytest.mark.parametrize("written", ["برای", "شده", "باشد", "است", "کرد", "این", "دارم", "آمد", "آورد", "آنها", "ایم"])
def test_persian_grammar_that_is_another_word_in_arabic_is_not_asked_for_there(written: str) -> None:
    assert asked(written, "ar") is None


@pytest.mark.parametrize(("written", "form"), [("شعبه", "شعبة"), ("حماسه", "حماسة"), ("توصیه", "التوصيات")])
def test_what_persian_ends_in_heh_is_asked_of_arabic_with_its_teh(written: str, form: str) -> None:
    (token,) = analyse(form, "ar")
    assert asked(written, "ar") == token.stem


PERSIAN = "بانک عینک شهرها وعده رحیمی فرشيد كجاي بيني شبها صدرا كارش بالایی"


@pytest.mark.parametrize("written", ["مالیات", "میلیون", "حرفه", "شب\u200cها", *PERSIAN.split()])
def test_a_persian_word_is_asked_of_arabic_as_it_stands(written: str) -> None:
    (token,) = analyse(written, "ar")
    assert token.stem != token.surface
    assert asked(written, "ar") == token.surface


@pytest.mark.parametrize("written", ["برقم", "وبها", "الولاية", "تحليلية", "طبية", "العاملة", "لأدنى", "بعدم"])
def test_an_arabic_form_is_asked_of_persian_as_it_stands(written: str) -> None:
    (token,) = analyse(written, "fa")
    assert token.stem != token.surface
    assert asked(written, "fa") == token.surface


FALSE_FRIENDS = (
    "سال باغ اون اقدام اقدامات شهرهای تصمیم تصمیمات نظامی لانه ساختار مبارزات رقیبان تیم‌ها محافظان امنا ملاک"
)


@pytest.mark.parametrize("written", FALSE_FRIENDS.split())
def test_a_false_friend_that_is_typed_as_persian_is_asked_of_arabic_by_its_surface_alone(written: str) -> None:
    assert asked(written, "ar") == ""
    (token,) = analyse(written, "fa")
    assert asked(written, "fa") == token.stem


@pytest.mark.parametrize(
    "written",
    ["الشهر", "السر", "والسرد", "التصميم", "كتيبة", "النظامي", "السوق", "المحافظين", "الفندق", "خطة", "جمعية", "كيفية"],
)
def test_a_false_friend_that_is_typed_as_arabic_is_asked_of_persian_by_its_surface_alone(written: str) -> None:
    (token,) = analyse(written, "fa")
    stem = asked(written, "fa")
    assert stem is None or stem not in {token.stem, token.surface}
    (token,) = analyse(written, "ar")
    assert asked(written, "ar") == token.stem


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("آتش", "ar"),
        ("آبان", "ar"),
        ("خانه", "ar"),
        ("کره", "ar"),
        ("ارز", "ar"),
        ("ایده", "ar"),
        ("بسته", "ar"),
        ("أقدام", "fa"),
        ("خانة", "fa"),
        ("دة", "fa"),
        ("شدة", "fa"),
        ("أين", "fa"),
        ("وزيرا", "fa"),
        ("أخرى", "fa"),
        ("رآه", "fa"),
    ],
)
def test_what_only_folding_or_cutting_makes_another_word_is_not_asked_for_there(written: str, language: str) -> None:
    assert asked(written, language) is None


@pytest.mark.parametrize("written", ["آینده", "آسیایی"])
def test_a_persian_word_with_a_madda_that_arabic_has_not_is_asked_of_it_by_its_surface_alone(written: str) -> None:
    assert asked(written, "ar") == ""


@pytest.mark.parametrize("language", ["fa", "ar"])
@pytest.mark.parametrize("written", ["شهر", "سر", "برد", "تصميم", "نظامي"])
def test_a_false_friend_of_which_nothing_tells_the_language_is_asked_of_both(written: str, language: str) -> None:
    (token,) = analyse(written, language)
    assert asked(written, language) == token.stem


NOT_THE_SAME = "العملات المنظمات الخبرات صدرت وضعت أبها"


@pytest.mark.parametrize("written", NOT_THE_SAME.split())
def test_a_stem_that_arabic_tells_from_its_own_is_not_asked_of_persian(written: str) -> None:
    (token,) = analyse(written, "fa")
    assert asked(written, "fa") != token.stem


def test_a_word_that_ends_in_a_hamza_on_yeh_is_not_asked_of_persian() -> None:
    assert asked("فوجئ", "fa") is None


@pytest.mark.parametrize(
    ("written", "stem"),
    [("القحطاني", "قحطانی"), ("الحالي", "حالی"), ("الرياضيين", "ریاضیین"), ("الخميني", "خمینی"), ("الإيراني", "ایران")],
)
def test_an_arabic_word_loses_its_article_but_no_ending_that_only_persian_sees(written: str, stem: str) -> None:
    assert asked(written, "fa") == stem


@pytest.mark.parametrize(("name", "form"), [("حسینی", "الحسینی"), ("خانه", ""), ("مالیات", "")])
def test_a_name_may_stand_behind_an_article_in_arabic(name: str, form: str) -> None:
    assert name_with_article(name) == form


OF_BOTH = "فارسی اقتصادی بين حتى ولي الاقتصاد سياسي تهران روحانی السيارة انتخابات دين من zoo ۱۴۰۴"


@pytest.mark.parametrize("language", ["fa", "ar"])
@pytest.mark.parametrize("written", OF_BOTH.split())
def test_what_both_may_mean_is_asked_for_by_its_stem(written: str, language: str) -> None:
    (token,) = analyse(written, language)
    assert asked(written, language) == token.stem


@pytest.mark.parametrize(
    ("written", "stem"),
    [
        ("مبالغ", "مبلغ"),
        ("مناطق", "منطقه"),
        ("آثار", "اثر"),
        ("آلمانی", "المان"),
        ("المشكلات", "مشکل"),
        ("جهات", "جهت"),
        ("الشيء", "شی"),
        ("فعاليات", "فعالیت"),
    ],
)
def test_a_form_of_the_same_word_in_both_is_asked_of_persian_by_its_stem(written: str, stem: str) -> None:
    (token,) = analyse(written, "fa")
    assert stem_asked_for("fa", token.surface, token.stem, written) == stem


def test_what_ends_in_the_alef_of_arabic_is_a_plural_there() -> None:
    (token,) = analyse("قتلى", "ar")
    assert stem_asked_for("ar", token.surface, token.stem, "قتلى") == token.stem == "قتیل"


@pytest.mark.parametrize(("written", "stem"), [("نوعها", "نوع"), ("وجودها", "وجود"), ("كتابها", "کتاب")])
def test_a_form_of_the_same_word_in_both_is_asked_of_arabic_by_its_stem(written: str, stem: str) -> None:
    assert asked(written, "ar") == stem

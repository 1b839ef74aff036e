"""From text to tokens: every spelling of a word is one word, and two words stay two."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.management.retrieval.mixing import mixed
from articles.text import analysis, grammar
from articles.text.analysis import analyse

pytestmark = pytest.mark.usefixtures("lexicon")


def finds(text: str, query: str, language: str) -> bool:
    """Whether the index of `text` answers every word of `query`, by surface or by stem."""
    tokens = analyse(text, language)
    surfaces = {surface for token in tokens for surface in (token.surface, *token.alternatives)}
    stems = {token.stem for token in tokens}
    return all(token.surface in surfaces or token.stem in stems for token in analyse(query, language))


def surfaces(text: str, language: str = "fa") -> list[str]:
    return [token.surface for token in analyse(text, language)]


SAME_IN_PERSIAN = [
    ("نخست‌وزیر", "نخستوزیر", "نخست وزیر", "نخست‌وزیران"),
    ("برنامه‌ریزی", "برنامهریزی", "برنامه ریزی", "برنامه‌ریزی‌های"),
    ("جست‌وجو", "جستجو", "جست و جو", "جست وجو"),
    ("حمل‌ونقل", "حمل و نقل", "حمل ونقل", "حملونقل"),
    ("بین‌المللی", "بین المللی", "بینالمللی", "بین‌الملَلي"),
    ("سه‌شنبه", "سهشنبه", "سه شنبه"),
    ("دانشگاه‌ها", "دانشگاهها", "دانشگاه ها", "دانشگاه‌هایی", "دانشگاه", "دانشگاهی", "دانشگاهمان"),
    ("پرونده‌ی", "پرونده ی", "پروندهی", "پروندهٔ", "پروندۀ", "پرونده", "پرونده‌ای", "پرونده ای", "پرونده‌اش"),
    ("می‌گوید", "می گوید", "میگوید", "ميگويد", "نمی‌گویند", "گفتند", "بگوید"),
    ("رفته‌اند", "رفته اند", "رفتهاند"),
    ("می‌افزاید", "می افزاید", "میافزاید"),
    ("مهم‌ترین", "مهم ترین", "مهمترین", "مهم‌تر", "مهم"),
    ("جرئت", "جرأت", "جرات"),
    ("مسئولیت", "مسؤولیت", "مسوولیت"),
    ("قرائت", "قرایت"),
    ("نماینده", "نمایندگان", "نماینده‌ها"),
    ("اقدام", "اقدامات", "اقدام‌ها"),
    ("عراق", "عراقی", "عراقی‌ها"),
    ("الشرع", "الشّرع"),
    ("ترامپ‌ها", "ترامپ ها", "ترامپ"),
    ("به‌دلیل", "بهدلیل", "به دلیل"),
    ("به‌گونه‌ای", "بهگونهای", "به گونه ای"),
    ("انجام‌شده", "انجامشده", "انجام شده"),
    ("وزیرخارجه", "وزیر خارجه"),
    ("هم‌چنین", "همچنین", "هم چنین"),
    ("۱۴۰۴", "1404", "١٤٠٤", "۱٬۴۰۴", "1,404"),
    ("مرگ و میر", "مرگو میر", "مرگ ومیر", "مرگومیر"),
    ("شهروند", "شهروندان", "شهروندانی"),
    ("نقاش", "نقاشان"),
    ("درخت", "درختان"),
    ("خبره", "خبرگان"),
    ("فلسطین", "فلسطینیان"),
    ("تیم", "تیم‌های", "تیمهای"),
    ("سیستم", "سیستم‌ها", "سیستمهای"),
    ("انتها", "انتهای", "انتهایی"),
    ("تنها", "تنهایی"),
    ("حرفه", "حرفه‌ای", "حرفه‌ای‌ها", "حرفه‌ای‌تان"),
    ("برکت", "برکات"),
    ("خرم‌آباد", "خرمآباد", "خرم آباد"),
    ("نابودشدن", "نابود شدن"),
    ("کتاب", "کتابش"),
    ("محمدی", "محمدی‌ها"),
    ("زیاد", "زیادی"),
    ("امید", "امیدی"),
    ("انداختن", "بیاندازد", "نیاندازند"),
    ("بیفتد", "افتاد", "نیفتاده", "بیافتد"),
    ("بیاورد", "آورد", "نیاورد"),
    ("برگزیدن", "برگزید", "برمی‌گزینند"),
    ("برداشتن", "برداشتیم", "بردارید"),
    ("نشست", "نشستی", "نشست‌های"),
    ("نبرد", "نبردهای", "نبردی"),
    ("کار", "کارم"),
    ("حمله", "حملات", "حملاتی"),
    ("حرفه", "حرفه‌ای‌ها", "حرفه ای تر"),
    ("آمریکا", "امریکا", "آمریكا"),
    ("آبرو", "آبروی", "آبرویش"),
    ("آفت", "آفت‌ها", "آفت ها", "آفتهایی"),
    ("آستان قدس", "آستان‌قدس"),
    ("می‌آمد", "می آمد", "آمد"),
    ("طبقه", "طبقات", "طبقاتی"),
    ("معادله", "معادلات"),
    ("خاطره", "خاطرات"),
    ("حالت", "حالات"),
    ("خدمت", "خدمات"),
    ("مدرس", "مدرسین"),
    ("گوشی", "گوشی‌ها", "گوشی‌اش"),
    ("رسمی", "رسمی‌ترین", "رسمي"),
    ("امکانات", "امکاناتی"),
    ("همراه", "همراهان"),
    ("فرمانده", "فرماندهان", "فرماندهانش"),
    ("دانشجو", "دانشجویان", "دانشجویانی"),
    ("مهم", "مهم‌ترند"),
    ("مواجه", "مواجهند"),
    ("بازگشتن", "باز می گردد", "بازمی گردد", "باز می‌گردد", "بازمی‌گردد", "بازنمی گردد"),
]
APART_IN_PERSIAN = [
    ("مادر", "ما در"),
    ("استاندارد", "استان دارد"),
    ("تهران", "ته"),
    ("پیش‌بینی", "بینی"),
    ("سه‌شنبه", "شنبه"),
    ("یکشنبه", "شنبه"),
    ("فرهنگی", "فرهیخته"),
    ("امارات", "آمار"),
    ("سادات", "سعادت"),
    ("بهترین", "به"),
    ("کشت", "کشتی"),
    ("نرم", "نرمش"),
    ("بازنشسته", "نشسته"),
    ("دوست", "دو"),
    ("آبان", "آب"),
    ("مردم", "مرد"),
    ("دادگاه", "داد"),
    ("البته", "بته"),
    ("کوروش", "کور"),
    ("محمدی", "محمد"),
    ("کاظمیان", "کاظم"),
    ("درهمین", "درهم"),
    ("رسمی", "رسم"),
    ("گوشی‌های", "گوش"),
    ("کلانتری", "کلان"),
    ("علمانی", "علم"),
    ("ارگان‌ها", "اره"),
    ("امکاناتی", "امکان"),
    ("رحمانی", "رحمان"),
    ("رضایی", "رضا"),
    ("سیب‌زمینی‌کاران", "زمین"),
    ("خاطراتش", "خاطر"),
    ("مجازات", "مجاز"),
    ("مدرسین", "مدرسه"),
    ("یزدان", "یزد"),
    ("پایلوت", "پای"),
    ("بیانجامد", "بیان"),
    ("بدنبال", "بدن"),
    ("برشمرد", "مرد"),
    ("غیرمتعهد", "تعهد"),
    ("نبردهای", "برند"),
    ("سودی", "سرودی"),
    ("بافتی", "افتادن"),
    ("درآمدهای", "درآمدن"),
    ("نانومتری", "نانو"),
    ("پیش‌بینی", "پیش"),
    ("برایم", "برآمدن"),
    ("برگرفته", "برگ"),
    ("حرفه‌ای‌ها", "حرف"),
    ("زیر بنا", "زیر"),
    ("آجرهای", "اجر"),
    ("آسم", "اسم"),
    ("آشغالی", "اشغال"),
    ("آستان", "استان"),
    ("آستان‌قدس", "استان"),
    ("آسمان", "آسم"),
    ("راز", "رازان"),
    ("راز", "رازانی"),
    ("مهدی", "مهدیان"),
    ("حیدری", "حیدریان"),
    ("کفاش", "کفاشیان"),
    ("وزیر", "وزیریان"),
    ("تاب", "تابستون"),
    ("ضرب", "ضربان"),
    ("شماره", "شمارگان"),
    ("کوه", "کوگان"),
    ("گرما", "گرمایش"),
    ("برجا", "برجام"),
    ("کار", "کارتر"),
    ("برکه", "برکات"),
    ("جانی", "جانیت"),
    ("حرف", "حرفه‌ای‌اش"),
    ("عشق", "عشق‌آباد"),
    ("ذات", "ذات‌الریه"),
    ("جین", "تیان‌جین"),
    ("کند", "کندلوس"),
    ("هود", "هودسون"),
    ("انت", "انتهای"),
    ("یافت", "بی‌آبی"),
    ("آید", "ایم"),
    ("یاد", "الیاده"),
]
SAME_IN_ARABIC = [
    ("الوزير", "وزير", "والوزير", "للوزير", "بالوزير"),
    ("دمشق", "بدمشق", "لدمشق", "ودمشق"),
    ("موسكو", "بموسكو", "وموسكو"),
    ("مسؤولين", "مسئولين", "المسؤولون", "مسؤول"),
    ("حكومة", "الحكومة", "حكومته", "حكومتها", "حكومات"),
    ("لبنان", "لبناني", "اللبنانية"),
    ("سوريا", "سورية", "السوري"),
    ("العلاقات", "علاقة"),
    ("قُدس", "القدس"),
    ("طريقة", "بطريقة", "الطريقة"),
    ("كرة", "لكرة", "الكرة"),
    ("مواجهة", "لمواجهة"),
    ("قوة", "بقوة"),
    ("رياضة", "الرياضي", "رياضية"),
    ("تضمين", "بتضمين"),
    ("على", "عليه", "وعليها", "فعلى"),
    ("إلى", "الى", "إليهم", "وإليه", "الي"),
    ("علي", "علی", "وعلي"),
    ("في", "فيه", "وفيها"),
    ("أن", "أنها", "بأنه", "ان"),
    ("إن", "إنه", "فإنهم", "ان"),
    ("لدى", "لديها", "ولديه"),
    ("من", "منه", "ومنهم"),
    ("إدارة", "ادارة", "الإدارية"),
    ("أشكال", "اشكال", "بأشكالها"),
    ("موجة", "الموجات", "بموجة"),
    ("إحياء", "احياء", "لإحيائها"),
    ("بلدي", "البلد"),
    ("حق", "الحق", "بالحق", "حقها", "وحقهم"),
    ("جامعة", "جامعية", "الجامعيين"),
    ("تجارة", "التجارية", "تجاريا"),
    ("إضافة", "إضافي", "الإضافات"),
    ("أول", "لأول", "الأول"),
    ("قاضي", "قاض", "القاضي"),
    ("عند", "عندي"),
    ("لأن", "لأني", "ولأنها"),
    ("إصابة", "إصابتي", "الإصابات"),
    ("بناء", "بنائه"),
    ("يعمل", "يعملان"),
    ("سنة", "السنتين"),
    ("وصف", "وصفها", "الوصف"),
    ("عام", "للعام", "عامين"),
    ("لاجئ", "لاجئون"),
    ("مبادئ", "مبادىء"),
    ("رؤساء", "رؤسا"),
    ("إغاثة", "الإغاثي"),
    ("حدود", "الحدودية"),
    ("صديق", "صديقي"),
    ("باكستان", "الباكستاني"),
    ("الحوثي", "الحوثيين", "الحوثية"),
    ("ملف", "ملفات"),
    ("وزير", "الوزراء", "وزرائها"),
    ("سبب", "الأسباب"),
    ("منطقة", "المناطق"),
    ("عملاء", "للعميل"),
    ("عملا", "العمل"),
    ("الذي", "والتي"),
    ("الأغاني", "أغنية"),
    ("والدهم", "الوالدين"),
    ("الكهرباء", "الكهربائية"),
    ("أجنبية", "الأجانب"),
    ("أمة", "للأمم"),
    ("خيار", "كخيار", "بخيار"),
    ("أمريكا", "الأميركية"),
]
APART_IN_ARABIC = [
    ("وزير", "زير"),
    ("ألبانيا", "بانيا"),
    ("بريطانيا", "ريطانيا"),
    ("لبنان", "لبن"),
    ("بيروت", "يروت"),
    ("كوريا", "وريا"),
    ("جامعة", "جامع"),
    ("مدرسة", "مدرس"),
    ("فرنسا", "رنسا"),
    ("بغداد", "غداد"),
    ("لاعب", "اعب"),
    ("بإنهاء", "بأن"),
    ("انتهاء", "أنت"),
    ("اللهم", "لهم"),
    ("تضمين", "تضم"),
    ("رياضية", "الرياض"),
    ("بطريقة", "بطريق"),
    ("بقرة", "قرة"),
    ("بعدة", "بعد"),
    ("كالا", "إلا"),
    ("فريب", "ريب"),
    ("علي", "عليه"),
    ("عليه", "العلي"),
    ("فعلي", "علي"),
    ("فيه", "وفية"),
    ("أنها", "إنهاء"),
    ("لديه", "بلديات"),
    ("به", "بهمة"),
    ("أشكال", "إشكالات"),
    ("إدارة", "أدار"),
    ("إضافة", "أضافت"),
    ("أئمة", "إيمان"),
    ("أحياء", "إحيائها"),
    ("ربه", "ربات"),
    ("والده", "والدتها"),
    ("أدى", "الأديان"),
    ("كما", "كمائن"),
    ("قبل", "القبلية"),
    ("عبر", "العبرية"),
    ("يدلي", "يدل"),
    ("يصل", "يصلي"),
    ("تحل", "تحلية"),
    ("السن", "ألسنة"),
    ("سنة", "سنها"),
    ("باب", "بأبها"),
    ("الأول", "أوليائه"),
    ("سهول", "سهولة"),
    ("الولاية", "ولائه"),
    ("جامع", "جامعية"),
    ("عنصر", "عنصرية"),
    ("منظمة", "منظمي"),
    ("حرف", "حرفة"),
    ("وحدة", "وحدها"),
    ("استطاعة", "استطاع"),
    ("البناء", "بناءة"),
    ("حرام", "حرامية"),
    ("أفراد", "ألفرد"),
    ("خير", "كخيار"),
    ("مركز", "المركزة"),
    ("القرية", "قرأها"),
    ("عملاء", "عملا"),
    ("دهم", "والدهم"),
    ("عند", "العند"),
    ("بين", "البين"),
    ("أيضا", "الأيض"),
    ("يوم", "يؤمها"),
    ("أمس", "الأمسيات"),
    ("حوالي", "الحوالات"),
    ("تحت", "فتحت"),
    ("وعثرت", "بعثرته"),
    ("للطباعة", "الطباع"),
    ("الصناعية", "صناع"),
    ("البلاد", "بلادة"),
    ("العام", "العامية"),
    ("للنادي", "نادية"),
    ("وصفها", "وصفات"),
    ("معلومات", "المعلوم"),
    ("خطأ", "خطاياه"),
    ("مسؤول", "المسؤولية"),
    ("الجبري", "الجبرين"),
    ("الطين", "كليدي"),
    ("روسي", "فروسية"),
    ("بشغل", "الإشغال"),
    ("العاملين", "عوامل"),
    ("الملك", "أملاك"),
    ("الأماني", "الأمان"),
    ("اجتماعية", "اجتماعات"),
    ("الغازات", "وبلغازي"),
    ("يجب", "فسأجيبه"),
    ("الفن", "فنهاهم"),
    ("قطار", "قطر"),
    ("المرأة", "المرايا"),
    ("وكلاء", "وكلا"),
    ("أنقاض", "النقض"),
    ("حجر", "الحجرة"),
    ("الفطر", "الفطرة"),
]


def both_ways(rows: list[tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(row[0], other) for row in rows for other in row[1:]]


@pytest.mark.parametrize(("one", "other"), both_ways(SAME_IN_PERSIAN))
def test_persian_spellings_and_forms_of_one_word_meet(one: str, other: str) -> None:
    assert finds(one, other, "fa")
    assert finds(other, one, "fa")


@pytest.mark.parametrize(("one", "other"), APART_IN_PERSIAN)
def test_different_persian_words_stay_apart(one: str, other: str) -> None:
    assert not finds(one, other, "fa")


@pytest.mark.parametrize(("one", "other"), both_ways(SAME_IN_ARABIC))
def test_arabic_spellings_and_forms_of_one_word_meet(one: str, other: str) -> None:
    assert finds(one, other, "ar")
    assert finds(other, one, "ar")


@pytest.mark.parametrize(("one", "other"), APART_IN_ARABIC)
def test_different_arabic_words_stay_apart(one: str, other: str) -> None:
    assert not finds(one, other, "ar")
    assert not finds(other, one, "ar")


@pytest.mark.parametrize("ending", sorted(grammar.PRONOUNS))
def test_an_ending_that_stands_alone_is_read(ending: str) -> None:
    assert analyse(f"{ending}\u200c{ending}", "fa")


@pytest.mark.parametrize(("one", "other"), [("ministers", "Minister's"), ("U.N.", "UN"), ("F-16", "F16")])
def test_english_forms_meet(one: str, other: str) -> None:
    assert finds(one, other, "en")
    assert finds(other, one, "en")


@pytest.mark.parametrize("query", ["abna24.com", "fa.abna24.com", "abna24", "https://fa.abna24.com/news/12/"])
def test_an_address_is_found_by_its_parts(query: str) -> None:
    assert finds("بنگرید به https://fa.abna24.com/news/12.", query, "fa")


@pytest.mark.parametrize("query", ["توسعه_پایدار", "توسعه", "#توسعه_پایدار"])
def test_a_hashtag_is_found_by_its_words(query: str) -> None:
    assert finds("#توسعه_پایدار", query, "fa")


def test_a_compound_is_one_token_over_all_that_was_written() -> None:
    text = "دیدار رئیس جمهور روسیه"
    assert [(token.surface, text[token.start : token.end]) for token in analyse(text, "fa")] == [
        ("دیدار", "دیدار"),
        ("رییسجمهور", "رئیس جمهور"),
        ("روسیه", "روسیه"),
    ]


def test_the_parts_of_a_compound_stand_beside_it() -> None:
    (token,) = analyse("رئیس‌جمهور", "fa")
    assert token.alternatives == ("رییس", "جمهور")


def test_a_pronoun_written_apart_belongs_to_its_word_and_stays_findable() -> None:
    (token,) = analyse("کشور شان", "fa")
    assert (token.surface, token.stem, token.alternatives) == ("کشورشان", "کشور", ("شان",))


def test_an_arabic_name_of_a_servant_is_two_words() -> None:
    assert surfaces("عبدالرحمن", "ar") == surfaces("عبد الرحمن", "ar") == ["عبد", "الرحمن"]


def test_what_ends_in_the_teh_of_arabic_is_read_with_that_of_persian() -> None:
    assert surfaces("رحمة") == ["رحمت"]
    assert finds("حجة‌الاسلام", "حجت‌الاسلام", "fa")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("درهمین", ["در", "همین"]),
        ("ازسوی", ["از", "سوی"]),
        ("درکشور", ["در", "کشور"]),
        ("یکهزار", ["یک", "هزار"]),
        ("شورایعالی", ["شورای", "عالی"]),
        ("بعنوان", ["به", "عنوان"]),
        ("مالدینی", ["مالدینی"]),
        ("دومنیک", ["دومنیک"]),
        ("تقاضامندیم", ["تقاضامندیم"]),
    ],
)
def test_words_run_together_are_two_where_both_are_likely(written: str, words: list[str]) -> None:
    assert [token.surface for token in analyse(written, "fa")] == words


def test_a_line_end_or_a_sign_divides_what_would_be_a_compound() -> None:
    assert surfaces("رئیس\nجمهور") == surfaces("رئیس، جمهور") == ["رییس", "جمهور"]


def test_an_arabic_quotation_within_persian_loses_its_article() -> None:
    assert finds("او گفت: «العلاقاتُ الثنائیة»", "علاقات", "fa")


def test_other_languages_are_folded_only() -> None:
    assert [(token.surface, token.stem) for token in analyse("کتابوں Büchern", "ur")] == [
        ("کتابوں", "کتابوں"),
        ("buchern", "buchern"),
    ]


def test_a_language_code_may_carry_a_region() -> None:
    assert analyse("کتاب‌ها", "fa-IR") == analyse("کتاب‌ها", "fa")


def test_the_version_names_rules_and_lexicon() -> None:
    rules, _, lexicon = analysis.ANALYSIS_VERSION.partition(".")
    assert rules.isdigit()
    assert "hazm" in lexicon


NASTY = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(["\x00", "\ud800", "\u202e", "\u200c", "می\u200c", "ها", "رئیس", "جمهور", "_", "و", "ـ", "ٔ"]),
    ),
    max_size=30,
).map("".join)


@settings(deadline=None)
@given(NASTY, st.sampled_from(["fa", "ar", "en", "ur", "und", ""]))
def test_any_text_gives_tokens_in_order_within_it(text: str, language: str) -> None:
    start = 0
    for token in analyse(text, language):
        assert token.surface
        assert token.stem
        assert start <= token.start < token.end <= len(text)
        start = token.start


SENTENCES = [
    "رئیس‌جمهور گفت برنامه‌ریزی برای توسعه‌ی روابط بین‌المللی ادامه می‌یابد",
    "نخست‌وزیر در گفت‌وگو با خبرگزاری‌ها بیانیه‌ای درباره‌ی پرونده‌های هسته‌ای خواند",
    "سرمایه‌گذاری خارجی در بزرگ‌ترین شهرهای کشور کاهش یافته است",
    "کمیته‌ی مشترک روز سه‌شنبه هماهنگی‌های تازه‌ای را بررسی می‌کند",
    "به‌ویژه چشم‌انداز حمل‌ونقل و پیش‌بینی‌های هواشناسی مهم‌ترین دغدغه‌ی مردم‌اند",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("seed", range(5))
def test_mixed_spelling_leaves_the_words_as_they_are(sentence: str, seed: int) -> None:
    written = mixed(sentence, "fa", Random(seed))  # noqa: S311  spelling, not secrets
    clean, other = set(surfaces(sentence)), set(surfaces(written))
    assert len(clean & other) >= len(clean) - 1, written


@pytest.mark.shared
def test_the_pairs_of_the_contract_hold(shared: Path) -> None:
    rows = (shared / "data/variants/pairs.tsv").read_text(encoding="utf-8").splitlines()[1:]
    wrong = []
    for row in rows:
        language, text, query, expected, _ = row.split("\t")
        if {finds(text, query, language), finds(query, text, language)} != {expected == "match"}:
            wrong.append(row)
    assert not wrong


@pytest.mark.parametrize(
    "word", ["و" * 3_000, "ب" * 5_000, "ها" * 2_000, "اته" * 1_500, "یکه" * 1_500, "می\u200c" * 1_500]
)
@pytest.mark.parametrize("language", ["fa", "ar"])
def test_what_is_too_long_for_a_word_is_folded_only(word: str, language: str) -> None:
    (token,) = analyse(word, language)
    assert token.surface == token.stem == word.replace("\u200c", "")


def test_what_is_forgotten_is_read_again_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "رئیس جمهور ترکیه در گفت‌وگو با خبرنگاران از توسعهٔ روابط خبر داد"
    expected = analyse(text, "fa")
    monkeypatch.setattr(analysis, "_CACHE_LIMIT", 2)
    assert [analyse(text, "fa") for _ in range(3)] == [expected] * 3

"""Persons in running text: which hits count, whose they are, and what stands beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.people.matcher import Matcher
from articles.people.names import Name, Weight
from articles.people.resolve import find
from tests.people.conftest import Figures

SHARAA, MAHER, ASSAD, PUTIN = "ahmad-al-sharaa", "maher-al-sharaa", "bashar-al-assad", "vladimir-putin"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # one name in every spelling
        ("fa", "احمد شَرع آمد", [(SHARAA, "احمد شَرع")]),
        ("fa", "احمدالشرع آمد", [(SHARAA, "احمدالشرع")]),
        ("fa", "مرهف ابو قصرة و ابوقسره و ابو‌قصره", [
            ("murhaf-abu-qasra", "مرهف ابو قصرة"), ("murhaf-abu-qasra", "ابوقسره"), ("murhaf-abu-qasra", "ابو‌قصره"),
        ]),
        ("fa", "باراک اوبامای جوان", [("barack-obama", "باراک اوباما")]),
        ("fa", "خامنه‌ای و خامنه ای", [("ali-khamenei", "خامنه‌ای"), ("ali-khamenei", "خامنه ای")]),
        ("en", "Mr Putin's plan; PUTIN", [(PUTIN, "Putin"), (PUTIN, "PUTIN")]),
        # Arabic clitics
        ("ar", "وبوتين ولبوتين لبوتين", [(PUTIN, "بوتين"), (PUTIN, "بوتين"), (PUTIN, "بوتين")]),
        ("ar", "التقى أحمد الشرع ثم قال للشرع", [(SHARAA, "أحمد الشرع"), (SHARAA, "للشرع")]),
        ("ar", "علي عبدالله صالح لصالح الحوثيين", [("ali-abdullah-saleh", "علي عبدالله صالح")]),
        # longest first
        ("fa", "به روزگار کریم خان زند", [("karim-khan-zand", "کریم خان زند")]),
        # institutions with adjectives and numbers before the name
        ("fa", "دانشگاه بين المللي امام خميني(ره)", []),
        ("fa", "در مجموعه ورزشی ۱۵ هزار نفری امام خمینی", []),
        ("fa", "در گفتگوی تلفنی امام خمینی", [("ruhollah-khomeini", "امام خمینی")]),
        ("fa", "محمدرضا خاتمی", [("mohammad-reza-khatami", "محمدرضا خاتمی")]),
        ("fa", "نواک جوکوویچ برد", [("novak-djokovic", "نواک جوکوویچ")]),
        # a word is no name before the full name stands, and one after it
        ("fa", "در شرع اسلام، شیر و اسد", []),
        ("fa", "شرع گفت. احمد شرع آمد. شرع رفت", [(SHARAA, "احمد شرع"), (SHARAA, "شرع")]),
        ("fa", "رئیسی آمد", []),
        ("fa", "حسن روحانی آمد و روحانی رفت", [("hassan-rouhani", "حسن روحانی"), ("hassan-rouhani", "روحانی")]),
        # another given name in front
        ("ar", "فاروق الشرع", [("farouk-al-sharaa", "فاروق الشرع")]),
        ("ar", "أحمد الشرع وماهر الشرع وخالد الشرع", [(SHARAA, "أحمد الشرع"), (MAHER, "ماهر الشرع")]),
        ("fa", "لیلا پوتین", []),
        # the title beside a family name decides
        ("ar", "الرئيس الشرع في موسكو", [(SHARAA, "الشرع")]),
        ("ar", "الرئيس الإيراني روحاني", [("hassan-rouhani", "روحاني")]),
        ("ar", "نائب الرئيس الشرع", []),
        ("fa", "روحانی، رئیس جمهور ایران، آمد", [("hassan-rouhani", "روحانی")]),
        # nasab: son of somebody, or with a father who makes another person of him
        ("ar", "الأمير فيصل بن محمد بن سلمان", []),
        ("ar", "محمد بن سلمان بن خالد", []),
        ("ar", "الدكتور عبدالله بن عبدالعزيز الربيعة", []),
        ("ar", "خادم الحرمين الشريفين الملك سلمان بن عبدالعزيز", [("salman-of-saudi-arabia", "سلمان بن عبدالعزيز")]),
        # names that reach further than what was entered
        ("fa", "درگذشت شیخ زاید آل نهیان", [("zayed-bin-sultan-al-nahyan", "شیخ زاید آل نهیان")]),
        ("ar", "الشيخ صباح الأحمد الصباح", [("sabah-al-ahmad-al-jaber-al-sabah", "صباح الأحمد الصباح")]),
        ("fa", "محمود عباس(ابومازن) آمد", [("mahmoud-abbas", "محمود عباس"), ("mahmoud-abbas", "ابومازن")]),
        ("ar", "أغاني شهيرة لأم كلثوم", [("umm-kulthum", "أم كلثوم")]),
        ("ar", "سامي أبو زهري ثم قال أبو زهري", [("sami-abu-zuhri", "سامي أبو زهري"), ("sami-abu-zuhri", "أبو زهري")]),
        # a given name made with عبد, and one of another sentence
        ("ar", "عبدالملك الحوثي وعبد الخالق الحوثي", [("abdul-malik-al-houthi", "عبدالملك الحوثي")]),
        ("ar", "الجيش موالية لهادي", [("abdrabbuh-mansur-hadi", "هادي")]),
        ("ar", "عبد الخالق الحوثي شقيق عبد الملك الحوثي", [("abdul-malik-al-houthi", "عبد الملك الحوثي")]),
        ("ar", "الرجل الثاني في جماعة الحوثي مع عبدالملك الحوثي", [("abdul-malik-al-houthi", "عبدالملك الحوثي")]),
        ("ar", "جمال عبد الناصر وأنور السادات", [
            ("gamal-abdel-nasser", "جمال عبد الناصر"), ("anwar-sadat", "أنور السادات"),
        ]),
        # whom an adjective, another name or a longer line of fathers makes somebody or something else
        ("ar", "التقى محمد بن سلمان ابن عبدالعزيز", [("mohammed-bin-salman", "محمد بن سلمان ابن عبدالعزيز")]),
        ("ar", "علي عبدالله صالح وحضر اجتماع الشيخ نواف بعد علي", [("ali-abdullah-saleh", "علي عبدالله صالح")]),
        # a given name in which a letter is wrong
        ("ar", "قال فلادمير بوتين", [(PUTIN, "فلادمير بوتين")]),
        # over the end of a line
        ("fa", "ولادیمیر\nپوتین آمد", [(PUTIN, "ولادیمیر\nپوتین")]),
        # institutions
        ("ar", "وسام الملك عبدالعزيز", []),
        ("ar", "استاد الملك فهد الدولي", []),
        ("ar", "تكدس السيارات بجسر الملك فهد", []),
        ("ar", "دبي مول وبوليفارد محمد بن راشد", []),
        ("fa", "دانشگاه آزاد واحد یادگار امام خمینی", []),
        ("fa", "تقاطع غیر همسطح امام خمینی", []),
        ("ar", "أحد مشروعات الملك عبدالعزيز للنقل", []),
        ("ar", "المستفيدين بمركزي محمد بن نايف للمناصحة", []),
        ("fa", "به گزارش واحد مركزي خبر، آيت الله هاشمي رفسنجاني", [("akbar-hashemi-rafsanjani", "هاشمي رفسنجاني")]),
        ("ar", "لشكر الملك سلمان", [("salman-of-saudi-arabia", "سلمان")]),
        ("ar", "جامعة الملك سلمان", []),
        ("fa", "فرودگاه امام خمینی", []),
        ("fa", "بیمارستان امام خمینی و امام خمینی", [("ruhollah-khomeini", "امام خمینی")]),
        ("fa", "کتابخانه‌ی امام خمینی، مصلی بزرگ امام خمینی، بولوار آیت الله رفسنجانی", []),
        ("fa", "بیمارستان های شریعتی، امام خمینی و سینا", []),
        ("ar", "فريق من جامعتي أم القرى والملك عبدالعزيز", []),
        ("ar", "بمركزي محمد بن نايف للمناصحة", []),
        ("ar", "مخططات الزهرة، شوران، الملك فهد، العزيزية", []),
        # streets and addresses
        ("fa", "نشانی: کریم خان زند، نبش حافظ", []),
        ("fa", "پایگاه KHAMENEI.IR", []),
        # things, and longer names, that begin with a name
        ("fa", "۱۸۳ هزار پوتین‌های جدید", []),
        ("fa", "از ترامپ ها", []),
        ("fa", "هاشمی رفسنجانی زاده آمد", []),
        ("ar", "ممثل المملكة العربية السعودية عبدالعزيز الشهري", []),
        ("ar", "محمد بن نايف العتيبي ثم محمد بن نايف السعودي", [("mohammed-bin-nayef", "محمد بن نايف")]),
        # words that are a name when written in two
        ("fa", "دیدگاه های آشکارتر", []),
        ("ar", "ساد الجور والظلم", []),
        # a full name that many bear: with the office beside it, or somewhere in the article
        ("ar", "إبراهيم عسيري ومعاذ عسيري وأحمد عسيري وماهر السلمي", []),
        ("ar", "قال أحمد عسيري. وكان المتحدث باسم قوات التحالف في عدن", [("ahmed-asiri", "أحمد عسيري")]),
        ("fa", "زهر عسل به کارگردانی ابراهیم شیبانی", []),
        ("fa", "ابراهیم شیبانی رئیس کل بانک مرکزی", [("ebrahim-sheibani", "ابراهیم شیبانی")]),
        # a movement of that name is not its leader
        ("ar", "عبدالملك الحوثي وميليشيا الحوثي", [("abdul-malik-al-houthi", "عبدالملك الحوثي")]),
        # the government of a ruler, with a polite word between
        ("fa", "در دولت آقای خاتمی", [("mohammad-khatami", "خاتمی")]),
        # a short name that nobody entered, after the full one
        ("ar", "زار إبراهيم محلب الدار وأضاف محلب", [
            ("ibrahim-mahlab", "إبراهيم محلب"), ("ibrahim-mahlab", "محلب"),
        ]),
        # before the full name: with a title in front, or where it can be no word
        ("fa", "پیام آقای منتظری را آورد. حسینعلی منتظری گفت", [
            ("hossein-ali-montazeri", "منتظری"), ("hossein-ali-montazeri", "حسینعلی منتظری"),
        ]),
        ("ar", "دعوات المالكي. وقال نوري المالكي", [
            ("nouri-al-maliki", "المالكي"), ("nouri-al-maliki", "نوري المالكي"),
        ]),
        ("ar", "من مليشيا الحوثي وقوات صالح", [("ali-abdullah-saleh", "صالح")]),
        # two persons of one family name: the last one named
        ("fa", "بیل کلینتون آمد. هیلاری کلینتون رفت. کلینتون گفت", [
            ("bill-clinton", "بیل کلینتون"), ("hillary-clinton", "هیلاری کلینتون"), ("hillary-clinton", "کلینتون"),
        ]),
        # words of the other language
        ("fa", "برخی از آنان رفتند", []),
        ("fa", "", []),
    ],
)  # fmt: skip
def test_persons_of_a_sentence(figures: Figures, language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(slug, one.text) for slug, one in figures.find(language, body=text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("ar", "عقد الرئيس السوري أحمد الشرع اجتماعا", "الرئيس السوري"),
        ("ar", "مع نظيره الروسي فلاديمير بوتين", "نظيره الروسي"),
        ("ar", "والرئيس بوتين", "الرئيس"),
        ("fa", "جولانی رئیس دولت موقت سوریه دیدار کرد", "رئیس دولت موقت سوریه"),
        ("fa", "پوتین، رئیس جمهور روسیه، گفت", "رئیس جمهور روسیه"),
        ("fa", "«احمد الشرع» رئیس دولت موقت سوریه پس", "رئیس دولت موقت سوریه"),
        ("fa", "اسعد شیبانی، وزیر خارجهی سوریه، روز", "وزیر خارجهی سوریه"),
        ("fa", "پرزیدنت پوتین با او", "پرزیدنت"),
        ("fa", "پوتین گفت", ""),
        ("ar", "التقى بوتين وزير الخارجية سيرغي لافروف", ""),
        ("ar", "قال الرئيس الفلسطيني، محمود عباس، إن", "الرئيس الفلسطيني"),
        ("ar", "المتحدث باسم الرئيس الأفغاني أشرف غني", "الرئيس الأفغاني"),
        ("ar", "المتحدث باسم وزارة الخارجية بهرام قاسمي", "المتحدث باسم وزارة الخارجية"),
        ("ar", "وهو متحدث باسم خليفة حفتر", ""),
        ("fa", "ولی آیت الله خامنه‌ای گفت", "آیت الله"),
        ("en", "President Vladimir Putin spoke", "President"),
    ],
)
def test_the_title_beside_a_name_is_kept(figures: Figures, language: str, text: str, title: str) -> None:
    assert figures.find(language, body=text)[0][1].title == title


def test_a_headline_may_name_a_person_before_the_text_does_in_full(figures: Figures) -> None:
    found = figures.find("fa", title="شرع به مسکو رفت", body="احمد شرع به مسکو رفت.")
    assert [(slug, one.field) for slug, one in found] == [(SHARAA, "title"), (SHARAA, "body")]


def test_a_family_name_in_the_headline_counts_where_the_article_names_the_office(figures: Figures) -> None:
    body = "وزیر امور خارجه وارد مسکو شد. ظریف گفت"
    found = [(slug, one.field) for slug, one in figures.find("fa", title="گفت‌وگوی لاوروف و ظریف", body=body)]
    assert found == [
        ("sergey-lavrov", "title"),
        ("mohammad-javad-zarif", "title"),
        ("mohammad-javad-zarif", "body"),
    ]
    assert figures.find("fa", title="سرلشکر صالحی آمد", body="رئیس سازمان انرژی اتمی") == []


def test_a_subheading_may_name_a_person_before_the_text_does_in_full(figures: Figures) -> None:
    body = "اجتماع\nروحانی و برجام\nحسن روحانی آمد."
    assert [one.text for _, one in figures.find("fa", title="خبر", body=body)] == ["روحانی", "حسن روحانی"]
    sentence = "اجتماع\nروحانی بود.\nحسن روحانی آمد."
    assert [one.text for _, one in figures.find("fa", title="خبر", body=sentence)] == ["حسن روحانی"]


def test_a_headline_alone_names_nobody_by_a_word(figures: Figures) -> None:
    assert figures.find("fa", title="شرع به مسکو رفت", body="کسی نیامد.") == []


def matcher(*names: tuple[int, str, Weight]) -> Matcher:
    return Matcher(Name(person, text, "fa", weight) for person, text, weight in names)


def test_a_person_of_one_name_is_found() -> None:
    found = find([("body", "نیمار آمد")], "fa", matcher((1, "نیمار", Weight.STRONG)), frozenset())
    assert [one.text for one in found] == ["نیمار"]


def test_a_name_of_one_letter_is_found_as_a_word_only() -> None:
    found = find([("body", "ب به باغ")], "fa", matcher((1, "ب", Weight.STRONG)), frozenset())
    assert [(one.start, one.end) for one in found] == [(0, 1)]


def test_a_name_shared_by_two_is_nobody_s_until_one_is_named() -> None:
    names = matcher(
        (1, "رضا امیری", Weight.STRONG), (2, "رضا امیری", Weight.STRONG), (2, "رضا امیری نیا", Weight.STRONG)
    )
    assert find([("body", "رضا امیری آمد")], "fa", names, frozenset()) == []
    found = find([("body", "رضا امیری نیا آمد. رضا امیری گفت")], "fa", names, frozenset())
    assert [one.person for one in found] == [2, 2]


def test_a_name_inside_another_is_not_counted_twice() -> None:
    names = matcher((1, "علی رضایی", Weight.STRONG), (2, "محمد علی رضایی", Weight.STRONG))
    assert [one.person for one in find([("body", "محمد علی رضایی")], "fa", names, frozenset())] == [2]


def test_a_person_without_a_short_name_is_found_by_the_last_word_after_the_full_name() -> None:
    names = matcher((1, "رضا بامدادپور", Weight.STRONG), (2, "سلمان بن احمد", Weight.STRONG))
    text = "بامدادپور آمد. رضا بامدادپور گفت. بامدادپور رفت. سلمان بن احمد و احمد"
    found = find([("body", text)], "fa", names, frozenset())
    assert [(one.person, one.text) for one in found] == [
        (1, "رضا بامدادپور"),
        (1, "بامدادپور"),
        (2, "سلمان بن احمد"),
    ]


def test_a_name_entered_in_one_word_and_in_two_is_found_in_both(figures: Figures) -> None:
    found = [one.text for _, one in figures.find("fa", body="دوویلپن آمد و دو ویلپن رفت")]
    assert found == ["دوویلپن", "دو ویلپن"]


def test_what_is_entered_in_the_language_of_the_text_goes_before() -> None:
    names = Matcher([Name(1, "احمد عسیری", "fa", Weight.STRONG), Name(1, "أحمد عسيري", "ar", Weight.WEAK)])
    assert find([("body", "أحمد عسيري")], "ar", names, frozenset()) == []
    assert len(find([("body", "احمد عسیری")], "fa", names, frozenset())) == 1


def test_an_empty_name_matches_nothing() -> None:
    assert find([("body", "متن")], "fa", matcher((1, "!!", Weight.STRONG)), frozenset()) == []


def test_five_thousand_mentions_are_all_found(figures: Figures) -> None:
    assert len(figures.find("fa", body="پوتین گفت. " * 5000)) == 5000


@given(st.text(alphabet="پوتین ‌\u064eشرع احمدالو.،\n«»", max_size=200))
def test_places_always_span_the_name_as_written(figures: Figures, text: str) -> None:
    for _, one in figures.find("fa", body=text):
        assert text[one.start : one.end] == one.text
        assert one.text.strip() == one.text != ""


@given(st.text(max_size=300), st.sampled_from(["fa", "ar", "en", "und"]))
def test_no_text_breaks_it(figures: Figures, text: str, language: str) -> None:
    figures.find(language, title=text, body=text)


@pytest.mark.parametrize(
    ("language", "text"),
    [("fa", "دستیار سابق صدام حسین آمد"), ("ar", "عينوا النائب السابق للملا عمر"), ("fa", "وکیل صدام حسین آمد")],
)
def test_the_title_of_another_is_not_kept(figures: Figures, language: str, text: str) -> None:
    ((_slug, mention),) = figures.find(language, body=text)
    assert mention.title == ""

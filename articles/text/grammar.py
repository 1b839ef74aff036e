"""The closed classes of Persian grammar, in folded letters: what a lexicon of nouns and verbs does not say."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GRAMMATICAL = _words(
    "بایستی "
    "و در به از که این ان را با است برای یک خود تا بر هم نیز وی ما من تو او شما اما یا باید هر بود دیگر"
    " پس اگر همه چه بی نه ولی شد کرد گفت داد دارد دارند شده کرده نمی می ها های هایی تر ترین ای ام ات اش"
    " اند چون چند کدام کی کجا همین همان چنین چنان هیچ یکی روی زیر بین سوی نزد طی جز مگر بلکه زیرا نیست هست"
    " هستند نیستند باشد باشند بودند شدند کردند شود شوند کند کنند شان مان تان یعنی البته شاید ایا انها"
    " اینها انان ایشان چرا وقتی هنوز فقط حتی ضمن مورد باره"
)
"""Words that carry grammar, not a topic: no part of a solid compound, no alternative of one."""

DIVIDING = _words("به از در با بر تا نه که را یکی یک برای")
"""After these a compound is still two words to a reader: به‌ویژه, یک‌میلیون, در‌حالی‌که."""

AFTER_PREPOSITION = _words("این همین همان حال چنین چنان چند چندین همه هیچ کدام سوی بین نزد روی زیر")
"""Words that writers run together with the preposition before them: درهمین, ازسوی."""

PREFIXES = _words("غیر هم پیش فرا ابر نیم پر کم ضد فوق زیر پس بی خوش بد باز نا سوء")
"""Short or grammatical first parts that do build solid compounds: غیرقانونی, کم‌درآمد."""

TITLES_BEFORE = _words("سید شیخ حاج میر ملا پور خود")
"""Short first parts before names, and خود, that writers run together with what follows."""

DIVIDED_COMPOUNDS = _words("در+حالی+که در+صورتی+که به+طوری+که")
"""Conjunctions that are run together in every way and remain their words."""

TOLD_BY_MADDA = _words(
    "ابرو ابله اجر اجل اخته اره ارایه استان استانه اسم اش اشغال افت اله الو الی امر امل امین ان انها انهم ای ال"
)
"""Words that are others with آ: اجر is a reward, آجر a brick. Who leaves the madda off elsewhere means the same."""

NEGATING = _words("غیر ضد فوق")
"""Of the prefixes those that stand before any adjective."""

BUILDING = _words(
    "پور زاده نژاد نسب وند فرد خواه دوست شهر اباد خانه نامه گاه خوار گیر یار گر ساز دار کننده بخش بان پناه نشین"
    " شناس فروش پرست پرور شده کرده گفته خورده دیده"
)
"""Second parts that build names and compounds without end."""

NAMING = _words("پور زاده نژاد نسب وند")
"""Those of them that make names of families of given names."""

SHORT_FIRST = _words("در از بر دو یک")
"""Of two letters, run together with what follows: درکشور, یکهزار."""

NEVER_SECOND = _words(
    "ان ها های ات ین ون تر ترین ام اش ایم اید اند گان یان ستان گاه دان مند وار انه ای یم انی اتی مین مندی"
    " واری نی مه مهای"
)
"""Endings that are words of their own too, but not the second part of a compound written apart."""

CLOSED_COMPOUNDS = _words(
    "هر+چند هر+چه هر+گونه هر+کس هر+کدام هر+گاه هر+جا هر+گز این+جا این+گونه این+که این+چنین این+همه"
    " این+طور این+قدر این+بار ان+جا ان+چه ان+گونه ان+که ان+چنان ان+گاه ان+طور ان+همه ان+قدر هم+چون هم+چنین"
    " هم+دیگر هم+چنان هم+اکنون چنان+که چنان+چه همین+طور همین+گونه همین+جا همین+که همان+طور همان+گونه"
    " همان+جا اگر+چه گر+چه تا+کنون در+باره بر+خلاف بنابر+این علی+رغم یک+دیگر هیچ+کس هیچ+گاه هیچ+یک"
    " هیچ+کدام هیچ+گونه هیچ+وقت هیچ+چیز در+صد بر+عکس بی+شک چه+گونه چه+قدر چه+طور بل+که چون+که از+این+رو"
    " یک+شنبه علی+هذا مع+هذا مع+ذلک ان+ها این+ها ان+هایی این+هایی"
)
"""Pronouns and adverbs written apart or solid alike; kept as one word."""

PREVERBS = _words("فرا فرو باز بر در پیش پس وا ور")
"""First parts of verbs: فرا رسید, بر می‌خیزد."""

SPOKEN_AS_VERB = _words("کرد شد داد بود گفت امد رفت زد گرفت یافت داشت خواست توانست دید رسید دانست شناخت نوشت خواند")
"""Past forms that are verbs nearly always, though hazm lists a noun of the same letters."""

RUN_TOGETHER = SPOKEN_AS_VERB | _words("بودن بود است نیست چیست کیست کجاست")
"""Verbs and questions that writers run together with any word before them: نابودشدن, نیست."""

PLURAL = ("ها",)
AFTER_PLURAL = ("", "ی", "یی", "یم", "یت", "یش", "یمان", "یتان", "یشان", "م", "ت", "ش", "مان", "تان", "شان")
COMPARATIVE = ("ترین", "تر")
AFTER_COMPARATIVE = ("", "ی", "ها", "های", "هایی", "ان")
AFTER_HEH = ("ی", "ای", "ام", "ات", "اش", "اند", "اید", "ایم", "یی", "ایی")
AFTER_VOWEL = ("ی", "یی", "یم", "یت", "یش", "یمان", "یتان", "یشان", "یان", "ییان", "ییها")
LONG_ENCLITICS = ("مان", "تان", "شان", "یمان", "یتان", "یشان")
SHORT_ENCLITICS = ("ش", "م", "ت")
COPULAS = ("ند", "یم", "ید")
"""Forms of «to be» behind an adjective: مهم‌ترند, معتقدیم."""

COPULAS_APART = frozenset({"ایم", "اید"})
"""The same, standing apart; with آ they are forms of آمدن."""

SEPARATE_SUFFIXES = frozenset(
    [plural + after for plural in PLURAL for after in AFTER_PLURAL]
    + [degree + after for degree in COMPARATIVE for after in AFTER_COMPARATIVE]
)
"""Endings that are no words of their own: written apart they belong to the word before."""
SEPARATE_AFTER_HEH = frozenset({"ی", "ای", "ام", "ات", "اش", "اند", "اید", "ایم"})
"""Endings that may stand apart after a silent heh only: خانه ای, گفته اند."""
PRONOUNS = frozenset({"ام", "ات", "اش", "مان", "تان", "شان"})
"""Pronouns that may stand apart after a noun: کشور شان, زندگی اش. Some are words too (شأن, آش)."""
VERB_PREFIXES = frozenset({"می", "نمی"})

_PLURALS = (
    "زنان:زن برکات:برکت ظلمات:ظلمت قنوات:قنات حجرات:حجره استعارات:استعاره خطوط:خط علل:علت شهدا:شهید علما:عالم وکلا:وکیل"
    " فقها:فقیه ادبا:ادیب شعرا:شاعر وزرا:وزیر امرا:امیر خلفا:خلیفه انبیا:نبی سفرا:سفیر رفقا:رفیق شرکا:شریک اطبا:طبیب"
    " روسا:رییس اعضا:عضو حکام:حاکم صنایع:صنعت مشاغل:شغل مبانی:مبنا ایات:ایه بلایا:بلا صدمات:صدمه اساتید:استاد"
    " خطبا:خطیب مجاری:مجرا محاکم:محکمه عهود:عهد کسور:کسر اجنه:جن کبایر:کبیره انجم:نجم اشجار:شجر مسایل:مسیله"
    " البسه:لباس قراین:قرینه افات:آفت انهایی:آنها اینهایی:اینها"
)
IRREGULAR_PLURALS = {plural: singular for plural, _, singular in (pair.partition(":") for pair in _words(_PLURALS))}
"""Plurals of words too short for the rule, of those that have a more frequent neighbour, and broken ones that tables of
Arabic list with their hamza or under another noun."""
NO_PLURALS = _words(
    "ابیات اخلاق اولیا لوازم ادوات عشایر الات اموات ملایکه ملایک صلوات اشکال مراجع فتوحات عوام نواب"
    " امثال احوال ادوار اسباب السنه شکات محمدیان فجایع"
    " بلاد اقسام طلاب امال اسرار عروق محارم عرایض مولفات اطاعات"
)
"""Plurals of Arabic that Persian means for something else (اشکال, a fault), or whose singular there is another word."""

TAKING_AN = _words(
    "مرد زن پسر دختر مادر پدر برادر خواهر همسر شوهر عروس داماد دوست دشمن یار شاگرد استاد وزیر دبیر سفیر رییس امیر مدیر"
    " رهبر شاه پادشاه سردار سرباز افسر پزشک مهندس معلم هنرمند بزرگ جوان نوجوان کودک نوزاد پیر خوب بد نیک بیمار عزیز"
    " غلام سلطان شیخ سید میر خان درخت گیاه اسب شیر گرگ سگ مرغ مار مور حیوان جانور گوسفند شتر پلنگ شاهین چشم انگشت دست"
    " گیس مژه شب روز سال هزار صد اختر دزد گبر ترک کرد عرب لر بلوچ تاجیک افغان ارمن کور کر لال رند دلبر فرزند خویش نزدیک"
    " خیر سوار میهمان مهمان کارکن ساکن پیامبر شاعر قهرمان فیلسوف نوکر چاکر کنیز ارباب دهقان چوپان طرفدار یتیم گدا ناظر"
    " سرور ادم دیگر پاک مست دلیر دلاور مسلمان کشیش راهب موبد مغ اسقف پهلوان مبارز کشاورز"
    " سرنشین مسافر روشنفکر پیشکسوت یهود محب سخن گناه روزگار غم نظر صنف اطرافی درباری لشکری زندانی"
    " خارجی داخلی دانشگاهی روستایی شهری نظامی بسیجی سپاهی ارتشی حوزوی بومی محلی جهانی زمینی اسمانی مسیحی عیسوی"
    " صوفی شورشی قربانی ایرانی تهرانی اروپایی امریکایی افریقایی عراقی افغانی لبنانی مصری ترکی چینی هندی عثمانی قاجاری"
    " ساسانی اشکانی هخامنشی صفوی علوی عباسی اموی سنتی انقلابی اصولی زرتشتی راوی کلیمی وحشی روحانی"
    " فلسطینی اسراییلی سوری حاجی فرهنگی بازاری سالی فراری راهی سنی پری اصفهانی شیرازی تبریزی کرمانی زنجانی کاشانی یزدی"
    " شامی یونانی تورانی ایلامی مدعی"
)
"""Nouns of no pattern that take the plural in -ān: of persons, beasts and parts of the body, and some of time."""

TAKING_GAN = _words(
    "نخبه خبره نواده گرسنه ستاره فرشته واژه بیگانه همسایه تشنه فرزانه یگانه دیوانه خواجه برهنه پابرهنه بچه اواره سرکرده"
    " هنرپیشه پیشه پایه همپایه فرومایه گرانمایه سرگشته همه پروانه جامه بازیچه"
)
"""Nouns in ه that take the plural in -gān, besides participles (نویسنده, کشته)."""

AGENTIVE = tuple(
    _words(
        "گر کار دار مند وند بر نده چی ساز باز نویس فروش شناس دان پرست خوار پوش گیر ران نواز سوار دوست خواه"
        " نشین یار بان ور اور پزشک نگار پیشه زاده اموز طلب سال زن بند گرد نورد پرور گذار گزار کش پناه فکر وطن"
        " سفر رزم نوع کیش دست زیست"
    )
)
"""Ends of words that name persons by what they do or are."""

NUMERALS = _words(
    "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی"
    " چهل پنجاه شصت هفتاد هشتاد نود صد هزار میلیون میلیارد نیم چند"
)
"""A compound that begins with a number is not about its second part: سه‌شنبه is no شنبه."""


def behind_preverb(word: str) -> list[str]:
    """What follows a preverb that the word begins with."""
    return [word[place:] for place in (2, 3, 4) if word[:place] in PREVERBS]


def end_of_first(word: str) -> int:
    """Where a preposition ends that is run together with a determiner (درهمین); 0 for none."""
    for first in DIVIDING:
        rest = word.removeprefix(first)
        if rest != word and rest in AFTER_PREPOSITION:
            return len(first)
    return 0

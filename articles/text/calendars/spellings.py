"""Every word that is read in a date, with what it means: months, weekdays, ordinals, relative days, eras, times of day.

In a spelling, a blank may be missing or a half-space, a hyphen may also be a blank or missing, a full stop likewise.
Hamza, madda, harakat, ي/ی, ك/ک, ة/ه and capitals are ignored by the key (see words.py), so they are not listed twice.
"""

from __future__ import annotations

from articles.text.calendars.days import Calendar

GREGORIAN_MONTHS: tuple[str, ...] = (
    "january jan · ژانویه ژانویهٔ جنوری · يناير كانون-الثاني جانفي ينايرِ",
    "february feb · فوریه فوریهٔ فبروری · فبراير شباط فيفري فبرایر",
    "march mar · مارس مارچ · آذار مارت",
    "april apr · آوریل اوریل آپریل اپریل · أبريل نيسان أفريل ابریل",
    "may · مه می مای · مايو أيار ماي",
    "june jun · ژوئن ژوین جون · يونيو حزيران جوان يونيه",
    "july jul · ژوئیه ژوییه ژویه جولای جولائی · يوليو تموز جويلية يوليوز يوليه",
    "august aug · اوت آگوست اگست آگست · أغسطس آب غشت أوت",
    "september sept sep · سپتامبر سپتمبر · سبتمبر أيلول شتنبر سبتامبر",
    "october oct · اکتبر اکتوبر · أكتوبر تشرين-الأول أوكتوبر",
    "november nov · نوامبر نومبر · نوفمبر تشرين-الثاني نونبر",
    "december dec · دسامبر دسمبر · ديسمبر كانون-الأول دجنبر",
)
JALALI_MONTHS: tuple[str, ...] = (
    "farvardin · فروردین حمل",
    "ordibehesht · اردیبهشت ثور",
    "khordad · خرداد جوزا",
    "tir · تیر سرطان",
    "mordad amordad · مرداد امرداد اسد",
    "shahrivar · شهریور سنبله",
    "mehr · مهر میزان",
    "aban · آبان عقرب",
    "azar · آذر قوس",
    "dey dei · دی جدی",
    "bahman · بهمن دلو",
    "esfand · اسفند حوت",
)
HIJRI_MONTHS: tuple[str, ...] = (
    "muharram moharram · محرم محرم-الحرام",
    "safar · صفر صفر-المظفر صفر-الخير",
    "rabi-al-awwal rabi-ul-awwal rabi-al-awal rabi-i · ربيع-الأول ربیع-اول ربيع-الاولى",
    "rabi-al-thani rabi-ul-thani rabi-al-akhir rabi-ath-thani rabi-ii · ربيع-الثاني ربيع-الآخر ربیع-ثانی ربیع-الاخره",
    "jumada-al-ula jumada-al-awwal jumada-al-oula jumada-i · جمادى-الأولى جمادى-الأول جماد-الأول جماد-الأولى",
    "jumada-al-thani jumada-al-akhirah jumada-al-akhira jumada-al-thaniyah jumada-ii"
    " · جمادى-الآخرة جمادى-الثانية جمادى-الثاني جمادى-الآخر جماد-الثاني جماد-الآخر جماد-الثانية جماد-الآخرة",
    "rajab · رجب رجب-المرجب",
    "shaban shaaban · شعبان شعبان-المعظم",
    "ramadan ramazan ramadhan · رمضان رمضان-المبارک",
    "shawwal shawal · شوال شوال-المكرم",
    "dhu-al-qadah dhul-qadah dhu-al-qidah dhul-qidah dhul-qadah zulqadah dhu-al-qada dhul-qada"
    " · ذو-القعدة ذي-القعدة ذا-القعدة ذیقعده ذی-قعده ذوقعدة",
    "dhu-al-hijjah dhul-hijjah zulhijjah dhu-al-hijja dhul-hijja · ذو-الحجة ذي-الحجة ذا-الحجة ذیحجه ذی-حجه ذوحجة",
)
MONTHS = {
    Calendar.GREGORIAN: GREGORIAN_MONTHS,
    Calendar.JALALI: JALALI_MONTHS,
    Calendar.HIJRI: HIJRI_MONTHS,
}

WEEKDAYS: tuple[str, ...] = (
    "monday mon · دو-شنبه · الاثنين الإثنين الأثنين",
    "tuesday tue tues · سه-شنبه · الثلاثاء",
    "wednesday wed · چهار-شنبه چار-شنبه · الأربعاء",
    "thursday thu thur thurs · پنج-شنبه · الخميس",
    "friday fri · جمعه آدینه · الجمعة",
    "saturday sat · شنبه · السبت",
    "sunday sun · یک-شنبه · الأحد",
)

PERSIAN_ORDINALS: tuple[str, ...] = (
    "یکم اول نخست", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم",
    "یازدهم", "دوازدهم", "سیزدهم", "چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم هیجدهم", "نوزدهم", "بیستم",
    "بیست-و-یکم", "بیست-و-دوم", "بیست-و-سوم", "بیست-و-چهارم", "بیست-و-پنجم", "بیست-و-ششم", "بیست-و-هفتم",
    "بیست-و-هشتم", "بیست-و-نهم", "سی-ام", "سی-و-یکم",
)  # fmt: skip
ARABIC_ORDINALS: tuple[str, ...] = (
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
    "الحادي-عشر", "الثاني-عشر", "الثالث-عشر", "الرابع-عشر", "الخامس-عشر", "السادس-عشر", "السابع-عشر",
    "الثامن-عشر", "التاسع-عشر", "العشرين العشرون",
    *(f"{unit}-والعشرين {unit}-والعشرون" for unit in (
        "الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")),
    "الثلاثين الثلاثون", "الحادي-والثلاثين الحادي-والثلاثون",
)  # fmt: skip
ENGLISH_ORDINALS: tuple[str, ...] = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth",
    "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip

RELATIVE_DAYS: dict[int, str] = {
    -2: "پری-روز اول-أمس أول-من-أمس قبل-أمس",
    -1: "yesterday · دی-روز · أمس امس البارحة",
    0: "today · امروز · اليوم",
    1: "tomorrow · فردا · غدا",
    2: "پس-فردا بعد-غد",
}

PERIODS: dict[tuple[str, int], str] = {
    ("week", 0): "this-week · این-هفته همین-هفته هفته-جاری · هذا-الأسبوع الأسبوع-الحالي الأسبوع-الجاري",
    ("week", -1): "last-week previous-week · هفته-گذشته هفته-پیش هفته-قبل · الأسبوع-الماضي الأسبوع-السابق",
    ("week", 1): "next-week · هفته-آینده هفته-بعد · الأسبوع-القادم الأسبوع-المقبل",
    ("month", 0): "this-month · این-ماه همین-ماه ماه-جاری · هذا-الشهر الشهر-الحالي الشهر-الجاري",
    ("month", -1): "last-month previous-month · ماه-گذشته ماه-پیش ماه-قبل · الشهر-الماضي الشهر-السابق",
    ("month", 1): "next-month · ماه-آینده ماه-بعد · الشهر-القادم الشهر-المقبل",
    ("year", 0): "this-year · امسال این-سال سال-جاری · هذا-العام هذه-السنة العام-الحالي العام-الجاري السنة-الحالية",
    ("year", -1): "last-year previous-year · پارسال سال-گذشته سال-پیش سال-قبل"
    " · العام-الماضي السنة-الماضية العام-السابق",
    ("year", 1): "next-year · سال-آینده سال-بعد · العام-القادم العام-المقبل السنة-القادمة السنة-المقبلة",
}
"""Whole weeks, months and years, counted from the one that holds today."""

UNITS: dict[str, str] = {
    "day": "day days · روز · يوم أيام يوما",
    "week": "week weeks · هفته · أسبوع أسابيع أسبوعا",
    "month": "month months · ماه · شهر أشهر شهور شهرا",
    "year": "year years · سال · سنة عام سنوات أعوام عاما",
}

ERAS: dict[Calendar, str] = {
    Calendar.GREGORIAN: "ce ad · میلادی · ميلادية م",
    Calendar.JALALI: "sh ap solar · شمسی خورشیدی هجری-شمسی هجری-خورشیدی ه.ش ش جلالی · هجرية-شمسية",
    Calendar.HIJRI: "ah lunar · قمری هجری-قمری ه.ق ق · ه هجرية-قمرية",
}
ROLES: dict[str, str] = {
    # Solar in Iran, lunar elsewhere: it decides only where the year leaves one of them.
    "unclear_era": "hijri · هجری هجرية",
    "of": "of · من",
    "from": "from between since · از بین · من بين",
    "to": "to until till through thru · تا الی لغایت · إلى حتى لغاية",
    "and": "and · و",
    "on": "on the at in · در روز مورخ مورخه · في يوم بتاريخ",
    "at": "at t · ساعت · الساعة",
    "zone_word": "به-وقت · بتوقيت توقيت",
    "minute_word": "دقیقه · دقيقة",
    "month_word": "ماه · شهر",
    "year_word": "year · سال · عام لعام سنة لسنة",
    "last": "last past · گذشته اخیر هفته-گذشته ماه-گذشته سال-گذشته · الماضية الأخيرة آخر",
    "ago": "ago · پیش قبل · قبل منذ",
    "same": "الموافق الموافقة موافق برابر-با مطابق-با مصادف-با برابر مطابق",
    "label": "published posted date · تاریخ-انتشار تاریخ زمان-انتشار منتشر-شده"
    " · تاريخ-النشر نشر نشرت التاريخ تم-نشره تم-النشر نشر-في",
    "ordinal_suffix": "st nd rd th · ام م",
    "am": "am a.m · صبح ق.ظ قبل-از-ظهر بامداد · ص صباحا فجرا",
    "pm": "pm p.m · عصر ب.ظ بعد-از-ظهر · م مساء عصرا",
    "night": "شب · ليلا",
    "noon": "noon · ظهر · ظهرا",
}

ZONES: dict[str, str] = {
    "UTC": "utc gmt z · گرینویچ · غرينتش جرينتش",
    "Asia/Tehran": "تهران طهران tehran",
    "Asia/Kabul": "کابل kabul",
    "Asia/Damascus": "دمشق damascus",
    "Asia/Riyadh": "مكة مكة-المكرمة الرياض makkah mecca",
    "Africa/Cairo": "القاهرة cairo",
    "Asia/Baghdad": "بغداد baghdad",
    "Asia/Beirut": "بيروت beirut",
    "Europe/Moscow": "مسکو موسكو moscow",
    "local": "local-time · به-وقت-محلی · بالتوقيت-المحلي",
    "-05:00": "est", "-04:00": "edt", "-06:00": "cst", "-07:00": "mst", "-08:00": "pst",
}  # fmt: skip
"""Names of zones after a time; the American ones as RFC 822 gives them."""

"""Names of months and weekdays as the three languages write them today. Spellings that are only read: spellings.py."""

from __future__ import annotations

from articles.text.calendars.days import Calendar, gettext_noop

CALENDAR_NAMES = {
    Calendar.GREGORIAN: gettext_noop("Gregorian"),
    Calendar.JALALI: gettext_noop("Jalali"),
    Calendar.HIJRI: gettext_noop("Hijri"),
}

MONTHS: dict[tuple[Calendar, str], tuple[str, ...]] = {
    (Calendar.GREGORIAN, "fa"): (
        "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر",
    ),
    (Calendar.GREGORIAN, "ar"): (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    (Calendar.GREGORIAN, "en"): (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    (Calendar.JALALI, "fa"): (
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
    ),
    (Calendar.JALALI, "ar"): (
        "فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "آبان", "آذر", "دي", "بهمن", "إسفند",
    ),
    (Calendar.JALALI, "en"): (
        "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
        "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand",
    ),
    (Calendar.HIJRI, "fa"): (
        "محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی",
        "رجب", "شعبان", "رمضان", "شوال", "ذی‌قعده", "ذی‌حجه",
    ),
    (Calendar.HIJRI, "ar"): (
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
        "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ),
    (Calendar.HIJRI, "en"): (
        "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Ula", "Jumada al-Akhirah",
        "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah",
    ),
}  # fmt: skip

SHORT_ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

WEEKDAYS: dict[str, tuple[str, ...]] = {
    "fa": ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"),
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "en": (
        gettext_noop("Monday"),
        gettext_noop("Tuesday"),
        gettext_noop("Wednesday"),
        gettext_noop("Thursday"),
        gettext_noop("Friday"),
        gettext_noop("Saturday"),
        gettext_noop("Sunday"),
    ),
}
"""Monday first, as `date.weekday()` counts."""

SHORT_WEEKDAYS: dict[str, tuple[str, ...]] = {
    "fa": ("د", "س", "چ", "پ", "ج", "ش", "ی"),
    "ar": ("ن", "ث", "ر", "خ", "ج", "س", "ح"),
    "en": ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
}


def tongue(language: str) -> str:
    """The one of the three languages in which dates are told to a reader of `language`; English for the rest."""
    primary = language.lower().split("-")[0]
    return primary if primary in WEEKDAYS else "en"

"""The three sets of digits in Persian, Arabic and Latin text."""

PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
ARABIC = "٠١٢٣٤٥٦٧٨٩"
LATIN = "0123456789"

_TO_LATIN = str.maketrans(PERSIAN + ARABIC, LATIN + LATIN)
_TO_PERSIAN = str.maketrans(LATIN + ARABIC, PERSIAN + PERSIAN)


def ascii_digits(text: str) -> str:
    """`text` with Persian and Arabic-Indic digits as 0–9; every code point keeps its place."""
    return text.translate(_TO_LATIN)


def localise_digits(text: str, language: str) -> str:
    """`text` with the digits that the interface in `language` writes; every code point keeps its place.

    Persian has its own digits. Arabic gets 0–9, for which see docs/calendars.md; so has every other language.
    """
    return text.translate(_TO_PERSIAN if language.split("-", maxsplit=1)[0] == "fa" else _TO_LATIN)

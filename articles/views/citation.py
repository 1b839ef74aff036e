"""How to cite an article, after the Chicago Manual of Style (17th ed., 14.191).

Dates stand in the outlet's calendar and in ISO 8601.
"""

from articles.models import Article
from articles.text.calendars import Calendar, format_date

CALENDAR_OF = {"fa": Calendar.JALALI}
QUOTES = {"fa": "«{}»", "ar": "«{}»"}
COMMA = {"fa": "،", "ar": "،"}


def citation(article: Article, address: str) -> str:
    """One line in the language of the article: byline, title, outlet, day, address."""
    language = article.language
    parts = [f"{article.author}."] if article.author else []
    parts.append(QUOTES.get(language, "“{}”").format(article.title.rstrip(".")) + ".")
    where = []
    if article.source:
        where.append(article.source.name_in(language))
    if article.day:
        calendar = CALENDAR_OF.get(language, Calendar.GREGORIAN)
        where.append(f"{format_date(article.day, calendar, language, 'long')} ({article.day.isoformat()})")
    if where:
        parts.append(f"{COMMA.get(language, ',')} ".join(where) + ".")
    parts.append(article.url or address)
    return " ".join(parts)

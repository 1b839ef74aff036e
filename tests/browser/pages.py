"""The addresses of the portal that every reader may come to; whoever adds a page adds it here."""

PAGES = {
    "home": "/",
    "home in one language": "/?language=ar",
    "article": "/articles/{article}/",
    "search": "/search/?q=سوریه",
    "search with filters": "/search/?q=الشرع&language=ar&from=2025-10-01&to=2025-10-31&sort=newest",
    "search without words": "/search/",
    "search that finds nothing": "/search/?q=قزنفرقلیچ",
    "search with a broken query": "/search/?q=%22سوریه (مسکو",
    "search with a wrong date": "/search/?q=سوریه&from=31 مهر 1404",
    "people": "/people/",
    "person": "/people/ahmad-al-sharaa/",
    "archive": "/archive/",
    "archive of a year": "/archive/2025/",
    "archive of a month": "/archive/2025/10/",
    "archive of a day": "/archive/2025/10/15/",
    "archive of a Jalali month": "/archive/jalali/1404/07/",
    "archive of a Hijri month": "/archive/hijri/1447/04/",
    "sources": "/sources/",
    "source": "/sources/bamdad/",
    "page to try the API": "/api/",
    "not found": "/no/such/page/",
}
STATUS = {"not found": 404}

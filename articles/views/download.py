"""The results of a search as CSV or JSON lines, bounded."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse

from articles.models import Article
from articles.search.answer import IndexUnavailable
from articles.search.parameters import parse_parameters
from articles.search.request import SearchRequest
from articles.search.searcher import search

MOST = 1000
STEP = 100
COLUMNS = ("id", "external_id", "title", "lead", "language", "source", "published", "published_how", "url")
FORMATS = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson; charset=utf-8"}
# A spreadsheet takes a cell that begins so for a formula and runs it (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def download(request: HttpRequest, form: str) -> HttpResponse | StreamingHttpResponse:
    """The first 1,000 results in the order of the page; `form` is csv or jsonl."""
    if form not in FORMATS:
        raise Http404
    asked, _errors = parse_parameters(dict(request.GET.lists()))
    rows = results(asked, request)
    try:
        first = next(rows, None)  # the index answers before the first byte goes out, or says why not
    except IndexUnavailable as reason:
        return HttpResponse(
            f"{reason}\n", status=503, content_type="text/plain; charset=utf-8", headers={"Retry-After": "120"}
        )
    every = rows if first is None else prepend(first, rows)
    lines = as_csv(every) if form == "csv" else as_json_lines(every)
    headers = {"Content-Disposition": f'attachment; filename="results.{form}"', "X-Robots-Tag": "noindex"}
    return StreamingHttpResponse(lines, content_type=FORMATS[form], headers=headers)


def prepend(first: dict[str, str], rows: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    yield first
    yield from rows


def results(asked: SearchRequest, request: HttpRequest) -> Iterator[dict[str, str]]:
    for number in range(1, MOST // STEP + 1):
        page = search(replace(asked, page=number, page_size=STEP), with_people=False)
        for hit in page.hits:
            yield row(hit.article, request)
        if page.total <= number * STEP:
            return


def row(article: Article, request: HttpRequest) -> dict[str, str]:
    published = article.published_at or article.day
    return {
        "id": str(article.pk),
        "external_id": article.reference,
        "title": article.title,
        "lead": article.lead,
        "language": article.language,
        "source": article.source.slug if article.source else "",
        "published": published.isoformat() if published else "",
        "published_how": article.published_how,
        "url": request.build_absolute_uri(article.get_absolute_url()),
    }


def as_json_lines(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    for found in rows:
        yield json.dumps({key: value or None for key, value in found.items()}, ensure_ascii=False) + "\n"


def as_csv(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    """With a byte-order mark, without which spreadsheets read Persian as Latin."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    yield "\ufeff" + buffer.getvalue()
    for found in rows:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow([harmless(found[column]) for column in COLUMNS])
        yield buffer.getvalue()


def harmless(cell: str) -> str:
    """The cell as text: an apostrophe in front of what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell

"""Whether the portal lives and can answer."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from articles.search.status import engine_status


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process lives; asks nothing else."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when database and index answer, else 503; one line for each says which does not."""
    checks = {"database": database_complaint(), "index": index_complaint()}
    lines = [f"{name}: {complaint or 'ok'}\n" for name, complaint in checks.items()]
    status = 503 if any(checks.values()) else 200
    return HttpResponse("".join(lines), status=status, content_type="text/plain; charset=utf-8")


def database_complaint() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM articles_article LIMIT 1")
    except DatabaseError as error:
        return str(error)
    return ""


def index_complaint() -> str:
    status = engine_status()
    return "" if status.available else status.message

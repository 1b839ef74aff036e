"""Whether the portal lives and can answer."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process lives; asks nothing else."""
    return HttpResponse("ok\n", content_type="text/plain")

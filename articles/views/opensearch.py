"""A description of the search, so that browsers offer it in their address bar."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def opensearch(request: HttpRequest) -> HttpResponse:
    context = {"origin": f"{request.scheme}://{request.get_host()}"}
    return render(request, "opensearch.xml", context, content_type="application/opensearchdescription+xml")

"""A page to try the API: a form for each route, drawn from its own OpenAPI description. Works without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles.api.routes import api


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    description: str
    in_path: bool


@dataclass(frozen=True, slots=True)
class Route:
    """`address` is a path with its variables in braces; `form_action` the same where it has none."""

    address: str
    summary: str
    parameters: tuple[Parameter, ...]

    @property
    def form_action(self) -> str:
        return re.sub(r"\{\w+\}.*", "", self.address)


def try_api(request: HttpRequest) -> HttpResponse:
    description = reverse("api-1.0.0:openapi-json")
    return render(request, "articles/api.html", {"routes": list(_routes()), "description_url": description})


def _routes() -> Iterator[Route]:
    schema = api.get_openapi_schema()
    for address, methods in schema["paths"].items():
        operation = methods["get"]
        yield Route(address, operation.get("description", ""), tuple(map(_parameter, operation.get("parameters", []))))


def _parameter(described: dict[str, Any]) -> Parameter:
    return Parameter(described["name"], described.get("description", ""), described["in"] == "path")

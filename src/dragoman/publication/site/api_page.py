"""The API in words: made from its own description, so it cannot be behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.publication.api.resource import PAGED
from dragoman.publication.site.templating import page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Operation:
    """What can be asked: words of the query as (name, meaning, example), what comes back as (status, meaning)."""

    method: str
    path: str
    about: str
    words: tuple[tuple[str, str, str], ...]
    columns: tuple[str, ...]
    sent: str | None
    answers: tuple[tuple[str, str], ...]

    @property
    def anchor(self) -> str:
        return f"{self.method}{self.path}".lower().replace("/", "-").strip("-{}")


@router.get("/api")
def api(request: Request) -> HTMLResponse:
    described = request.app.openapi()
    return page(request, "api.html.j2", operations=list(_operations(described)), base=str(request.base_url).rstrip("/"))


def _operations(described: dict[str, Any]) -> Iterator[Operation]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
            yield Operation(
                method=method.upper(),
                path=path,
                about=operation["description"],
                words=tuple(_words(operation)),
                columns=_columns(operation),
                sent=json.dumps(body["example"], ensure_ascii=False) if body else None,
                answers=tuple((status, one["description"]) for status, one in operation["responses"].items()),
            )


def _words(operation: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for word in operation.get("parameters", ()):
        if word["name"] in PAGED:
            continue  # they are told once, above
        example = word.get("example", "")
        shown = "&".join(f"{word['name']}={one}" for one in example) if isinstance(example, list) else str(example)
        yield word["name"], word.get("description", ""), shown


def _columns(operation: dict[str, Any]) -> tuple[str, ...]:
    """Of a list: what each of its items has."""
    content = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
    items = content.get("schema", {}).get("properties", {}).get("items", {}).get("items", {})
    return tuple(items.get("properties", ()))

"""What a reader is told when a request cannot be met: a page to a person, problem+json (RFC 9457) to a program."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from dragoman.errors import DragomanError, RecordError, UsageError
from dragoman.publication.gate.headers import HEADERS
from dragoman.publication.site.templating import page

PROBLEM = "application/problem+json"
_log = logging.getLogger(__name__)


def answer(request: Request, status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """``detail`` says what was found, what is allowed and what to do."""
    title = HTTPStatus(status).phrase
    made: Response
    if request.url.path.startswith("/api/"):
        body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        made = JSONResponse(body, status, media_type=PROBLEM)
    else:
        made = page(request, "fault.html.j2", status_code=status, status=status, title=title, detail=detail)
    made.headers.update(headers or {})
    return made


async def _known(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException):
        if error.status_code == 405:
            return _no_method(request, error)
        bare = error.detail == HTTPStatus(error.status_code).phrase
        return answer(request, error.status_code, _bare(request, error) if bare else error.detail, error.headers)
    return answer(request, 503 if isinstance(error, RecordError) else 400, str(error))


def _bare(request: Request, error: HTTPException) -> str:
    """What the framework refuses with no more than the name of the status."""
    return f"There is no page {request.url.path}." if error.status_code == 404 else error.detail


def _no_method(request: Request, error: HTTPException) -> Response:
    """The framework names the methods of one route; an address of the API may have several."""
    described = request.app.openapi()["paths"].get(getattr(request.scope.get("route"), "path", ""), {})
    allowed = ", ".join(sorted(map(str.upper, described))) or (error.headers or {}).get("Allow", "GET")
    told = f"{request.method} is nothing that {request.url.path} can do. Allowed: {allowed}."
    return answer(request, 405, told, {"allow": allowed})


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = (f"{'.'.join(map(str, fault['loc'][1:]))}: {fault['msg']}" for fault in error.errors())
    return answer(request, 422, "; ".join(faults))


async def _ours(request: Request, error: Exception) -> Response:
    """A fault of ours. It is answered outside all layers, so the headers are put here."""
    _log.exception("%s %s", request.method, request.url.path, exc_info=error)
    return answer(request, 500, "This is a fault of dragoman. Its log says more; please report it.", HEADERS)


FAULTS: dict[int | type[Exception], Any] = {
    UsageError: _known,
    DragomanError: _known,
    HTTPException: _known,
    RequestValidationError: _invalid,
    Exception: _ours,
}

"""What a reader is told when a request cannot be met: a page to a person, problem+json (RFC 9457) to a program."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from dragoman.errors import DragomanError, RecordError, UsageError
from dragoman.publication.site.templating import page


def answer(request: Request, status: int, detail: str) -> Response:
    """``detail`` says what was found, what is allowed and what to do."""
    title = HTTPStatus(status).phrase
    if request.url.path.startswith("/api/"):
        body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        return JSONResponse(body, status, media_type="application/problem+json")
    return page(request, "fault.html.j2", status_code=status, status=status, title=title, detail=detail)


async def _known(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException):
        bare = error.detail == HTTPStatus(error.status_code).phrase
        detail = f"There is no page {request.url.path}." if bare else error.detail
        return answer(request, error.status_code, detail)
    return answer(request, 503 if isinstance(error, RecordError) else 400, str(error))


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = (f"{'.'.join(map(str, fault['loc'][1:]))}: {fault['msg']}" for fault in error.errors())
    return answer(request, 422, "; ".join(faults))


FAULTS: dict[int | type[Exception], Any] = {
    UsageError: _known,
    DragomanError: _known,
    HTTPException: _known,
    RequestValidationError: _invalid,
}

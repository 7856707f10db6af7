"""Answers that need not be given twice: a program that has one says so, and is told that it still holds."""

from __future__ import annotations

import hashlib
import secrets

from fastapi import Request, Response

from dragoman.publication.desk import Desk

# Another one in each process: the record's pulse means nothing beyond it.
_PROCESS = secrets.token_hex(8)


def etag(request: Request, desk: Desk, *parts: str) -> str:
    """A weak tag of what is asked for and of the record as it is now: after any change of it, also a correction or one
    by another process, it is another."""
    asked = (_PROCESS, str(desk.record.pulse()), request.url.path, request.url.query, *parts)
    digest = hashlib.sha256("\x1f".join(asked).encode()).hexdigest()
    return f'W/"{digest[:24]}"'


def headers(tag: str) -> dict[str, str]:
    """What lets a program keep an answer, and makes it ask each time whether it still holds."""
    return {"etag": tag, "cache-control": "no-cache", "vary": "accept"}


def unchanged(request: Request, tag: str) -> Response | None:
    """304, where the program has just this."""
    had = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    return Response(status_code=304, headers=headers(tag)) if tag in had or "*" in had else None

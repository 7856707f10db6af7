"""That no request is longer than it may be, whatever it says of its length."""

from __future__ import annotations

from fastapi import HTTPException, Request
from fastapi.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.publication.faults import answer
from dragoman.publication.gate.layer import Layer


class Longest(Layer):
    """Counts the bytes of a body as they come, and ends it at ``longest``."""

    def __init__(self, app: ASGIApp, longest: int) -> None:
        super().__init__(app)
        self._longest = longest

    def refused(self, request: Request) -> Response | None:
        """By what it says of itself, before any of it is read."""
        length = request.headers.get("content-length", "0")
        too_long = length.isdecimal() and int(length) > self._longest
        return answer(request, 413, self._told, {"connection": "close"}) if too_long else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        come = 0

        async def receiving() -> Message:
            nonlocal come
            message = await receive()
            come += len(message.get("body", b""))
            if come > self._longest:
                raise HTTPException(413, self._told, {"connection": "close"})
            return message

        await super().__call__(scope, receiving, send)

    @property
    def _told(self) -> str:
        return f"The request is longer than {self._longest:,} bytes, the most that is taken. Send less at once."

"""What all layers share: a request is let through, or answered at once."""

from __future__ import annotations

from abc import ABC, abstractmethod

from fastapi import Request
from fastapi.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

SAFE = ("GET", "HEAD", "OPTIONS")


class Layer(ABC):
    """Looks at each request before the application does."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    @abstractmethod
    def refused(self, request: Request) -> Response | None:
        """The answer to a request that may not go on; ``None`` lets it through."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self.refused(Request(scope)) if scope["type"] == "http" else None
        await (answer or self.app)(scope, receive, send)

"""What a reverse proxy says of those for whom it asks."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send


class Forwarded:
    """Takes client and scheme from ``X-Forwarded-For`` and ``X-Forwarded-Proto``. Only for use behind a proxy: anybody
    else can write there what he likes. Of several clients the last counts, which our own proxy wrote.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            client = headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
            scheme = headers.get("x-forwarded-proto", "").strip()
            scope = dict(scope)
            if client:
                scope["client"] = (client, 0)
            if scheme in ("http", "https"):
                scope["scheme"] = scheme
        await self.app(scope, receive, send)

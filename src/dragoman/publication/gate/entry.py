"""Who may come in where tokens are asked for: programs with a token, people who logged in with theirs."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from starlette.types import ASGIApp

from dragoman.publication.faults import answer
from dragoman.publication.gate.layer import SAFE, Layer
from dragoman.publication.gate.tokens import Keeper, Token

COOKIE = "dragoman_token"
_OPEN = ("/login", "/logout", "/health")


def holder(request: Request) -> str | None:
    """Whose token let a request in; ``None`` where none are asked for."""
    found: str | None = getattr(request.state, "holder", None)
    return found


class Entry(Layer):
    """Lets in who holds a token; who may only read changes nothing."""

    def __init__(self, app: ASGIApp, keeper: Keeper) -> None:
        super().__init__(app)
        self._keeper = keeper

    def refused(self, request: Request) -> Response | None:
        path = request.url.path
        if path in _OPEN or path.startswith("/static/"):
            return None
        token = self._token(request)
        if token is None:
            return _unknown(request)
        request.state.holder = token.name
        if token.scope == "read" and request.method not in SAFE:
            told = f"The token {token.name!r} may only read. To write: dragoman token add NAME --scope write."
            return answer(request, 403, told)
        return None

    def _token(self, request: Request) -> Token | None:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        given = token.strip() if kind.lower() == "bearer" else request.cookies.get(COOKIE)
        return self._keeper.holder(given) if given else None


def _unknown(request: Request) -> Response:
    """A person is led to the page where he can log in."""
    path = request.url.path
    if request.method == "GET" and not path.startswith("/api/") and path != "/metrics":
        asked = f"{path}?{request.url.query}" if request.url.query else path
        return RedirectResponse(f"/login?to={quote(asked, safe='')}", 303)
    told = "This needs a token: send it as Authorization: Bearer TOKEN. `dragoman token add NAME` makes one."
    return answer(request, 401, told, {"www-authenticate": "Bearer"})

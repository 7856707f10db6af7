"""Logging in with a token, where the record is served to others."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.publication.desk import AtDesk
from dragoman.publication.gate.entry import COOKIE
from dragoman.publication.gate.tokens import Keeper
from dragoman.publication.site.templating import page

router = APIRouter()
_MONTH = 30 * 24 * 60 * 60  # seconds


@router.get("/login")
def form(request: Request, desk: AtDesk, to: str = "/") -> HTMLResponse:
    return page(request, "login.html.j2", to=_here(to), wrong=False)


@router.post("/login")
def login(
    request: Request, desk: AtDesk, token: Annotated[str, Form(max_length=200)], to: Annotated[str, Form()] = "/"
) -> Response:
    """The token itself is the cookie: taken out of the file, it opens nothing any more. No script can read it, and no
    other site can have it sent."""
    if desk.serving.tokens is None:
        raise HTTPException(404, "This record is served without tokens: there is nothing to log in to.")
    if Keeper(desk.serving.tokens).holder(token.strip()) is None:
        return page(request, "login.html.j2", status_code=403, to=_here(to), wrong=True)
    answer = RedirectResponse(_here(to), 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, token.strip(), _MONTH, httponly=True, samesite="strict", secure=secure)
    return answer


@router.post("/logout")
def logout(desk: AtDesk) -> Response:
    answer = RedirectResponse("/login" if desk.serving.tokens else "/", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _here(to: str) -> str:
    """A page of ours; the start for an address that leads away (``//elsewhere``, ``/\\elsewhere``)."""
    leads_away = not to.startswith("/") or to[1:2] in ("/", "\\") or not to.isprintable()
    return "/" if leads_away else to

"""A state: with whom it deals, what it did last, and what it says."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

import dragoman
from dragoman.measures.dealing import dealings
from dragoman.publication.desk import AtDesk
from dragoman.publication.site.templating import page
from dragoman.publication.wishes import Wishes
from dragoman.record.filter import Filter

router = APIRouter()
_FEW, _PAGE = 20, 50


@router.get("/states/{one}")
def state(request: Request, desk: AtDesk, wished: Wishes, one: str) -> HTMLResponse:
    code = desk.book.state(one).iso3
    wanted = replace(wished, states=(code,))
    return page(
        request,
        "state.html.j2",
        state=code,
        wanted=wanted,
        dyads=dragoman.dyads(desk.record, wanted=Filter(states=(code,), limit=_FEW)).dyads,
        deeds=list(dealings(desk.record, replace(wanted, limit=_PAGE, latest=True))),
    )

"""The start: what the record holds, the busiest relationships, and what was read last."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

import dragoman
from dragoman.publication.desk import AtDesk
from dragoman.publication.site.templating import page
from dragoman.record.filter import Filter

router = APIRouter()
_FEW = 12


@router.get("/")
def start(request: Request, desk: AtDesk) -> HTMLResponse:
    record = desk.record
    return page(
        request,
        "start.html.j2",
        edition=record.edition(),
        path=record.path,
        dyads=dragoman.dyads(record, wanted=Filter(limit=_FEW)).dyads,
        newest=record.newest(_FEW),
    )

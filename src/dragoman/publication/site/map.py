"""The map of a selection: where it was done, and which states took part."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.measures.dealing import Dealing, dealings
from dragoman.publication.desk import AtDesk
from dragoman.publication.site.atlas import atlas, outlines
from dragoman.publication.site.selected import MOST
from dragoman.publication.site.templating import page
from dragoman.publication.wishes import Wishes

router = APIRouter()
_FEW, _LISTED = 50, 100


@router.get("/map")
def world(request: Request, desk: AtDesk, wanted: Wishes) -> HTMLResponse:
    deeds: list[Dealing] = []
    if wanted.place:
        deeds = list(islice(dealings(desk.record, replace(wanted, limit=_FEW + 1)), _FEW + 1))
    return page(
        request,
        "world.html.j2",
        wanted=wanted,
        atlas=atlas(desk.record.tally(wanted, most=MOST), desk.book),
        outlines=outlines(),
        deeds=deeds[:_FEW],
        more=len(deeds) > _FEW,
        listed=_LISTED,
        most=MOST,
    )

"""Reports read in from the browser: a form, and a page that shows how far they are."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.publication.desk import AtDesk
from dragoman.publication.readings.parcel import SUFFIXES
from dragoman.publication.readings.received import MOST_FILES, begun
from dragoman.publication.site.templating import page

router = APIRouter()


@router.get("/read")
def form(request: Request, desk: AtDesk) -> HTMLResponse:
    megabytes = desk.serving.longest // 1024**2
    return page(
        request, "read.html.j2", suffixes=SUFFIXES, most=MOST_FILES, megabytes=megabytes, readings=desk.readings.all()
    )


@router.post("/read")
async def read(request: Request, desk: AtDesk) -> Response:
    reading = await begun(request, desk)
    return RedirectResponse(f"/readings/{reading.id}", 303)


@router.get("/readings/{id}")
def reading(request: Request, desk: AtDesk, id: str) -> HTMLResponse:
    found = desk.readings.get(id)
    if found is None:
        raise HTTPException(
            404, f"No reading {id!r} is known here. What was read before is in the record all the same."
        )
    return page(request, "reading.html.j2", reading=found)

"""Reports sent to be read, and how far their reading is."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, Response

from dragoman.publication.api import ADDRESS
from dragoman.publication.api.body import plain
from dragoman.publication.desk import AtDesk
from dragoman.publication.readings.received import begun

router = APIRouter(prefix=ADDRESS)


@router.post("/documents", status_code=202)
async def read(request: Request, desk: AtDesk) -> Response:
    """Have a report read: its text and what is known of it as JSON, or files of the kinds that `dragoman read` takes as
    a form. It is read when its turn comes; `Location` says where to ask how far it is.
    """
    reading = await begun(request, desk)
    return JSONResponse(plain(reading), 202, {"location": f"{ADDRESS}/readings/{reading.id}"})


@router.get("/readings")
def readings(desk: AtDesk) -> Response:
    """The readings of this server since it began, the last one first; of many the last 200."""
    return JSONResponse({"items": plain(desk.readings.all())}, headers={"cache-control": "no-store"})


@router.get("/readings/{id}")
def reading(desk: AtDesk, id: str) -> Response:
    """How far a reading is, and what became of each document; of many the first 1,000."""
    found = desk.readings.get(id)
    if found is None:
        raise HTTPException(404, f"No reading {id!r} is known. They are forgotten when the server ends; see /readings.")
    return JSONResponse(plain(found), headers={"cache-control": "no-store"})

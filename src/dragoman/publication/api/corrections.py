"""Corrections sent in; see ``Record.correct``."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from dragoman.publication.api import ADDRESS
from dragoman.publication.api.resources import CORRECTION
from dragoman.publication.desk import AtDesk
from dragoman.publication.gate.entry import holder
from dragoman.publication.readings.received import checked
from dragoman.record.judgement import Act

router = APIRouter(prefix=ADDRESS)


class Correcting(BaseModel):
    """A decision over what dragoman holds. It is kept for good; a newer one on the same events wins."""

    model_config = ConfigDict(extra="forbid")

    act: Act
    ids: list[str] = Field(min_length=1, max_length=100, description="Of events or deeds, or their beginnings.")
    changes: dict[str, str] = Field({}, description="Of `recode`: fields with their values, as `mode`: `visit`.")
    note: str = Field("", max_length=10_000, description="Why, for those who read it later.")
    user: str = Field("", max_length=200, description="Who says so; where tokens are used, whose token it is.")


@router.post("/corrections", status_code=201)
async def correct(request: Request, desk: AtDesk) -> Response:
    """Put right what dragoman holds: `merge`, `split`, `recode`, `reject` or `confirm` events."""
    if not desk.serving.writing:
        raise HTTPException(403, "This record is served to be read only. Serve it without --read-only.")
    asked = checked(Correcting, await request.body())
    user = holder(request) or asked.user
    made = await run_in_threadpool(
        desk.record.correct, asked.act, asked.ids, user=user, note=asked.note, changes=asked.changes
    )
    return JSONResponse({name: value(made) for name, value in CORRECTION.items()}, 201)

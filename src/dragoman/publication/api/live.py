"""What happens, while it happens: server-sent events."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import Response, StreamingResponse

from dragoman.publication.api import ADDRESS
from dragoman.publication.api.body import plain
from dragoman.publication.desk import AtDesk, Desk
from dragoman.publication.readings.reading import Reading
from dragoman.publication.vitals.listeners import MOST

router = APIRouter(prefix=ADDRESS)
_EVERY = 0.5  # seconds
_SIGN_OF_LIFE = 15.0  # seconds, so that proxies leave the connection open


@router.get("/live")
async def live(
    desk: AtDesk,
    seconds: Annotated[
        float, Query(ge=0, le=86_400, description="How long to listen; 0: only how it is now.")
    ] = 86_400,
) -> Response:
    """Server-sent events: `reading` with how far a reading is (without its documents), as it goes on, and `changed`
    when the record has changed, by whichever process.
    """
    if len(desk.listeners) >= MOST:
        raise HTTPException(
            503, f"{MOST} listen already. Ask /api/v1/readings from time to time.", {"retry-after": "60"}
        )
    return StreamingResponse(
        happenings(desk, seconds),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


async def happenings(desk: Desk, seconds: float, every: float = _EVERY) -> AsyncIterator[str]:
    """Events as text; first the readings that are under way."""
    with desk.listeners.one_more():
        began = said = time.monotonic()
        beat, version, told = desk.record.pulse(), desk.readings.version, {one.id: one for one in desk.readings.all()}
        yield "retry: 3000\n\n"
        for one in told.values():
            if not one.over:
                yield _reading(one)
        while time.monotonic() - began < seconds and not desk.listeners.over:
            await asyncio.sleep(every)
            if desk.readings.version != version:
                version, now = desk.readings.version, {one.id: one for one in desk.readings.all()}
                for one in now.values():
                    if told.get(one.id) != one:
                        yield _reading(one)
                told, said = now, time.monotonic()
            if (felt := desk.record.pulse()) != beat:
                beat, said = felt, time.monotonic()
                yield "event: changed\ndata: {}\n\n"
            if time.monotonic() - said > _SIGN_OF_LIFE:
                said = time.monotonic()
                yield ": still here\n\n"


def _reading(reading: Reading) -> str:
    known = {name: value for name, value in plain(reading).items() if name != "documents"}
    return f"event: reading\ndata: {json.dumps(known)}\n\n"

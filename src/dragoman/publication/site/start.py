"""The start: what the record holds, the busiest relationships, and what is new since the reader was here last."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

import dragoman
from dragoman.publication.desk import AtDesk
from dragoman.publication.site.templating import page
from dragoman.record.filter import Filter

router = APIRouter()
_FEW = 12
_VISITS = "visits"  # the cookie: when the visit before this one ended, and when this one was last seen
_A_VISIT = timedelta(hours=1)  # a reader who is away for longer comes anew
_KEPT = 366 * 24 * 3600  # seconds


@router.get("/")
def start(request: Request, desk: AtDesk) -> HTMLResponse:
    record, now = desk.record, datetime.now(UTC)
    before = last_visit(request.cookies.get(_VISITS, ""), now)
    made = page(
        request,
        "start.html.j2",
        edition=desk.glance.edition(),
        path=record.path,
        dyads=dragoman.dyads(record, wanted=Filter(limit=_FEW)).dyads,
        newest=record.newest(_FEW),
        new=record.newest(_FEW, since=_stamp(before)) if before else [],
        before=before,
    )
    visits = "~".join(_stamp(time) for time in (before, now) if time)
    made.set_cookie(_VISITS, visits, max_age=_KEPT, httponly=True, samesite="strict")
    return made


def last_visit(visits: str, now: datetime) -> datetime | None:
    """When the reader was here before this visit; ``None`` on the first, or where the cookie is not ours."""
    try:
        times = [datetime.fromisoformat(time) for time in visits.split("~") if time]
        if times and now - times[-1] > _A_VISIT:
            return times[-1]
    except (ValueError, TypeError):  # no times, or times of no zone
        return None
    return times[0] if len(times) == 2 else None


def _stamp(time: datetime) -> str:
    return time.isoformat(timespec="seconds")

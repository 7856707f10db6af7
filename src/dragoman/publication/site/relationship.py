"""A relationship: what passed between two states, or between one and all others."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

import dragoman
from dragoman.measures.dealing import dealings
from dragoman.measures.dyads import Series
from dragoman.measures.periods import By
from dragoman.publication.desk import AtDesk, Desk
from dragoman.publication.site.chart import chart
from dragoman.publication.site.templating import page
from dragoman.publication.wishes import Wishes
from dragoman.record.filter import Filter

router = APIRouter()
_FEW = 50
_LONG: tuple[tuple[By, int], ...] = (("month", 36), ("quarter", 48))


@router.get("/relationships/{one}/{other}")
def relationship(
    request: Request,
    desk: AtDesk,
    wished: Wishes,
    one: str,
    other: str,
    per: By | None = None,
) -> HTMLResponse:
    states = (desk.book.state(one).iso3, desk.book.state(other).iso3)
    wanted = replace(wished, states=states)
    drawn = series(desk, wanted, per)
    return page(
        request,
        "relationship.html.j2",
        states=states,
        wanted=wanted,
        series=drawn,
        chart=chart(drawn),
        deeds=list(islice(dealings(desk.record, wanted), _FEW)),
    )


def series(desk: Desk, wanted: Filter, by: By | None) -> Series:
    """The series in the periods asked for, else in the shortest in which it is short enough to be read."""
    if by:
        return dragoman.series(desk.record, wanted, by=by)
    for shortest, most in _LONG:
        found = dragoman.series(desk.record, wanted, by=shortest)
        if len(found.periods) <= most:
            return found
    return dragoman.series(desk.record, wanted, by="year")

"""All relationships: the pairs of states between which anything passed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from dragoman.measures.dyads import Dyad
from dragoman.publication.desk import AtDesk
from dragoman.publication.plain_english import English
from dragoman.publication.site.selected import MOST, dyads
from dragoman.publication.site.templating import page
from dragoman.publication.wishes import Wishes

router = APIRouter()
Order = Literal["deeds", "contacts", "cooperation", "conflict", "last", "name"]
_PAGE = 50


@router.get("/relationships")
def relationships(
    request: Request,
    desk: AtDesk,
    wanted: Wishes,
    sort: Order = "deeds",
    part: Annotated[int, Query(ge=1, description="of the list, from 1")] = 1,
) -> HTMLResponse:
    found, cut = dyads(desk, wanted)
    ordered = in_order(found.dyads, sort, desk.english)
    return page(
        request,
        "relationships.html.j2",
        wanted=wanted,
        dyads=ordered[(part - 1) * _PAGE : part * _PAGE],
        pairs=len(ordered),
        sort=sort,
        part=part,
        parts=-(-len(ordered) // _PAGE),
        first=(part - 1) * _PAGE + 1,
        cut=cut,
        most=MOST,
    )


def in_order(dyads: Sequence[Dyad], sort: Order, english: English) -> list[Dyad]:
    """What is most first, what is not known last; equals by deeds and by the names of the states."""

    def names(dyad: Dyad) -> tuple[str, ...]:
        return tuple(english.state(code).removeprefix("the ") for code in (dyad.one, dyad.other))

    keys: Mapping[Order, Callable[[Dyad], Any]] = {
        "deeds": lambda dyad: -dyad.events,
        "contacts": lambda dyad: -dyad.contacts,
        "cooperation": lambda dyad: -_net(dyad, unknown=-2),
        "conflict": lambda dyad: _net(dyad, unknown=2),
        "last": lambda dyad: [-ord(char) for char in dyad.last or " "],
        "name": names,
    }
    return sorted(dyads, key=lambda dyad: (keys[sort](dyad), -dyad.events, names(dyad)))


def _net(dyad: Dyad, *, unknown: float) -> float:
    return unknown if dyad.goldstein.net is None else dyad.goldstein.net

"""A statement, an agreement or a figure: its words, its fields with their reasons, and what it is tied to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from dragoman.events.agreement import Agreement
from dragoman.events.event import Statement
from dragoman.publication.desk import AtDesk, Desk
from dragoman.publication.site import links
from dragoman.publication.site.evidence import excerpts, rows
from dragoman.publication.site.templating import page
from dragoman.publication.site.told import Tied, as_told, kind, told_of
from dragoman.publication.wording import stands, step, terms
from dragoman.record.filter import Filter
from dragoman.record.found import Explained
from dragoman.record.same_agreement import Tracked, track

router = APIRouter()
_TELLINGS = 2_000  # of agreements between the same parties, looked through for those of this one
_FEW = 20


@router.get("/statements/{id}")
def statement(request: Request, desk: AtDesk, id: str) -> HTMLResponse:
    return _page(request, desk, _explained(desk, id, "statements"))


@router.get("/figures/{id}")
def figure(request: Request, desk: AtDesk, id: str) -> HTMLResponse:
    return _page(request, desk, _explained(desk, id, "figures"))


@router.get("/agreements/{id}")
def agreement(request: Request, desk: AtDesk, id: str) -> HTMLResponse:
    explained = _explained(desk, id, "agreements")
    return _page(request, desk, explained, tracked=_tracked(desk, explained))


def _explained(desk: Desk, id: str, wanted: str) -> Explained:
    explained = desk.record.explain(id)
    if kind(explained.thing) != wanted:
        raise HTTPException(404, f"{id} is none of the {wanted}. Its page is {links.thing(explained.thing.id)}.")
    return explained


def _page(request: Request, desk: Desk, explained: Explained, tracked: Tracked | None = None) -> HTMLResponse:
    return page(
        request,
        "thing.html.j2",
        explained=explained,
        kind=kind(explained.thing)[:-1],
        told=told_of(explained, desk.english),
        rows=rows(explained),
        excerpts=excerpts(explained),
        ties=list(_ties(desk, explained)),
        tracked=tracked,
        stands=stands,
        step=step,
        terms=terms,
    )


def _ties(desk: Desk, explained: Explained) -> Iterator[Tied]:
    thing = explained.thing
    if isinstance(thing, Statement):
        within = (thing.nested_in,) if thing.nested_in else ()
        for how, ids in (
            *(("Denies", thing.denies), ("Confirms", thing.confirms), ("Within", within)),
            *(("Denied by", thing.denied_by), ("Confirmed by", thing.confirmed_by)),
        ):
            for other in ids[:_FEW]:
                yield Tied(how, other, told_of(desk.record.explain(other), desk.english))
    near = (explained.document, explained.actors, explained.passages, desk.english)
    for one in explained.beside[:_FEW]:
        yield Tied(kind(one)[:-1].capitalize(), one.id, as_told(one, *near))


def _tracked(desk: Desk, explained: Explained) -> Tracked | None:
    """The agreement with all its reports, of those between the same parties; ``None`` where the record's listings do
    not have it, or have too many before it."""
    thing = explained.thing
    assert isinstance(thing, Agreement)
    wanted = Filter(states=thing.parties[:2], types=(thing.agreement_kind,), limit=_TELLINGS)
    if not thing.parties:
        day = explained.document.published.start
        wanted = replace(wanted, since=day, until=explained.document.published.end) if day else wanted
    found = islice(desk.record.agreements(wanted), _TELLINGS)
    return next((one for one in track(found) if any(told.thing.id == thing.id for told in one.told)), None)

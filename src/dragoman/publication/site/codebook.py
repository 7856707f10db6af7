"""The codebook: what the codes mean, who the states and bodies are, which sentences a pattern is for."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from dragoman.codebook.codebook import SCALES, Codebook, EventKind, State
from dragoman.codebook.instruments import Instrument, load_agreements
from dragoman.codebook.ontology import CameoCode, Context, Sector
from dragoman.codebook.state import Body
from dragoman.errors import UsageError
from dragoman.events.patterns import Pattern, load_patterns
from dragoman.publication.desk import AtDesk
from dragoman.publication.entries import LISTS, PATTERN, Entry, Office, find, in_lists, in_office, offices
from dragoman.publication.site.classes import QUADS
from dragoman.publication.site.templating import page

router = APIRouter()
_MOST = 200
_KINDS: Mapping[type, str] = {
    EventKind: "event",
    CameoCode: "code",
    Context: "context",
    Sector: "sector",
    State: "state",
    Body: "body",
    Instrument: "agreement",
    Office: "office",
    Pattern: "pattern",
}


@router.get("/codebook")
def codebook(request: Request, desk: AtDesk, q: str = "") -> HTMLResponse:
    book = desk.book
    found = list(islice(in_lists(book, q), _MOST + 1)) if q.strip() else []
    return page(
        request,
        "codebook.html.j2",
        book=book,
        lists={name: (listing.about, sum(1 for _ in listing.entries(book))) for name, listing in LISTS.items()},
        roots=[code for code in book.cameo.values() if len(code.code) == 2],
        asked=q,
        found=found[:_MOST],
        more=len(found) > _MOST,
        quads=QUADS,
    )


@router.get("/codebook/{name}")
def entry(request: Request, desk: AtDesk, name: str, q: str = "") -> HTMLResponse:
    """An entry, or a list by its name: of all entries, or of those that hold the words ``q``."""
    book = desk.book
    if name in LISTS:
        wanted = q.casefold().strip()
        entries = [one for one in LISTS[name].entries(book) if wanted in f"{one.name} {one.words}".casefold()]
        about = LISTS[name].about
        return page(request, "codebook_list.html.j2", name=name, about=about, entries=entries, asked=q)
    try:
        found = find(book, name)
    except UsageError as error:
        raise HTTPException(404, str(error)) from error
    view = {"book": book, "entry": found, "kind": _KINDS[type(found)], "quads": QUADS, "PATTERN": PATTERN}
    return page(request, "codebook_entry.html.j2", **view | _beside(book, found))


def _beside(book: Codebook, found: Entry) -> dict[str, Any]:
    """What else the codebook says of an entry."""
    beside: dict[str, Any] = {}
    match found:
        case EventKind():
            beside = {
                "codes": [code for code in book.cameo.values() if code.event == found.name],
                "patterns": [one for one in load_patterns().all if one.event == found.name],
            }
        case CameoCode():
            beside = {
                "scales": SCALES,
                "above": book.cameo.get(found.code[:-1]),
                "below": [one for one in book.cameo.values() if one.code[:-1] == found.code],
                "patterns": [one for one in load_patterns().all if one.cameo == found.code],
            }
        case Context():
            beside = {"codes": [code for code in book.cameo.values() if found.name in code.contexts]}
        case Sector():
            beside = {"bodies": [body for body in book.bodies.values() if body.sector == found.code]}
        case State():
            beside = {
                "memberships": [
                    (body, one) for body in book.bodies.values() for one in body.members if one.iso3 == found.iso3
                ],
                "bodies": [body for body in book.bodies.values() if body.country == found.iso3],
                "agreements": [one for one in load_agreements().instruments.values() if found.iso3 in one.parties],
                "offices": list(offices(found.iso3)),
            }
        case Body():
            beside = {"offices": list(offices(found.id))}
        case Office():
            beside = {"holders": in_office(found.name)}
    return beside

"""One document, event or entry of the codebook, with all that is known of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, Response

from dragoman.errors import UsageError
from dragoman.publication.api import ADDRESS
from dragoman.publication.api.body import plain
from dragoman.publication.api.etag import etag, headers, unchanged
from dragoman.publication.desk import AtDesk, Desk
from dragoman.publication.entries import find
from dragoman.publication.explanation import fields
from dragoman.publication.exports import DEED, EVENT
from dragoman.publication.lines import Line, lines
from dragoman.record.found import Explained, Found

router = APIRouter(prefix=ADDRESS)


@router.get("/documents/{id}")
def document(request: Request, desk: AtDesk, id: str) -> Response:
    """A document: its text, and all that was read from it. Places are half-open offsets into the text, in characters.

    Its actors, events, statements, agreements and figures are as `dragoman read --to jsonl` has them.
    """
    return _given(request, desk, lambda: _document(desk, id))


@router.get("/events/{id}")
def event(request: Request, desk: AtDesk, id: str) -> Response:
    """What was done (`x…`): its tellings, why they are held to be of one deed, what became of it, and for each field
    where it comes from. Or one telling (`e…`), also of a statement, an agreement or a figure. The beginning of an id is
    enough.
    """
    return _given(request, desk, lambda: _deed(desk, id) if id.startswith("x") else _telling(desk, id))


@router.get("/codebook/{name}")
def codebook(request: Request, desk: AtDesk, name: str) -> Response:
    """An entry of the codebook: a PLOVER event, a CAMEO code, a state, body or agreement by any of its names, a
    context, sector or office, a pattern (`pattern:aid.give`)."""
    return _given(request, desk, lambda: {"version": desk.book.version} | plain(find(desk.book, name)))


def _given(request: Request, desk: Desk, make: Callable[[], Line]) -> Response:
    tag = etag(request, desk)
    if same := unchanged(request, tag):
        return same
    try:
        return JSONResponse(make(), headers=headers(tag))
    except UsageError as error:  # there is no such thing
        raise HTTPException(404, str(error)) from error


def _document(desk: Desk, id: str) -> Line:
    coding = desk.record.coding(id)
    if coding is None:
        raise UsageError(f"The record holds no document {id!r}. /api/v1/documents lists all.")
    told = list(lines(coding, desk.record.canonical(id)))
    kinds = ("actor", "event", "statement", "agreement", "figure")
    return (
        told[0]
        | {"url": coding.document.url, "text": coding.document.text, "coder": coding.coder, "codebook": coding.codebook}
        | {f"{kind}s": [line for line in told if line["kind"] == kind] for kind in kinds}
        | {"skipped": [plain(skipped.span) | {"reason": skipped.reason} for skipped in coding.skipped]}
    )


def _deed(desk: Desk, id: str) -> Line:
    deed = desk.record.deed(id)
    row = {name: value(deed) for name, value in DEED.items()}
    return row | {
        "tellings": [_told(desk, found) for found in deed.tellings],
        "turns": plain(deed.turns),
        "judgements": plain(deed.judgements),
    }


def _told(desk: Desk, found: Found[Any]) -> Line:
    row = {name: value(found) for name, value in EVENT.items()}
    return row | {"document_id": found.source.id, "explained": _explained(desk.record.explain(found.thing.id))}


def _telling(desk: Desk, id: str) -> Line:
    explained = desk.record.explain(id)
    found = explained.thing
    return {
        "id": found.id,
        "document_id": explained.document.id,
        "document": explained.document.name,
        "deed": desk.record.canonical(explained.document.id).get(found.id),
        "passages": plain(explained.passages),
        "holds": explained.holds,
        "explained": _explained(explained),
    }


def _explained(explained: Explained) -> list[Line]:
    return [{"field": name, "value": value} for name, value in fields(explained)]

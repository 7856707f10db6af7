"""A document: its text, with the words that something was coded from marked, and what was coded beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from dragoman.actors.actor import Actor
from dragoman.events.coding import Coding
from dragoman.events.event import Event
from dragoman.publication.desk import AtDesk, Desk
from dragoman.publication.plain_english import capital
from dragoman.publication.site.cutting import Mark, cut
from dragoman.publication.site.templating import page
from dragoman.publication.site.told import as_told, kind, places, short
from dragoman.record.found import Told
from dragoman.texts.document import Span

router = APIRouter()
_PART = 100_000  # characters on one page: no report is as long, and a browser lays out no more with ease
_MOST = 2_000  # marks on one page, and entries beside it
_AT = re.compile(r"(\d{1,12})-(\d{1,12})")
KINDS = (
    ("events", "Events"),
    ("statements", "Statements"),
    ("agreements", "Agreements"),
    ("figures", "Figures"),
    ("actors", "Actors"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What was coded, as a sentence; ``link`` is the id under which it has a page, ``status`` that of an event."""

    kind: str
    id: str
    told: str
    link: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """So many of all characters; ``number`` counts from 1."""

    number: int
    of: int
    window: Span


@router.get("/documents/{id}")
def document(request: Request, desk: AtDesk, id: str, at: str | None = None, part: int | None = None) -> HTMLResponse:
    coding = desk.record.coding(id)
    if coding is None:
        raise HTTPException(404, f"The record holds no document {id}. Search finds reports by their words.")
    place = _place(at, len(coding.document.text))
    shown = _part(len(coding.document.text), place, part)
    things = _things(coding, shown.window)
    actors = [actor for actor in coding.actors if _is_named(actor, shown)]
    marks = [mark for thing in things for mark in _marks(thing)]
    named = [mark for actor in actors for mark in _mentions(actor)]
    aside = [mark for mark in _aside(coding) if mark.span.overlaps(shown.window)]
    return page(
        request,
        "document.html.j2",
        document=coding.document,
        coding=coding,
        part=shown,
        pieces=cut(coding.document.text, shown.window, [*marks, *named][:_MOST] + aside[:_MOST], place),
        too_many=len(marks) + len(named) > _MOST or len(aside) > _MOST,
        entries=list(_entries(desk, coding, things[:_MOST], shown.window)),
        actors=actors[:_MOST],
        kinds=KINDS,
        counts=Counter([kind(thing) for thing in things]) + Counter(actors=len(actors)),
        aside=aside[:_MOST],
        skipped=Counter(one.reason for one in coding.skipped).most_common(),
    )


def _place(at: str | None, length: int) -> Span | None:
    """The place that is asked for, if the text has it."""
    found = _AT.fullmatch(at or "")
    place = Span(int(found[1]), min(int(found[2]), length)) if found else None
    return place if place is not None and place.start < place.end else None


def _part(length: int, place: Span | None, number: int | None) -> Part:
    """The part asked for, else that in which the place begins."""
    of = max(1, -(-length // _PART))
    wanted = number or (place.start // _PART + 1 if place else 1)
    number = min(max(1, wanted), of)
    return Part(number, of, Span((number - 1) * _PART, min(number * _PART, length)))


def _things(coding: Coding, window: Span) -> list[Told]:
    """What is told within the window, in the order of the text."""
    told: list[Told] = [*coding.events, *coding.statements, *coding.agreements, *coding.figures]
    found = [(min(places(thing)), thing) for thing in told if any(place.overlaps(window) for place in places(thing))]
    return [thing for _, thing in sorted(found, key=lambda item: (item[0], _ORDER.index(kind(item[1]))))]


_ORDER = [name for name, _ in KINDS]


def _marks(thing: Told) -> Iterator[Mark]:
    for place in dict.fromkeys(places(thing)):
        yield Mark(place, kind(thing), thing.id)


def _mentions(actor: Actor) -> Iterator[Mark]:
    for mention in actor.mentions:
        yield Mark(mention.span, "actors", actor.id, actor.name)


def _is_named(actor: Actor, part: Part) -> bool:
    """Whether a part of the text names an actor; of one that no words name, whether it is the first part."""
    if not actor.mentions:
        return part.number == 1
    return any(mention.span.overlaps(part.window) for mention in actor.mentions)


def _aside(coding: Coding) -> Iterator[Mark]:
    """What nothing was coded from: boilerplate, and sentences that were skipped."""
    for one in coding.document.boilerplate:
        what = one.kind.replace("_", " ")
        yield Mark(one.span, "boilerplate", f"b{one.span.start}", f"Not part of the report: {what}")
    for skipped in coding.skipped:
        if skipped.reason != "boilerplate":
            yield Mark(skipped.span, "skipped", f"n{skipped.span.start}", f"Skipped: {skipped.reason}")


def _entries(desk: Desk, coding: Coding, things: list[Told], window: Span) -> Iterator[Entry]:
    actors = {actor.id: actor for actor in coding.actors}
    near = [sentence for sentence in coding.sentences if sentence.overlaps(window)]
    deeds = desk.record.canonical(coding.document.id)
    for thing in things:
        around = [sentence for sentence in near if any(sentence.overlaps(place) for place in places(thing))]
        told = capital(short(as_told(thing, coding.document, actors, around, desk.english)))
        status = thing.status if isinstance(thing, Event) and thing.status != "occurred" else ""
        yield Entry(kind(thing), thing.id, told, deeds.get(thing.id, thing.id), status)

"""A small record to be given away: an ordinary call, and a report whose every word is meant to do harm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from codings import agreement, coding, day, document, event, figure, span

import dragoman
from dragoman.actors.actor import Actor
from dragoman.events.coding import Coding
from dragoman.events.event import Attribution, Evidence, Place
from dragoman.record.record import open_record
from dragoman.texts.document import UNKNOWN, Interval

HOSTILE = '=HYPERLINK("http://evil.example";"x")\0\u202e<script>\t\U0001f600'


def calling() -> Coding:
    """Ministers of Sweden and Finland telephone on 2015-03-03; the report is of the next day."""
    return coding(document(outlet="The Daily", url="https://daily.example/1", published=day("2015-03-04")))


def harming() -> Coding:
    """A visit that is only planned, an accusation, an undated call, and a statement to nobody."""
    text = f"Sweden will visit Finland. {HOSTILE} accused Norway."
    april = Interval("2015-04", "2015-04", "month", "given")
    doc = document(text, name="=other.txt", outlet="+Wire", published=april)
    actors = (
        Actor("swe", "Sweden", "state", "SWE", cameo="SWE"),
        Actor("fin", "Finland", "state", "FIN", cameo="FIN"),
        Actor("evil", HOSTILE, "person", "SWE", "GOV", "-Minister", cameo="SWEGOV"),
        Actor("nor", "Norway", "state", "NOR", cameo="NOR"),
        Actor("un", "United Nations", "body", cameo="IGOUNO"),
    )
    shared: dict[str, Any] = {"symmetric": False, "attribution": (Attribution("outlet", "+Wire"),), "level": ()}
    accusing: dict[str, Any] = {"event": "ACCUSE", "mode": "disapprove", "cameo": "111", "quad": 3}
    events = (
        event(doc, id="e1", status="planned", actors=("swe",), recipients=("fin",), **shared),
        event(
            doc,
            id="e2",
            actors=("evil",),
            recipients=("nor", "un"),
            date=day("2015-04-02"),
            evidence=(Evidence(span(text, "accused Norway")),),
            place=Place("Narnia"),
            **shared | accusing,
        ),
        event(doc, id="e3", actors=("swe", "nor"), date=UNKNOWN),
        event(doc, id="e4", event=None, mode=None, cameo="010", quad=None, actors=("nor",), **shared),
    )
    treaty = agreement(doc, id="g1", parties=("SWE", "NOR"))
    return Coding(
        *(doc, actors, events, (), (), (), "2026.1", "test 1"), agreements=(treaty,), figures=(figure(doc, id="f1"),)
    )


def kept(path: Path) -> Path:
    """The record of both reports, in a new file."""
    with open_record(path) as record:
        record.add(calling())
        record.add(harming())
    return path


def made(path: Path, form: str, **wishes: Any) -> Path:
    """The record exported, in a file beside it."""
    to = path.with_name(f"made.{form}")
    dragoman.export(path, form, to, **wishes)
    return to

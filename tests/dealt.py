"""Deeds between Sweden, Finland and Norway, to be counted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from codings import document, event

from dragoman.actors.actor import Actor
from dragoman.measures.dealing import Dealing
from dragoman.record.found import Found, Source

PEOPLE = {
    actor.id: actor
    for actor in (
        Actor("mara", "Mara Lindqvist", "person", "SWE"),
        Actor("aino", "Aino Salmi", "person", "FIN"),
        Actor("swe", "Sweden", "state", "SWE"),
        Actor("fin", "Finland", "state", "FIN"),
        Actor("nor", "Norway", "state", "NOR"),
        Actor("un", "United Nations", "body"),
    )
}


def dealing(actors: str, recipients: str = "", *, reports: int = 1, origins: int = 1, **fields: Any) -> Dealing:
    """Of ``mara aino swe fin nor un`` (two people, three states, a body); symmetric if there are no recipients."""
    doc = document()
    thing = event(
        doc,
        actors=tuple(actors.split()),
        recipients=tuple(recipients.split()),
        **{"symmetric": not recipients} | fields,
    )
    found = Found(thing, Source(doc.id, doc.name, doc.path, None, "The Daily", None), PEOPLE, doc.text, 0)
    again = Source("d2", "copy.txt", "copy.txt", None, "The Copy", None)
    tellings = (found, replace(found, source=again))[:reports]
    return Dealing(thing.id, found, tellings, origins)

"""The atom of the record: a claim, one thing that one document says, as one coder read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from dragoman.actors.actor import Actor
from dragoman.events.agreement import Agreement
from dragoman.events.coding import Coding
from dragoman.events.event import Event, Statement
from dragoman.events.figure import Figure
from dragoman.record.body import dumps, pack, unpack
from dragoman.texts.document import content_id

ClaimKind = Literal["actor", "event", "statement", "agreement", "figure"]
Claimed = Actor | Event | Statement | Agreement | Figure
Thing = TypeVar("Thing", Actor, Event, Statement, Agreement, Figure)


@dataclass(frozen=True, slots=True)
class Claim:
    """What ``document`` says of one thing, whole, in ``body`` (JSON); ``thing`` is the id of it.

    The id is hashed from kind, document and body: the same words read in the same way are the same claim, however
    often and under whatever version they are read. Who read it, and when, stands in the record's readings.
    """

    id: str
    kind: ClaimKind
    document: str
    thing: str
    body: str

    def fields(self) -> dict[str, Any]:
        """The body as plain lists and dicts; fields with their default value are left out."""
        return json.loads(self.body)  # type: ignore[no-any-return]

    def value(self, kind: type[Thing]) -> Thing:
        """The actor, event or other thing itself."""
        return unpack(kind, self.fields())


def claim(kind: ClaimKind, document: str, thing: Claimed) -> Claim:
    body = dumps(pack(thing))
    return Claim(content_id("c", kind, document, body), kind, document, thing.id, body)


def claims(coding: Coding) -> Iterator[Claim]:
    """All that a coding claims, in its order."""
    document = coding.document.id
    yield from (claim("actor", document, actor) for actor in coding.actors)
    yield from (claim("event", document, event) for event in coding.events)
    yield from (claim("statement", document, statement) for statement in coding.statements)
    yield from (claim("agreement", document, agreement) for agreement in coding.agreements)
    yield from (claim("figure", document, figure) for figure in coding.figures)

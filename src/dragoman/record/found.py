"""What the record gives back: a thing, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.actors.actor import Actor
from dragoman.events.agreement import Agreement
from dragoman.events.event import Event, Statement
from dragoman.events.figure import Figure
from dragoman.record.judgement import Correction
from dragoman.texts.document import UNKNOWN, Document, Interval, Span

Thing = TypeVar("Thing", Event, Statement, Agreement, Figure)
Told = Event | Statement | Agreement | Figure


@dataclass(frozen=True, slots=True)
class Source:
    """The document something was read from, without its text."""

    id: str
    name: str
    path: str
    title: str | None
    outlet: str | None
    url: str | None
    published: Interval = UNKNOWN


@dataclass(frozen=True, slots=True)
class Found(Generic[Thing]):
    """An event, statement, agreement or figure as one document tells it.

    ``actors`` holds all actors of that document by id (without their mentions). ``passage`` is the sentence that tells
    the event, a step of the agreement or the figure first, or the sentences of the statement, word for word; ``start``
    is its offset in the document.
    """

    thing: Thing
    source: Source
    actors: Mapping[str, Actor]
    passage: str
    start: int

    def who(self, ids: Iterable[str]) -> list[Actor]:
        """The actors of these ids, in their order."""
        return [self.actors[actor] for actor in ids]

    def words(self, spans: Iterable[Span]) -> str:
        """The words at these places of the passage; ``…`` stands for what lies between them."""
        return " … ".join(self.passage[span.start - self.start : span.end - self.start] for span in spans)


@dataclass(frozen=True, slots=True)
class Side:
    """Those of one country (``None``: of no country) who took part in a contact."""

    country: str | None
    people: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """A CONSULT event as people meeting people: who acts, then who is met; a symmetric one has a side a country."""

    found: Found[Event]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """An event, statement, agreement or figure with all that is needed to check it.

    ``actors`` have their mentions; ``passages`` are the places of the sentences it rests on. ``coder``, ``codebook``
    and the times (UTC, ISO 8601) say who read it so; ``holds`` is false where a later reading no longer does.
    ``beside`` are the things of that reading that it points at, or that point at it. ``corrections`` are what users
    decided of it, oldest first; the thing is as they left it.
    """

    thing: Told
    document: Document
    actors: Mapping[str, Actor]
    passages: tuple[Span, ...]
    claim: str
    coder: str
    codebook: str
    first_seen: str
    last_seen: str
    holds: bool
    beside: tuple[Told, ...] = ()
    corrections: tuple[Correction, ...] = ()


def contact(found: Found[Event]) -> Contact:
    """The sides of a contact. Of one country, named people and offices stand for it; the bare state only alone."""
    event = found.thing
    parties = (*event.actors, *event.recipients)
    countries: dict[str | None, list[Actor]] = {}
    for actor in found.who(dict.fromkeys(parties)):
        countries.setdefault(actor.country, []).append(actor)
    return Contact(found, tuple(Side(country, _foremost(people)) for country, people in countries.items()))


def _foremost(people: list[Actor]) -> tuple[Actor, ...]:
    named = tuple(actor for actor in people if actor.actor_kind != "state")
    return named or tuple(people)

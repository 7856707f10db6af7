"""What is asked of the record, and how it is asked of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, Table, or_, select

from dragoman.errors import UsageError
from dragoman.record.days import FIRST, LAST, first_day, last_day
from dragoman.record.tables import events, sides, statements

_PARTIES = ("actor", "recipient")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events or statements are wanted. An empty field leaves all through.

    ``states``: ISO alpha-3 codes, at most two. One: events in which it takes part, statements made by it. Two: events
    between them, whoever acts; statements of one that are about the other or addressed to it.
    ``since`` and ``until``: day, month or year, both included; anything that may lie in between is let through, what
    has no known date is not.
    ``types``: for events a PLOVER event or mode, a channel, or the beginning of a CAMEO code (``"CONSULT"``,
    ``"visit"``, ``"phone_call"``, ``"04"``); for statements ``"direct"``, ``"indirect"`` or ``"mixed"``.
    ``statuses``: of events (``"occurred"``, ``"planned"`` …).

    :raises UsageError: a date that is none, more than two states, or a limit below 1.
    """

    states: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    limit: int | None = None

    def __post_init__(self) -> None:
        if len(self.states) > 2:
            raise UsageError(f"{len(self.states)} states were named. Name one state, or the two of a relationship.")
        if self.limit is not None and self.limit < 1:
            raise UsageError(f"A limit of {self.limit} leaves nothing. Ask for at least 1.")
        since = first_day(self.since) if self.since else FIRST
        until = last_day(self.until) if self.until else LAST
        if since > until:
            raise UsageError(f"Nothing lies since {self.since} and until {self.until}: swap the two dates.")


ALL = Filter()


def of_events(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """The conditions on ``events`` that a filter stands for."""
    for state in wanted.states:
        yield events.c.claim.in_(_taking_part(state, *_PARTIES))
    yield from _in_period(wanted, events)
    if wanted.types:
        yield or_(*map(_of_type, wanted.types))
    if wanted.statuses:
        yield events.c.status.in_(wanted.statuses)


def of_statements(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """The conditions on ``statements`` that a filter stands for."""
    claim = statements.c.claim
    if len(wanted.states) == 1:
        yield claim.in_(_taking_part(wanted.states[0], "speaker"))
    elif wanted.states:
        one, other = wanted.states
        yield or_(
            *(
                claim.in_(_taking_part(speaker, "speaker")) & claim.in_(_taking_part(heard, "about", "addressee"))
                for speaker, heard in ((one, other), (other, one))
            )
        )
    yield from _in_period(wanted, statements)
    if wanted.types:
        yield statements.c.mode.in_([kind.lower() for kind in wanted.types])


def _taking_part(country: str, *roles: str) -> Select[tuple[str]]:
    return select(sides.c.claim).where(sides.c.country == country, sides.c.role.in_(roles))


def _in_period(wanted: Filter, table: Table) -> Iterator[ColumnElement[bool]]:
    """Overlap of two intervals. The empty interval of an unknown date overlaps nothing (see ``days``)."""
    if wanted.since:
        yield table.c.last_day >= first_day(wanted.since)
    if wanted.until:
        yield table.c.first_day <= last_day(wanted.until)


def _of_type(kind: str) -> ColumnElement[bool]:
    if kind.isdecimal():
        return events.c.cameo.startswith(kind)
    name = kind.lower()
    return or_(events.c.event == kind.upper(), events.c.mode == name, events.c.channel == name)

"""What is asked of the record, and how it is asked of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from sqlalchemy import ColumnElement, Connection, Select, Table, func, literal, or_, select

from dragoman.codebook.instruments import KINDS
from dragoman.errors import UsageError
from dragoman.events.event import StatementMode
from dragoman.record import kinds
from dragoman.record.by_states import PARTIES, along, of_states
from dragoman.record.days import FIRST, LAST, first_day, last_day
from dragoman.record.tables import actors, agreements, documents, events, figures, sides, statements, topics

_WITHIN = "-–'’/("  # after these a word begins, as after a space


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events, statements, agreements or figures are wanted. An empty field leaves all through.

    ``states``: ISO alpha-3 codes, at most two. One: events in which it takes part, statements made by it, agreements
    that it is a party to, figures about it. Two: events between them, whoever acts; statements of one that are about
    the other or addressed to it; agreements and figures of both.
    ``since`` and ``until``: day, month or year, both included; anything that may lie in between is let through, what
    has no known date is not. An agreement has the date of the report, and so have statements and figures that tell none
    of their own.
    ``types``: for events a PLOVER event or mode, a channel, or the beginning of a CAMEO code (``"CONSULT"``,
    ``"visit"``, ``"phone_call"``, ``"04"``), for contacts of these CONSULT and its modes; for statements ``"direct"``,
    ``"indirect"`` or ``"mixed"``; for agreements their kind (``"treaty"``, ``"sanctions"``); for figures their kind,
    unit or currency (``"trade"``, ``"percent"``, ``"USD"``).
    ``statuses``: of events (``"occurred"``, ``"planned"`` …). ``stages``: of agreements (``"signed"`` …).
    ``by``: who says so (of all but events), an ISO alpha-3 code or words of a name or office. ``about``: of statements,
    the code of a state they speak of; ``topics``: of statements, PLOVER contexts. ``measure``: of figures, words of
    what is counted. ``person`` and ``place``: of events, words of the name or office of somebody who took part, and of
    the name of the place. Words are found from the beginning of a word on, in any case: ``"Lavr"`` finds Lavrov, and
    ``"Ali"`` finds no Khalid. ``sources``: parts of the name of an outlet or of a report, anywhere in it, as names of
    files run words together. ``latest``: a ``limit`` leaves those at the end of the list, not at its beginning; undated
    ones only if there is room.

    :raises UsageError: a date that is none, more than two states, or a limit below 1. What is asked with a type that
    there is not raises it too; a unit of figures may be any noun, so it is none where neither the codebook nor a
    figure of the record has it.
    """

    states: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    limit: int | None = None
    stages: tuple[str, ...] = ()
    by: str | None = None
    about: str | None = None
    topics: tuple[str, ...] = ()
    measure: str | None = None
    sources: tuple[str, ...] = ()
    person: str | None = None
    place: str | None = None
    latest: bool = False

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


def of_events(wanted: Filter, *, at_hand: bool = False) -> Iterator[ColumnElement[bool]]:
    """The conditions on ``events`` that a filter stands for; ``at_hand``: few events are asked whether they pass."""
    yield from _anywhere(wanted, events, at_hand=at_hand)
    if wanted.types:
        yield or_(*map(_of_type, kinds.of_events(wanted.types)))
    if wanted.statuses:
        yield events.c.status.in_(wanted.statuses)
    if wanted.person:
        yield events.c.claim.in_(_taking_part(called(wanted.person), *PARTIES))
    if wanted.place:
        yield holds_words(events.c.place, wanted.place)


def of_contacts(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """The conditions on ``events`` that a filter of contacts stands for."""
    kinds.of_contacts(wanted.types)
    yield from of_events(wanted)
    yield events.c.event == "CONSULT"


def of_statements(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """The conditions on ``statements`` that a filter stands for."""
    claim = statements.c.claim
    yield from _anywhere(wanted, statements)
    if wanted.types:
        yield statements.c.mode.in_(kinds.known(wanted.types, get_args(StatementMode), "statement"))
    if wanted.about:
        yield claim.in_(select(sides.c.claim).where(sides.c.country == wanted.about, sides.c.role == "about"))
    if wanted.topics:
        yield claim.in_(select(topics.c.claim).where(topics.c.topic.in_(wanted.topics)))


def of_agreements(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """The conditions on ``agreements`` that a filter stands for."""
    yield from _anywhere(wanted, agreements)
    if wanted.types:
        yield agreements.c.agreement_kind.in_(kinds.known(wanted.types, KINDS, "agreement"))
    if wanted.stages:
        yield agreements.c.stage.in_(wanted.stages)


def of_figures(connection: Connection, wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """The conditions on ``figures`` that a filter stands for."""
    yield from _anywhere(wanted, figures)
    if wanted.types:
        types = kinds.of_figures(connection, wanted.types)
        yield or_(*(func.lower(figures.c[name]).in_(types) for name in ("figure_kind", "unit", "currency")))
    if wanted.measure:
        yield holds_words(figures.c.measures, wanted.measure)


def of_documents(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """The conditions on ``documents``: that they name all the states wanted, and were published in the time wanted."""
    for state in wanted.states:
        yield documents.c.id.in_(select(actors.c.document).where(actors.c.country == state))
    yield from _in_period(wanted, documents)


def _anywhere(wanted: Filter, table: Table, *, at_hand: bool = False) -> Iterator[ColumnElement[bool]]:
    """What can be asked of each kind of thing: of which states, when, by whom, where it was read."""
    yield from of_states(table, wanted.states, at_hand=at_hand)
    yield from _in_period(wanted, along(table, wanted.states))
    if wanted.by:
        speaker = or_(sides.c.country == wanted.by.upper(), called(wanted.by))
        yield table.c.claim.in_(_taking_part(speaker, "speaker"))
    if wanted.sources:
        yield table.c.document.in_(select(documents.c.id).where(of_sources(wanted.sources)))


def of_sources(sources: Iterable[str]) -> ColumnElement[bool]:
    """Whether a document is of one of these sources."""
    names = (documents.c.outlet, documents.c.name)
    return or_(*(name.icontains(source, autoescape=True) for source in sources for name in names))


def _taking_part(who: ColumnElement[bool], *roles: str) -> Select[tuple[str]]:
    """Claims in which such an actor has one of the roles."""
    return select(sides.c.claim).join(actors, actors.c.id == sides.c.actor).where(sides.c.role.in_(roles), who)


def called(words: str) -> ColumnElement[bool]:
    """Whether the name or office of an actor holds these words."""
    return or_(holds_words(actors.c.name, words), holds_words(actors.c.office, words))


def holds_words(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Whether these words stand in a text, one after the other, from the beginning of a word: ``oman`` is not in
    ``Romania``, and ``tanf`` is in ``Al-Tanf``. Case does not matter, in ASCII."""
    apart: ColumnElement[str] = literal(" ").concat(column)
    for sign in _WITHIN:
        apart, words = func.replace(apart, sign, " "), words.replace(sign, " ")
    return apart.icontains(f" {words.strip()}", autoescape=True)


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

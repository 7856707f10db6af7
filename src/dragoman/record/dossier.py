"""All that is laid side by side to find contradictions: codings, and what is held of them across reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Select, exists, func, select

from dragoman.events.agreement import Agreement
from dragoman.events.coding import Coding
from dragoman.events.event import Event
from dragoman.events.figure import Figure
from dragoman.record import asking, tables
from dragoman.record.body import unpack
from dragoman.record.contradiction import Passage
from dragoman.record.days import days
from dragoman.record.engine import parts
from dragoman.record.filter import Filter, of_documents
from dragoman.record.found import Found, Source
from dragoman.record.same_agreement import Tracked, track
from dragoman.record.telling import Telling
from dragoman.texts.document import Interval, Span

_BORROWED = "the day "  # how the coder begins to explain a date that is that of a verb of saying, or of the report
_PROBE = 2_000  # reports that are counted to see which of two states is named in fewer


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a report, what is compared of it, and the deed that it tells of."""

    coding: Coding
    event: Event
    telling: Telling
    deed: str

    @property
    def evidence(self) -> list[Span]:
        """The places that report it."""
        return [evidence.span for evidence in self.event.evidence if evidence.field is None]

    def counts(self, figure: Figure) -> bool:
        """Whether a figure of the report measures it, or stands in the words that report it."""
        places = (span.overlaps(place) for span in figure.evidence for place in self.evidence)
        return self.event.id in figure.events or any(places)


@dataclass(frozen=True, slots=True)
class Dossier:
    """``denials`` are pairs of what is reported and what denies it. All is in order of publication."""

    codings: Mapping[str, Coding]
    told: tuple[Told, ...]
    denials: tuple[tuple[Told, Told], ...]
    agreements: tuple[Tracked, ...]

    def deeds(self) -> Iterable[list[Told]]:
        """The tellings of each deed."""
        groups: dict[str, list[Told]] = {}
        for one in self.told:
            groups.setdefault(one.deed, []).append(one)
        return groups.values()


def dossier(connection: Connection, wanted: Filter, *, most: int | None = None) -> Dossier:
    """What the documents say that name all the states wanted, published in the time wanted; at most so many, those
    published last."""
    documents, claims = documents_of(connection, wanted, most=most), dict[str, Told]()
    read = tables.readings.c.document
    found = [one for some in parts(documents) for one in asking.codings(connection, read.in_(some))]
    codings = {coding.document.id: coding for coding in sorted(found, key=_published)}
    for coding in codings.values():
        claims |= {one.telling.claim: one for one in _told(connection, coding)}
    return Dossier(
        codings=codings,
        told=tuple(claims.values()),
        denials=tuple(_denials(connection, claims)),
        agreements=tuple(track(_agreements(connection, documents))),
    )


def passage(coding: Coding, span: Span) -> Passage:
    document = coding.document
    about = (document.id, document.name, document.path, document.title, document.outlet, document.url)
    return Passage(Source(*about, document.published), span, words(coding, span))


def own(date: Interval) -> bool:
    """Whether a date stands in words that are its own."""
    return date.words is not None and not date.how.startswith(_BORROWED)


def sentence(coding: Coding, span: Span) -> Span:
    """The sentence around a place; what lies in several, or none, stands for itself."""
    return next((place for place in coding.sentences if place.holds(span)), span)


def words(coding: Coding, span: Span) -> str:
    return coding.document.text[span.start : span.end]


def _published(coding: Coding) -> tuple[tuple[str, str], str, str]:
    return days(coding.document.published), coding.document.name, coding.document.id


def documents_of(connection: Connection, wanted: Filter, *, most: int | None = None) -> list[str]:
    """The ids of these documents, those published last first."""
    documents = tables.documents
    named = select(documents.c.id).where(*of_documents(wanted))
    newest = named.order_by(documents.c.last_day.desc(), documents.c.id).limit(most)
    return list(connection.execute(newest).scalars())


def count_documents(connection: Connection, wanted: Filter, *, most: int) -> int:
    """How many there are, if they are not more than ``most``: no more are looked at.

    Those that name the rarer state are gone through, until so many of them name the other too.
    """
    documents, actors = tables.documents, tables.actors
    in_time = list(of_documents(replace(wanted, states=())))
    if not wanted.states:
        return _size(connection, select(documents.c.id).where(*in_time), most)
    rarer, *others = sorted(wanted.states, key=lambda state: _size(connection, _naming(state), _PROBE))
    query = _naming(rarer)
    for other in others:
        also = actors.alias()
        query = query.where(exists().where(also.c.document == actors.c.document, also.c.country == other))
    if in_time:
        query = query.join(documents, documents.c.id == actors.c.document).where(*in_time)
    return _size(connection, query, most)


def _naming(state: str) -> Select[tuple[str]]:
    actors = tables.actors
    return select(actors.c.document).distinct().where(actors.c.country == state)


def _size(connection: Connection, query: Select[tuple[str]], most: int) -> int:
    return connection.execute(select(func.count()).select_from(query.limit(most).subquery())).scalar_one()


def _told(connection: Connection, coding: Coding) -> Iterator[Told]:
    table, events = tables.tellings, {event.id: event for event in coding.events}
    query = select(table.c.event, table.c.body, table.c.deed).where(table.c.document == coding.document.id)
    for row in sorted(connection.execute(query), key=lambda row: list(events).index(row.event)):
        yield Told(coding, events[row.event], unpack(Telling, json.loads(row.body)), row.deed)


def _denials(connection: Connection, claims: Mapping[str, Told]) -> Iterator[tuple[Told, Told]]:
    table = tables.judgements
    query = select(table.c.score, table.c.one, table.c.other).where(
        table.c.superseded_by.is_(None), table.c.kind == "denied"
    )
    rows = [row for some in parts(claims) for row in connection.execute(query.where(table.c.one.in_(some)))]
    found = {one: other for _, one, other in sorted(map(tuple, rows)) if other in claims}
    yield from ((told, claims[found[claim]]) for claim, told in claims.items() if claim in found)


def _agreements(connection: Connection, documents: Iterable[str]) -> Iterator[Found[Agreement]]:
    document = tables.agreements.c.document
    for some in parts(documents):
        yield from asking.found(connection, Agreement, tables.agreements, [document.in_(some)])

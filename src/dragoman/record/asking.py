"""Getting things out of the record's tables, as the values they were."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, func, select

from dragoman.actors.actor import Actor
from dragoman.events.agreement import Agreement
from dragoman.events.coding import Coding, Skipped
from dragoman.events.event import Event, Statement
from dragoman.events.figure import Figure
from dragoman.events.ties import events_of
from dragoman.record import tables
from dragoman.record.body import unpack
from dragoman.record.by_states import along
from dragoman.record.claim import Claim
from dragoman.record.days import LAST
from dragoman.record.filter import ALL, Filter
from dragoman.record.following import following, order
from dragoman.record.found import Explained, Found, Source, Thing, Told
from dragoman.record.ids import begins, the_one
from dragoman.record.index import passages
from dragoman.record.source_row import ABOUT, source
from dragoman.texts.document import Document, Span

_PAGE = 500  # rows at a time: a long listing takes no more memory than a short one
_KINDS: dict[str, type[Any]] = {"event": Event, "statement": Statement, "agreement": Agreement, "figure": Figure}
_ACTOR = ("id", "name", "actor_kind", "country", "sector", "office", "level", "cameo")


def found(
    connection: Connection,
    kind: type[Thing],
    table: Table,
    conditions: Iterable[ColumnElement[bool]],
    wanted: Filter = ALL,
    *,
    after: str | None = None,
) -> Iterator[Found[Thing]]:
    """What ``table`` (events, statements, agreements, figures) holds under the conditions, by date, document and place
    in it, from after the thing with this id on; of ``wanted`` the states say where it is listed, and the limit counts.

    :raises UsageError: there is no such thing.
    """
    conditions = [*conditions, *following(connection, table, after, wanted.states)]
    if wanted.latest and wanted.limit:
        latest = _latest(connection, table, conditions, wanted, wanted.limit)
        for at in range(0, len(latest), _PAGE):
            yield from found(connection, kind, table, [table.c.claim.in_(latest[at : at + _PAGE])])
        return
    claims, documents = tables.claims, tables.documents
    passage = func.substr(documents.c.text, table.c.start + 1, table.c.stop - table.c.start).label("passage")
    body = (func.coalesce(table.c.corrected, claims.c.body) if table is tables.events else claims.c.body).label("body")
    query = (
        select(body, passage, table.c.start, table.c.stop, *ABOUT)
        .join_from(table, claims, claims.c.id == table.c.claim)
        .join(documents, documents.c.id == table.c.document)
        .where(*conditions)
    )
    query = query.order_by(*order(along(table, wanted.states))).limit(wanted.limit)
    for rows in connection.execution_options(yield_per=_PAGE).execute(query).partitions():
        actors = _actors(connection, {row.id for row in rows})
        for row in rows:
            yield Found(
                unpack(kind, json.loads(row.body)), source(row), actors[row.id], _passage(connection, row), row.start
            )


def _latest(
    connection: Connection, table: Table, conditions: Iterable[ColumnElement[bool]], wanted: Filter, limit: int
) -> list[str]:
    """The last claims of a list, in its order: both ends are read from an index, the undated ones if there is room."""
    listed = along(table, wanted.states)
    query = select(table.c.claim).where(*conditions).order_by(*(column.desc() for column in order(listed)))
    dated, undated = query.where(listed.c.first_day < LAST), query.where(listed.c.first_day == LAST)
    latest = connection.execute(dated.limit(limit)).scalars().all()
    behind = connection.execute(undated.limit(limit - len(latest))).scalars().all()
    return [*reversed(latest), *reversed(behind)]


def _passage(connection: Connection, row: Row[*tuple[Any, ...]]) -> str:
    """What stands there. SQLite ends a text at a null character: where some is missing, the whole is asked for."""
    if len(row.passage or "") == row.stop - row.start:
        return str(row.passage)
    text = connection.execute(select(tables.documents.c.text).where(tables.documents.c.id == row.id)).scalar_one()
    return str(text[row.start : row.stop])


def documents(connection: Connection) -> Iterator[Document]:
    """The documents as they were last read, by name."""
    for row in _current_readings(connection):
        yield _document(row.text, json.loads(row.body))


def codings(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Coding]:
    """What holds now of each document, by its name, as users corrected it."""
    for _, coding in readings(connection, *conditions):
        events = tuple(_corrected(connection, coding))
        yield coding if events == coding.events else replace(coding, events=events)


def readings(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[tuple[str, Coding]]:
    """The same as it was read, with the id of the reading that holds."""
    for row in _current_readings(connection, *conditions):
        yield row.id, _coding(connection, row)


def newest(connection: Connection, limit: int, since: str) -> Iterator[Source]:
    """The documents whose readings hold, those read last first."""
    documents, readings = tables.documents, tables.readings
    query = (
        select(*ABOUT)
        .join_from(readings, documents, documents.c.id == readings.c.document)
        .where(readings.c.superseded_by.is_(None), readings.c.first_seen > since)
        .order_by(readings.c.first_seen.desc(), documents.c.name)
    )
    return map(source, connection.execute(query.limit(limit)))


def explained(connection: Connection, prefix: str) -> Explained:
    """The event, statement, agreement or figure whose id begins with ``prefix``.

    :raises UsageError: there is none, or more than one.
    """
    row = _newest(connection, _only_id(connection, prefix))
    body = json.loads(row.reading_body)
    claims = _claims(connection, body["claims"])
    actors = (claim.value(Actor) for claim in claims if claim.kind == "actor")
    thing = unpack(_KINDS[row.kind], json.loads(row.body))
    return Explained(
        thing=thing,
        document=_document(row.text, body),
        actors={actor.id: actor for actor in actors},
        passages=passages(_spans(thing), [Span(*ends) for ends in body["sentences"]]),
        claim=row.id,
        coder=row.coder,
        codebook=row.codebook,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        holds=row.superseded_by is None,
        beside=tuple(_beside(thing, claims)),
    )


def _spans(thing: Told) -> Iterator[Span]:
    match thing:
        case Event():
            yield from (evidence.span for evidence in thing.evidence)
        case Statement():
            yield from thing.content
            if thing.cue:
                yield thing.cue
        case Agreement():
            yield from thing.mentions
            yield from (change.evidence for change in thing.stage_changes)
        case Figure():
            yield from thing.evidence


def _beside(thing: Told, claims: Iterable[Claim]) -> Iterator[Told]:
    """Events that an agreement or figure points at; agreements and figures that point at an event."""
    for claim in claims:
        if claim.kind in ("agreement", "figure") and isinstance(thing, Event):
            other: Agreement | Figure = unpack(_KINDS[claim.kind], claim.fields())
            if thing.id in events_of(other):
                yield other
        elif claim.kind == "event" and isinstance(thing, Agreement | Figure) and claim.thing in events_of(thing):
            yield claim.value(Event)


def _only_id(connection: Connection, prefix: str) -> str:
    thing, kind = tables.claims.c.thing, tables.claims.c.kind
    query = select(thing).distinct().where(kind.in_(_KINDS)).order_by(thing).limit(6)
    ids = connection.execute(query.where(begins(thing, prefix))).scalars().all() if prefix else []
    nothing = (
        f"The record holds nothing whose id begins with {prefix!r}. `dragoman events`, `statements`, `agreements` and "
        "`figures` show the ids (`deeds` those with x…, `contradictions` those with k…)."
    )
    return the_one(ids, prefix, nothing=nothing)


def _newest(connection: Connection, thing: str) -> Row[*tuple[Any, ...]]:
    """The claim of this thing that holds, or held last, with the reading that made it."""
    claims, readings, texts = tables.claims, tables.readings, tables.documents
    first = readings.alias("first")
    query = (
        select(
            *(claims.c.id, claims.c.kind, claims.c.superseded_by, first.c.first_seen),
            func.coalesce(tables.events.c.corrected, claims.c.body).label("body"),
            *(readings.c.coder, readings.c.codebook, readings.c.last_seen, readings.c.body.label("reading_body")),
            texts.c.text,
        )
        .join_from(claims, readings, readings.c.id == claims.c.last_reading)
        .join(first, first.c.id == claims.c.first_reading)
        .join(texts, texts.c.id == claims.c.document)
        .join(tables.events, tables.events.c.claim == claims.c.id, isouter=True)
        .where(claims.c.thing == thing, claims.c.kind.in_(_KINDS))
        .order_by(claims.c.superseded_by.is_not(None), readings.c.last_seen.desc(), claims.c.id)
    )
    return connection.execute(query.limit(1)).one()


def _actors(connection: Connection, ids: set[str]) -> dict[str, dict[str, Actor]]:
    """By document: its actors by id, as far as the index knows them."""
    table = tables.actors
    actors: defaultdict[str, dict[str, Actor]] = defaultdict(dict)
    query = select(table.c.document, *(table.c[name] for name in _ACTOR)).where(table.c.document.in_(sorted(ids)))
    for document, *fields in connection.execute(query).all():
        actors[document][fields[0]] = Actor(*fields)
    return actors


def _current_readings(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Row[Any]]:
    readings, texts = tables.readings, tables.documents
    query = (
        select(readings, texts.c.text)
        .join_from(readings, texts, texts.c.id == readings.c.document)
        .where(readings.c.superseded_by.is_(None), *conditions)
        .order_by(texts.c.name, texts.c.id)
    )
    yield from connection.execution_options(yield_per=_PAGE).execute(query)


def _document(text: str, body: dict[str, Any]) -> Document:
    return unpack(Document, body["document"] | {"text": text})


def _coding(connection: Connection, row: Row[Any]) -> Coding:
    body = json.loads(row.body)
    made = _claims(connection, body["claims"])
    return Coding(
        document=_document(row.text, body),
        actors=tuple(claim.value(Actor) for claim in made if claim.kind == "actor"),
        events=tuple(claim.value(Event) for claim in made if claim.kind == "event"),
        statements=tuple(claim.value(Statement) for claim in made if claim.kind == "statement"),
        agreements=tuple(claim.value(Agreement) for claim in made if claim.kind == "agreement"),
        figures=tuple(claim.value(Figure) for claim in made if claim.kind == "figure"),
        sentences=tuple(Span(*ends) for ends in body["sentences"]),
        skipped=tuple(Skipped(Span(start, end), reason) for start, end, reason in body["skipped"]),
        codebook=row.codebook,
        coder=row.coder,
    )


def _corrected(connection: Connection, coding: Coding) -> Iterator[Event]:
    """Events as users corrected them; those that they rejected are not in the index."""
    table = tables.events
    query = select(table.c.id, table.c.corrected).where(table.c.document == coding.document.id)
    held = {row.id: row.corrected for row in connection.execute(query)}
    for event in coding.events:
        if event.id in held:
            yield unpack(Event, json.loads(held[event.id])) if held[event.id] else event


def _claims(connection: Connection, ids: list[str]) -> list[Claim]:
    """The claims of these ids, in their order."""
    table = tables.claims
    columns = (table.c.id, table.c.kind, table.c.document, table.c.thing, table.c.body)
    made: dict[str, Claim] = {}
    for at in range(0, len(ids), _PAGE):
        query = select(*columns).where(table.c.id.in_(ids[at : at + _PAGE]))
        made |= {row.id: Claim(*row) for row in connection.execute(query).all()}
    return [made[claim] for claim in ids]

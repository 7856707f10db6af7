"""Putting a coding into the record: one transaction a document, nothing overwritten, the same thing twice never."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, union_all, update

from dragoman.events.coding import Coding
from dragoman.events.event import Event
from dragoman.record import by_states, tables
from dragoman.record.asking import readings
from dragoman.record.body import dumps, pack
from dragoman.record.claim import Claim, claims
from dragoman.record.correcting import find_again, put_over
from dragoman.record.engine import parts, upsert
from dragoman.record.findable import find_actors, find_document, number
from dragoman.record.index import document_row, entries
from dragoman.record.judging import judge, settle
from dragoman.record.pairs import recount
from dragoman.record.telling import tellings
from dragoman.texts.document import Document, content_id

# The claims of a document that are in the index: none of a new one, of which eight tables need not be looked through.
_INDEXED = union_all(
    *(
        select(table.c.claim).where(table.c.document == bindparam("document"))
        for table in tables.INDEX
        if "document" in table.c
    )
)


def reading_id(document: Document, *, coder: str, codebook: str) -> str:
    """The id of a document's reading by this coder with this codebook.

    What came with the document counts (a publication date given later makes a new reading), where it lay does not.
    """
    given = pack(document) | {"path": None, "text": None}
    return content_id("r", document.id, dumps(given), coder, codebook)


def is_current(connection: Connection, reading: str) -> bool:
    readings = tables.readings
    query = select(readings.c.id).where(readings.c.id == reading, readings.c.superseded_by.is_(None))
    return connection.execute(query).first() is not None


def write(connection: Connection, reading: str, coding: Coding, *, now: str) -> None:
    """Make ``coding``, of the reading with this id, what holds for its document; inside the caller's transaction.

    Earlier readings of the document, and the claims that this one does not repeat, are marked as superseded by it.
    """
    document = coding.document
    made = list(claims(coding))
    _write_document(connection, document)
    _write_reading(connection, reading, coding, made, now)
    _write_claims(connection, reading, document.id, made)
    find_again(connection, coding, [claim.id for claim in made if claim.kind == "event"])
    enter(connection, coding, [claim.id for claim in made], reading=reading)


def enter(connection: Connection, coding: Coding, made: list[str], *, reading: str) -> None:
    """Index a coding that holds, as users corrected it, and judge what it tells; ``made`` are the ids of its claims."""
    coding, made, changed = put_over(connection, coding, made)
    _write_index(connection, coding, made, changed)
    find_actors(connection, coding.actors)
    start = len(coding.actors)
    told = {telling.claim: telling for telling in tellings(coding, made[start : start + len(coding.events)])}
    recount(connection, judge(connection, coding.document.id, told.values(), reading=reading))


def judge_again(connection: Connection, documents: Iterable[str]) -> None:
    """Index and judge documents anew, after a correction of what they tell."""
    for document in sorted(documents):
        for reading, coding in list(readings(connection, tables.readings.c.document == document)):
            enter(connection, coding, [claim.id for claim in claims(coding)], reading=reading)
            told = select(tables.tellings.c.claim).where(tables.tellings.c.document == document)
            recount(connection, settle(connection, connection.execute(told).scalars()))


def _write_document(connection: Connection, document: Document) -> None:
    table, row = tables.documents, document_row(document)
    row["number"] = number(connection, row)
    old = connection.execute(select(table).where(table.c.id == document.id)).one_or_none()
    upsert(connection, table, [row], update=row.keys() - {"id", "name", "text"})
    find_document(connection, old._asdict() if old else None, row)


def _write_reading(connection: Connection, reading: str, coding: Coding, made: list[Claim], now: str) -> None:
    readings = tables.readings
    body = {
        "document": pack(coding.document) | {"text": None},
        "sentences": [[span.start, span.end] for span in coding.sentences],
        "skipped": [[skipped.span.start, skipped.span.end, skipped.reason] for skipped in coding.skipped],
        "claims": [claim.id for claim in made],
    }
    row = {
        "id": reading,
        "document": coding.document.id,
        "coder": coding.coder,
        "codebook": coding.codebook,
        "first_seen": now,
        "last_seen": now,
        "superseded_by": None,
        "body": dumps(body),
    }
    upsert(connection, readings, [row], update=["last_seen", "superseded_by", "body"])
    _supersede(connection, readings, reading, coding.document.id, readings.c.id)


def _write_claims(connection: Connection, reading: str, document: str, made: list[Claim]) -> None:
    rows = {
        claim.id: {
            "id": claim.id,
            "kind": claim.kind,
            "thing": claim.thing,
            "document": document,
            "first_reading": reading,
            "last_reading": reading,
            "superseded_by": None,
            "body": claim.body,
        }
        for claim in made
    }
    upsert(connection, tables.claims, list(rows.values()), update=["last_reading", "superseded_by"])
    _supersede(connection, tables.claims, reading, document, tables.claims.c.last_reading)


def _supersede(connection: Connection, table: Table, reading: str, document: str, read_by: Any) -> None:
    """Mark the document's rows of ``table`` that another reading made and nothing has superseded yet."""
    stale = (table.c.document == document, read_by != reading, table.c.superseded_by.is_(None))
    connection.execute(update(table).where(*stale).values(superseded_by=reading))


def _write_index(connection: Connection, coding: Coding, made: list[str], changed: dict[str, Event]) -> None:
    """Index rows in place of those of the reading before."""
    for some in parts(connection.execute(_INDEXED, {"document": coding.document.id}).scalars()):
        for table in tables.INDEX:
            connection.execute(delete(table).where(table.c.claim.in_(some)))
    rows: defaultdict[Table, dict[tuple[Any, ...], dict[str, Any]]] = defaultdict(dict)
    for table, row in entries(coding, made):
        if table is tables.events:
            event = changed.get(row["claim"])
            row["corrected"] = dumps(pack(event)) if event else None
        rows[table][tuple(row[column.name] for column in table.primary_key)] = row
    for table, found in rows.items():
        connection.execute(insert(table), list(found.values()))
    by_states.enter(connection, rows, coding.document.id)

"""Bringing records of older layouts up to date. Nothing that was recorded is lost or changed."""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.schema import CreateIndex

from dragoman.errors import RecordError
from dragoman.record import asking, by_states, pair_tables, tables
from dragoman.record.body import unpack
from dragoman.record.claim import claims
from dragoman.record.engine import layout, open_engine, set_layout
from dragoman.record.findable import find_all
from dragoman.record.judging import enter_blocks
from dragoman.record.pairs import recount, total_all
from dragoman.record.telling import Telling
from dragoman.record.writing import enter

_PAGE = 500


def up_to_date(path: Path, *, read_only: bool) -> Engine:
    """An engine over the record at ``path``, whose tables are those of this version of dragoman.

    :raises RecordError: as ``open_engine``; or the record is old and may not be written.
    """
    engine = open_engine(path, read_only=read_only)
    with engine.connect() as connection:
        found = layout(connection)
    if found == tables.LAYOUT:
        return engine
    engine.dispose()
    writer = open_engine(path, read_only=False)
    try:
        with writer.execution_options(begin="IMMEDIATE").begin() as connection:
            now = layout(connection)
            if now < tables.LAYOUT:  # no other process was faster
                _bring(connection, now)
                set_layout(connection)
    except RecordError as error:
        raise RecordError(
            f"{path} has layout {found} of an older dragoman and must be brought to layout {tables.LAYOUT} once, by "
            f"somebody who may write it: {error}"
        ) from error
    finally:
        writer.dispose()
    return open_engine(path, read_only=read_only)


def _bring(connection: Connection, found: int) -> None:
    """Layout 2 added judgements, corrections and more of an index, layout 3 the counts of pairs.

    For these what was read before is indexed, judged and counted anew; the later ones add to the index only: layout 4
    the search, layout 5 the days of blocks, layout 6 those of what is between two states, layout 7 what is listed for
    states, layout 8 the days of whole sentences and an index of the reports that name a state, layout 9 those of the
    readings by their document and by their coder, and of what is between two states by month, and who has most.
    """
    if found < 4:
        connection.exec_driver_sql("ALTER TABLE documents ADD COLUMN number BIGINT")
    if found < 3:
        _judge_all(connection)
    elif found < 8:
        _block_all(connection)
    if 3 <= found < 6:
        _count_all(connection)
    if 3 <= found < 7:
        tables.metadata.create_all(connection)
        by_states.enter(connection)
    if 6 <= found < 9:
        tables.metadata.create_all(connection)
        total_all(connection)
    for gone in ("actors_by_country", "readings_by_document", "ties_by_pair"):
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {gone}")
    for table in (tables.readings, tables.documents, tables.actors, pair_tables.ties):
        for index in table.indexes:
            connection.execute(CreateIndex(index, if_not_exists=True))
    if found < 4:
        find_all(connection)


def _judge_all(connection: Connection) -> None:
    for index in tables.INDEX:
        index.drop(connection, checkfirst=True)
    tables.metadata.create_all(connection)
    for document in [document.id for document in asking.documents(connection)]:
        for reading, coding in list(asking.readings(connection, tables.readings.c.document == document)):
            enter(connection, coding, [claim.id for claim in claims(coding)], reading=reading)


def _count_all(connection: Connection) -> None:
    for table in (pair_tables.ties, pair_tables.pairs):
        table.drop(connection)
    tables.metadata.create_all(connection)
    recount(connection, connection.execute(select(tables.tellings.c.deed).distinct()).scalars().all())


def _block_all(connection: Connection) -> None:
    tables.blocks.drop(connection)
    tables.metadata.create_all(connection)
    bodies = connection.execute(select(tables.tellings.c.body).order_by(tables.tellings.c.claim)).scalars().all()
    for at in range(0, len(bodies), _PAGE):
        enter_blocks(connection, [unpack(Telling, json.loads(body)) for body in bodies[at : at + _PAGE]])

"""Bringing records of older layouts up to date. Nothing that was recorded is lost or changed."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine

from dragoman.errors import RecordError
from dragoman.record import asking, tables
from dragoman.record.claim import claims
from dragoman.record.engine import layout, open_engine, set_layout
from dragoman.record.findable import find_all
from dragoman.record.writing import enter


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
            if layout(connection) < tables.LAYOUT:  # no other process was faster
                if found < 3:
                    _from_1(connection)
                _from_3(connection)
                set_layout(connection)
    except RecordError as error:
        raise RecordError(
            f"{path} has layout {found} of an older dragoman and must be brought to layout {tables.LAYOUT} once, by "
            f"somebody who may write it: {error}"
        ) from error
    finally:
        writer.dispose()
    return open_engine(path, read_only=read_only)


def _from_1(connection: Connection) -> None:
    """Layout 2 added judgements, corrections and more of an index, layout 3 the counts of pairs.

    What was read before is indexed, judged and counted anew.
    """
    for index in tables.INDEX:
        index.drop(connection, checkfirst=True)
    tables.metadata.create_all(connection)
    for document in [document.id for document in asking.documents(connection)]:
        for reading, coding in list(asking.readings(connection, tables.readings.c.document == document)):
            enter(connection, coding, [claim.id for claim in claims(coding)], reading=reading)


def _from_3(connection: Connection) -> None:
    """Layout 4 added the search. It is made from the texts and names; nothing is judged anew."""
    connection.exec_driver_sql("ALTER TABLE documents ADD COLUMN number BIGINT")
    tables.metadata.create_all(connection)
    for table in (tables.documents, tables.actors):
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    find_all(connection)

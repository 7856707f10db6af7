"""Opening the record's database file: what SQLite needs, and what is wrong when it will not open.

The record is written with SQLAlchemy Core only. What is particular to SQLite is in this file and in ``upsert``.
Few rows are taken with ``all()``, many in ``partitions()``: one by one each costs ten times as much.
"""

from __future__ import annotations

import functools
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn, TypeVar
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, Executable, QueuePool, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from dragoman.errors import RecordError
from dragoman.record import pair_tables, search_tables  # noqa: F401 - their tables belong to the metadata
from dragoman.record.tables import LAYOUT, OLDEST, metadata

APPLICATION_ID = 0x4452474D  # "DRGM", at byte 68 of the file; `file` and SQLite's own tools show it
_PATIENCE = 30.0  # seconds to wait while another process writes
_MAPPED = 2**31  # bytes that are read where they lie: what a reader keeps is void with each report that is written
_CACHE = 64 * 1024  # KiB of pages kept: with SQLite's 2,000 a large record reads each index anew for each document
Value = TypeVar("Value", str, int)
Columns = ReadOnlyColumnCollection[str, Any]
Merging = Callable[[Columns, Columns], Mapping[str, Any]]  # of the row that is there and the new one: what is set
_MANY = 500  # values in one IN (...)


def open_engine(path: Path, *, read_only: bool) -> Engine:
    """An engine over the record at ``path``, which is made if it is not there (unless ``read_only``).

    :raises RecordError: it is no record, damaged, of another version, or cannot be opened or made.
    """
    check_place(path, read_only=read_only)
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=lambda: _connect(path, read_only=read_only),
        poolclass=QueuePool,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", lambda context: _explain(context, path))
    try:
        _check(engine, path, read_only=read_only)
    except RecordError:
        engine.dispose()
        raise
    return engine


def upsert(connection: Connection, table: Table, rows: list[dict[str, Any]], *, update: Iterable[str]) -> None:
    """Insert rows by primary key; where a row is already there, set only the columns in ``update``."""
    if rows:
        connection.execute(_upsert(connection.dialect.name, table, tuple(sorted(update))), rows)


def merge(connection: Connection, table: Table, rows: list[dict[str, Any]], how: Merging) -> None:
    """Insert rows by primary key; where a row is already there, set what ``how`` makes of its columns and the new ones.

    ``how`` is a function of a module, not made anew each time: its statement is kept.
    """
    if rows:
        connection.execute(_merge(connection.dialect.name, table, how), rows)


def parts(values: Iterable[Value]) -> Iterator[list[Value]]:
    """Values, each once and in order, in lists that a statement can hold: SQLite has a limit, long ones are slow."""
    listed = sorted(set(values))
    yield from (listed[at : at + _MANY] for at in range(0, len(listed), _MANY))


@functools.cache
def _upsert(dialect: str, table: Table, update: tuple[str, ...]) -> Executable:
    """Kept, because making the statement takes longer than running it."""
    return _merge(dialect, table, lambda _, new: {name: new[name] for name in update})


@functools.cache
def _merge(dialect: str, table: Table, how: Merging) -> Executable:
    insert = (postgresql if dialect == "postgresql" else sqlite).insert(table)
    changed = how(table.c, insert.excluded)
    statement: Executable = insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=changed)
    return statement


def check_place(path: Path, *, read_only: bool) -> None:
    """See that a record is, or (unless ``read_only``) can be, at ``path``.

    :raises RecordError: it cannot.
    """
    if path.is_dir():
        raise RecordError(f"{path} is a folder. Name the record's file, such as {path / 'dragoman.db'}.")
    if read_only and not path.exists():
        raise RecordError(f"There is no record at {path}. `dragoman read PATHS… --record {path}` makes one.")
    if not path.parent.is_dir():
        raise RecordError(f"There is no folder {path.parent} for the record {path.name}. Make it first.")


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(str(path))}?{_mode(path, read_only=read_only)}",
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,  # or the driver begins transactions of its own, and not before SELECT
        check_same_thread=False,
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = {-_CACHE}")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
    connection.execute(f"PRAGMA query_only = {int(read_only)}")
    return connection


def _mode(path: Path, *, read_only: bool) -> str:
    """How the file is opened. A reader who may write there opens it so, or it would leave SQLite's side files behind;
    a reader who may not can still read a record that nobody is writing."""
    if not read_only:
        return "mode=rwc"
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "mode=rw"
    return "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "mode=ro&immutable=1"


def _begin(connection: Connection) -> None:
    """A reader sees one state of the record from its first SELECT on; a writer takes its turn before it reads."""
    kind = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")


def _check(engine: Engine, path: Path, *, read_only: bool) -> None:
    """Only a file that is ours, or empty, is ever written to."""
    with engine.connect() as connection:
        application, layout, things = _header(connection)
    if application == APPLICATION_ID:
        _check_layout(path, layout)
    elif application != 0 or layout != 0 or things:
        raise RecordError(
            f"{path} is a database of another program (application id {application}, {things} tables and indexes), not "
            "a record of dragoman. It was left as it is. Choose another file with --record."
        )
    elif read_only:
        raise RecordError(f"{path} is empty: nothing was recorded yet. `dragoman read PATHS… --record {path}` does it.")
    else:
        _make(engine, path)


def _check_layout(path: Path, layout: int) -> None:
    if not OLDEST <= layout <= LAYOUT:
        maker = "a newer dragoman: upgrade this one" if layout > LAYOUT else "an older dragoman: read the reports anew"
        raise RecordError(f"{path} has layout {layout}, this dragoman knows layout {LAYOUT}. It was made by {maker}.")


def layout(connection: Connection) -> int:
    """Which layout the tables have; one below ``LAYOUT`` is to be brought up to date (see ``migrations``)."""
    return _header(connection)[1]


def set_layout(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version = {LAYOUT}")


def _header(connection: Connection) -> tuple[int, int, int]:
    queries = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    application, layout, things = (connection.exec_driver_sql(query).scalar_one() for query in queries)
    return application, layout, things


def _make(engine: Engine, path: Path) -> None:
    """The tables and the header in one transaction: a record is whole or not there."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")  # kept in the file; not possible inside a transaction
    finally:
        raw.close()
    with engine.execution_options(begin="IMMEDIATE").begin() as connection:
        application, layout, _ = _header(connection)
        if application == APPLICATION_ID:  # another process was faster
            _check_layout(path, layout)
            return
        metadata.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        set_layout(connection)


def _explain(context: ExceptionContext, path: Path) -> None:
    """Turns what the database says into what the user can do. Faults of our own statements pass as they are."""
    error = context.original_exception
    if not isinstance(error, sqlite3.DatabaseError) or isinstance(error, sqlite3.IntegrityError):
        return
    found = str(error)
    for sign, advice in _ADVICE.items():
        if sign in found:
            _raise(f"{path}: {found}. {advice}", error)


_ADVICE = {
    "not a database": "It is no record of dragoman, or its beginning is damaged. Choose another file with --record.",
    "malformed": (
        "The record is damaged. Keep a copy, then move it away and read the reports anew; "
        "`sqlite3 FILE .recover` may save judgements made by hand."
    ),
    "locked": f"Another process has been writing for over {_PATIENCE:.0f} seconds. Wait for it or end it.",
    "full": "The disk is full. What was recorded before is kept; make room and run the same command again.",
    "readonly": "The record may not be written by this user. Change its permissions or choose another file.",
    "unable to open": "Check that the file and its folder may be read and written by this user.",
    "no such module": "The SQLite of this Python has no full-text search (FTS5). Use another Python: most have it.",
    "disk I/O": "The disk gave an error. What was recorded before is kept; check the disk.",
}


def _raise(message: str, cause: BaseException) -> NoReturn:
    raise RecordError(message) from cause

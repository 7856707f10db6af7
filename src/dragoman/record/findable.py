"""Keeping the full-text index: written with what it indexes, in the same transaction.

What is taken out of such an index must be given just as it was put in.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, insert, select

from dragoman.actors.actor import Actor
from dragoman.record.days import FIRST, LAST
from dragoman.record.engine import parts
from dragoman.record.search_tables import named, names, words
from dragoman.record.tables import actors, documents
from dragoman.texts.document import content_id

NAMED = ("person", "office", "body")  # states are found in the codebook, groups by the words of reports
_HASH = 41  # bits; those above are for the day
Row = dict[str, Any]


def number(connection: Connection, row: Row) -> int:
    """The number of a document: the later it was published, the higher; those of one day in no order.

    It is worked out from the document, so that the order of reading does not show; where another has it, the next.
    """
    table, (first, last) = documents, (row["first_day"], row["last_day"])
    day = first if first not in (FIRST, LAST) else last if last not in (FIRST, LAST) else "0001-01-01"
    found = (datetime.date.fromisoformat(day).toordinal() << _HASH) + _hashed(row["id"], bits=_HASH)
    while connection.execute(select(table.c.id).where(table.c.number == found, table.c.id != row["id"])).first():
        found += 1
    return found


def find_document(connection: Connection, old: Row | None, new: Row) -> None:
    """Let a document be found by its words; ``old`` is its row before, if there was one."""
    columns = ("number", "title", "text")
    before, after = ({name: row[name] for name in columns} if row else None for row in (old, new))
    if before == after:
        return
    if before:
        connection.execute(insert(words), [_entry(before) | {"words": "delete"}])
    connection.execute(insert(words), [_entry(new)])


def find_actors(connection: Connection, told: Iterable[Actor]) -> None:
    """Let those who are named be found by their names."""
    rows = [{"name": actor.name, "actor_kind": actor.actor_kind, "country": actor.country} for actor in told]
    _enter(connection, (row for row in rows if row["actor_kind"] in NAMED))


def find_all(connection: Connection) -> None:
    """Number and index all there is, in a record that had no such index."""
    table = documents
    rows = connection.execute(select(table.c.id, table.c.first_day, table.c.last_day)).all()
    for row in rows:
        given = number(connection, row._asdict())
        connection.execute(table.update().where(table.c.id == row.id).values(number=given))
    query = select(table.c.number, table.c.title, table.c.text).order_by(table.c.number)
    connection.execute(insert(words).from_select(["rowid", "title", "text"], query))
    told = select(actors.c.name, actors.c.actor_kind, actors.c.country).distinct()
    _enter(connection, [row._asdict() for row in connection.execute(told.where(actors.c.actor_kind.in_(NAMED)))])


def _enter(connection: Connection, rows: Iterable[Row]) -> None:
    by_number = {_hashed(*row.values(), bits=62): row for row in rows}
    new = sorted(by_number.keys() - set(_known(connection, by_number)))
    if new:
        connection.execute(insert(names), [by_number[number] | {"number": number} for number in new])
        connection.execute(insert(named), [{"rowid": number, "name": by_number[number]["name"]} for number in new])


def _known(connection: Connection, numbers: Iterable[int]) -> Iterator[int]:
    for some in parts(numbers):
        yield from connection.execute(select(names.c.number).where(names.c.number.in_(some))).scalars()


def _entry(row: Row) -> Row:
    return {"rowid": row["number"], "title": row["title"], "text": row["text"]}


def _hashed(*parts: object, bits: int) -> int:
    return int(content_id("", *parts), 16) >> (64 - bits)

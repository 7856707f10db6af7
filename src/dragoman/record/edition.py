"""Which state of the record something was taken from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, func, select

from dragoman.record import tables

_READ = tables.readings.c
_HOLDS = _READ.superseded_by.is_(None)


@dataclass(frozen=True, slots=True)
class Edition:
    """The readings that hold: how many documents, read by which coders with which codebooks, in order of their names.

    ``latest`` is when the youngest of them was made (UTC, ISO 8601), ``None`` if there are none.
    """

    documents: int
    coders: tuple[str, ...]
    codebooks: tuple[str, ...]
    latest: str | None


def edition(connection: Connection) -> Edition:
    coders = list(_each(connection, _READ.coder))
    codebooks = {book for coder in coders for book in _each(connection, _READ.codebook, _READ.coder == coder)}
    latest = select(func.max(_READ.first_seen)).where(_HOLDS)
    return Edition(
        documents=connection.execute(select(func.count()).select_from(tables.documents)).scalar_one(),  # a reading each
        coders=tuple(coders),
        codebooks=tuple(sorted(codebooks)),
        latest=connection.execute(latest).scalar_one(),
    )


def _each(connection: Connection, column: Column[str], *conditions: ColumnElement[bool]) -> Iterator[str]:
    """The values that a column has in readings that hold, in order: from one to the next in an index, not over all."""
    query = select(func.min(column)).where(_HOLDS, *conditions)
    value = connection.execute(query).scalar_one()
    while value is not None:
        yield value
        value = connection.execute(query.where(column > value)).scalar_one()

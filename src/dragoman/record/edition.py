"""Which state of the record something was taken from."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.record import tables


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
    readings = tables.readings
    holds = readings.c.superseded_by.is_(None)
    made = select(readings.c.coder, readings.c.codebook).where(holds).distinct()
    coders, codebooks = set(), set()
    for coder, codebook in connection.execute(made):
        coders.add(coder)
        codebooks.add(codebook)
    count, latest = connection.execute(select(func.count(), func.max(readings.c.first_seen)).where(holds)).one()
    return Edition(count, tuple(sorted(coders)), tuple(sorted(codebooks)), latest)

"""The list of deeds, each where the first of its tellings is listed. A page costs the same wherever it lies."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain, islice
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, select, tuple_

from dragoman.record.by_states import along
from dragoman.record.days import LAST
from dragoman.record.filter import Filter, of_events
from dragoman.record.following import gone, order
from dragoman.record.tables import events, tellings

_PAGE = 100  # tellings at a time
Place: TypeAlias = tuple[Any, ...]  # what a telling is listed by, and its deed
Query: TypeAlias = Select[*tuple[Any, ...]]  # for places


def ids(connection: Connection, wanted: Filter, after: str | None) -> Iterator[str]:
    """The deeds with a telling that is wanted, in order; with ``latest`` those at the end of the list.

    :raises UsageError: ``after`` is none of them.
    """
    key = order(along(events, wanted.states))
    every = select(*key, tellings.c.deed).join_from(events, tellings, tellings.c.claim == events.c.claim)
    told: Query = every.where(*of_events(wanted, at_hand=True))
    walked: Query = every.where(*of_events(wanted))
    last = None
    if after is not None:
        last = next(_first(connection, told, [after]), None)
        if last is None:
            raise gone(after)
        walked = walked.where(tuple_(*key) > tuple_(*last[:-1]))
    if wanted.latest and wanted.limit:
        back = walked.order_by(*(column.desc() for column in key))
        seen = set[str]()  # by both: a deed that has a date is none without
        dated, undated = (
            _passed(connection, back.where(end), told, last, seen, down=True) for end in (key[0] < LAST, key[0] == LAST)
        )
        found = iter(sorted(islice(chain(dated, undated), wanted.limit)))
    else:
        found = islice(_passed(connection, walked.order_by(*key), told, last, set(), down=False), wanted.limit)
    return (deed for *_, deed in found)


def _passed(
    connection: Connection, walked: Query, told: Query, last: Place | None, seen: set[str], *, down: bool
) -> Iterator[Place]:
    """The places of deeds beyond the last one, up or down, as their tellings are passed.

    Going down, a deed waits until the first of its tellings is passed.
    """
    waiting: list[Place] = []
    for rows in connection.execution_options(yield_per=_PAGE).execute(walked).partitions():
        new = {row.deed for row in rows} - seen
        seen |= new
        waiting += (place for place in _first(connection, told, new) if last is None or place > last)
        waiting.sort(reverse=down)
        here = tuple(rows[-1])
        ready = sum(place >= here if down else place <= here for place in waiting)
        yield from waiting[:ready]
        del waiting[:ready]
    yield from waiting


def _first(connection: Connection, told: Query, deeds: Collection[str]) -> Iterator[Place]:
    """The place of each deed: of its first telling."""
    first: dict[str, Place] = {}
    for *key, deed in connection.execute(told.where(tellings.c.deed.in_(sorted(deeds)))).all():
        first[deed] = min((*key, deed), first.get(deed, (*key, deed)))
    yield from first.values()

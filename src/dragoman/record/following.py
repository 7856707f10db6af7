"""Going on in a list: what follows a thing in the order of the list, however much was read in between.

Each list has an order of its own in which no two things are alike, so the id of the last thing of a page is all that is
needed to find the next page. No page is counted off from the beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Table, select, tuple_

from dragoman.errors import UsageError
from dragoman.record import tables
from dragoman.record.by_states import along

Thing = TypeVar("Thing")


def order(table: Table) -> tuple[ColumnElement[str], ...]:
    """By what events, statements, agreements, figures, these by states, or documents are listed."""
    if table is tables.documents:
        return table.c.name, table.c.id
    return tuple(table.c[name] for name in tables.LISTED_BY)


def following(
    connection: Connection, table: Table, after: str | None, states: Sequence[str] = ()
) -> Iterator[ColumnElement[bool]]:
    """The condition that rows come after the one with the id ``after`` in the list of these states; none where that is
    ``None``.

    :raises UsageError: there is no such row.
    """
    if after is None:
        return
    last = connection.execute(select(*order(table)).where(table.c.id == after).limit(1)).first()
    if last is None:
        raise gone(after)
    yield tuple_(*order(along(table, states))) > tuple_(*last)


def rest(things: Iterable[tuple[str, Thing]], after: str | None) -> Iterator[Thing]:
    """Of things with their ids, in order, those that follow the one with the id ``after``; all where that is ``None``.

    :raises UsageError: there is no such thing.
    """
    ids = iter(things)
    if after is not None and not any(id == after for id, _ in ids):
        raise gone(after)
    yield from (thing for _, thing in ids)


def gone(after: str) -> UsageError:
    """What is said where the thing to go on after is not in the list."""
    return UsageError(
        f"The list holds nothing with the id {after!r} to go on after. Ask for it again from its beginning."
    )

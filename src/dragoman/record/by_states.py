"""What is listed for one state or for two: entered with what a document tells, found in the order of the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sqlalchemy import ColumnElement, Connection, Insert, Table, bindparam, func, insert, literal, select, union

from dragoman.record.tables import LISTED_BY, agreements, by_states, events, figures, sides, statements

PARTIES = ("actor", "recipient")
# In which roles a state has what is listed for it; and of two the other, as the one or the other way about.
_ROLES = {
    events: (PARTIES, PARTIES),
    statements: (("speaker",), ("about", "addressee")),
    agreements: (("party",), ("party",)),
    figures: (("party",), ("party",)),
}


def along(table: Table, states: Sequence[str]) -> Table:
    """Whose columns give the order in which ``table`` is listed for these states."""
    return by_states if states else table


def of_states(table: Table, states: Sequence[str], *, at_hand: bool = False) -> Iterator[ColumnElement[bool]]:
    """The conditions that rows of ``table`` are listed for these states, one or two; none where there is no state.

    ``at_hand``: few rows are asked whether they are; SQLite would go along the whole list for them.
    """
    if states:
        one, other = sorted(set(states)) if len(set(states)) > 1 else (states[0], "")
        yield by_states.c.claim == table.c.claim
        if not at_hand:
            yield by_states.c.kind == table.name
        yield by_states.c.one == one
        yield by_states.c.other == other


def enter(connection: Connection, tables: Iterable[Table] = tuple(_ROLES), document: str | None = None) -> None:
    """List what these tables have of the document with this id (``None``: of all) by its sides; it must not be listed
    yet."""
    for table in tables:
        if table in _ROLES:
            connection.execute(_entering(table, one=document is not None), {"of": document})


@cache
def _entering(table: Table, *, one: bool) -> Insert:
    """Kept, because making the statement takes longer than running it."""
    a, b = sides.alias("a"), sides.alias("b")
    roles, others = _ROLES[table]
    listed = [*(table.c[name] for name in ("claim", *LISTED_BY)), literal(table.name)]
    alone = (
        select(*listed, a.c.country, literal(""))
        .join_from(table, a, a.c.claim == table.c.claim)
        .where(a.c.role.in_(roles), a.c.country.is_not(None))
    )
    together = (
        select(*listed, func.min(a.c.country, b.c.country), func.max(a.c.country, b.c.country))
        .join_from(table, a, a.c.claim == table.c.claim)
        .join(b, b.c.claim == table.c.claim)
        .where(a.c.role.in_(roles), b.c.role.in_(others), a.c.country != b.c.country)
    )
    of_it = [table.c.document == bindparam("of")] if one else []
    names = ["claim", *LISTED_BY, "kind", "one", "other"]
    return insert(by_states).from_select(names, union(alone.where(*of_it), together.where(*of_it)))

"""What was done between two states, counted: kept beside the deeds, so that all pairs can be asked for at once.

``ties`` has a row for each pair of states of each deed, ``pairs`` counts them by kind. Counting all deeds when somebody
asks takes seconds in a large record; keeping the counts takes some statements a report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations, product
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, case, delete, func, insert, select

from dragoman.events.event import Status
from dragoman.record import across, tables
from dragoman.record.engine import parts, upsert

DONE: frozenset[Status] = frozenset({"occurred", "ongoing"})
_KEY = ("one", "other", "event", "mode", "cameo", "done")
Row = dict[str, Any]


class PairCount(NamedTuple):
    """How many deeds of one kind there are between two states (ISO3, in the order of the alphabet).

    ``event`` and ``mode`` are empty where PLOVER has none. ``done`` is false of what was planned, called for, denied
    ... ``first`` and ``last`` are the days of those known to the day, empty where there are none.
    """

    one: str
    other: str
    event: str
    mode: str
    cameo: str
    done: bool
    deeds: int
    first: str
    last: str


def counts(connection: Connection, state: str | None = None, limit: int | None = None) -> Iterator[PairCount]:
    """All counts, or those of the pairs that a state (ISO3) is one of; of so many pairs, those with the most deeds."""
    pairs = tables.pairs
    query = select(*(pairs.c[name] for name in PairCount._fields))
    if state:
        query = query.where(_with(state))
    if limit:
        done = func.sum(case((pairs.c.done, pairs.c.deeds), else_=0))
        most = select(pairs.c.one, pairs.c.other).group_by(pairs.c.one, pairs.c.other)
        most = most.where(_with(state)) if state else most
        best = most.order_by(done.desc(), pairs.c.one, pairs.c.other).limit(limit).subquery()
        query = query.join(best, (best.c.one == pairs.c.one) & (best.c.other == pairs.c.other))
    return (PairCount(*row) for row in connection.execute(query))


def _with(state: str) -> ColumnElement[bool]:
    return (tables.pairs.c.one == state) | (tables.pairs.c.other == state)


def recount(connection: Connection, deeds: Collection[str]) -> None:
    """Count these deeds as they are now, and no longer as they were."""
    table = tables.ties
    for some in parts(deeds):
        gone = [row._asdict() for row in connection.execute(select(table).where(table.c.deed.in_(some)))]
        come = list(_ties(connection, some))
        if sorted(map(_values, gone)) == sorted(map(_values, come)):
            continue
        connection.execute(delete(table).where(table.c.deed.in_(some)))
        if come:
            connection.execute(insert(table), come)
        more = Counter(map(_key, come))
        more.subtract(map(_key, gone))
        for key in sorted(more):
            _count(connection, key, more[key])


def _values(row: Row) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in tables.ties.columns)


def _key(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in _KEY)


def _count(connection: Connection, key: tuple[Any, ...], more: int) -> None:
    """Bring the count of a key up to date; its first and last day are at the ends of an index over the ties."""
    ties, pairs = tables.ties, tables.pairs
    here = [pairs.c[name] == value for name, value in zip(_KEY, key, strict=True)]
    deeds = (connection.execute(select(pairs.c.deeds).where(*here)).scalar() or 0) + more
    if not deeds:
        connection.execute(delete(pairs).where(*here))
        return
    days = select(ties.c.day).where(*(ties.c[name] == value for name, value in zip(_KEY, key, strict=True)))
    days = days.where(ties.c.day > "").limit(1)
    first, last = (connection.execute(days.order_by(end)).scalar() for end in (ties.c.day, ties.c.day.desc()))
    row = dict(zip(_KEY, key, strict=True)) | {"deeds": deeds, "first": first or "", "last": last or ""}
    upsert(connection, pairs, [row], update=["deeds", "first", "last"])


def _ties(connection: Connection, deeds: Collection[str]) -> Iterator[Row]:
    """The rows of these deeds, each by the telling that says most."""
    best = dict(_best(connection, deeds))
    events, sides = tables.events, tables.sides
    columns = ("claim", "event", "mode", "cameo", "status", "symmetric", "first_day", "last_day")
    found = connection.execute(select(*(events.c[name] for name in columns)).where(events.c.claim.in_(list(best))))
    countries: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    query = select(sides.c.claim, sides.c.role, sides.c.country).where(
        sides.c.claim.in_(list(best)), sides.c.role.in_(("actor", "recipient")), sides.c.country.is_not(None)
    )
    for claim, role, country in connection.execute(query):
        countries[claim, role][country] = None
    for row in found:
        acting, met = countries[row.claim, "actor"], countries[row.claim, "recipient"]
        pairs = combinations(acting, 2) if row.symmetric else product(acting, met)
        for one, other in sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}):
            yield {
                "deed": best[row.claim],
                "one": one,
                "other": other,
                "event": row.event or "",
                "mode": row.mode or "",
                "cameo": row.cameo,
                "done": row.status in DONE,
                "day": row.first_day if row.first_day == row.last_day else "",
            }


def _best(connection: Connection, deeds: Collection[str]) -> Iterator[tuple[str, str]]:
    """The claim of the telling that says most, with its deed."""
    told = tables.tellings
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for deed, claim in connection.execute(select(told.c.deed, told.c.claim).where(told.c.deed.in_(deeds))):
        claims[deed].append(claim)
    yield from ((alone[0], deed) for deed, alone in claims.items() if len(alone) == 1)
    for whole in across.whole(connection, sorted(deed for deed, several in claims.items() if len(several) > 1)):
        yield whole.claims[whole.tellings.index(whole.telling)], whole.id

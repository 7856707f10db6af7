"""What was done between two states, counted: kept beside the deeds, so that all pairs can be asked for at once.

``ties`` has a row for each pair of states of each deed, ``pairs`` counts them by kind. Counting all deeds when somebody
asks takes seconds in a large record; keeping the counts takes some statements a report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, product
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, bindparam, case, delete, func, insert, select, update

from dragoman.events.event import Status
from dragoman.record import across, pair_tables, tables
from dragoman.record.engine import Columns, merge, parts
from dragoman.record.pair_tables import KEY

DONE: frozenset[Status] = frozenset({"occurred", "ongoing"})
_FORGET = delete(pair_tables.ties).where(
    *(pair_tables.ties.c[name] == bindparam(f"_{name}") for name in ("deed", "one", "other"))
)
Key = tuple[str, str, str, str, str, bool]


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


class Tie(NamedTuple):
    """A row of ``ties``; the days are those of the interval in which it was done (see ``days``)."""

    deed: str
    one: str
    other: str
    event: str
    mode: str
    cameo: str
    done: bool
    first_day: str
    last_day: str

    @property
    def key(self) -> Key:
        return self[1:7]

    @property
    def day(self) -> str:
        """Empty where it is not known to the day."""
        return self.first_day if self.first_day == self.last_day else ""


class Dated(NamedTuple):
    """How many deeds of one kind two states have in one and the same interval of time, or in a month: from the first
    day of any of them to the last."""

    event: str
    mode: str
    cameo: str
    done: bool
    first_day: str
    last_day: str
    deeds: int


def counts(connection: Connection, *states: str, limit: int | None = None) -> Iterator[PairCount]:
    """All counts, those of the pairs that a state (ISO3) is one of, or those of two states; of so many pairs, those
    with the most deeds."""
    pairs = pair_tables.pairs
    query = select(*(pairs.c[name] for name in PairCount._fields)).where(*_of_states(pairs, states))
    if limit and len(states) < 2:
        of = pair_tables.totals.c
        most = select(of.one, of.other).where(*_of_states(pair_tables.totals, states))
        best = most.order_by(of.done.desc(), of.one, of.other).limit(limit).subquery()
        query = query.join(best, (best.c.one == pairs.c.one) & (best.c.other == pairs.c.other))
    return map(PairCount._make, connection.execute(query).all())


def dated(connection: Connection, one: str, other: str, *, exact: bool) -> Iterator[Dated]:
    """All deeds of two states, counted by kind and time; unless ``exact``, those of a month together."""
    ties = pair_tables.ties
    kind, days = [ties.c[name] for name in KEY[2:]], (ties.c.first_day, ties.c.last_day)
    query = select(*kind, func.min(days[0]), func.max(days[1]), func.count()).where(*_of_states(ties, (one, other)))
    query = query.group_by(*kind, pair_tables.MONTH, *(days if exact else ()))
    return map(Dated._make, connection.execute(query).all())


def _of_states(table: Table, states: Collection[str]) -> Iterator[ColumnElement[bool]]:
    """That a pair is of these states, one or two; none where there is no state."""
    if len(states) == 1:
        (state,) = states
        yield (table.c.one == state) | (table.c.other == state)
    elif states:
        yield table.c.one == min(states)
        yield table.c.other == max(states)


def recount(connection: Connection, deeds: Collection[str]) -> None:
    """Count these deeds as they are now, and no longer as they were."""
    table = pair_tables.ties
    for some in parts(deeds):
        before = set(map(Tie._make, connection.execute(select(table).where(table.c.deed.in_(some))).all()))
        after = set(_ties(connection, some))
        gone, come = sorted(before - after), sorted(after - before)
        if gone:
            connection.execute(_FORGET, [{"_deed": tie.deed, "_one": tie.one, "_other": tie.other} for tie in gone])
        if come:
            connection.execute(insert(table), [tie._asdict() for tie in come])
            more = [PairCount(*tie.key, 1, tie.day, tie.day)._asdict() for tie in come]
            merge(connection, pair_tables.pairs, more, _with_one_more)
        for key, fewer in Counter(tie.key for tie in gone).items():
            _count_fewer(connection, key, fewer)
        _total(connection, come, gone)


def _total(connection: Connection, come: Iterable[Tie], gone: Iterable[Tie]) -> None:
    totals = pair_tables.totals
    done, deeds = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for ties, more in ((come, 1), (gone, -1)):
        for tie in ties:
            deeds[tie.one, tie.other] += more
            done[tie.one, tie.other] += more * tie.done
    rows = [
        {"one": one, "other": other, "done": done[one, other], "deeds": count} for (one, other), count in deeds.items()
    ]
    merge(connection, totals, rows, _added)
    for one, other in sorted(pair for pair, count in deeds.items() if count < 0):
        connection.execute(delete(totals).where(*_of_states(totals, (one, other)), totals.c.deeds == 0))


def _added(old: Columns, new: Columns) -> dict[str, ColumnElement[Any]]:
    return {"done": old.done + new.done, "deeds": old.deeds + new.deeds}


def total_all(connection: Connection) -> None:
    """Fill ``totals``, which must be empty, from ``pairs``."""
    pairs, totals = pair_tables.pairs, pair_tables.totals
    done = func.sum(case((pairs.c.done, pairs.c.deeds), else_=0))
    added = select(pairs.c.one, pairs.c.other, done, func.sum(pairs.c.deeds)).group_by(pairs.c.one, pairs.c.other)
    connection.execute(insert(totals).from_select(["one", "other", "done", "deeds"], added))


def _with_one_more(old: Columns, new: Columns) -> dict[str, ColumnElement[Any]]:
    """Nothing is read for it: SQLite would go through all pairs for ``(one, other) IN (VALUES ...)``."""
    earlier = (new.first != "") & ((old.first == "") | (new.first < old.first))
    return {
        "deeds": old.deeds + new.deeds,
        "first": case((earlier, new.first), else_=old.first),
        "last": case((new.last > old.last, new.last), else_=old.last),
    }


def _count_fewer(connection: Connection, key: Key, fewer: int) -> None:
    """The days of what is left are looked up."""
    pairs, (first, last) = pair_tables.pairs, _ends(connection, key)
    here = tuple(_of(pairs, key))
    connection.execute(update(pairs).where(*here).values(deeds=pairs.c.deeds - fewer, first=first, last=last))
    connection.execute(delete(pairs).where(*here, pairs.c.deeds == 0))


def _ends(connection: Connection, key: Key) -> tuple[str, str]:
    """The first and last day of a key; they are at the ends of an index over the ties."""
    ties = pair_tables.ties
    day = ties.c.first_day
    days = select(day).where(*_of(ties, key), day == ties.c.last_day).limit(1)
    order = (pair_tables.MONTH, day)
    first = connection.execute(days.order_by(*order)).scalar()
    last = connection.execute(days.order_by(*(column.desc() for column in order))).scalar()
    return first or "", last or ""


def _of(table: Table, key: Key) -> Iterator[ColumnElement[bool]]:
    return (table.c[name] == value for name, value in zip(KEY, key, strict=True))


def _ties(connection: Connection, deeds: Collection[str]) -> Iterator[Tie]:
    """The rows of these deeds, each by the telling that says most."""
    best = dict(_best(connection, deeds))
    events, sides = tables.events, tables.sides
    columns = ("claim", "event", "mode", "cameo", "status", "symmetric", "first_day", "last_day")
    told = select(*(events.c[name] for name in columns)).where(events.c.claim.in_(list(best)))
    found = connection.execute(told).all()
    countries: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    query = select(sides.c.claim, sides.c.role, sides.c.country).where(
        sides.c.claim.in_(list(best)), sides.c.role.in_(("actor", "recipient")), sides.c.country.is_not(None)
    )
    for claim, role, country in connection.execute(query).all():
        countries[claim, role][country] = None
    for row in found:
        acting, met = countries[row.claim, "actor"], countries[row.claim, "recipient"]
        pairs = combinations(acting, 2) if row.symmetric else product(acting, met)
        for one, other in sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}):
            what = (row.event or "", row.mode or "", row.cameo, row.status in DONE)
            yield Tie(best[row.claim], one, other, *what, row.first_day, row.last_day)


def _best(connection: Connection, deeds: Collection[str]) -> Iterator[tuple[str, str]]:
    """The claim of the telling that says most, with its deed."""
    told = tables.tellings
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for deed, claim in connection.execute(select(told.c.deed, told.c.claim).where(told.c.deed.in_(deeds))).all():
        claims[deed].append(claim)
    yield from ((alone[0], deed) for deed, alone in claims.items() if len(alone) == 1)
    for whole in across.whole(connection, sorted(deed for deed, several in claims.items() if len(several) > 1)):
        yield whole.claims[whole.tellings.index(whole.telling)], whole.id

"""What a selection holds, counted where it lies: between which states, by which, and at which places.

For pictures of many deeds at once. The whole record is counted by ``pairs``; here it is a part, and a bounded one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, Select, case, func, select, union_all

from dragoman.events.event import Event, Place
from dragoman.record import pair_tables, tables
from dragoman.record.body import unpack
from dragoman.record.by_states import along
from dragoman.record.days import FIRST, LAST
from dragoman.record.engine import parts
from dragoman.record.filter import Filter, of_events
from dragoman.record.pair_tables import KEY
from dragoman.record.pairs import DONE, PairCount


class StateCount(NamedTuple):
    """In how many deeds of one kind with other states a state (ISO3) took part. ``event`` is empty where PLOVER has
    none."""

    state: str
    event: str
    deeds: int


class PlaceCount(NamedTuple):
    """How many deeds of one kind were done at a place, and the last day of those known to the day (else empty).

    What several reports place differently counts at each place.
    """

    place: Place
    event: str
    deeds: int
    last: str


@dataclass(frozen=True, slots=True)
class Tally:
    """``states`` and ``places`` count what was done, ``pairs`` also what was not.

    ``unplaced`` is how many deeds were done at no place that a report names. ``cut``: there was more than was to be
    counted, and what lies farthest back was left out.
    """

    pairs: tuple[PairCount, ...]
    states: tuple[StateCount, ...]
    places: tuple[PlaceCount, ...]
    unplaced: int
    cut: bool


def tally(connection: Connection, wanted: Filter, most: int) -> Tally:
    """The deeds that a filter lets through, of at most so many tellings: the latest, undated ones last."""
    latest = _latest(wanted, most)
    tellings = connection.execute(select(func.count()).select_from(_latest(wanted, most + 1).subquery())).scalar_one()
    return Tally(
        pairs=tuple(_pairs(connection, latest)),
        states=tuple(_states(connection, latest)),
        places=tuple(_places(connection, latest)),
        unplaced=_unplaced(connection, latest),
        cut=tellings > most,
    )


def _latest(wanted: Filter, most: int) -> Select[tuple[str, str]]:
    """Claim and deed. Both parts are read from the end of an index, so a large record takes no longer."""
    events, told = tables.events, tables.tellings
    day = along(events, wanted.states).c.first_day
    some = (
        select(told.c.claim, told.c.deed, day)
        .join_from(events, told, told.c.claim == events.c.claim)
        .where(*of_events(wanted))
        .order_by(day.desc())
        .limit(most)
    )
    dated = some.where(day < LAST).subquery()
    undated = some.where(day == LAST).subquery()
    both = union_all(select(dated), select(undated)).subquery()
    undated_last = case((both.c.first_day == LAST, FIRST), else_=both.c.first_day).desc()
    return select(both.c.claim, both.c.deed).order_by(undated_last).limit(most)


def _pairs(connection: Connection, latest: Select[tuple[str, str]]) -> Iterator[PairCount]:
    ties, deeds = pair_tables.ties, select(latest.subquery().c.deed)
    kind = [ties.c[name] for name in KEY]
    day = case((ties.c.first_day == ties.c.last_day, ties.c.first_day))
    days = func.coalesce(func.min(day), ""), func.coalesce(func.max(day), "")
    query = select(*kind, func.count(), *days).where(ties.c.deed.in_(deeds)).group_by(*kind).order_by(*kind)
    return map(PairCount._make, connection.execute(query).all())


def _states(connection: Connection, latest: Select[tuple[str, str]]) -> Iterator[StateCount]:
    ties, deeds = pair_tables.ties, select(latest.subquery().c.deed)
    sides = union_all(
        *(select(ties.c[side].label("state"), ties.c.event, ties.c.deed).where(ties.c.done, ties.c.deed.in_(deeds))
          for side in ("one", "other"))
    ).subquery()  # fmt: skip
    counted = select(sides.c.state, sides.c.event, func.count(sides.c.deed.distinct()))
    rows = connection.execute(counted.group_by(sides.c.state, sides.c.event).order_by(sides.c.state, sides.c.event))
    return map(StateCount._make, rows)


def _places(connection: Connection, latest: Select[tuple[str, str]]) -> Iterator[PlaceCount]:
    events, some = tables.events, latest.subquery()
    kind = func.coalesce(events.c.event, "")
    day = case((events.c.first_day == events.c.last_day, events.c.first_day), else_="")
    query = (
        select(events.c.place, kind, func.count(some.c.deed.distinct()), func.max(day), func.min(events.c.claim))
        .join_from(some, events, events.c.claim == some.c.claim)
        .where(events.c.place.is_not(None), events.c.status.in_(DONE))
        .group_by(events.c.place, kind)
        .order_by(events.c.place, kind)
    )
    rows = connection.execute(query).all()
    known = _known(connection, {name: claim for name, *_, claim in reversed(rows)})
    yield from (PlaceCount(known[name], event, deeds, last) for name, event, deeds, last, _ in rows)


def _known(connection: Connection, told: Mapping[str, str]) -> dict[str, Place]:
    """The places of these names with their coordinates, as the claim of each has it."""
    events, claims = tables.events, tables.claims
    body = func.coalesce(events.c.corrected, claims.c.body)
    query = select(body).join_from(claims, events, events.c.claim == claims.c.id)
    bodies = (row for some in parts(told.values()) for row in connection.execute(query.where(claims.c.id.in_(some))))
    places = (unpack(Event, json.loads(text)).place for (text,) in bodies)
    return {place.name: place for place in places if place}


def _unplaced(connection: Connection, latest: Select[tuple[str, str]]) -> int:
    events, some = tables.events, latest.subquery()
    placed = (
        select(some.c.deed).join_from(some, events, events.c.claim == some.c.claim).where(events.c.place.is_not(None))
    )
    done = (
        select(func.count(some.c.deed.distinct()))
        .join_from(some, events, events.c.claim == some.c.claim)
        .where(events.c.status.in_(DONE), some.c.deed.not_in(placed))
    )
    return connection.execute(done).scalar_one()

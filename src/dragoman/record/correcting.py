"""What users decided: kept beside the claims, found again after each reading, put over what the machine holds."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, or_, select, update

from dragoman.errors import UsageError
from dragoman.events.coding import Coding
from dragoman.events.event import Event
from dragoman.record import tables
from dragoman.record.body import dumps, pack, unpack
from dragoman.record.deeds import Pair, pair
from dragoman.record.engine import parts
from dragoman.record.ids import begins, the_one
from dragoman.record.judgement import Act, Correction
from dragoman.record.recoding import confirmed, recoded

_OVER = ("recode", "reject", "confirm")
_JOINING = ("merge", "split")


class Signed(NamedTuple):
    """Who corrects, when (UTC, ISO 8601) and why."""

    user: str
    made: str
    note: str


def keep(
    connection: Connection, act: Act, events: list[tuple[str, Event]], changes: Mapping[str, Any], by: Signed
) -> None:
    """Keep a correction of these (claim, event)."""
    table = tables.corrections
    number = int(connection.execute(select(func.coalesce(func.max(table.c.number), 0) + 1)).scalar_one())
    row = {"number": number, "act": act, "changes": dumps(changes)}
    connection.execute(insert(table), [row | {"note": by.note, "user": by.user, "made": by.made}])
    anchors = [
        {
            "correction": number,
            "position": position,
            "event": event.id,
            "document": event.document,
            "body": dumps(pack(event)),
            "claim": claim,
        }
        for position, (claim, event) in enumerate(events)
    ]
    connection.execute(insert(tables.anchors), anchors)


def wanted(connection: Connection, act: Act, ids: Iterable[str]) -> list[tuple[str, Event]]:
    """The events (with their claims) of ids, which may be of events or deeds, whole or their beginnings.

    :raises UsageError: there is no such event, more than one, or too few for what is to be done.
    """
    found = {claim: event for id in ids for claim, event in _events(connection, id)}
    if act == "merge" and len(found) < 2:
        raise UsageError("One event cannot be merged. Name two or more, or a deed (x…) and an event.")
    if act == "split" and len(found) == 1:
        found |= _joined(connection, *found)
    if not found:
        raise UsageError("Name the events: `dragoman events` shows their ids.")
    return list(found.items())


def find_again(connection: Connection, coding: Coding, claims: Iterable[str]) -> None:
    """Say of each anchor in a document which of its events, as read now, it is; ``claims`` are theirs, in order."""
    table = tables.anchors
    query = select(table).where(table.c.document == coding.document.id)
    now = dict(zip(claims, coding.events, strict=True))
    for row in connection.execute(query).all():
        claim = _nearest(unpack(Event, json.loads(row.body)), now)
        if claim != row.claim:
            this = (table.c.correction == row.correction, table.c.position == row.position)
            connection.execute(update(table).where(*this).values(claim=claim))


def corrected(connection: Connection, document: str, events: Mapping[str, Event]) -> dict[str, Event | None]:
    """By claim, of those that users recoded, rejected (``None``) or confirmed: the event as it is now."""
    anchors, what = tables.anchors, tables.corrections
    query = (
        select(anchors.c.claim, what)
        .join_from(anchors, what, what.c.number == anchors.c.correction)
        .where(anchors.c.document == document, anchors.c.claim.in_(list(events)), what.c.act.in_(_OVER))
        .order_by(what.c.number)
    )
    made: dict[str, Event | None] = {}
    for row in connection.execute(query):
        event = made.get(row.claim) or events[row.claim]
        if row.act == "reject":
            made[row.claim] = None
        elif row.act == "confirm":
            made[row.claim] = confirmed(event, user=row.user, note=row.note)
        else:
            made[row.claim] = recoded(event, json.loads(row.changes), user=row.user, note=row.note)
    return made


def decided(connection: Connection, claims: Collection[str]) -> tuple[set[Pair], set[Pair]]:
    """The pairs, with one of these claims in them, that users merged and split; of two decisions the newer holds."""
    anchors, what, numbers = tables.anchors, tables.corrections, set[int]()
    for some in parts(claims):
        query = (
            select(what.c.number).join_from(anchors, what).where(anchors.c.claim.in_(some), what.c.act.in_(_JOINING))
        )
        numbers.update(connection.execute(query).scalars())
    if not numbers:  # of nearly all reports
        return set(), set()
    query = (
        select(what, anchors.c.claim, anchors.c.position)
        .join_from(what, anchors)
        .where(what.c.number.in_(sorted(numbers)))
    )
    acts: dict[Pair, str] = {}
    rows = connection.execute(query.order_by(what.c.number, anchors.c.position))
    for _, group in groupby(rows, lambda row: row.number):
        for one, other in combinations(group, 2):
            touched = one.claim in claims or other.claim in claims
            if touched and (one.position == 0 or "alone" not in json.loads(one.changes)):
                acts[pair(one.claim, other.claim)] = one.act
    split = {both for both, act in acts.items() if act == "split"}
    return acts.keys() - split, split


def corrections(connection: Connection, *events: str) -> Iterator[Correction]:
    """What users decided, oldest first: all of it, or that on any of these events."""
    what, anchors, claims = tables.corrections, tables.anchors, tables.claims
    query = (
        select(what, anchors.c.event, anchors.c.claim, claims.c.thing)
        .join_from(what, anchors, anchors.c.correction == what.c.number)
        .join(claims, claims.c.id == anchors.c.claim, isouter=True)
        .order_by(what.c.number, anchors.c.position)
    )
    if events:
        now = anchors.c.claim.in_(select(claims.c.id).where(claims.c.thing.in_(events)))
        lost = anchors.c.claim.is_(None) & anchors.c.event.in_(events)
        query = query.where(what.c.number.in_(select(anchors.c.correction).where(or_(now, lost))))
    rows: dict[int, list[Any]] = {}
    for row in connection.execute(query):
        rows.setdefault(row.number, []).append(row)
    for number, group in rows.items():
        first, about = group[0], tuple(row.thing or row.event for row in group)
        gone = tuple(row.event for row in group if row.claim is None)
        yield Correction(number, first.act, about, first.note, first.user, first.made, json.loads(first.changes), gone)


def _events(connection: Connection, id: str) -> list[tuple[str, Event]]:
    """The event, or those of the deed, whose id begins so."""
    events, claims, told = tables.events, tables.claims, tables.tellings
    column = told.c.deed if id.startswith("x") else told.c.event
    names = connection.execute(select(column).distinct().where(begins(column, id)).limit(6)).scalars().all()
    if not id or not names:
        return _rejected(connection, id)
    query = (
        select(claims.c.id, func.coalesce(events.c.corrected, claims.c.body))
        .join_from(told, claims, claims.c.id == told.c.claim)
        .join(events, events.c.claim == claims.c.id)
        .where(column == the_one(names, id))
        .order_by(claims.c.id)
    )
    return [(claim, unpack(Event, json.loads(body))) for claim, body in connection.execute(query)]


def _joined(connection: Connection, claim: str) -> dict[str, Event]:
    """The other events of a claim's deed."""
    told = tables.tellings
    deed = connection.execute(select(told.c.deed).where(told.c.claim == claim)).scalar()
    if deed is None:
        raise UsageError("This event was rejected, so no deed has it. `dragoman correct confirm ID` takes it back in.")
    others = {other: event for other, event in _events(connection, deed) if other != claim}
    if not others:
        raise UsageError("This event is a deed of its own already: there is nothing to split it from.")
    return others


def _rejected(connection: Connection, id: str) -> list[tuple[str, Event]]:
    """An event that a user rejected is in no listing, but can be named to be taken back in."""
    anchors, claims = tables.anchors, tables.claims
    query = (
        select(claims.c.id, claims.c.body, claims.c.thing)
        .distinct()
        .join_from(anchors, claims, claims.c.id == anchors.c.claim)
        .where(begins(claims.c.thing, id))
    )
    rows = connection.execute(query).all() if id else []
    if len(rows) != 1:
        raise UsageError(
            f"The record holds no event or deed whose id begins with {id!r}. `dragoman events` shows the ids."
        )
    return [(rows[0].id, unpack(Event, json.loads(rows[0].body)))]


def _nearest(event: Event, now: Mapping[str, Event]) -> str | None:
    """The claim of the same event as it is read now: of the same id, else the one most alike that shares its words."""
    for claim, other in now.items():
        if other.id == event.id:
            return claim
    near = {claim: _alike(event, other) for claim, other in now.items() if _common(event, other)}
    return max(near, key=lambda claim: (near[claim], claim)) if near else None


def _alike(one: Event, other: Event) -> float:
    same = (one.event == other.event, one.mode == other.mode, one.channel == other.channel, one.cameo == other.cameo)
    return _common(one, other) * (1 + sum(same))


def _common(one: Event, other: Event) -> float:
    """The share of the first event's evidence that the other rests on too."""
    mine, theirs = ([e.span for e in event.evidence if e.field is None] for event in (one, other))
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in mine for b in theirs)
    return common / max(1, sum(map(len, mine)))


def put_over(connection: Connection, coding: Coding, claims: list[str]) -> tuple[Coding, list[str], dict[str, Event]]:
    """A coding as users corrected it, the claims of what is left, and by claim the events that were changed."""
    start = len(coding.actors)
    events = dict(zip(claims[start : start + len(coding.events)], coding.events, strict=True))
    made = corrected(connection, coding.document.id, events)
    changed = {claim: event for claim, event in made.items() if event is not None}
    if not made:
        return coding, claims, {}
    left = tuple(changed.get(claim, event) for claim, event in events.items() if made.get(claim, event) is not None)
    rejected = {claim for claim, event in made.items() if event is None}
    return replace(coding, events=left), [claim for claim in claims if claim not in rejected], changed

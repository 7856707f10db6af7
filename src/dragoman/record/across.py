"""What is asked of the record across documents: deeds, their reports, and why they are held to be one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from sqlalchemy import Connection, Row, or_, select

from dragoman.events.event import Event
from dragoman.record import asking, deed_list, tables
from dragoman.record.body import unpack
from dragoman.record.days import FIRST, LAST
from dragoman.record.deed import Deed, Report, Turn
from dragoman.record.filter import Filter
from dragoman.record.found import Found
from dragoman.record.ids import begins, the_one
from dragoman.record.judgement import Judgement, JudgementKind
from dragoman.record.same_event import Met
from dragoman.record.telling import Telling, day

_PAGE = 100  # deeds at a time


def canonical(connection: Connection, document: str) -> dict[str, str]:
    """By event of a document: the id of its deed."""
    table = tables.tellings
    query = select(table.c.event, table.c.deed).where(table.c.document == document)
    return {row.event: row.deed for row in connection.execute(query)}


def deeds(connection: Connection, wanted: Filter, *, after: str | None = None, judged: bool = True) -> Iterator[Deed]:
    """Deeds with a telling that is wanted, whole, in the order of the first such telling of each; unless ``judged``
    without what they are held to be, and what became of them.

    :raises UsageError: ``after`` is none of them.
    """
    ids = deed_list.ids(connection, wanted, after)
    while page := list(islice(ids, _PAGE)):
        yield from whole(connection, page, judged=judged)


def deed(connection: Connection, prefix: str) -> Deed:
    """The deed whose id begins so.

    :raises UsageError: there is none, or more than one.
    """
    column = tables.tellings.c.deed
    query = select(column).distinct().where(begins(column, prefix)).order_by(column).limit(6)
    ids = connection.execute(query).scalars().all()
    nothing = f"The record holds no deed whose id begins with {prefix!r}. `dragoman deeds` shows the ids."
    return next(whole(connection, [the_one(ids, prefix, nothing=nothing)]))


def whole(connection: Connection, ids: Collection[str], *, judged: bool = True) -> Iterator[Deed]:
    """The deeds of these ids, in their order."""
    events, told = tables.events, tables.tellings
    rows = connection.execute(select(told).where(told.c.deed.in_(ids))).all()
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        claims[row.deed].append(row.claim)
    by_event = {(row.document, row.event): row for row in rows}
    found: defaultdict[str, list[tuple[Found[Event], Row[tuple[object, ...]]]]] = defaultdict(list)
    for one in asking.found(connection, Event, events, [events.c.claim.in_([row.claim for row in rows])]):
        row = by_event[one.source.id, one.thing.id]
        found[row.deed].append((one, row))
    held, turns = _judged(connection, claims) if judged else (defaultdict(list), defaultdict(list))
    for id in ids:
        known = [(one, unpack(Telling, json.loads(row.body)), row.origin) for one, row in found[id]]
        known.sort(key=lambda item: (item[1].told, item[0].source.id))
        reports = {one.source.id: _report(one, telling, origin) for one, telling, origin in known}
        yield Deed(
            id=id,
            tellings=tuple(one for one, *_ in known),
            claims=tuple(telling.claim for _, telling, _ in known),
            reports=tuple(reports.values()),
            turns=tuple(turns[id]),
            judgements=tuple(held[id]),
        )


def _report(found: Found[Event], telling: Telling, origin: str) -> Report:
    first, last = telling.told
    dated = not telling.presumed and telling.last != LAST and FIRST < first <= last < LAST
    lag = max(0, day(last) - day(telling.last)) if dated else None
    return Report(found.source, (first, last), telling.credits, origin, lag)


def _judged(
    connection: Connection, claims: Mapping[str, list[str]]
) -> tuple[dict[str, list[Judgement]], dict[str, list[Turn]]]:
    """By deed: what holds its tellings together, and what became of it."""
    table, told = tables.judgements, tables.tellings
    deeds = {claim: deed for deed, mine in claims.items() for claim in mine}
    touching = or_(table.c.one.in_(list(deeds)), table.c.other.in_(list(deeds)))
    query = select(table).where(table.c.superseded_by.is_(None), touching).order_by(table.c.one, table.c.other)
    rows = connection.execute(query).all()
    far = {claim for row in rows for claim in (row.one, row.other)} - deeds.keys()
    query = select(told.c.claim, told.c.deed).where(told.c.claim.in_(sorted(far)))
    deeds |= {row.claim: row.deed for row in connection.execute(query).all()}
    judged: defaultdict[str, list[Judgement]] = defaultdict(list)
    turns: defaultdict[str, dict[tuple[JudgementKind, bool], tuple[float, str]]] = defaultdict(dict)
    for row in rows:
        one, other = deeds[row.one], deeds[row.other]
        if row.kind == "same event":
            if one == other:
                why = tuple(unpack(Met, met) for met in json.loads(row.why))
                judged[one].append(Judgement(row.kind, row.one, row.other, row.score, why, row.by))
            continue
        # Of several contacts that an announcement fits, the best is what became of it.
        for mine, theirs, before in ((one, other, False), (other, one, True)):
            best = (-row.score, theirs)
            turns[mine][row.kind, before] = min(best, turns[mine].get((row.kind, before), best))
    made = {
        id: [Turn(kind, theirs, before) for (kind, before), (_, theirs) in sorted(found.items())]
        for id, found in turns.items()
    }
    return judged, defaultdict(list, made)

"""Keeping the judgements up to date: after a document is read, what it touches is judged again, and nothing else.

The cost of a report grows with its candidates (tellings that share a block with one of its own) and with the deeds
they are part of, not with the record.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from dragoman.record import tables
from dragoman.record.body import dumps, pack, unpack
from dragoman.record.correcting import decided
from dragoman.record.deeds import Links, Pair, deed_id, deeds, pair
from dragoman.record.engine import parts, upsert
from dragoman.record.judgement import Judgement
from dragoman.record.lives import VERSION as LIVES
from dragoman.record.lives import life, may_turn
from dragoman.record.outline import outline
from dragoman.record.same_event import VERSION as SAME
from dragoman.record.same_event import forbidden, match, may_match
from dragoman.record.sources import origins
from dragoman.record.telling import Telling, blocks, window


def judge(connection: Connection, document: str, told: Collection[Telling], *, reading: str) -> set[str]:
    """Put ``told``, all that ``document`` tells, in the place of what it told before, and judge what that touches.

    Says which deeds may be others now: those that the document tells of or told of, and those that came or went.
    """
    before, were = _bodies(connection, document), _deeds(connection, document)
    after = {telling.claim: dumps(pack(telling)) for telling in told}
    gone = [claim for claim in before if before[claim] != after.get(claim)]
    come = [telling for telling in told if before.get(telling.claim) != after[telling.claim]]
    touched = _forget(connection, gone, reading)
    _enter(connection, come, after)
    _write(connection, _judgements(connection, come))
    changed = settle(connection, touched.union(telling.claim for telling in come))
    return changed | were | _deeds(connection, document)


def settle(connection: Connection, claims: Iterable[str]) -> set[str]:
    """Work out anew which deeds the tellings of these claims, and all joined with them, tell of, and from where.

    Says which deeds came, went, or have other tellings now.
    """
    reached, links = _links(connection, set(claims))
    held = _known(connection, reached)
    changed = set[str]()
    for group in deeds([telling for telling, *_ in held.values()], links, forbidden):
        deed, origin = deed_id(group), origins(group, _texts(connection, group))
        for telling in group:
            now = (deed, origin[telling.document])
            if held[telling.claim][1:] != now:
                this = tables.tellings.c.claim == telling.claim
                connection.execute(update(tables.tellings).where(this).values(deed=now[0], origin=now[1]))
                changed |= {held[telling.claim][1], deed}
    return changed


def _deeds(connection: Connection, document: str) -> set[str]:
    table = tables.tellings
    return set(connection.execute(select(table.c.deed).where(table.c.document == document)).scalars())


def _write(connection: Connection, judgements: Iterable[Judgement]) -> None:
    """Keep judgements; one that was superseded and is made again holds again."""
    rows = [
        {
            "id": judgement.id,
            "kind": judgement.kind,
            "one": judgement.one,
            "other": judgement.other,
            "score": judgement.score,
            "why": dumps(pack(judgement.why)),
            "by": judgement.by,
            "superseded_by": None,
        }
        for judgement in judgements
    ]
    upsert(connection, tables.judgements, rows, update=["superseded_by"])


def _known(connection: Connection, claims: Iterable[str]) -> dict[str, tuple[Telling, str, str]]:
    """The tellings of these claims, each with its deed and its origin, by claim."""
    table = tables.tellings
    found = {}
    for some in parts(claims):
        query = select(table.c.claim, table.c.body, table.c.deed, table.c.origin).where(table.c.claim.in_(some))
        for claim, body, deed, origin in connection.execute(query).all():
            found[claim] = (unpack(Telling, json.loads(body)), deed, origin)
    return found


def _texts(connection: Connection, group: Collection[Telling]) -> dict[str, str]:
    """The texts of the group's documents, by id; of a single one none is needed."""
    table, ids = tables.documents, sorted({telling.document for telling in group})
    if len(ids) == 1:
        return {}
    return {
        row.id: row.text
        for some in parts(ids)
        for row in connection.execute(select(table.c.id, table.c.text).where(table.c.id.in_(some)))
    }


def _bodies(connection: Connection, document: str) -> dict[str, str]:
    table = tables.tellings
    rows = connection.execute(select(table.c.claim, table.c.body).where(table.c.document == document))
    return {row.claim: row.body for row in rows}


def _forget(connection: Connection, claims: Collection[str], reading: str) -> set[str]:
    """Take tellings out, and what was judged of them; the claims that were joined with them come back."""
    table, partners = tables.judgements, {claim for both in decided(connection, claims)[0] for claim in both}
    for some in parts(claims):
        stale = (table.c.superseded_by.is_(None), _touching(some))
        for both in connection.execute(select(table.c.one, table.c.other).where(*stale)):
            partners.update(both)
        connection.execute(update(table).where(*stale).values(superseded_by=reading))
        for index in (tables.blocks, tables.tellings):
            connection.execute(delete(index).where(index.c.claim.in_(some)))
    return partners - set(claims)


def _enter(connection: Connection, come: Collection[Telling], bodies: dict[str, str]) -> None:
    if not come:
        return
    rows = [
        {
            "claim": telling.claim,
            "event": telling.event,
            "document": telling.document,
            "deed": deed_id([telling]),
            "origin": telling.document,
            "body": bodies[telling.claim],
        }
        for telling in come
    ]
    connection.execute(insert(tables.tellings), rows)
    enter_blocks(connection, come)


def enter_blocks(connection: Connection, come: Iterable[Telling]) -> None:
    """Keep the blocks of tellings that have none yet."""
    keys = [
        {"block": block, "claim": telling.claim, "first": days and days[0], "last": days and days[1]}
        for telling in come
        for block, days in _windows(telling).items()
    ]
    if keys:
        connection.execute(insert(tables.blocks), keys)


def _windows(telling: Telling) -> dict[str, tuple[int, int] | None]:
    """The blocks of a telling, with the days that another one in it must touch.

    A contact may be called off months before its day: a sentence in common finds that whatever the days. Of all else
    the days are heeded, or the reports with a sentence that stands in many would be a block that grows with the record.
    """
    days = window(telling)
    whenever = telling.family == "contact"
    return {block: None if whenever and block.startswith("s:") else days for block in blocks(telling)}


def _judgements(connection: Connection, come: Collection[Telling]) -> Iterator[Judgement]:
    candidates = _candidates(connection, come)
    packed = _packed(connection, {claim for claims in candidates.values() for claim in claims})
    others = {claim: outline(data) for claim, data in packed.items()}
    for telling in come:
        for claim in sorted(candidates[telling.claim]):
            if may_match(telling, others[claim]) or may_turn(telling, others[claim]):
                yield from _judged(telling, unpack(Telling, packed[claim]))


def _packed(connection: Connection, claims: Iterable[str]) -> dict[str, Any]:
    """The tellings of these claims as they are kept. To make a telling takes longer than to see that it cannot be."""
    table = tables.tellings
    return {
        claim: json.loads(body)
        for some in parts(claims)
        for claim, body in connection.execute(select(table.c.claim, table.c.body).where(table.c.claim.in_(some))).all()
    }


def _judged(a: Telling, b: Telling) -> Iterator[Judgement]:
    same = match(a, b)
    if same:
        yield Judgement("same event", *pair(a.claim, b.claim), same.score, same.why, SAME)
    elif turned := life(a, b):
        yield Judgement(turned.turn, turned.one, turned.other, turned.match.score, turned.match.why, LIVES)


def _candidates(connection: Connection, come: Collection[Telling]) -> dict[str, set[str]]:
    """By claim: those of other documents, and of this one, that share a block with it, about the same days.

    The days are compared before anything is read of a telling: of a month of two busy states few are left.
    """
    table = tables.blocks
    mine = {telling.claim: _windows(telling) for telling in come}
    sharing: defaultdict[str, list[tuple[str, int | None, int | None]]] = defaultdict(list)
    for some in parts({block for keys in mine.values() for block in keys}):
        query = select(table.c.block, table.c.claim, table.c.first, table.c.last).where(table.c.block.in_(some))
        for block, claim, first, last in connection.execute(query).all():
            sharing[block].append((claim, first, last))
    return {
        claim: {other for block, days in keys.items() for other, *its in sharing[block] if _touch(days, *its)} - {claim}
        for claim, keys in mine.items()
    }


def _touch(days: tuple[int, int] | None, first: int | None, last: int | None) -> bool:
    return days is None or first is None or last is None or (days[0] <= last and first <= days[1])


def _links(connection: Connection, claims: set[str]) -> tuple[set[str], Links]:
    """All claims joined with these, directly or through others, and what joins them."""
    table = tables.judgements
    scores: dict[Pair, float] = {}
    same, apart = set[Pair](), set[Pair]()
    reached, edge = set(claims), set(claims)
    while edge:
        for some in parts(edge):
            query = select(table.c.one, table.c.other, table.c.score).where(
                table.c.superseded_by.is_(None), table.c.kind == "same event", _touching(some)
            )
            scores |= {pair(one, other): score for one, other, score in connection.execute(query).all()}
        merged, split = decided(connection, edge)
        same |= merged
        apart |= split
        edge = {claim for both in (*scores, *same) for claim in both} - reached
        reached |= edge
    return reached, Links(scores, frozenset(same), frozenset(apart))


def _touching(claims: Collection[str]) -> ColumnElement[bool]:
    table = tables.judgements
    return or_(table.c.one.in_(claims), table.c.other.in_(claims))

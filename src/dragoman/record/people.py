"""Somebody over all reports: by which names, in which offices, what was done and said, and where it stands.

Reports know their own actors only. Here those are held to be one who are of one country and have one name, case and
accents aside: so two of one name are shown as one, and one whose name is spelt otherwise ("Zarif", "M. J. Zarif") as
another, whom ``alike`` names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Row, func, or_, select

from dragoman.actors.actor import ActorKind
from dragoman.codebook.codebook import load
from dragoman.events.event import Statement
from dragoman.record import across, asking
from dragoman.record.days import FIRST, LAST
from dragoman.record.deed import Deed
from dragoman.record.engine import parts
from dragoman.record.features import same_name
from dragoman.record.found import Found, Source
from dragoman.record.search_tables import named, names
from dragoman.record.source_row import ABOUT, source
from dragoman.record.tables import actors, documents, events, sides, statements, tellings
from dragoman.record.telling import folded

_REPORTS = 400  # the newest that name it, looked at
_SORTED = 5_000  # reports that are put in order; of more, the newest documents are gone through
_STEP, _STEPS = 500, 40  # documents at a time, and how often
_CONTACTS, _OTHERS, _STATEMENTS = 200, 25, 50
_CANDIDATES, _ALIKE = 500, 10
_DONE = ("actor", "recipient", "third_party")


@dataclass(frozen=True, slots=True)
class Office:
    """What reports call somebody; ``first`` and ``last`` are days of publication, ``None`` where none is known."""

    name: str
    first: str | None
    last: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class Profile:
    """``reports`` is how many name it; all else is of the newest of them (``sources``), the newest first.

    ``contacts`` and ``others`` are the deeds that it takes part in, CONSULT and all else. ``alike`` are others of the
    country whose names may be spellings of this one.
    """

    name: str
    country: str | None
    kinds: tuple[ActorKind, ...]
    spellings: tuple[str, ...]
    reports: int
    offices: tuple[Office, ...]
    sources: tuple[Source, ...]
    contacts: tuple[Deed, ...]
    others: tuple[Deed, ...]
    statements: tuple[Found[Statement], ...]
    alike: tuple[str, ...]

    def is_one(self, name: str, kind: ActorKind, country: str | None) -> bool:
        """Whether an actor of a report is the one that this is of."""
        same = kind == "state" if self.kinds == ("state",) else folded(name) in map(folded, self.spellings)
        return same and country == self.country


def profile(connection: Connection, name: str, country: str | None) -> Profile | None:
    """Who is named so; ``None`` if no report names anybody of this country (``None``: of no country) so."""
    conditions = list(_conditions(connection, name, country))
    counted = (select(func.count()).select_from(actors).where(one) for one in conditions)
    reports = sum(connection.execute(query).scalar_one() for query in counted)
    rows = list(_newest(connection, or_(*conditions), reports))
    if not rows:
        return None
    contacts, others = _deeds(connection, rows)
    return Profile(
        name=name,
        country=country,
        kinds=tuple(dict.fromkeys(row.actor_kind for row in rows)),
        spellings=tuple(dict.fromkeys(row.actor_name for row in rows)),
        reports=reports,
        offices=tuple(_offices(rows)),
        sources=tuple(dict.fromkeys(map(source, rows))),
        contacts=contacts,
        others=others,
        statements=tuple(_statements(connection, rows)),
        alike=tuple(_alike(connection, name, country)) if rows[0].actor_kind != "state" else (),
    )


def _conditions(connection: Connection, name: str, country: str | None) -> Iterator[ColumnElement[bool]]:
    """By kind, so that each is answered by the index of names."""
    state = load().states.get(country or "")
    if state and folded(name) in {folded(one) for one in (state.iso3, *state.names)}:
        yield (actors.c.actor_kind == "state") & (actors.c.country == country)
        return
    spelt = [one for one in _named(connection, folded(name).split()) if folded(one.name) == folded(name)]
    for kind in get_args(ActorKind):
        written = {name} | {one.name for one in spelt if one.actor_kind == kind and one.country == country}
        of = (actors.c.actor_kind == kind) & actors.c.country.is_not_distinct_from(country)
        yield of & actors.c.name.in_(sorted(written))


def _named(connection: Connection, words: Sequence[str]) -> Sequence[Row[Any]]:
    """Those in whose names all these words stand."""
    if not words:
        return []
    query = (
        select(names)
        .join_from(named, names, names.c.number == named.c.rowid)
        .where(named.c.named.match(" ".join(f'"{word}"' for word in words)))
    )
    return connection.execute(query.limit(_CANDIDATES)).all()


def _newest(connection: Connection, wanted: ColumnElement[bool], count: int) -> Iterator[Any]:
    """The actors wanted of the newest reports, with these reports."""
    about = (actors.c.id.label("actor"), actors.c.name.label("actor_name"), actors.c.actor_kind, actors.c.office)
    query = select(*ABOUT, *about).join_from(actors, documents, documents.c.id == actors.c.document).where(wanted)
    query = query.order_by(documents.c.number.desc(), actors.c.id)
    if count <= _SORTED:
        yield from connection.execute(query.limit(_REPORTS))
        return
    found, number = 0, None
    for _ in range(_STEPS):
        newest = select(documents.c.id, documents.c.number).order_by(documents.c.number.desc()).limit(_STEP)
        step = connection.execute(newest if number is None else newest.where(documents.c.number < number)).all()
        for row in connection.execute(query.where(actors.c.document.in_([one.id for one in step]))).all():
            yield row
            found += 1
        if found >= _REPORTS or len(step) < _STEP:
            return
        number = step[-1].number


def _offices(rows: Iterable[Row[Any]]) -> Iterator[Office]:
    """In the order of the days on which reports first speak of them, undated ones last."""
    told: dict[str, list[Row[Any]]] = {}
    for row in rows:
        if row.office:
            told.setdefault(folded(row.office), []).append(row)
    made = []
    for some in told.values():
        first = min((row.first_day for row in some if FIRST < row.first_day < LAST), default=None)
        last = max((row.last_day for row in some if FIRST < row.last_day < LAST), default=None)
        made.append(Office(some[0].office, first, last, len({row.id for row in some})))
    yield from sorted(made, key=lambda office: (office.first or LAST, office.name))


def _deeds(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[tuple[Deed, ...], tuple[Deed, ...]]:
    """The newest contacts that it took part in, and the newest of all else that was done."""
    days: tuple[dict[str, str], dict[str, str]] = ({}, {})
    by_actor = {row.actor: row.id for row in rows}
    for some in parts(by_actor):
        query = (
            select(tellings.c.deed, events.c.event, events.c.first_day)
            .join_from(events, tellings, tellings.c.claim == events.c.claim)
            .join(sides, sides.c.claim == events.c.claim)
            .where(events.c.document.in_([by_actor[actor] for actor in some]))
            .where(sides.c.actor.in_(some), sides.c.role.in_(_DONE))
        )
        for deed, kind, day in connection.execute(query).all():
            of = days[kind != "CONSULT"]
            of[deed] = max(of.get(deed, ""), "" if day == LAST else day)
    contacts, others = (sorted(of, key=lambda deed: (of[deed], deed), reverse=True) for of in days)
    return tuple(across.whole(connection, contacts[:_CONTACTS])), tuple(across.whole(connection, others[:_OTHERS]))


def _statements(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[Found[Statement]]:
    days: dict[str, str] = {}
    by_actor = {row.actor: row.id for row in rows}
    for some in parts(by_actor):
        query = (
            select(statements.c.claim, statements.c.first_day)
            .join_from(statements, sides, sides.c.claim == statements.c.claim)
            .where(statements.c.document.in_([by_actor[actor] for actor in some]))
            .where(sides.c.actor.in_(some), sides.c.role == "speaker")
        )
        days |= {claim: "" if day == LAST else day for claim, day in connection.execute(query).all()}
    newest = sorted(days, key=lambda claim: (days[claim], claim), reverse=True)[:_STATEMENTS]
    found = list(asking.found(connection, Statement, statements, [statements.c.claim.in_(newest)]))
    dated = [one for one in found if one.thing.date.start or one.source.published.start]
    yield from (*reversed(dated), *(one for one in found if one not in dated))


def _alike(connection: Connection, name: str, country: str | None) -> list[str]:
    """Names of the country that may be spellings of this one, by its last word."""
    plain = folded(name)
    found = [one.name for one in _named(connection, plain.split()[-1:]) if one.country == country]
    others = {one for one in found if folded(one) and folded(one) != plain and same_name(folded(one), plain)}
    return sorted(others)[:_ALIKE]

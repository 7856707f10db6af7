"""What the record holds of documents and of actors, listed page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, func, select, tuple_

from dragoman.actors.actor import ActorKind
from dragoman.errors import UsageError
from dragoman.record import tables
from dragoman.record.filter import Filter, called, of_documents, of_sources
from dragoman.record.following import following, order
from dragoman.record.found import Source
from dragoman.record.source_row import ABOUT, source


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of whom reports speak by this name: ``reports`` is how many do, ``office`` one that they give."""

    name: str
    actor_kind: ActorKind
    country: str | None
    office: str | None
    reports: int

    @property
    def id(self) -> str:
        """Kind, country and name: ``person/SWE/Mara Lindqvist``; ``-`` stands for no country."""
        return f"{self.actor_kind}/{self.country or '-'}/{self.name}"


def sources(connection: Connection, wanted: Filter, after: str | None) -> Iterator[Source]:
    """Documents by name: those that name all the states wanted, published in the time wanted, of the sources wanted.

    :raises UsageError: there is no document ``after``.
    """
    documents = tables.documents
    query = select(*ABOUT).where(*of_documents(wanted), *following(connection, documents, after))
    if wanted.sources:
        query = query.where(of_sources(wanted.sources))
    yield from map(source, connection.execute(query.order_by(*order(documents)).limit(wanted.limit)))


def known(connection: Connection, wanted: Filter, after: str | None) -> Iterator[Known]:
    """Actors by name: those of the states wanted, and (``by``) whose name or office holds these words; see ``Filter``.

    :raises UsageError: ``after`` is no id of an actor.
    """
    actors = tables.actors
    country = func.coalesce(actors.c.country, "-")
    key = (actors.c.name, actors.c.actor_kind, country)
    count = func.count(actors.c.document.distinct())
    query = select(*key, func.max(actors.c.office), count).group_by(*key)
    if wanted.states:
        query = query.where(actors.c.country.in_(wanted.states))
    if wanted.by:
        query = query.where(called(wanted.by))
    if after is not None:
        query = query.where(tuple_(*key) > _parts(after))
    for name, kind, place, office, reports in connection.execute(query.order_by(*key).limit(wanted.limit)):
        yield Known(name, kind, None if place == "-" else place, office, reports)


def count(connection: Connection, table: Table, conditions: Iterable[ColumnElement[bool]], most: int) -> int:
    """How many rows of a table there are under the conditions, counted up to ``most``."""
    some = select(table.c.claim).where(*conditions).limit(most).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def _parts(id: str) -> tuple[str, str, str]:
    kind, one, rest = id.partition("/")
    country, other, name = rest.partition("/")
    if not one or not other:
        raise UsageError(f"{id!r} is no actor to go on after. It is kind, country and name: person/SWE/Mara Lindqvist.")
    return name, kind, country

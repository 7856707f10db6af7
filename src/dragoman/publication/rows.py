"""An event, and a dyad of an event, as a row of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dragoman.events.event import Place
from dragoman.measures.dealing import Dealing
from dragoman.publication.asked import Asked
from dragoman.publication.exports import Cell, Columns, countries, titled

LISTS = frozenset(
    "contexts actors actor_countries recipients recipient_countries third_parties level topics said_by".split()
)
REALS = frozenset("goldstein plover_score latitude longitude confidence".split())
WHOLES = frozenset("quad reports origins start".split())
FLAGS = frozenset({"symmetric"})


class Dyad(NamedTuple):
    """One pair of states of a deed, ISO3: who does it to whom."""

    dealing: Dealing
    one: str
    other: str


def dyads(asked: Asked) -> Iterator[Dyad]:
    """Those that are asked for, both ways where both do it."""
    pairs = ((dealing, pair) for dealing in asked.dealings() for pair in dealing.directed())
    return (Dyad(dealing, *pair) for dealing, pair in pairs if asked.wants(*pair))


def event_columns(asked: Asked) -> Columns[Dealing]:
    """A row an event: the telling that says most, and how many tell of it."""
    return {
        "id": lambda d: d.id,
        "date_start": lambda d: d.event.date.start,
        "date_end": lambda d: d.event.date.end,
        "date_granularity": lambda d: d.event.date.granularity,
        "date_basis": lambda d: d.event.date.basis,
        **_kind(asked),
        "actors": lambda d: [titled(actor) for actor in d.telling.who(d.event.actors)],
        "actor_countries": lambda d: countries(d.telling.who(d.event.actors)),
        "recipients": lambda d: [titled(actor) for actor in d.telling.who(d.event.recipients)],
        "recipient_countries": lambda d: countries(d.telling.who(d.event.recipients)),
        "third_parties": lambda d: [titled(actor) for actor in d.telling.who(d.event.third_parties)],
        **_where(),
        "channel": lambda d: d.event.channel,
        "level": lambda d: list(d.event.level),
        "topics": lambda d: list(d.event.topics),
        "coded_by": lambda d: d.event.coded_by,
        "confidence": lambda d: d.event.confidence,
        "reports": lambda d: len({found.source.id for found in d.tellings}),
        "origins": lambda d: d.origins,
        "said_by": lambda d: [link.name for link in d.event.attribution if link.name],
        "document": lambda d: d.telling.source.name,
        "title": lambda d: d.telling.source.title,
        "outlet": lambda d: d.telling.source.outlet,
        "url": lambda d: d.telling.source.url,
        "published_start": lambda d: d.telling.source.published.start,
        "published_end": lambda d: d.telling.source.published.end,
        "start": lambda d: d.telling.start,
        "sentence": lambda d: d.telling.passage,
    }


def dyad_columns(asked: Asked) -> Columns[Dyad]:
    """A row for each ordered pair of states of an event. To count events, count the different ``event_id``."""
    kind = {name: _of_dealing(value) for name, value in _kind(asked).items()}
    return {
        "event_id": lambda row: row.dealing.id,
        "actor_country": lambda row: row.one,
        "recipient_country": lambda row: row.other,
        "date_start": lambda row: row.dealing.event.date.start,
        "date_end": lambda row: row.dealing.event.date.end,
        **kind,
        "actors": lambda row: _people(row.dealing, row.one),
        "recipients": lambda row: _people(row.dealing, row.other),
        "channel": lambda row: row.dealing.event.channel,
        "level": lambda row: list(row.dealing.event.level),
        "reports": lambda row: len({found.source.id for found in row.dealing.tellings}),
        "origins": lambda row: row.dealing.origins,
    }


def _kind(asked: Asked) -> Columns[Dealing]:
    return {
        "event": lambda d: d.event.event,
        "mode": lambda d: d.event.mode,
        "contexts": lambda d: list(d.event.contexts),
        "cameo": lambda d: d.event.cameo,
        "cameo_label": lambda d: asked.book.code(d.event.cameo).label,
        "goldstein": asked.scores.goldstein,
        "plover_score": asked.scores.plover,
        "quad": lambda d: d.event.quad,
        "status": lambda d: d.event.status,
        "symmetric": lambda d: d.event.symmetric,
    }


def _where() -> Columns[Dealing]:
    def place(d: Dealing) -> Place:
        return d.event.place or Place("")

    return {
        "place": lambda d: place(d).name or None,
        "place_country": lambda d: place(d).country,
        "latitude": lambda d: place(d).latitude,
        "longitude": lambda d: place(d).longitude,
    }


def _people(dealing: Dealing, country: str) -> list[str]:
    parties = dealing.telling.who(dict.fromkeys((*dealing.event.actors, *dealing.event.recipients)))
    return [titled(actor) for actor in parties if actor.country == country]


def _of_dealing(value: Callable[[Dealing], Cell]) -> Callable[[Dyad], Cell]:
    return lambda row: value(row.dealing)

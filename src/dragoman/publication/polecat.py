"""Files in the columns of POLECAT and ICEWS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from dragoman.actors.actor import Actor, ActorKind
from dragoman.measures.dyads import CLASSES
from dragoman.publication.asked import Asked, Written
from dragoman.publication.drop_in import Row, RowColumns, Sieve, Value, Who, acting, drop_in, nothing, number, receiving
from dragoman.texts.document import Interval


def polecat(asked: Asked, path: Path) -> Written:
    """A row a pair, with PLOVER's event, mode, contexts and score."""
    return drop_in(asked, path, POLECAT, Sieve(Counter(), plover=True), header=True)


def icews(asked: Asked, path: Path) -> Written:
    """A row a pair, with CAMEO's code and its Goldstein value."""
    return drop_in(asked, path, ICEWS, Sieve(Counter(), recipient=True), header=True)


def _polecat_side(side: str, who: Who) -> RowColumns:
    return {
        f"{side} Name": _name(who),
        f"{side} Country": _of(who, lambda actor: actor.country),
        f"{side} COW": _cow(who),
        f"Primary {side} Sector": _of(who, lambda actor: actor.sector),
        f"{side} Sectors": _of(who, lambda actor: actor.sector),
        f"{side} Title": _of(who, lambda actor: actor.office),
        f"{side} Name Raw": _name(who),
        f"Wikipedia {side} ID": nothing,
    }


def _icews_side(side: str, who: Who) -> RowColumns:
    return {
        f"{side} Name": _name(who),
        f"{side} Sectors": _sector_label(who),
        f"{side} Country": _state_name(who),
    }


def _of(who: Who, field: Callable[[Actor], Value]) -> Callable[[Row], Value]:
    def value(row: Row) -> Value:
        actor = who(row)
        return field(actor) if actor else None

    return value


def _name(who: Who) -> Callable[[Row], Value]:
    return _of(who, lambda actor: actor.name)


def _cow(who: Who) -> Callable[[Row], Value]:
    def value(row: Row) -> Value:
        state = row.state(actor.country) if (actor := who(row)) else None
        return state.cow.number if state and state.cow else None

    return value


def _sector_label(who: Who) -> Callable[[Row], Value]:
    def value(row: Row) -> Value:
        sector = row.asked.book.sectors.get(actor.sector or "") if (actor := who(row)) else None
        return sector.label.partition(":")[0].capitalize() if sector else None

    return value


def _state_name(who: Who) -> Callable[[Row], Value]:
    def value(row: Row) -> Value:
        state = row.state(actor.country) if (actor := who(row)) else None
        return state.name if state else None

    return value


def _class(row: Row) -> Value:
    quad = row.asked.book.quad(row.dealing.event.event)
    return CLASSES[quad - 1].replace("_", " ").upper() if quad else None


def _story(kind: ActorKind) -> Callable[[Row], Value]:
    def names(row: Row) -> Value:
        actors = row.telling.actors.values()
        return ";".join(sorted({actor.name for actor in actors if actor.actor_kind == kind}))

    return names


def _day(date: Interval) -> Value:
    return date.start if date.start == date.end else None


def _place_country(row: Row) -> Value:
    state = row.state(row.place.country)
    return state.name if state else None


POLECAT: RowColumns = {
    "Event ID": lambda row: f"{row.number}",
    "Event Date": lambda row: row.day,
    "Event Type": lambda row: row.dealing.event.event,
    "Event Mode": lambda row: row.dealing.event.mode,
    "Intensity": lambda row: row.asked.scores.plover(row.dealing),
    "Quad Code": _class,
    "Contexts": lambda row: ";".join(row.dealing.event.contexts),
    **_polecat_side("Actor", acting),
    **_polecat_side("Recipient", receiving),
    "Placename": lambda row: row.place.name,
    "City": nothing,
    "District": nothing,
    "Province": nothing,
    "Country": lambda row: row.place.country,
    "Latitude": lambda row: row.place.latitude,
    "Longitude": lambda row: row.place.longitude,
    "GeoNames ID": nothing,
    "Raw Placename": lambda row: row.place.name,
    "Feature Type": nothing,
    "Source": lambda row: row.telling.source.outlet or row.telling.source.name,
    "Publication Date": lambda row: _day(row.telling.source.published),
    "Story People": _story("person"),
    "Story Organizations": _story("body"),
    "Story Locations": _story("state"),
    "Language": lambda row: row.texts.coding(row.telling.source.id).document.language,
    "Version": lambda row: f"dragoman {version('dragoman')}",
}

ICEWS: RowColumns = {
    "Event ID": lambda row: row.number,
    "Event Date": lambda row: row.day,
    **_icews_side("Source", acting),
    "Event Text": lambda row: row.asked.book.code(row.dealing.event.cameo).label,
    "CAMEO Code": lambda row: row.dealing.event.cameo,
    "Intensity": lambda row: row.asked.scores.goldstein(row.dealing),
    **_icews_side("Target", receiving),
    "Story ID": lambda row: number(row.telling.source.id),
    "Sentence Number": lambda row: row.texts.sentence(row.telling),
    "Publisher": lambda row: row.telling.source.outlet or row.telling.source.name,
    "City": lambda row: row.place.name,
    "District": nothing,
    "Province": nothing,
    "Country": _place_country,
    "Latitude": lambda row: row.place.latitude,
    "Longitude": lambda row: row.place.longitude,
}

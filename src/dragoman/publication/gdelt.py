"""Files in the columns of GDELT 2.0 (events and mentions) and Phoenix. None has a header, as there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from dragoman.actors.actor import Actor
from dragoman.publication.asked import Asked, Texts, Written
from dragoman.publication.drop_in import (
    Row,
    RowColumns,
    Sieve,
    Value,
    Who,
    acting,
    drop_in,
    nothing,
    receiving,
    teller,
    write_rows,
)
from dragoman.texts.document import Interval

_WEB, _CITATION = 1, 2  # GDELT's kinds of mention: an address on the web, or the words that name a source


def gdelt_events(asked: Asked, path: Path) -> Written:
    """GDELT's events table: a row a pair."""
    return drop_in(asked, path, EVENTS, Sieve(Counter()), header=False)


def gdelt_mentions(asked: Asked, path: Path) -> Written:
    """GDELT's mentions table: a row for each report that tells of a pair's deed."""
    sieve = Sieve(Counter())
    rows = write_rows(_tellings(sieve.rows(asked, Texts(asked.record))), MENTIONS, path, header=False)
    return Written(rows, tuple(MENTIONS), dict(sorted(sieve.out.items())))


def phoenix(asked: Asked, path: Path) -> Written:
    """A row a pair."""
    return drop_in(asked, path, PHOENIX, Sieve(Counter(), recipient=True), header=False)


def _tellings(rows: Iterator[Row]) -> Iterator[Row]:
    return (replace(row, telling=telling) for row in rows for telling in row.dealing.tellings)


def _cameo(row: Row, actor: Actor | None) -> tuple[str, str, str]:
    """Code, its country and its role: ``("SWEGOV", "SWE", "GOV")``. Bodies of no country begin with their kind."""
    if actor is None:
        return "", "", ""
    state = row.state(actor.country)
    country = state.cameo if state else ""
    code = actor.cameo or country
    return code, country, code.removeprefix(country)


def _gdelt_side(side: str, who: Who) -> RowColumns:
    def of(part: int) -> Callable[[Row], Value]:
        return lambda row: _cameo(row, who(row))[part]

    def name(row: Row) -> Value:
        actor = who(row)
        return actor.name.upper() if actor else None

    kinds: RowColumns = {f"{side}Type{n}Code": _role(who, n) for n in (1, 2, 3)}
    unknown = ("KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code")
    return {
        f"{side}Code": of(0),
        f"{side}Name": name,
        f"{side}CountryCode": of(1),
        **{f"{side}{field}": nothing for field in unknown},
        **kinds,
    }


def _role(who: Who, n: int) -> Callable[[Row], Value]:
    """The n-th three letters of the role."""
    return lambda row: _cameo(row, who(row))[2][3 * n - 3 : 3 * n]


def _geo(side: str, *, action: bool = False) -> RowColumns:
    """GDELT's places. Its codes of countries and regions are FIPS 10-4, which we do not keep, so they stay empty."""
    names = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    columns: dict[str, Callable[[Row], Value]] = {f"{side}Geo_{name}": nothing for name in names}
    if action:
        columns |= {
            "ActionGeo_Type": lambda row: 4 if row.place.name else 0,
            "ActionGeo_FullName": _full_name,
            "ActionGeo_Lat": lambda row: row.place.latitude,
            "ActionGeo_Long": lambda row: row.place.longitude,
        }
    return columns


def _full_name(row: Row) -> Value:
    state = row.state(row.place.country)
    return ", ".join(filter(None, (row.place.name, state.name if state else "")))


def _fraction(row: Row) -> Value:
    """GDELT's: the year, and the part of it gone by, with months of 30 days."""
    year, month, day = map(int, row.day.split("-"))
    return round(year + (30 * month + day) / 365, 4)


def _digits(day: str) -> int:
    return int(day.replace("-", ""))


def _time(date: Interval) -> Value:
    """The beginning of a day of publication, as a number of 14 digits."""
    known = date.start and date.start == date.end and len(date.start) == 10 and date.start[0] != "X"
    return _digits(date.start or "") * 1_000_000 if known else None


def _offset(who: Who) -> Callable[[Row], Value]:
    """Where the actor is named in the sentence or after it; -1 as in GDELT where it is not."""

    def offset(row: Row) -> Value:
        actor = who(row)
        telling = row.telling
        known = row.texts.coding(telling.source.id).actors if actor else ()
        spans = [m.span.start for one in known if actor and one.id == actor.id for m in one.mentions]
        return next((start for start in sorted(spans) if start >= telling.start), -1)

    return offset


def _sources(row: Row) -> list[str]:
    return sorted({found.source.outlet or found.source.name for found in row.dealing.tellings})


def _entity(who: Who, part: int) -> Callable[[Row], Value]:
    def value(row: Row) -> Value:
        code, country, role = _cameo(row, who(row))
        return (code, country or code[:3], role[:3] if country else code[3:6], role[3:] if country else code[6:])[part]

    return value


def _phoenix_side(side: str, who: Who) -> RowColumns:
    fields = ("Full", "Entity", "Role", "Attribute")
    return {f"{side}Actor{field}": _entity(who, part) for part, field in enumerate(fields)}


EVENTS: RowColumns = {
    "GLOBALEVENTID": lambda row: row.number,
    "SQLDATE": lambda row: _digits(row.day),
    "MonthYear": lambda row: _digits(row.day[:7]),
    "Year": lambda row: int(row.day[:4]),
    "FractionDate": _fraction,
    **_gdelt_side("Actor1", acting),
    **_gdelt_side("Actor2", receiving),
    "IsRootEvent": lambda row: 1,
    "EventCode": lambda row: row.dealing.event.cameo,
    "EventBaseCode": lambda row: row.dealing.event.cameo[:3],
    "EventRootCode": lambda row: row.dealing.event.cameo[:2],
    "QuadClass": lambda row: row.asked.book.code(row.dealing.event.cameo).quad,
    "GoldsteinScale": lambda row: row.asked.scores.goldstein(row.dealing),
    "NumMentions": lambda row: len(row.dealing.tellings),
    "NumSources": lambda row: len(_sources(row)),
    "NumArticles": lambda row: len({found.source.id for found in row.dealing.tellings}),
    "AvgTone": nothing,
    **_geo("Actor1"),
    **_geo("Actor2"),
    **_geo("Action", action=True),
    "DATEADDED": lambda row: _time(row.telling.source.published),
    "SOURCEURL": lambda row: teller(row.telling),
}

MENTIONS: RowColumns = {
    "GLOBALEVENTID": lambda row: row.number,
    "EventTimeDate": lambda row: _digits(row.day) * 1_000_000,
    "MentionTimeDate": lambda row: _time(row.telling.source.published),
    "MentionType": lambda row: _WEB if row.telling.source.url else _CITATION,
    "MentionSourceName": lambda row: row.telling.source.outlet or row.telling.source.name,
    "MentionIdentifier": lambda row: teller(row.telling),
    "SentenceID": lambda row: row.texts.sentence(row.telling),
    "Actor1CharOffset": _offset(acting),
    "Actor2CharOffset": _offset(receiving),
    "ActionCharOffset": lambda row: row.telling.start,
    "InRawText": lambda row: 1,
    "Confidence": lambda row: max(10, round(row.telling.thing.confidence * 10) * 10),
    "MentionDocLen": lambda row: len(row.texts.coding(row.telling.source.id).document.text),
    "MentionDocTone": nothing,
    "MentionDocTranslationInfo": nothing,
    "Extras": nothing,
}

PHOENIX: RowColumns = {
    "EventID": lambda row: str(row.number),
    "Date": lambda row: _digits(row.day),
    "Year": lambda row: int(row.day[:4]),
    "Month": lambda row: int(row.day[5:7]),
    "Day": lambda row: int(row.day[8:]),
    **_phoenix_side("Source", acting),
    **_phoenix_side("Target", receiving),
    "EventCode": lambda row: row.dealing.event.cameo,
    "EventRootCode": lambda row: row.dealing.event.cameo[:2],
    "PentaClass": lambda row: row.asked.book.code(row.dealing.event.cameo).penta,
    "GoldsteinScore": lambda row: row.asked.scores.goldstein(row.dealing),
    "Issues": lambda row: ";".join(row.dealing.event.contexts),
    "Lat": lambda row: row.place.latitude,
    "Lon": lambda row: row.place.longitude,
    "LocationName": lambda row: row.place.name,
    "StateName": nothing,
    "CountryCode": lambda row: row.place.country,
    "SentenceID": lambda row: row.texts.sentence(row.telling),
    "URLs": lambda row: ";".join(dict.fromkeys(map(teller, row.dealing.tellings))),
    "NewsSources": lambda row: ";".join(_sources(row)),
}

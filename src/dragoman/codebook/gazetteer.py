"""Reads who there is: states, bodies, and the names by which texts speak of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import cast, get_args

from dragoman.codebook.entry import Entry, Files
from dragoman.codebook.ontology import Sector
from dragoman.codebook.state import Body, BodyKind, Cow, Membership, Name, NameKind, State

STATE_COLUMNS = ("iso3", "iso2", "name", "official", "cow_number", "cow", "cameo", "un_member", "capital", "region")
NAME_COLUMNS = ("text", "kind", "key", "otherwise")
DAY = re.compile(r"\d{4}(-\d\d){0,2}")


def read_names(files: Files, bodies: Sequence[Entry]) -> tuple[Name, ...]:
    """The names of ``names.tsv`` and of the bodies, with both apostrophes. Those that mean several things must say so.

    Where one text stands for several, the likelier comes first: a scanner that takes only one takes that.
    """
    own = [name for entry in files.own_names(NAME_COLUMNS) for name in _name(entry)]
    named = {name.text for name in own}
    names = [name for entry in files.table("names.tsv", NAME_COLUMNS) for name in _name(entry)]
    names += [name for entry in bodies for name in _body_names(entry)]
    names = [*own, *(name for name in names if name.text not in named)]
    _check_unique(files, names)
    return tuple(both for name in names for both in _apostrophes(name))


def read_states(files: Files, names: tuple[Name, ...]) -> Mapping[str, State]:
    """The states of ``states.tsv`` with their names, by ISO3 code."""
    known: dict[tuple[str, NameKind], list[str]] = defaultdict(list)
    for name in names:
        if "’" not in name.text:
            known[name.key, name.kind].append(name.text)
    states: dict[str, State] = {}
    for entry in files.table("states.tsv", STATE_COLUMNS):
        if entry.key in states:
            entry.fault("stands twice")
        states[entry.key] = _state(entry, known)
    return MappingProxyType(states)


def read_bodies(
    bodies: Sequence[Entry], states: Mapping[str, State], sectors: Mapping[str, Sector]
) -> Mapping[str, Body]:
    """The bodies of ``bodies.yaml``, by id."""
    return MappingProxyType({entry.key: _body(entry, states, sectors) for entry in bodies})


def read_decoys(files: Files) -> tuple[str, ...]:
    """The words of ``decoys.yaml``: they hold a state's name and name no state."""
    listed = files.mapping("decoys.yaml")
    return tuple(words for kind in listed.values for words in listed.words(kind))


def check_keys(files: Files, names: tuple[Name, ...], states: Mapping[str, State], bodies: Mapping[str, Body]) -> None:
    """The key of a name must be a body's id where its kind says so, else a state's ISO3 code."""
    for name in names:
        file, known = ("bodies.yaml", bodies) if name.kind == "body" else ("states.tsv", states)
        if name.key not in known:
            files.faults.append(f"names, {name.text}: key {name.key!r} is not in {file}")


def _name(entry: Entry) -> Iterator[Name]:
    kind = cast("NameKind", entry.choice("kind", get_args(NameKind)))
    otherwise = entry.optional("otherwise") or ""
    yield Name(entry.key, kind, entry.text("key"), bool(otherwise), otherwise)


def _body_names(entry: Entry) -> Iterator[Name]:
    for text in dict.fromkeys((entry.text("name"), *entry.words("names"))):
        yield Name(text, "body", entry.key, False)
    for text, otherwise in entry.mapping("ambiguous").items():
        yield Name(text, "body", entry.key, True, otherwise)


def _apostrophes(name: Name) -> Iterator[Name]:
    yield name
    if "'" in name.text:
        yield Name(name.text.replace("'", "’"), name.kind, name.key, name.ambiguous, name.otherwise)


def _check_unique(files: Files, names: list[Name]) -> None:
    sharing: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        sharing[name.text].append(name)
    for text, same in sharing.items():
        keys = [name.key for name in same]
        if len(set(keys)) < len(keys):
            files.faults.append(f"names.tsv, {text}: stands twice for {keys[0]}")
        elif len(keys) > 1 and not all(name.ambiguous for name in same):
            files.faults.append(f"names.tsv, {text}: stands for {', '.join(keys)}; say in each what it means otherwise")


def _state(entry: Entry, known: Mapping[tuple[str, NameKind], list[str]]) -> State:
    def names(kind: NameKind) -> tuple[str, ...]:
        return tuple(known.get((entry.key, kind), ()))

    name, capital = entry.text("name"), entry.optional("capital")
    if name not in names("state"):
        entry.fault(f"its name {name!r} is not among its names in names.tsv")
    return State(
        iso3=entry.key,
        iso2=entry.text("iso2"),
        name=name,
        official=entry.optional("official") or name,
        names=names("state"),
        demonyms=names("demonym"),
        capital=capital,
        capital_aliases=tuple(text for text in names("capital") if text != capital),
        metonyms=names("metonym"),
        cow=_cow(entry),
        cameo=entry.text("cameo"),
        un_member=entry.flag("un_member"),
        region=entry.text("region"),
    )


def _cow(entry: Entry) -> Cow | None:
    number, abbreviation = entry.number("cow_number"), entry.optional("cow")
    if (number is None) != (abbreviation is None):
        entry.fault("has only one of cow_number and cow")
    return None if number is None or abbreviation is None else Cow(int(number), abbreviation)


def _body(entry: Entry, states: Mapping[str, State], sectors: Mapping[str, Sector]) -> Body:
    country, sector = entry.optional("country"), entry.optional("sector")
    if country is not None and country not in states:
        entry.fault(f"country {country!r} is not in states.tsv")
    if sector is not None and sector not in sectors:
        entry.fault(f"sector {sector!r} is not in plover.yaml")
    return Body(
        id=entry.key,
        name=entry.text("name"),
        names=tuple(name.text for name in _body_names(entry)),
        kind=cast("BodyKind", entry.choice("kind", get_args(BodyKind))),
        cameo=entry.text("cameo"),
        sector=sector,
        country=country,
        members=tuple(_members(entry, states)),
        source=entry.optional("source") or "",
    )


def _members(entry: Entry, states: Mapping[str, State]) -> Iterator[Membership]:
    for iso3, spans in entry.mapping("members").items():
        if iso3 not in states:
            entry.fault(f"member {iso3!r} is not in states.tsv")
        for span in spans if isinstance(spans, list) else [spans]:
            since, _, until = str(span).partition("/")
            if not DAY.fullmatch(since) or (until and not DAY.fullmatch(until)):
                entry.fault(f"{iso3} is a member {str(span)!r}; write 1999, 1999-03/2004 or 1999-03-12/2004-03-29")
            yield Membership(iso3, since, until or None)

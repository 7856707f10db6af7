"""Reads the coding schemes: PLOVER (kinds, modes, contexts, sectors) and CAMEO (codes, mapping, Goldstein scales)."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from types import MappingProxyType
from typing import cast, get_args

from dragoman.codebook.entry import Entry, Files
from dragoman.codebook.ontology import CameoCode, Context, ContextUse, EventKind, Mode, Scale, Sector

CODE_COLUMNS = ("code", "label", "event", "mode", "contexts", "swapped", "keds", "gdelt", "icews", "note")
QUADS = ("1", "2", "3", "4")
PENTAS = ("0", *QUADS)


def read_events(plover: Entry) -> Mapping[str, EventKind]:
    """PLOVER's kinds of event, by name."""
    return MappingProxyType({entry.name: _event(entry) for entry in plover.entries("events")})


def read_contexts(plover: Entry) -> Mapping[str, Context]:
    """PLOVER's contexts, by name."""
    uses = get_args(ContextUse)
    return MappingProxyType(
        {
            entry.name: Context(entry.name, entry.text("label"), cast("ContextUse", entry.choice("use", uses)))
            for entry in plover.entries("contexts")
        }
    )


def read_sectors(plover: Entry) -> Mapping[str, Sector]:
    """PLOVER's sectors, by code."""
    return MappingProxyType(
        {
            entry.name: Sector(entry.name, entry.text("label"), entry.optional("cameo"))
            for entry in plover.entries("sectors")
        }
    )


def read_cameo(
    files: Files, events: Mapping[str, EventKind], contexts: Mapping[str, Context]
) -> Mapping[str, CameoCode]:
    """The codes of ``cameo.tsv``, by code, each with the quad class of its root and its mapping to PLOVER checked."""
    roots = {entry.name: entry for entry in files.mapping("scales.yaml").entries("roots")}
    codes: dict[str, CameoCode] = {}
    for entry in files.table("cameo.tsv", CODE_COLUMNS):
        if entry.key in codes:
            entry.fault("stands twice")
        elif entry.key[:2] not in roots:
            entry.fault(f"has no root {entry.key[:2]!r} in scales.yaml")
        else:
            codes[entry.key] = _code(entry, roots[entry.key[:2]], codes)
            _check_mapping(entry, codes[entry.key], events, contexts)
    _check_defaults(files, events, codes)
    return MappingProxyType(codes)


def _event(entry: Entry) -> EventKind:
    score = entry.number("score")
    if score is None:
        entry.fault("score is missing")
    return EventKind(
        name=entry.name,
        label=entry.text("label"),
        definition=entry.text("definition"),
        example=entry.text("example"),
        counter_example=entry.text("counter_example"),
        quad=int(entry.choice("quad", QUADS)),
        score=score or 0.0,
        requires_recipient=entry.flag("requires_recipient"),
        cameo=entry.text("cameo"),
        exact=not entry.flag("inexact"),
        modes=MappingProxyType({mode.name: _mode(mode) for mode in entry.entries("modes")}),
    )


def _mode(entry: Entry) -> Mode:
    return Mode(
        name=entry.name,
        definition=entry.text("definition"),
        example=entry.text("example"),
        counter_example=entry.text("counter_example"),
        score=entry.number("score"),
        cameo=entry.text("cameo"),
        exact=not entry.flag("inexact"),
    )


def _code(entry: Entry, root: Entry, codes: Mapping[str, CameoCode]) -> CameoCode:
    return CameoCode(
        code=entry.key,
        label=entry.text("label"),
        event=entry.optional("event"),
        mode=entry.optional("mode"),
        contexts=entry.words("contexts"),
        quad=int(root.choice("quad", QUADS)),
        penta=int(root.choice("penta", PENTAS)),
        goldstein=_goldstein(entry, codes.get(entry.key[:-1])),
        swapped=entry.flag("swapped"),
        note=entry.optional("note") or "",
    )


def _goldstein(entry: Entry, parent: CameoCode | None) -> Mapping[Scale, float | None]:
    """The three published copies, and their median; a code that none of them holds takes its parent's median."""
    copies: dict[Scale, float | None] = {
        "keds": entry.number("keds"),
        "gdelt": entry.number("gdelt"),
        "icews": entry.number("icews"),
    }
    known = [value for value in copies.values() if value is not None]
    inherited = parent.goldstein["median"] if parent else None
    return MappingProxyType({"median": median(known) if known else inherited, **copies})


def _check_mapping(
    entry: Entry, code: CameoCode, events: Mapping[str, EventKind], contexts: Mapping[str, Context]
) -> None:
    if code.event is None:
        if code.root not in ("01", "02"):
            entry.fault("names no PLOVER event; only roots 01 and 02 have none")
    elif code.event not in events:
        entry.fault(f"event {code.event!r} is not in plover.yaml; allowed are {', '.join(events)}")
    elif code.mode is not None and code.mode not in events[code.event].modes:
        entry.fault(f"mode {code.mode!r} is none of {code.event}; allowed are {', '.join(events[code.event].modes)}")
    for context in code.contexts:
        if context not in contexts:
            entry.fault(f"context {context!r} is not in plover.yaml")


def _check_defaults(files: Files, events: Mapping[str, EventKind], codes: Mapping[str, CameoCode]) -> None:
    """What PLOVER is written as must be a code, and an exact one must lead back."""
    for event in events.values():
        kinds: list[tuple[str | None, EventKind | Mode]] = [(None, event), *event.modes.items()]
        for mode, kind in kinds:
            where = f"plover.yaml, {event.name}{f' {mode}' if mode else ''}"
            code = codes.get(kind.cameo)
            if code is None:
                files.faults.append(f"{where}: cameo {kind.cameo!r} is not in cameo.tsv")
            elif kind.exact and (code.event, code.mode) != (event.name, mode):
                files.faults.append(
                    f"{where}: cameo {code.code} leads back to {code.event} {code.mode}; say inexact: yes"
                )

"""What a deed becomes when something governs it: "will meet" is AGREE, "refused to meet" REJECT (PLOVER's rules)."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

import yaml

from dragoman.events.cues import Modality
from dragoman.events.event import Status
from dragoman.events.patterns import Pattern
from dragoman.events.syntax import objects

_COOPERATIVE = ("03", "04", "05", "06", "07", "08")
_NOTHING = ("accuse", "deny", "fear", "prevent")
_TALK = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", None)
_UNSPECIFIED = {"promise": "030", "threaten": "130", "demand": "100", "refuse": "120"}


@dataclass(frozen=True, slots=True)
class Deed:
    """An event kind with its codes. ``by_governor``: its actor is the subject of the governing word."""

    event: str | None
    mode: str | None
    cameo: str
    status: Status
    by_governor: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Transforms:
    tables: Mapping[str, Mapping[str, tuple[str | None, str]]]
    hard_demands: frozenset[str]

    def look_up(self, table: str, cameo: str) -> tuple[str | None, str]:
        """(mode, CAMEO code) for a deed, by the longest prefix of its code."""
        rows = self.tables[table]
        prefixes = (cameo[:n] for n in range(len(cameo), 1, -1))
        return next((rows[prefix] for prefix in prefixes if prefix in rows), (None, _UNSPECIFIED[table]))


@functools.cache
def load_transforms() -> Transforms:
    data = yaml.load((files("dragoman.codebook") / "data/transforms.yaml").read_bytes(), yaml.CSafeLoader)
    hard = frozenset(data.pop("hard_demands"))
    return Transforms(
        {name: {c: (mode, code) for c, (mode, code) in rows.items()} for name, rows in data.items()}, hard
    )


def transform(pattern: Pattern, modality: Modality, transforms: Transforms) -> Deed | None:
    """The event that is on record; ``None`` where nothing is (denied, hypothetical, not done)."""
    if modality.force in ("demand", "refuse", "cancel", "threaten"):
        return _spoken(pattern, modality, transforms)
    if modality.status == "negated" and modality.force is None and pattern.refusable:
        return _spoken(pattern, replace(modality, force="refuse"), transforms)
    if modality.force in _NOTHING or modality.status in ("hypothetical", "negated", "denied"):
        return None
    if modality.force == "attempt" and pattern.event in ("ASSAULT", "COERCE"):
        modality = replace(modality, status="occurred")  # who tries to bomb or to hack attacks
    if _decided(pattern, modality):
        modality = replace(modality, status="occurred")
    if modality.status in ("occurred", "ongoing"):
        return None if pattern.governed else Deed(pattern.event, pattern.mode, pattern.cameo, modality.status)
    return _to_come(pattern, modality, transforms)


def _decided(pattern: Pattern, modality: Modality) -> bool:
    """ "Decided to lift the ban": of what is done by decree the decision is the deed."""
    governor = modality.governor
    decreed = pattern.event in ("CONCEDE", "SANCTION") or pattern.cameo == "085"
    return decreed and governor is not None and modality.force == "intend" and governor.lemma_ == "decide"


def _to_come(pattern: Pattern, modality: Modality, transforms: Transforms) -> Deed | None:
    """What is promised, planned, wished for."""
    if pattern.governed and pattern.event == "REJECT":
        return None  # news only where it is refused: "would not tolerate"
    if pattern.event in _TALK and modality.force in (None, "intend", "hope", "ready"):
        return _inquiry(pattern, modality)
    if pattern.cameo.startswith(_COOPERATIVE) or (pattern.event == "MOBILIZE" and modality.force == "promise"):
        return _agreement(pattern, modality, transforms)
    if modality.governor is not None and modality.governor.lemma_ == "agree":
        return Deed("AGREE", None, "030", "occurred")  # "agreed to repatriate them": no threat
    meant = modality.status != "called-for" and modality.force in (None, "intend", "promise", "ready")
    # A vow to strike is a threat made, a plan to strike one that is still to come.
    return _threat(pattern, transforms, "occurred" if modality.force == "promise" else "planned") if meant else None


def _inquiry(pattern: Pattern, modality: Modality) -> Deed | None:
    """Of talk still to come only an inquiry is news: "will investigate the raid"."""
    news = pattern.mode == "investigate" and modality.status == "planned"
    return Deed(pattern.event, pattern.mode, pattern.cameo, "planned") if news else None


def _spoken(pattern: Pattern, modality: Modality, transforms: Transforms) -> Deed | None:
    """A call, refusal, cancellation or threat is itself what was done."""
    if modality.force == "demand":
        return _request(pattern, modality, transforms)
    if modality.force == "threaten":
        return _threat(pattern, transforms, "occurred")
    if modality.force == "cancel":
        return Deed("REJECT", "meet", "125", "occurred", by_governor=True) if pattern.event == "CONSULT" else None
    mode, code = transforms.look_up("refuse", pattern.cameo)
    return Deed("REJECT", mode, code, "occurred", by_governor=True)


def _agreement(pattern: Pattern, modality: Modality, transforms: Transforms) -> Deed:
    """Cooperation still to come: agreed to, called for, hoped for, or planned."""
    mode, code = transforms.look_up("promise", pattern.cameo)
    if modality.force == "promise":
        return Deed("AGREE", mode, code, "occurred")
    if modality.force in ("need", "hope"):
        return Deed("AGREE", mode, code, "called-for", by_governor=True, asks=True)
    return Deed("AGREE", mode, code, modality.status, by_governor=modality.force is not None)


def _threat(pattern: Pattern, transforms: Transforms, status: Status) -> Deed | None:
    if pattern.cameo.startswith(_COOPERATIVE):
        return None
    mode, code = transforms.look_up("threaten", pattern.cameo)
    return Deed("THREATEN", mode, code, status)


def _request(pattern: Pattern, modality: Modality, transforms: Transforms) -> Deed:
    if pattern.cameo == "163" and not _in_person(modality):
        # "called for sanctions against Chad": others are to act against it
        return Deed("ACCUSE", "disapprove", "113", "occurred", by_governor=True)
    mode, code = transforms.look_up("demand", pattern.cameo)
    hard = modality.governor is not None and modality.governor.lemma_ in transforms.hard_demands
    return Deed("REQUEST", mode, code if hard else "02" + code[2:], "occurred", by_governor=True, asks=True)


def _in_person(modality: Modality) -> bool:
    """Whether somebody is asked to act himself: "urged Mali to impose sanctions"."""
    verb = modality.governor
    return verb is not None and verb.tag_.startswith("V") and bool(objects(verb))

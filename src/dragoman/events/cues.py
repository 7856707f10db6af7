"""The words that say of a deed whether it was done, and what they make of it (``codebook/data/modality.yaml``)."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

import yaml

from dragoman.events.event import Status
from dragoman.texts.parsed import Token

Force = Literal[
    "intend",
    "promise",
    "demand",
    "need",
    "hope",
    "refuse",
    "threaten",
    "prevent",
    "deny",
    "accuse",
    "say",
    "cancel",
    "ready",
    "permit",
    "fear",
    "attempt",
]


@dataclass(frozen=True, slots=True)
class Modality:
    """``status`` of the deed, and the word that governs it where one does (``force`` and ``governor``)."""

    status: Status
    force: Force | None
    governor: Token | None
    why: str


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemma → force, for verbs, nouns, adjectives; auxiliaries and a noun's modifiers by what they make of a deed."""

    verbs: Mapping[str, Force]
    nouns: Mapping[str, Force]
    adjectives: Mapping[str, Force]
    auxiliaries: Mapping[str, Status]
    modifiers: Mapping[str, Status]


@functools.cache
def load_cues() -> Cues:
    data = yaml.load((files("dragoman.codebook") / "data/modality.yaml").read_bytes(), yaml.CSafeLoader)

    def flat(part: str) -> dict[str, Force]:
        return {word: force for force, words in data[part].items() for word in words}

    def statuses(part: str) -> dict[str, Status]:
        return {word: status for status, words in data[part].items() for word in words}

    return Cues(flat("verbs"), flat("nouns"), flat("adjectives"), statuses("auxiliaries"), statuses("modifiers"))

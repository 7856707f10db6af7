"""How words reached the reporter, and the words that deny or confirm others' words."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from dragoman.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Answering:
    """Words of one kind of answer, base forms; ``data/sourcing.yaml`` says what the places mean."""

    verbs: frozenset[str]
    of_claims: frozenset[str]
    said: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sourcing:
    """The vocabulary. ``channels`` are in the order in which they are tried."""

    nameless: frozenset[str]
    anonymous: re.Pattern[str]
    channels: Mapping[str, re.Pattern[str]]
    denial: Answering
    confirmation: Answering
    claims: frozenset[str]
    deeds: Mapping[str, frozenset[str]]


@functools.cache
def load_sourcing() -> Sourcing:
    """The vocabulary that ships with dragoman."""
    text = resources.files("dragoman.codebook").joinpath("data/sourcing.yaml").read_text(encoding="utf-8")
    return read_sourcing(yaml.load(text, yaml.CSafeLoader))


def read_sourcing(data: Mapping[str, Any]) -> Sourcing:
    """The vocabulary in the form of ``sourcing.yaml``.

    :raises CodebookError: a part is missing, or a phrase is no regular expression.
    """
    missing = [
        name for name in ("anonymous", "channels", "denial", "confirmation", "claims", "deeds") if name not in data
    ]
    if missing:
        raise CodebookError(f"sourcing.yaml: no {', no '.join(missing)}")
    return Sourcing(
        nameless=frozenset(data["anonymous"]["nouns"]),
        anonymous=_pattern(data["anonymous"]["phrases"]),
        channels={channel: _pattern(phrases) for channel, phrases in data["channels"].items()},
        denial=_answering(data["denial"]),
        confirmation=_answering(data["confirmation"]),
        claims=frozenset(data["claims"]),
        deeds={event: frozenset(nouns) for event, nouns in data["deeds"].items()},
    )


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    try:
        return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)
    except re.error as error:
        raise CodebookError(f"sourcing.yaml: {error} in one of {list(phrases)}; mend the expression") from error


def _answering(data: Mapping[str, Sequence[str]]) -> Answering:
    return Answering(**{place: frozenset(data[place]) for place in ("verbs", "of_claims", "said")})

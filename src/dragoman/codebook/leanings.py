"""The words that take a stand: which verbs, nouns and adjectives speak well or ill, and of whom by their place."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from dragoman.errors import CodebookError

SIDED = ("toward", "doing", "qualities")
LISTS = ("deeds", "given", "demands", "hedges", "suffered", "asking")
SIGNS = {"supportive": 1, "critical": -1}


@dataclass(frozen=True, slots=True)
class Leanings:
    """The vocabulary; base forms with 1 (speaks well) or -1 (speaks ill). ``data/stances.yaml`` says what the places
    mean."""

    toward: Mapping[str, int]
    doing: Mapping[str, int]
    qualities: Mapping[str, int]
    deeds: frozenset[str]
    given: frozenset[str]
    demands: frozenset[str]
    hedges: frozenset[str]
    suffered: frozenset[str]
    asking: frozenset[str]


@functools.cache
def load_leanings() -> Leanings:
    """The vocabulary that ships with dragoman.

    :raises CodebookError: a list is missing, a side is unknown, or a word stands on both sides of one list.
    """
    text = resources.files("dragoman.codebook").joinpath("data/stances.yaml").read_text(encoding="utf-8")
    return read_leanings(yaml.load(text, yaml.CSafeLoader))


def read_leanings(data: Mapping[str, Any]) -> Leanings:
    """The vocabulary in the form of ``stances.yaml``; all faults are gathered and told at once."""
    faults = [f"no list {name!r}" for name in (*SIDED, *LISTS) if name not in data]
    for name in SIDED:
        sides = data.get(name, {})
        faults += [
            f"{name}: no side {side!r}; the sides are supportive and critical" for side in set(sides) - set(SIGNS)
        ]
        both = set(sides.get("supportive", ())) & set(sides.get("critical", ()))
        faults += [f"{name}: {word!r} stands on both sides; keep one" for word in sorted(both)]
    if faults:
        raise CodebookError("stances.yaml: " + "; ".join(faults))
    signed = {name: _signed(data[name]) for name in SIDED}
    words = {name: frozenset(data[name]) for name in LISTS}
    return Leanings(**signed, **words)  # type: ignore[arg-type]  # the keys are those of the fields


def _signed(sides: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    return {word: SIGNS[side] for side, words in sides.items() for word in words}

"""The words by which tellings are compared and found at odds; from ``data/telling.yaml``."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from dragoman.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Form:
    """Words for one way of being in contact; the ``narrow`` ones exclude each other, a ``broad`` one may be any."""

    narrow: tuple[str, ...]
    broad: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparing:
    """``common`` words tell no deeds apart; ``forms`` is keyed by the form of a contact (``message``, ``phone``)."""

    common: frozenset[str]
    ordinals: Mapping[str, int]
    forms: Mapping[str, Form]
    relative_days: re.Pattern[str]
    put_off: re.Pattern[str]
    corrections: re.Pattern[str]
    unclear: re.Pattern[str]
    left: re.Pattern[str]
    member: re.Pattern[str]
    renewed: re.Pattern[str]
    running: re.Pattern[str]
    present: re.Pattern[str]
    agreeing: re.Pattern[str]
    denying: re.Pattern[str]
    kinds_of_agreement: frozenset[str]


_PATTERNS = (
    "put_off",
    "corrections",
    "unclear",
    "left",
    "member",
    "renewed",
    "running",
    "present",
    "agreeing",
    "denying",
)


@functools.cache
def load_comparing() -> Comparing:
    """The table that ships with dragoman.

    :raises CodebookError: a pattern in it is none.
    """
    place = resources.files("dragoman.codebook").joinpath("data/telling.yaml")
    data = yaml.load(place.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return Comparing(
        common=frozenset(data["common"].split()),
        ordinals=data["ordinals"],
        forms={name: Form(tuple(form["narrow"]), tuple(form["broad"])) for name, form in data["forms"].items()},
        relative_days=_pattern("relative_days", [rf"\b(?:{'|'.join(data['relative_days'])})\b"]),
        **{name: _pattern(name, data[name]) for name in _PATTERNS},
        kinds_of_agreement=frozenset(data["kinds_of_agreement"].split()),
    )


def _pattern(name: str, given: Any) -> re.Pattern[str]:
    parts = [given] if isinstance(given, str) else given
    try:
        return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE | re.MULTILINE)
    except re.error as error:
        raise CodebookError(f"telling.yaml, {name}: {error}. Mend the pattern.") from error

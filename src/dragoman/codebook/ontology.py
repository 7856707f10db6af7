"""The nouns of the two coding schemes: PLOVER's kinds of event with their modes, and CAMEO's codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Scale = Literal["median", "keds", "gdelt", "icews"]
SCALES: tuple[Scale, ...] = ("median", "keds", "gdelt", "icews")
ContextUse = Literal["general", "auxiliary"]


@dataclass(frozen=True, slots=True)
class Mode:
    """A way in which an event of one kind is done: ``phone`` of CONSULT.

    ``score`` is PLOVER's (-10 to 10), ``None`` where the manual prints none. ``cameo`` is the code the mode is written
    as; ``exact`` is false where CAMEO has no code of its own for it, so that the way back does not lead here.
    """

    name: str
    definition: str
    example: str
    counter_example: str
    score: float | None
    cameo: str
    exact: bool


@dataclass(frozen=True, slots=True)
class EventKind:
    """One of PLOVER's sixteen kinds of event.

    ``quad``: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. ``score`` is PLOVER's (-10 to 10).
    ``cameo`` and ``exact`` as for a mode: the code of an event whose mode is not known.
    """

    name: str
    label: str
    definition: str
    example: str
    counter_example: str
    quad: int
    score: float
    requires_recipient: bool
    cameo: str
    exact: bool
    modes: Mapping[str, Mode]


@dataclass(frozen=True, slots=True)
class Context:
    """What an event is about (``economic``); the auxiliary ones say how it is told (``future``)."""

    name: str
    label: str
    use: ContextUse


@dataclass(frozen=True, slots=True)
class Sector:
    """The part of a state or society an actor belongs to. ``cameo`` is CAMEO's role code, or ``None``."""

    code: str
    label: str
    cameo: str | None


@dataclass(frozen=True, slots=True)
class CameoCode:
    """One CAMEO code: two to four digits as text (``"041"``; the leading zero matters).

    ``event``, ``mode`` and ``contexts`` are what it says in PLOVER; ``event`` is ``None`` for roots 01 and 02, which
    PLOVER dropped. ``quad`` is the class that GDELT and ICEWS give its root, ``penta`` that of Phoenix (0 statement).
    ``swapped`` is true where CAMEO's source is PLOVER's recipient (to host a visit). ``note`` says why a mapping
    departs from the published table.
    """

    code: str
    label: str
    event: str | None
    mode: str | None
    contexts: tuple[str, ...]
    quad: int
    penta: int
    goldstein: Mapping[Scale, float | None]
    swapped: bool
    note: str

    @property
    def root(self) -> str:
        """The two digits of its root: ``"04"`` of ``"041"``."""
        return self.code[:2]

"""The noun of a number with a meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.codebook.units import FigureKind
from dragoman.events.event import Reason
from dragoman.texts.document import UNKNOWN, Interval, Span

Comparator = Literal["=", ">", ">=", "<", "<=", "~"]
Direction = Literal["increase", "decrease"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that a document names.

    ``value`` is in whole units (1.2 billion is 1200000000), ``None`` for a change without a number ("exports fell").
    ``unit`` is a singular noun (``percent``, ``US dollar``, ``phone call``), ``currency`` its ISO 4217 code.
    ``measures`` says in the text's words what is counted, ``parties`` (actor ids) of whom or with whom; ``period`` is
    when it held, ``base`` what a change is counted from. ``said_by`` are the actor ids of those who say so.

    ``figure_kind`` says what sort of thing is counted, where the codebook's words tell. ``countries`` (ISO3) are those
    it is about: of the parties, else of its sentence, else the two that the document is about (``reasons`` says
    which). ``ordinal`` marks the last of so many ("third visit"). ``events`` are the ids of the document's events that
    it is the measure of.
    """

    id: str
    document: str
    value: float | None
    comparator: Comparator | None
    unit: str | None
    direction: Direction | None
    evidence: tuple[Span, ...]
    currency: str | None = None
    measures: str = ""
    parties: tuple[str, ...] = ()
    period: Interval = UNKNOWN
    base: Interval = UNKNOWN
    said_by: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    figure_kind: FigureKind | None = None
    countries: tuple[str, ...] = ()
    ordinal: bool = False
    events: tuple[str, ...] = ()

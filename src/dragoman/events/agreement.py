"""The noun of what states have agreed: an agreement or regime with parties, terms and a stage that changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.codebook.instruments import AgreementKind, Stage
from dragoman.events.event import Reason, Status
from dragoman.texts.document import UNKNOWN, Interval, Span

RenewalRule = Literal["automatic", "by-agreement"]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in whole units (``"year"``)."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Renewal:
    """How an agreement goes on when its time is over; ``length`` where the text says for how long."""

    rule: RenewalRule
    length: Duration | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What the text says of signature, duration, renewal and end."""

    signed: Interval = UNKNOWN
    duration: Duration | None = None
    renewal: Renewal | None = None
    expires: Interval = UNKNOWN


NO_TERMS = Terms()


@dataclass(frozen=True, slots=True)
class StageChange:
    """A step in its life, done or planned as ``status`` says.

    ``said_by`` are the actor ids of those who tell it; ``events`` the ids of the document's events that are this step.
    """

    stage: Stage
    date: Interval
    status: Status
    evidence: Span
    said_by: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty, deal, regime or process as one document speaks of it.

    ``parties`` are ISO3 codes in order of appearance; ``canonical`` is shared by all records of one instrument, in
    whatever document; ``instrument`` is its key in the codebook, where it has a name of its own. ``said_by`` are the
    actors in whose words it is mentioned. ``family`` is that of its nouns in the codebook (``sanctions``), ``topics``
    the words that tell it from others of its family (``fishery``).
    """

    id: str
    document: str
    name: str
    agreement_kind: AgreementKind
    parties: tuple[str, ...]
    stage: Stage
    mentions: tuple[Span, ...]
    canonical: str
    stage_changes: tuple[StageChange, ...] = ()
    terms: Terms = NO_TERMS
    instrument: str | None = None
    said_by: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    family: str = "agreement"
    topics: tuple[str, ...] = ()

"""The nouns of the event side: what was done (events) and what was said (statements), each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.texts.document import UNKNOWN, Interval, Span

Status = Literal["occurred", "ongoing", "planned", "called-for", "hypothetical", "negated", "denied"]
StatementMode = Literal["direct", "indirect", "mixed"]
StanceValue = Literal["supportive", "critical", "neutral"]
Act = Literal["denial", "confirmation"]
AttributionRole = Literal["outlet", "agency", "speaker"]
CHANNELS = (
    *("phone_call", "in_person_meeting", "visit", "message_or_letter", "negotiations", "consultations"),
    *("public_statement", "press_remarks", "interview", "tweet", "agency_report"),
    *("treaty_or_agreement", "sanctions_or_embargo", "pressure", "trade", "practical_cooperation", "delivery"),
    *("ceremony", "military_movement", "unspecified"),
)  # by which a deed was done, or something said


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of the chain through which a report came to us, outermost first."""

    role: AttributionRole
    name: str | None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that reports the deed; with ``field``, a place that supports that one field only."""

    span: Span
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened. Coordinates in degrees (WGS 84)."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value, in words a user can check."""

    field: str
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """One deed between states, told in one document, coded in PLOVER and CAMEO at once.

    ``actors``, ``recipients`` and ``third_parties`` hold actor ids; a symmetric event has all parties in ``actors``.
    ``event`` is ``None`` for CAMEO roots 01 and 02, which PLOVER dropped. ``channel`` is one of ``CHANNELS``,
    ``confidence`` from 0 to 1.
    """

    id: str
    document: str
    event: str | None
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    goldstein: float | None
    quad: int | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    symmetric: bool
    date: Interval
    channel: str
    level: tuple[str, ...]
    status: Status
    evidence: tuple[Evidence, ...]
    attribution: tuple[Attribution, ...]
    coded_by: str
    confidence: float
    third_parties: tuple[str, ...] = ()
    place: Place | None = None
    topics: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    denied_by: tuple[str, ...] = ()
    confirmed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """How a statement stands toward a state that it speaks of (``state``, ISO 3166-1 alpha-3) or toward a body of no
    country (``body``, an actor id). ``evidence`` are the places of the words that show it; of a neutral one, of the
    name."""

    stance: StanceValue
    evidence: tuple[Span, ...]
    state: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is reported to have said. ``speakers`` and ``addressees`` are actor ids; ``content`` is without
    quotation marks.

    ``about`` are the countries it speaks of, ``stances`` how it stands toward each of them and toward bodies,
    ``topics`` PLOVER contexts. ``act`` says that it denies or confirms; ``denies`` and ``confirms`` are ids of events
    and statements of the same document, ``denied_by`` and ``confirmed_by`` of statements that do so with this one.
    ``anonymous``: the source is described and does not want to be named. ``channel`` is one of an event's channels
    where the words tell it (``tweet``).
    """

    id: str
    document: str
    speakers: tuple[str, ...]
    addressees: tuple[str, ...]
    cue: Span | None
    content: tuple[Span, ...]
    mode: StatementMode
    about: tuple[str, ...] = ()
    nested_in: str | None = None
    attribution: tuple[Attribution, ...] = ()
    date: Interval = UNKNOWN
    reasons: tuple[Reason, ...] = ()
    stances: tuple[Stance, ...] = ()
    topics: tuple[str, ...] = ()
    act: Act | None = None
    denies: tuple[str, ...] = ()
    confirms: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    confirmed_by: tuple[str, ...] = ()
    anonymous: bool = False
    channel: str | None = None

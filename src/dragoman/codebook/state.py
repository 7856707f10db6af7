"""The nouns of the international side: states and territories, bodies between and beside them, and their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NameKind = Literal["state", "demonym", "capital", "metonym", "region", "body"]
BodyKind = Literal["igo", "bloc", "ngo", "armed_group", "organ", "media"]


@dataclass(frozen=True, slots=True)
class Cow:
    """Correlates of War: country number and abbreviation (2, ``"USA"``)."""

    number: int
    abbreviation: str


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory of ISO 3166-1, or Kosovo (``XKX``).

    ``names`` holds every spelling of its name, present and past, the common one first; ``demonyms`` adjectives and
    words for its people. ``cameo`` is CAMEO's country code, which differs from ``iso3`` for a few.
    """

    iso3: str
    iso2: str
    name: str
    official: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    capital_aliases: tuple[str, ...]
    metonyms: tuple[str, ...]
    cow: Cow | None
    cameo: str
    un_member: bool
    region: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's time in a body, both ends in it, as ``YYYY[-MM[-DD]]``; ``until`` is ``None`` while it lasts."""

    iso3: str
    since: str
    until: str | None = None

    def holds_on(self, day: str) -> bool:
        """Whether it was a member on a day (or in a month or year, ``YYYY[-MM[-DD]]``)."""
        begun = self.since[: len(day)] <= day
        return begun and (self.until is None or day[: len(self.until)] <= self.until)


@dataclass(frozen=True, slots=True)
class Body:
    """An actor that is no state: an organisation of states, a bloc, a non-governmental or an armed group.

    ``country`` is the state it belongs to, ``None`` for bodies of no country; ``sector`` a PLOVER sector. ``members``
    is empty where the codebook keeps none, not where there are none; ``source`` says where their dates come from.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: BodyKind
    cameo: str
    sector: str | None
    country: str | None
    members: tuple[Membership, ...]
    source: str

    def members_on(self, day: str) -> frozenset[str]:
        """The ISO3 codes of its members on ``day`` (``YYYY[-MM[-DD]]``)."""
        return frozenset(member.iso3 for member in self.members if member.holds_on(day))


@dataclass(frozen=True, slots=True)
class Name:
    """Words by which a text names a state or a body, spelt as a text spells them (the case matters to a scanner).

    ``key`` is an ISO3 code; a body's id where ``kind`` is ``"body"``. ``ambiguous`` words also mean something else, or
    another state (then there is a ``Name`` for each); ``otherwise`` says what: ``"also a US state and a given name"``.
    """

    text: str
    kind: NameKind
    key: str
    ambiguous: bool
    otherwise: str = ""

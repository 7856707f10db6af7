"""The codebook: the words we code with, read from data files and checked whole.

book = load()
book.state("U.S.").iso3            "USA"
book.plover_of("042")              ("CONSULT", "visit", ())
book.cameo_of("CONSULT", "phone")  "041"
book.goldstein("163")              -8.0
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from dragoman.codebook.entry import Files
from dragoman.codebook.gazetteer import check_keys, read_bodies, read_decoys, read_names, read_states
from dragoman.codebook.ontology import SCALES, CameoCode, Context, EventKind, Mode, Scale, Sector
from dragoman.codebook.places import Site, Sites, read_sites
from dragoman.codebook.schemes import read_cameo, read_contexts, read_events, read_sectors
from dragoman.codebook.state import Body, Cow, Membership, Name, NameKind, State
from dragoman.errors import UsageError

V = TypeVar("V")

__all__ = [
    "SCALES",
    "Body",
    "CameoCode",
    "Codebook",
    "Context",
    "Cow",
    "EventKind",
    "Membership",
    "Mode",
    "Name",
    "NameKind",
    "Scale",
    "Sector",
    "State",
    "load",
]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All that is coded with, unchangeable. ``version`` is edition and hash of the data: ``"2026.11+1a2b3c4d"``."""

    version: str
    events: Mapping[str, EventKind]
    contexts: Mapping[str, Context]
    sectors: Mapping[str, Sector]
    cameo: Mapping[str, CameoCode]
    states: Mapping[str, State]
    bodies: Mapping[str, Body]
    all_names: tuple[Name, ...] = field(repr=False)
    decoys: tuple[str, ...] = field(repr=False)
    """Longer words round a state's name that name no state (``"New Mexico"``): scan them too, drop what they cover."""
    sites: Sites = field(repr=False)
    spellings: Mapping[str, tuple[str, ...]] = field(repr=False)
    """Folded codes, names and demonyms, each with the ISO3 codes it may mean."""

    def names(self) -> Iterable[Name]:
        """All names for a scanner of text. One text may stand in several, all ``ambiguous`` then."""
        return self.all_names

    def event(self, name: str) -> EventKind:
        """A kind by its PLOVER name, in any case. Raises UsageError."""
        return _get(self.events, name.upper(), "PLOVER event", "`dragoman codebook events` lists all.")

    def code(self, code: str) -> CameoCode:
        """A CAMEO code. Raises UsageError where there is no such code."""
        return _get(self.cameo, code, "CAMEO code", "`dragoman codebook cameo` lists all.")

    def goldstein(self, code: str, *, scale: Scale = "median") -> float | None:
        """The Goldstein value of a CAMEO code, -10 to 10; ``None`` where that copy of the scale has none.

        ``median`` is the median of the three published copies, and never ``None``.
        """
        return self.code(code).goldstein[scale]

    def quad(self, event: str | None) -> int | None:
        """1 verbal and 2 material cooperation, 3 verbal and 4 material conflict; ``None`` for no event."""
        return None if event is None else self.event(event).quad

    def plover_score(self, event: str, mode: str | None = None) -> float:
        """PLOVER's score, -10 to 10: the mode's own, else that of its event."""
        score = self.kind(event, mode).score
        return self.event(event).score if score is None else score

    def cameo_of(self, event: str, mode: str | None = None, *, contexts: Iterable[str] = ()) -> str:
        """The CAMEO code of a PLOVER event: that of its mode, or a more specific one that ``contexts`` single out.

        ``cameo_of("AID")`` is ``"070"``, ``cameo_of("AID", contexts=["military"])`` is ``"072"``.
        """
        about = set(contexts)
        fitting = [
            code.code
            for code in self.cameo.values()
            if (code.event, code.mode) == (event, mode) and code.contexts and about.issuperset(code.contexts)
        ]
        return fitting[0] if len(fitting) == 1 else self.kind(event, mode).cameo

    def plover_of(self, code: str) -> tuple[str | None, str | None, tuple[str, ...]]:
        """Event, mode and contexts of a CAMEO code; no event for roots 01 and 02."""
        found = self.code(code)
        return found.event, found.mode, found.contexts

    def state(self, name_or_code: str) -> State:
        """A state by ISO2, ISO3, CAMEO or COW code, name or demonym; case, accents and full stops do not matter.

        Raises UsageError for a name that is unknown (with near ones) or means several states.
        """
        if known := self.known_state(name_or_code):
            return known
        if found := self.spellings.get(fold(name_or_code)):
            raise UsageError(f"{name_or_code!r} may mean {' or '.join(found)}; give the code.")
        names = (name for state in self.states.values() for name in state.names)
        raise UsageError(
            f"There is no state {name_or_code!r}.{_near(name_or_code, names)} "
            "Give a name or an ISO code: Iran, IR or IRN; `dragoman codebook states` lists all."
        )

    def known_state(self, name_or_code: str) -> State | None:
        """The same, ``None`` where there is none or are several: no near names are sought, which takes 4 ms."""
        found = self.spellings.get(fold(name_or_code), ())
        return self.states[found[0]] if len(found) == 1 else None

    def site(self, name: str, countries: Collection[str | None] = ()) -> Site | None:
        """Where a place is: a city, sea or region of ``places.tsv`` (of namesakes the one in ``countries``), or the
        middle of a state by any of its names; ``None`` for one that is not known."""
        states = self.spellings.get(fold(name), ())
        return self.sites.of(name, countries) or (self.sites.states.get(states[0]) if states else None)

    def kind(self, event: str, mode: str | None = None) -> EventKind | Mode:
        """An event, or its mode where one is named. Raises UsageError where there is no such event or mode."""
        kind = self.event(event)
        if mode is None:
            return kind
        modes = f"It has {', '.join(kind.modes)}." if kind.modes else "It has none."
        return _get(kind.modes, mode, f"mode of {kind.name}", modes)


@cache
def load(folder: Path | None = None, *, names: Path | None = None) -> Codebook:
    """The packaged codebook, or the one in ``folder``; a file that ``folder`` lacks is taken from the package.

    ``names`` is a file of the user's own with the columns of ``names.tsv``: its rows come to those, and win.
    Raises CodebookError with every fault of every file.
    """
    files = Files(folder, names=names)
    files.check_folder()
    plover = files.mapping("plover.yaml")
    events, contexts, sectors = read_events(plover), read_contexts(plover), read_sectors(plover)
    listed = tuple(files.entries("bodies.yaml"))
    known = read_names(files, listed)
    states = read_states(files, known)
    bodies = read_bodies(listed, states, sectors)
    check_keys(files, known, states, bodies)
    book = Codebook(
        version=f"{plover.text('edition')}+{files.digest()}",
        events=events,
        contexts=contexts,
        sectors=sectors,
        cameo=read_cameo(files, events, contexts),
        states=states,
        bodies=bodies,
        all_names=known,
        decoys=read_decoys(files),
        sites=read_sites(files, states),
        spellings=_spellings(states),
    )
    files.check()
    return book


def fold(name: str) -> str:
    """A name without what spellings differ in: case, accents, full stops, kinds of apostrophe."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace(".", "").casefold())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def _spellings(states: Mapping[str, State]) -> Mapping[str, tuple[str, ...]]:
    """Codes come before names, and ISO before CAMEO before COW: ``AUS`` is Australia, though COW's Austria."""
    spellings: dict[str, tuple[str, ...]] = {}
    for code in ("iso3", "iso2", "cameo"):
        for state in states.values():
            spellings.setdefault(fold(getattr(state, code)), (state.iso3,))
    for state in states.values():
        for name in (*state.names, state.official, *state.demonyms):
            _add(spellings, fold(name), state.iso3)
    for state in states.values():
        for code in (state.cow.abbreviation, str(state.cow.number)) if state.cow else ():
            spellings.setdefault(fold(code), (state.iso3,))
    return spellings


def _add(spellings: dict[str, tuple[str, ...]], name: str, iso3: str) -> None:
    known = spellings.get(name, ())
    if iso3 not in known:
        spellings[name] = (*known, iso3)


def _get(known: Mapping[str, V], name: str, what: str, allowed: str) -> V:
    found = known.get(name)
    if found is None:
        raise UsageError(f"There is no {what} {name!r}.{_near(name, known)} {allowed}")
    return found


def _near(name: str, known: Iterable[str]) -> str:
    """``" Did you mean Iran, Iraq?"``, or nothing if nothing is near."""
    from rapidfuzz import process

    near = [match for match, _, _ in process.extract(name, list(known), processor=fold, limit=3, score_cutoff=75)]
    return f" Did you mean {', '.join(near)}?" if near else ""

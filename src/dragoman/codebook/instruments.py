"""Agreements by name, and the words by which texts describe them and tell how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from dragoman.codebook.codebook import load
from dragoman.codebook.entry import Entry, Files
from dragoman.codebook.gazetteer import DAY

AgreementKind = Literal[
    "treaty", "agreement", "arrangement", "understanding", "process", "sanctions", "embargo", "loan", "membership",
    "bundle", "other",
]  # fmt: skip
Stage = Literal[
    "mentioned", "requested", "proposed", "negotiating", "agreed", "initialled", "signed", "ratified", "in_force",
    "implementing", "extended", "blocked", "suspended", "withdrawn", "ended",
]  # fmt: skip
KINDS: tuple[AgreementKind, ...] = get_args(AgreementKind)
STAGES: tuple[Stage, ...] = get_args(Stage)
ON_THE_WAY: frozenset[Stage] = frozenset({"requested", "proposed", "negotiating", "agreed", "initialled"})
# A step on the way cannot undo a later one ("they discussed the treaty" that was signed last year); these can.
LIVING: frozenset[Stage] = frozenset(
    {"in_force", "implementing", "extended", "blocked", "suspended", "withdrawn", "ended"}
)
_NAME_ENDS = ("initiative", "process", "talks", "format", "accords", "agreements", "memorandum")


@dataclass(frozen=True, slots=True)
class Instrument:
    """An agreement with a name of its own.

    ``parties`` are ISO3 codes, empty where it is ``open`` to many. ``short`` maps a word ("nuclear") to the states one
    of which a text must name for "the nuclear deal" to mean this one. Days are ``YYYY[-MM[-DD]]``; ``left`` is keyed by
    ISO3.
    """

    id: str
    name: str
    names: tuple[str, ...]
    short: Mapping[str, tuple[str, ...]]
    kind: AgreementKind
    parties: tuple[str, ...]
    open: bool
    left: Mapping[str, str]
    signed: str | None
    in_force: str | None
    ended: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that means an agreement; see ``data/agreements.yaml`` for what the conditions mean."""

    family: str
    kind: AgreementKind
    needs: frozenset[str]
    capital: bool
    both: bool


@dataclass(frozen=True, slots=True, eq=False)  # one is loaded once and serves as a key
class Agreements:
    """Everything that ``data/agreements.yaml`` holds. ``objects`` and ``subjects`` are keyed by family and word, and
    ``standing`` too, with whether the agreement is the subject."""

    instruments: Mapping[str, Instrument]
    decoys: frozenset[str]
    nouns: Mapping[str, Noun]
    joining: frozenset[str]
    old: frozenset[str]
    new: frozenset[str]
    plain: frozenset[str]
    objects: Mapping[tuple[str, str], Stage]
    subjects: Mapping[tuple[str, str], Stage]
    standing: frozenset[tuple[str, str, bool]]

    def stage(self, family: str, word: str, *, subject: bool = False) -> Stage | None:
        """What a governing word says of the stage of an agreement of this family."""
        return (self.subjects if subject else self.objects).get((family, word))

    def stands(self, family: str, word: str, *, subject: bool = False) -> bool:
        """Whether the word says that it stands so, not that it came to ("respect", unlike "enter into force")."""
        return (family, word, subject) in self.standing

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Each spelling of each name, with the id of its instrument."""
        for instrument in self.instruments.values():
            for name in instrument.names:
                yield from ((spelling, instrument.id) for spelling in self._cases(name))

    def _cases(self, name: str) -> tuple[str, ...]:
        """ "Minsk Agreements" is also spelt "Minsk agreements"."""
        first, _, last = name.rpartition(" ")
        if first and (last.lower() in self.nouns or last.lower() in _NAME_ENDS):
            return tuple(dict.fromkeys((name, f"{first} {last.lower()}", f"{first} {last.capitalize()}")))
        return (name,)


@cache
def load_agreements(folder: Path | None = None) -> Agreements:
    """The packaged agreements, or those of ``agreements.yaml`` in ``folder``.

    :raises CodebookError: with every fault: unknown states, kinds and stages, days that are none.
    """
    files = Files(folder)
    data = files.mapping("agreements.yaml")
    states = load().states
    instruments = {entry.key.rpartition(" ")[2]: _instrument(entry, states) for entry in data.entries("instruments")}
    nouns = dict(_nouns(data))
    families = {noun.family for noun in nouns.values()}
    objects: dict[tuple[str, str], Stage] = {}
    subjects: dict[tuple[str, str], Stage] = {}
    standing: set[tuple[str, str, bool]] = set()
    for rule in data.values["stages"]:
        stage = _allowed(data, rule["stage"], STAGES, "stage")
        for family in rule.get("families") or families:
            for words, table in ((rule.get("object"), objects), (rule.get("subject"), subjects)):
                new = [word for word in words or () if (family, word) not in table]
                table.update({(family, word): stage for word in new})
                standing |= {(family, word, table is subjects) for word in new if rule.get("standing")}
    files.check()
    return Agreements(
        instruments=instruments,
        decoys=frozenset(data.words("decoys")),
        nouns=nouns,
        joining=frozenset(data.words("joining")),
        old=frozenset(data.words("old")),
        new=frozenset(data.words("new")),
        plain=frozenset(data.words("plain")),
        objects=objects,
        subjects=subjects,
        standing=frozenset(standing),
    )


def _instrument(entry: Entry, states: Iterable[str]) -> Instrument:
    parties = entry.words("parties") if entry.values.get("parties") != "open" else ()
    left = {str(iso3): str(day) for iso3, day in entry.mapping("left").items()}
    short = {word: tuple(of) for word, of in entry.mapping("short").items()}
    for iso3 in {*parties, *left, *(iso3 for of in short.values() for iso3 in of)} - set(states):
        entry.fault(f"{iso3!r} is not in states.tsv")
    days = {name: entry.optional(name) for name in ("signed", "in_force", "ended")}
    for day in (*days.values(), *left.values()):
        if day is not None and not DAY.fullmatch(day):
            entry.fault(f"{day!r} is no day; write 1999, 1999-03 or 1999-03-12")
    if not parties and entry.values.get("parties") != "open":
        entry.fault("parties are missing; give ISO3 codes or open")
    return Instrument(
        id=entry.name,
        name=entry.text("name"),
        names=tuple(dict.fromkeys((entry.text("name"), *entry.words("names")))),
        short=short,
        kind=_allowed(entry, entry.values.get("kind"), KINDS, "kind"),
        parties=parties,
        open=not parties,
        left=left,
        source=entry.text("source"),
        **days,
    )


def _nouns(data: Entry) -> Iterator[tuple[str, Noun]]:
    for family, groups in data.mapping("nouns").items():
        for group in groups:
            noun = Noun(
                family=family,
                kind=_allowed(data, group.get("kind"), KINDS, "kind"),
                needs=frozenset(group.get("needs", ())),
                capital=bool(group.get("capital")),
                both=bool(group.get("both")),
            )
            yield from ((word, noun) for word in group["words"])


def _allowed(entry: Entry, value: Any, allowed: tuple[Any, ...], what: str) -> Any:
    if value not in allowed:
        entry.fault(f"{what} is {value!r}; allowed are {', '.join(allowed)}")
        return allowed[0]
    return value

"""Agreements followed across reports: which tellings are of one agreement, and its stages in the order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.actors.actor import Actor
from dragoman.codebook.instruments import LIVING, ON_THE_WAY, STAGES, AgreementKind, Stage
from dragoman.events.agreement import Agreement
from dragoman.events.event import Status
from dragoman.record.days import LAST, days
from dragoman.record.found import Found, Source
from dragoman.texts.document import Interval

Told = Found[Agreement]
_BY_PARTIES = frozenset({"embargo", "loan"})  # one between the same parties is one, whatever is told of it


@dataclass(frozen=True, slots=True)
class Step:
    """A stage change as one report tells it, in the words of those in ``by``; ``events`` are the events that it is."""

    stage: Stage
    date: Interval
    status: Status
    by: tuple[Actor, ...]
    source: Source
    agreement: str
    events: tuple[str, ...]

    def when(self) -> tuple[str, str]:
        """Where it stands in time. What is only known to be past has its last day; what is left open comes after the
        day of the report that tells it."""
        if self.date.start is None and self.date.end is None:
            return self.source.published.end or LAST, LAST
        first, last = days(self.date)
        return (last, last) if self.date.start is None else (first, last)


@dataclass(frozen=True, slots=True)
class Tracked:
    """One agreement with all that the reports tell of it, in the order of the reports, undated ones last.

    ``id`` is that of the telling that comes first; ``stage`` is where it stands after all of them.
    """

    id: str
    name: str
    agreement_kind: AgreementKind
    parties: tuple[str, ...]
    stage: Stage
    told: tuple[Told, ...]

    def steps(self) -> tuple[Step, ...]:
        """Its stages in the order of time."""
        return tuple(sorted(_steps(self.told), key=Step.when))


def track(told: Iterable[Told]) -> Iterator[Tracked]:
    """Each agreement once, in the order in which it is first told of.

    A telling joins the agreement with all of whose tellings it is the ``same``.
    """
    groups: list[list[Told]] = []
    for one in told:
        group = next((g for g in groups if all(same(one, other) for other in g)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return map(_tracked, groups)


def same(a: Told, b: Told) -> bool:
    """Whether two tellings are of one agreement.

    Of one instrument, by its key. Described ones: of one family between the same parties, and they share a topic (of
    sanctions: a body that lays them on) or have none to be told apart by. What is only on its way is not what had been
    made before.
    """
    one, other = a.thing, b.thing
    if one.instrument or other.instrument:
        return one.instrument == other.instrument
    if (one.family, set(one.parties), one.agreement_kind == "bundle") != (
        (other.family, set(other.parties), other.agreement_kind == "bundle")
    ):
        return False
    if one.family in _BY_PARTIES:
        return True
    alike = bool(set(one.topics) & set(other.topics)) or one.topics == other.topics
    return alike and one.document != other.document and not _apart(a, b) and not _apart(b, a)


def _apart(made: Told, wanted: Told) -> bool:
    """Whether ``wanted`` is on its way when ``made`` had been made already; or both were made, at other times."""
    first = days(made.thing.terms.signed)
    if wanted.thing.stage not in ON_THE_WAY:
        other = days(wanted.thing.terms.signed)
        known = first[0] <= first[1] and other[0] <= other[1]
        return known and (first[1] < other[0] or other[1] < first[0])
    if first[0] > first[1]:  # unknown
        if made.thing.stage not in LIVING:
            return False
        first = ("", made.source.published.end or "")
    return (wanted.source.published.end or "9") >= first[1]


def _tracked(told: list[Told]) -> Tracked:
    best = max(told, key=lambda one: (one.thing.instrument is not None, len(one.thing.topics), len(one.thing.name)))
    parties = dict.fromkeys(party for one in told for party in one.thing.parties)
    first = told[0].thing
    return Tracked(first.id, best.thing.name, first.agreement_kind, tuple(parties), _stage(told), tuple(told))


def _stage(told: Iterable[Told]) -> Stage:
    """That of the latest report that says; a step on the way does not undo a later one (see ``stage_of``)."""
    stage: Stage = "mentioned"
    for now in (one.thing.stage for one in told):
        if now in LIVING or STAGES.index(now) > STAGES.index(stage):
            stage = now
    return stage


def _steps(told: Iterable[Told]) -> Iterator[Step]:
    for one in told:
        for change in one.thing.stage_changes:
            by = tuple(one.who(change.said_by))
            yield Step(change.stage, change.date, change.status, by, one.source, one.thing.id, change.events)

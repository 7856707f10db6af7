"""Agreements followed across reports: which tellings are of one agreement, and how it stands after all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.codebook.instruments import LIVING, ON_THE_WAY, STAGES, AgreementKind, Stage
from dragoman.events.agreement import Agreement, Terms
from dragoman.record.days import days
from dragoman.record.found import Found
from dragoman.record.stage_line import Point, Step, stage_line
from dragoman.texts.document import Interval

Told = Found[Agreement]
_YEAR = 366  # days
_BY_PARTIES = frozenset({"embargo", "loan"})  # one between the same parties is one, whatever is told of it


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
        """All that is told of its stages, in the order of time."""
        return tuple(sorted(_steps(self.told), key=Step.when))

    def line(self) -> tuple[Point, ...]:
        """Its stages in the order of time, each once."""
        return stage_line(self.steps())


def track(told: Iterable[Told]) -> Iterator[Tracked]:
    """Each agreement once, in the order in which it is first told of.

    A telling joins the agreement with all of whose tellings it is the ``same``; only those of one ``_block`` can be.
    """
    groups: list[list[Told]] = []
    blocks: defaultdict[Hashable, list[list[Told]]] = defaultdict(list)
    for one in told:
        block = blocks[_block(one.thing)]
        group = next((group for group in block if all(same(one, other) for other in group)), None)
        if group is None:
            group = []
            groups.append(group)
            block.append(group)
        group.append(one)
    return map(_tracked, groups)


def same(a: Told, b: Told) -> bool:
    """Whether two tellings are of one agreement.

    Of one instrument, by its key. Described ones: of one family, between the same parties, and with something in common
    (see ``_alike``); one report tells of each once. What is only on its way is not what had been made before.
    """
    one, other = a.thing, b.thing
    if _block(one) != _block(other):
        return False
    if one.instrument:
        return True
    return one.document != other.document and _alike(a, b) and not _apart(a, b) and not _apart(b, a)


def _block(thing: Agreement) -> Hashable:
    return thing.instrument or (thing.family, frozenset(thing.parties), thing.agreement_kind == "bundle")


def _alike(a: Told, b: Told) -> bool:
    """A topic in common (of sanctions: a body that lays them on). Where neither has one, regimes and bundles of the
    same two are one, a ceasefire is for a year, and of others a day of signature or end or a length must agree."""
    one, other = a.thing, b.thing
    if one.topics or other.topics:
        return bool(set(one.topics) & set(other.topics)) or one.family in _BY_PARTIES
    if len(one.parties) < 2:
        return False  # "US sanctions", whoever is meant
    if one.family == "sanctions" or one.family in _BY_PARTIES or one.agreement_kind == "bundle":
        return True
    if one.family == "ceasefire":
        return _within_a_year(a.source.published, b.source.published)
    return _terms_meet(one.terms, other.terms)


def _within_a_year(one: Interval, other: Interval) -> bool:
    """Whether two reports lie at most a year apart; without their days nobody can say."""
    known = [date.fromisoformat(day) for day in (one.start, other.start) if day]
    return len(known) == 2 and abs((known[0] - known[1]).days) <= _YEAR


def _terms_meet(one: Terms, other: Terms) -> bool:
    pairs = ((days(one.signed), days(other.signed)), (days(one.expires), days(other.expires)))
    meeting = any(mine[0] <= theirs[1] and theirs[0] <= mine[1] for mine, theirs in pairs)
    return meeting or (one.duration is not None and one.duration == other.duration)


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
    parties = dict.fromkeys(party for one in told for party in one.thing.parties)
    first = told[0].thing
    return Tracked(first.id, _name(told), first.agreement_kind, tuple(parties), _stage(told), tuple(told))


def _name(told: Iterable[Told]) -> str:
    """The name that most reports use; of several the one that says most, of sanctions the plainest."""
    things = [one.thing for one in told]
    counts = Counter(thing.name for thing in things)
    plain = things[0].family == "sanctions"
    best = max(things, key=lambda t: (counts[t.name], len(t.topics), -len(t.name) if plain else len(t.name)))
    return best.name


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
            words = change.date.words
            yield Step(
                stage=change.stage,
                date=change.date,
                status=change.status,
                by=tuple(one.who(change.said_by)),
                source=one.source,
                agreement=one.thing.id,
                events=change.events,
                own_day=words is not None and change.evidence.holds(words),
            )

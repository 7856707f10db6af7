"""Pairs of states: what passed between them in all, and period by period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dragoman.errors import UsageError
from dragoman.measures.changes import Change, changes
from dragoman.measures.contacts import ages, is_contact, rank_order
from dragoman.measures.dealing import Dealing, classes, ends
from dragoman.measures.periods import By, Stretch, bounds, placed, stretches
from dragoman.measures.scales import Balance, Scores, balance, weighed
from dragoman.measures.sums import Kinds, Sum
from dragoman.measures.tabular import Cell, Tabular
from dragoman.record.days import days, first_day, last_day
from dragoman.record.filter import Filter
from dragoman.record.pairs import PairCount

MOST = 10_000  # periods of a series
CLASSES = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")


@dataclass(frozen=True, slots=True)
class Dyad:
    """What was done between two states (ISO3, in the order of the alphabet), each deed once.

    ``classes`` counts the deeds of each of ``CLASSES``, ``contacts`` those where they met, called or wrote. ``first``
    and ``last`` are days that are known to the day. ``not_done`` counts what was only planned, called for, denied ...
    """

    one: str
    other: str
    events: int
    contacts: int
    classes: tuple[int, int, int, int]
    first: str | None
    last: str | None
    goldstein: Balance
    plover: Balance
    not_done: int


@dataclass(frozen=True, slots=True)
class Dyads(Tabular):
    """All pairs, those with the most deeds first."""

    dyads: tuple[Dyad, ...]

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        for dyad in self.dyads:
            yield {
                "one": dyad.one,
                "other": dyad.other,
                "events": dyad.events,
                "contacts": dyad.contacts,
                **dict(zip(CLASSES, dyad.classes, strict=True)),
                "first": dyad.first,
                "last": dyad.last,
                "goldstein_sum": dyad.goldstein.sum,
                "goldstein_mean": dyad.goldstein.mean,
                "plover_mean": dyad.plover.mean,
                "net_cooperation": dyad.goldstein.net,
                "not_done": dyad.not_done,
            }


@dataclass(frozen=True, slots=True)
class Period:
    """What was done between two states in one stretch of the calendar, each deed once.

    ``ranks`` and ``channels`` count contacts; one that has several ranks counts at each. ``days_since`` says, by rank,
    how many days before the end of the period the last contact was. ``independent`` is the share of independent
    sources among the reports, ``None`` where there are no reports.
    """

    stretch: Stretch
    events: int
    classes: tuple[int, int, int, int]
    goldstein: Balance
    plover: Balance
    ranks: Mapping[str, int]
    channels: Mapping[str, int]
    days_since: Mapping[str, int]
    independent: float | None


@dataclass(frozen=True, slots=True)
class Series(Tabular):
    """All periods from the first deed (or the day asked for) to the last, those in which nothing was done too.

    ``unplaced`` counts deeds whose date does not say which period they belong to, ``not_done`` what was only planned,
    called for, denied ... ``changes`` are those of the sum of Goldstein's values, by number of the period.
    """

    one: str
    other: str
    by: By
    periods: tuple[Period, ...]
    unplaced: int
    not_done: int
    changes: tuple[Change, ...]

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        ranks = sorted({rank for p in self.periods for rank in (*p.ranks, *p.days_since)}, key=rank_order)
        channels = sorted({channel for p in self.periods for channel in p.channels})
        for period in self.periods:
            yield {
                "one": self.one,
                "other": self.other,
                **_plain(period),
                **{f"contacts_{rank}": period.ranks.get(rank, 0) for rank in ranks},
                **{f"channel_{channel}": period.channels.get(channel, 0) for channel in channels},
                **{f"days_since_{rank}": period.days_since.get(rank) for rank in ranks},
            }


def dyads(dealings: Iterable[Dealing], scores: Scores) -> Dyads:
    """All pairs between which anything was done, or only planned, called for, denied ..."""
    between: dict[tuple[str, str], list[Dealing]] = {}
    for dealing in dealings:
        for pair in {(min(pair), max(pair)) for pair in dealing.directed()}:
            between.setdefault(pair, []).append(dealing)
    found = (_dyad(pair, told, scores) for pair, told in between.items())
    return Dyads(tuple(sorted(found, key=lambda dyad: (-dyad.events, dyad.one, dyad.other))))


def counted(counts: Iterable[PairCount], scores: Scores) -> Dyads:
    """The same from what the record has counted already."""
    sums, kinds = dict[tuple[str, str], Sum](), Kinds(scores)
    for count in counts:
        pair = (count.one, count.other)
        (sums.get(pair) or sums.setdefault(pair, Sum())).add(count, kinds.of(count))
    found = (_summed(pair, total) for pair, total in sums.items())
    return Dyads(tuple(sorted(found, key=lambda dyad: (-dyad.events, dyad.one, dyad.other))))


def series(dealings: Iterable[Dealing], wanted: Filter, scores: Scores, *, by: By = "month") -> Series:
    """What passed between the two states of ``wanted``, period by period, from its ``since`` to its ``until``.

    A deed belongs to a period if its whole date lies in it. Give the deeds before ``since`` too: they tell how long
    ago the last contacts were.

    :raises UsageError: ``wanted`` does not name two states, or there are more than ``MOST`` periods.
    """
    if len(set(wanted.states)) != 2:
        raise UsageError("A series is of what passed between two states. Name two.")
    since = date.fromisoformat(first_day(wanted.since)) if wanted.since else None
    until = date.fromisoformat(last_day(wanted.until)) if wanted.until else None
    told = [dealing for dealing in dealings if _between(dealing, wanted.states)]
    done = [dealing for dealing in told if dealing.done]
    at: dict[Stretch | None, list[Dealing]] = {}
    for dealing in done:
        at.setdefault(placed(*days(dealing.event.date), by), []).append(dealing)
    whole = every(at, wanted, by)
    aged = ages(done, [stretch.last for stretch in whole])
    periods = [_period(stretch, at.get(stretch, []), age, scores) for stretch, age in zip(whole, aged, strict=True)]
    one, other = sorted(wanted.states)
    return Series(
        one=one,
        other=other,
        by=by,
        periods=tuple(periods),
        unplaced=sum(_may_lie(dealing, since, until) for dealing in at.get(None, ())),
        not_done=sum(_may_lie(dealing, since, until) for dealing in told if not dealing.done),
        changes=tuple(changes([period.goldstein.sum for period in periods])),
    )


def every(at: Iterable[Stretch | None], wanted: Filter, by: By) -> list[Stretch]:
    """All periods from the first in which anything is placed, or the ``since`` of the filter, to the last, or its
    ``until``.

    :raises UsageError: they are too many.
    """
    known = sorted(filter(None, at))
    first = date.fromisoformat(first_day(wanted.since)) if wanted.since else (known[0].first if known else None)
    last = date.fromisoformat(last_day(wanted.until)) if wanted.until else (known[-1].last if known else None)
    found = list(islice(stretches(first, last, by), MOST + 1)) if first and last else []
    if len(found) > MOST:
        raise UsageError(
            f"There are more than {MOST:,} {by}s in between. Name days that lie nearer, or longer periods."
        )
    return found


def empty(stretch: Stretch) -> Period:
    """A period in which nothing was done, and before which nothing is known."""
    nothing = balance([])
    return Period(stretch, 0, (0, 0, 0, 0), nothing, nothing, {}, {}, {}, None)


def _dyad(pair: tuple[str, str], told: Sequence[Dealing], scores: Scores) -> Dyad:
    done = [dealing for dealing in told if dealing.done]
    first, last = ends(done)
    return Dyad(
        *pair,
        events=len(done),
        contacts=sum(map(is_contact, done)),
        classes=classes(done),
        first=first,
        last=last,
        goldstein=balance([scores.goldstein(dealing) for dealing in done]),
        plover=balance([scores.plover(dealing) for dealing in done]),
        not_done=len(told) - len(done),
    )


def _summed(pair: tuple[str, str], total: Sum) -> Dyad:
    one, two, three, four = total.classes[1:]
    return Dyad(
        *pair,
        events=sum(total.classes),
        contacts=total.contacts,
        classes=(one, two, three, four),
        first=total.first or None,
        last=total.last or None,
        goldstein=weighed(total.goldstein),
        plover=weighed(total.plover),
        not_done=total.not_done,
    )


def _period(stretch: Stretch, done: Sequence[Dealing], ages: Mapping[str, int], scores: Scores) -> Period:
    contacts = list(filter(is_contact, done))
    reports = sum(len({found.source.id for found in dealing.tellings}) for dealing in done)
    return Period(
        stretch=stretch,
        events=len(done),
        classes=classes(done),
        goldstein=balance([scores.goldstein(dealing) for dealing in done]),
        plover=balance([scores.plover(dealing) for dealing in done]),
        ranks=Counter(rank for dealing in contacts for rank in dealing.event.level),
        channels=Counter(dealing.event.channel for dealing in contacts),
        days_since=ages,
        independent=round(sum(dealing.origins for dealing in done) / reports, 3) if reports else None,
    )


def _plain(period: Period) -> dict[str, Cell]:
    return {
        "period": period.stretch.name,
        "first_day": str(period.stretch.first),
        "last_day": str(period.stretch.last),
        "events": period.events,
        **dict(zip(CLASSES, period.classes, strict=True)),
        "goldstein_sum": period.goldstein.sum,
        "goldstein_mean": period.goldstein.mean,
        "plover_sum": period.plover.sum,
        "plover_mean": period.plover.mean,
        "net_cooperation": period.goldstein.net,
        "independent": period.independent,
    }


def _between(dealing: Dealing, states: tuple[str, ...]) -> bool:
    return any(set(pair) == set(states) for pair in dealing.directed())


def _may_lie(dealing: Dealing, since: date | None, until: date | None) -> bool:
    known = bounds(dealing.event.date)
    return known is None or (known[1] >= (since or date.min) and known[0] <= (until or date.max))

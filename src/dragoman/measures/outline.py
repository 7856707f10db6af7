"""A series in outline: what two states did, period by period, from what the record has counted already.

It takes some milliseconds where a whole series takes a second, but knows no ranks, channels, sources or changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from dragoman.measures.dyads import Period, Series, every
from dragoman.measures.periods import By, Stretch, placed
from dragoman.measures.scales import Scores, weighed
from dragoman.measures.sums import Kinds
from dragoman.record.days import FIRST, LAST, first_day, last_day
from dragoman.record.filter import Filter
from dragoman.record.pairs import Dated


def outline(counts: Iterable[Dated], wanted: Filter, scores: Scores, *, by: By) -> Series:
    """The series of the two states of ``wanted`` within its ``since`` and ``until``; its other wishes do not count."""
    since = first_day(wanted.since) if wanted.since else FIRST
    until = last_day(wanted.until) if wanted.until else LAST
    at: defaultdict[Stretch | None, list[Dated]] = defaultdict(list)
    not_done = 0
    for count in counts:
        if until < count.first_day:  # an unknown date too is beyond any end that is named (see ``days``)
            continue
        stretch = placed(count.first_day, count.last_day, by)
        before = count.first_day <= count.last_day < since
        if count.done and (stretch or not before):
            at[stretch].append(count)
        elif not before:
            not_done += count.deeds
    one, other = sorted(wanted.states)
    unplaced = sum(count.deeds for count in at.pop(None, []))
    kinds = Kinds(scores)
    periods = tuple(_period(stretch, at.get(stretch, []), kinds) for stretch in every(at, wanted, by))
    return Series(one, other, by, periods, unplaced, not_done, ())


def _period(stretch: Stretch, counts: list[Dated], kinds: Kinds) -> Period:
    told = [(kinds.of(count), count.deeds) for count in counts]
    quads: Counter[int] = Counter()
    for kind, deeds in told:
        quads[kind.quad] += deeds
    return Period(
        stretch=stretch,
        events=quads.total(),
        classes=(quads[1], quads[2], quads[3], quads[4]),
        goldstein=weighed([(kind.goldstein, deeds) for kind, deeds in told]),
        plover=weighed([(kind.plover, deeds) for kind, deeds in told]),
        ranks={},
        channels={},
        days_since={},
        independent=None,
    )

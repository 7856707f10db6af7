"""The stages of an agreement in the order of time, each once, however many reports tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.actors.actor import Actor
from dragoman.codebook.instruments import Stage
from dragoman.events.event import Status
from dragoman.record.days import LAST, days
from dragoman.record.found import Source
from dragoman.texts.document import Interval


@dataclass(frozen=True, slots=True)
class Step:
    """A stage change as one report tells it, in the words of those in ``by``; ``events`` are the events that it is.

    ``own_day``: the words that tell it tell its day too; else ``date`` is worked out from what stands around.
    """

    stage: Stage
    date: Interval
    status: Status
    by: tuple[Actor, ...]
    source: Source
    agreement: str
    events: tuple[str, ...]
    own_day: bool

    def when(self) -> tuple[str, str]:
        """Where it stands in time. What is only known to be past has its last day; what is left open comes after the
        day of the report that tells it."""
        if self.date.start is None and self.date.end is None:
            return self.source.published.end or LAST, LAST
        first, last = days(self.date)
        return (last, last) if self.date.start is None else (first, last)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the line: the step as the most exact report tells it, and the ``others`` that tell of it."""

    step: Step
    others: tuple[Step, ...] = ()


def stage_line(steps: Iterable[Step]) -> tuple[Point, ...]:
    """The points of the line. What is only supposed ("might be extended") is none.

    Steps are one where stage and status are the same and their days overlap; one told without a day of its own ("since
    they left the treaty") is the first of that stage and status, whenever that was.
    """
    groups: list[list[Step]] = []
    for one in sorted(steps, key=lambda step: (not step.own_day, _place(step))):
        if one.status == "hypothetical":
            continue
        group = next((group for group in groups if _one(group[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return tuple(sorted(map(_point, groups), key=lambda point: _place(point.step)))


def _place(step: Step) -> tuple[object, ...]:
    """In time; of one day by what does not depend on the order of reading."""
    return step.when(), step.status, step.stage, step.agreement


def _one(first: Step, other: Step) -> bool:
    if (first.stage, first.status) != (other.stage, other.status):
        return False
    (start, end), (start_, end_) = days(first.date), days(other.date)
    return not other.own_day or (start <= end_ and start_ <= end)


def _point(group: list[Step]) -> Point:
    exact = min(group, key=_breadth)
    return Point(exact, tuple(step for step in group if step is not exact))


def _breadth(step: Step) -> tuple[bool, bool, int]:
    """Own days before others, then a day before a month before a year."""
    start, end = step.date.start, step.date.end
    same = next((n for n in (10, 7, 4) if start and end and start[:n] == end[:n]), 0)
    return not step.own_day, not (start and end), -same

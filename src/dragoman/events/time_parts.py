"""Forms made of other forms: a part, a side or a neighbour of a period, a span from one day to another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from dragoman.events.calendar import ONE_DAY, Range, Sight, Unit, add
from dragoman.events.time_forms import Fixed, Form, Season, Weekday

Edge = Literal["early", "mid", "late", "begin", "end"]


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a period without a sharp edge: "early", "mid" and "late" are thirds, "end of the year" is a month."""

    whole: Form
    edge: Edge

    def days(self, sight: Sight) -> Range | None:
        found = self.whole.days(sight)
        if found is None or found.start is None or found.end is None:
            return None
        if found.granularity in ("day", "part_of_day"):
            return found._replace(granularity="part_of_day")
        length = (found.end - found.start).days + 1
        months = length > 35
        step = round(length / 30.44 / 3) if months else max(1, length // 3)
        if months and self.edge in ("begin", "end"):
            step = max(1, step // 4)
        second, third = (add(found.start, "month" if months else "day", n * step) for n in (1, 2))
        tail = add(found.end + ONE_DAY, "month", -step) if months else third
        if self.edge in ("early", "begin"):
            return Range(found.start, second - ONE_DAY)
        return Range(second, tail - ONE_DAY) if self.edge == "mid" else Range(tail, found.end)


@dataclass(frozen=True, slots=True)
class Inner:
    """The first or last ``count`` units of a period ("the first nine weeks of 2020"), or its ``nth`` one."""

    whole: Form
    unit: Unit
    nth: int
    count: int | None = None

    def days(self, sight: Sight) -> Range | None:
        found = self.whole.days(sight)
        if found is None or found.start is None or found.end is None:
            return None
        if self.nth < 0:
            return Range(add(found.end + ONE_DAY, self.unit, -(self.count or 1)), found.end)
        start = add(found.start, self.unit, 0 if self.count else self.nth - 1)
        return Range(start, add(start, self.unit, self.count or 1) - ONE_DAY)


@dataclass(frozen=True, slots=True)
class Within:
    """A month, day or season of a year named by its place ("October of next year")."""

    inner: Fixed | Season
    whole: Form

    def days(self, sight: Sight) -> Range | None:
        found = self.whole.days(sight)
        return self.inner.of(found.start.year) if found and found.start else None


@dataclass(frozen=True, slots=True)
class Echo:
    """ "The same period last year": what was spoken of before, moved to another year."""

    whole: Form

    def days(self, sight: Sight) -> Range | None:
        found = self.whole.days(sight)
        before = next((r for r in sight.spoken if r.start and r.end and (r.end - r.start).days < 360), None)
        if found is None or found.start is None or before is None or before.start is None or before.end is None:
            return None
        shift = 12 * (found.start.year - before.start.year)
        end = add(before.end + ONE_DAY, "month", shift) - ONE_DAY
        return Range(add(before.start, "month", shift), end, before.granularity)


@dataclass(frozen=True, slots=True)
class Side:
    """ "Earlier this month" (up to the report's day) and "later this week" (from it)."""

    whole: Form
    later: bool

    def days(self, sight: Sight) -> Range | None:
        found = self.whole.days(sight)
        if found is None or sight.today is None or found.granularity == "day":
            return found and found._replace(granularity="part_of_day")
        return Range(sight.today, found.end) if self.later else Range(found.start, sight.today)


@dataclass(frozen=True, slots=True)
class Between:
    """From the start of one to the end of the other; what only the second says (month, year) holds for both."""

    first: Form
    last: Form

    def days(self, sight: Sight) -> Range | None:
        last = self.last.days(sight)
        first = self.first
        if last is None or last.end is None:
            return None
        if isinstance(first, Fixed) and first.year is None and first.month:
            same = [first.of(y) for y in (last.end.year, last.end.year - 1)]
            found = next((r for r in same if r and r.start and r.start <= last.end), None)
        else:
            found = first.days(sight)
        if found is None or found.start is None:
            return None
        if isinstance(self.last, Weekday) and found.start > last.end:
            last = last._replace(end=last.end + timedelta(days=7))
        return Range(found.start, last.end) if last.end and found.start <= last.end else None


@dataclass(frozen=True, slots=True)
class Part:
    """A day narrowed to a part of it or a time on the clock, or (``shift`` -1) the day before: "the eve of"."""

    inner: Form
    shift: int = 0

    def days(self, sight: Sight) -> Range | None:
        found = self.inner.days(sight)
        if found is None or found.start is None or found.end is None:
            return None
        if self.shift:
            day = found.start + self.shift * ONE_DAY
            return Range(day, day, "day")
        return found._replace(granularity="part_of_day")


def plain(form: Form) -> Form:
    """A form without what narrows it: "early", "late", a part of the day, "earlier this"."""
    while isinstance(form, Part | Portion | Side):
        if isinstance(form, Part) and form.shift:
            break
        form = form.inner if isinstance(form, Part) else form.whole
    return form


def yearless(form: Form) -> Fixed | None:
    """The day or month that a form names without a year, if that is what it does."""
    form = plain(form)
    return replace(form, weekday=None) if isinstance(form, Fixed) and form.year is None and form.month else None

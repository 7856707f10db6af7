"""What a time expression means: forms that, given the day of the report, say which days are meant.

A form is found once, without knowing the report's date or the verb's tense, and asked for its days as often as needed:

    Weekday(1).days(Sight(date(2020, 7, 22), "past"))      2020-07-21 .. 2020-07-21

``days`` gives ``None`` where the form needs something that is not known (the report's date, the day spoken of before).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from dragoman.events.calendar import ONE_DAY, Range, Sight, Unit, add, nearby_years, recurring, unit_of, weekend

Which = Literal["last", "this", "next"]


class Form(Protocol):
    """One way to say when."""

    def days(self, sight: Sight) -> Range | None: ...


@dataclass(frozen=True, slots=True)
class Fixed:
    """A day, month or year by its name; without ``year`` the one that the tense and the report's date choose.

    ``weekday`` (Monday is 0) helps to choose the year of "Tuesday, July 21".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def of(self, year: int) -> Range | None:
        try:
            start = date(year, self.month or 1, self.day or 1)
        except ValueError:
            return None
        if self.day:
            return Range(start, start, "day")
        return unit_of(start, "month" if self.month else "year")

    def days(self, sight: Sight) -> Range | None:
        if self.year is not None:
            return self.of(self.year)
        found = [r for y in nearby_years(sight) if (r := self.of(y)) is not None and r.start is not None]
        matching = [r for r in found if r.start and r.start.weekday() == self.weekday]
        return matching[0] if len(matching) == 1 else recurring(self.of, sight)


@dataclass(frozen=True, slots=True)
class Years:
    """Whole years from ``first`` to ``last``: a decade, a century."""

    first: int
    last: int

    def days(self, sight: Sight) -> Range | None:
        return Range(date(self.first, 1, 1), date(self.last, 12, 31))


@dataclass(frozen=True, slots=True)
class Season:
    """Three months from ``month`` on, of the northern hemisphere. A winter has the year in which it begins."""

    month: int
    year: int | None = None

    def of(self, year: int) -> Range:
        start = date(year, self.month, 1)
        return Range(start, add(start, "month", 3) - ONE_DAY)

    def days(self, sight: Sight) -> Range | None:
        return self.of(self.year) if self.year is not None else recurring(self.of, sight)


@dataclass(frozen=True, slots=True)
class Share:
    """The ``n``-th of ``parts`` equal parts of a year, the last one for -1; without ``whole`` of the year that fits."""

    n: int
    parts: int
    whole: Form | None = None

    def of(self, year: int) -> Range:
        months = 12 // self.parts
        start = date(year, 1 + (self.n - 1) % self.parts * months if self.n > 0 else 13 - months, 1)
        return Range(start, add(start, "month", months) - ONE_DAY)

    def days(self, sight: Sight) -> Range | None:
        if self.whole is None:
            return recurring(self.of, sight)
        whole = self.whole.days(sight)
        if whole is None or whole.start is None or whole.end is None:
            return None
        if whole.granularity == "year":
            return self.of(whole.start.year)
        length = (whole.end - whole.start).days + 1
        index = (self.n - 1 if self.n > 0 else self.parts - 1) % self.parts
        first, last = (timedelta(days=length * i // self.parts) for i in (index, index + 1))
        return Range(whole.start + first, whole.start + last - ONE_DAY)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0). In a report "on Tuesday" may be the report's own day; "last Tuesday" is not."""

    number: int
    which: Which | None = None
    from_context: bool = False

    def days(self, sight: Sight) -> Range | None:
        origin = sight.before("day") if self.from_context else sight.today
        if origin is None:
            return None
        ahead = (self.number - origin.weekday()) % 7
        if self.which == "next" or (self.which is None and sight.tense == "future"):
            day = origin + timedelta(days=(ahead or 7) if self.which else ahead)
        elif self.which == "this":
            day = origin + timedelta(days=ahead if sight.tense != "past" else ahead - 7 if ahead else 0)
        else:
            day = origin - timedelta(days=(7 - ahead) if ahead else 7 if self.which else 0)
        return Range(day, day, "day")


@dataclass(frozen=True, slots=True)
class Period:
    """The calendar's day, week, month … that lies ``shift`` units from the report's day (or from the day spoken of)."""

    unit: Unit
    shift: int
    from_context: bool = False
    part: bool = False

    def days(self, sight: Sight) -> Range | None:
        origin = sight.before(self.unit) if self.from_context else sight.today
        if origin is None and self.from_context and (self.shift < 0 or self.part):
            origin = sight.today  # "the previous year" or "at 10 p.m." with nothing before it are the report's
        if origin is None:
            return None
        if self.unit == "weekend":
            return weekend(origin, self.shift, sight.tense)
        decades = self.unit in ("decade", "century") and self.shift
        found = unit_of(add(origin, self.unit, self.shift), "year" if decades else self.unit)
        return found._replace(granularity="part_of_day") if self.part else found


@dataclass(frozen=True, slots=True)
class Nearby:
    """ "Last March", "next summer", "this October": one that is over, to come, or of the report's year."""

    which: Which
    inner: Fixed | Season

    def days(self, sight: Sight) -> Range | None:
        today = sight.today
        if today is None:
            return None
        if self.which == "this":
            return self.inner.of(today.year)
        ranges = [r for y in nearby_years(sight) if (r := self.inner.of(y)) and r.start and r.end]
        if self.which == "last":
            return max((r for r in ranges if r.end and r.end < today), default=None)
        return min((r for r in ranges if r.start and r.start > today), default=None)


@dataclass(frozen=True, slots=True)
class Window:
    """So many units up to the report's day or on from it. ``least`` units of it are left out ("a few years ago")."""

    unit: Unit
    count: int
    forward: bool
    least: int = 0

    def days(self, sight: Sight) -> Range | None:
        if sight.today is None:
            return None
        sign = 1 if self.forward else -1
        near, far = (add(sight.today, self.unit, sign * n) for n in (self.least, self.count))
        return Range(min(near, far), max(near, far))


@dataclass(frozen=True, slots=True)
class Lately:
    """ "Currently", "recently": nobody knows since when, up to the report."""

    def days(self, sight: Sight) -> Range | None:
        return Range(None, sight.today, "open") if sight.today else None


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, a rhythm or an age: no date, but "in two weeks" is one where the verb looks ahead."""

    unit: Unit | None = None
    count: int | None = None
    ahead: bool = False

    def days(self, sight: Sight) -> Range | None:
        if not self.ahead or sight.tense != "future" or self.unit is None or self.count is None:
            return None
        return Period(self.unit, self.count).days(sight)

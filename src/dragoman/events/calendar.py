"""The calendar: days, units, and which of the years' Julys is meant."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from dragoman.texts.document import Granularity

Tense = Literal["past", "present", "future"]
Unit = Literal["minute", "hour", "day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century"]

_IN_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_IN_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
ONE_DAY = timedelta(days=1)
_NEAR, _FAR = 45, 300  # days


class Range(NamedTuple):
    """Days from ``start`` to ``end``, both meant; ``None`` is open."""

    start: date | None
    end: date | None
    granularity: Granularity = "interval"


class Sight(NamedTuple):
    """From where a form is read: the report's day, the verb's tense, what was spoken of before (the last first)."""

    today: date | None
    tense: Tense | None = None
    spoken: tuple[Range, ...] = ()

    def before(self, unit: str) -> date | None:
        """Where the last one spoken of begins that is no longer than the unit: "three days later" wants a day."""
        longest = max(_IN_DAYS.get(unit) or 31 * _IN_MONTHS[unit], 1)
        return next((r.start for r in self.spoken if r.start and r.end and (r.end - r.start).days < longest), None)


def recurring(of_year: Callable[[int], Range | None], sight: Sight) -> Range | None:
    """Which year's one is meant: the latest begun (past), the first not over (future), else the nearest.

    Nobody leaves out the year of a day that is nearly a year away: then the nearest, whatever the tense ("a 3 June
    hearing was set" in May).
    """
    today = sight.today
    if today is None:
        return None
    found = [r for y in nearby_years(sight) if (r := of_year(y)) and r.start and r.end]
    nearest = min(found, key=lambda r: _distance(r, today), default=None)
    fitting = found
    if sight.tense == "past":
        fitting = [r for r in found if r.start and r.start <= today]
    elif sight.tense == "future":
        fitting = [r for r in found if r.end and r.end >= today]
    chosen = min(fitting, key=lambda r: _distance(r, today), default=None)
    if chosen is None or nearest is None or chosen.granularity != "day":
        return chosen
    return nearest if _distance(chosen, today)[0] > _FAR > _NEAR > _distance(nearest, today)[0] else chosen


def unit_of(day: date, unit: str) -> Range:
    """The calendar's unit that holds a day; weeks begin on Monday."""
    if unit in ("week", "fortnight"):
        start = day - timedelta(days=day.weekday())
        return Range(start, start + timedelta(days=6))
    if unit in ("month", "quarter"):
        first = day.month if unit == "month" else (day.month - 1) // 3 * 3 + 1
        last = first if unit == "month" else first + 2
        end = date(day.year, last, monthrange(day.year, last)[1])
        return Range(date(day.year, first, 1), end, "month" if unit == "month" else "interval")
    if unit in ("year", "decade", "century"):
        length = {"year": 1, "decade": 10, "century": 100}[unit]
        first = day.year - day.year % length
        return Range(date(first, 1, 1), date(first + length - 1, 12, 31), "year" if unit == "year" else "interval")
    return Range(day, day, "day")


def add(day: date, unit: str, count: int) -> date:
    """The day ``count`` units on (back if negative); a month's 31st becomes the last day of a shorter month."""
    if unit in _IN_DAYS:
        return day + timedelta(days=int(count * _IN_DAYS[unit]))
    months = day.year * 12 + day.month - 1 + count * _IN_MONTHS[unit]
    year, month = min(max(months // 12, 1), 9999), months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def nearby_years(sight: Sight) -> range:
    """The report's year with those beside it."""
    return range(sight.today.year - 1, sight.today.year + 2) if sight.today else range(0)


def _distance(found: Range, today: date) -> tuple[int, bool]:
    if found.start and found.start > today:
        return (found.start - today).days, True
    return (today - found.end).days if found.end and found.end < today else 0, False


def weekend(origin: date, shift: int, tense: Tense | None) -> Range:
    """Saturday and Sunday, ``shift`` weeks from those of a day's week."""
    saturday = origin + timedelta(days=5 - origin.weekday())  # of the report's week
    if shift == 0 and tense != "future" and origin < saturday:
        saturday -= timedelta(days=7)  # "this weekend" in a report of Tuesday that looks back
    saturday += timedelta(days=7 * shift)
    return Range(saturday, saturday + ONE_DAY)

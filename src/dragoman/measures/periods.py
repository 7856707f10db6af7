"""Weeks, months, quarters and years, and which of them a date belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, get_args

from dragoman.errors import UsageError
from dragoman.record.days import FIRST, LAST, days
from dragoman.texts.document import Interval

By = Literal["week", "month", "quarter", "year"]
BYS: tuple[By, ...] = get_args(By)


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A stretch of the calendar, both days in it: ``2020-W30`` (ISO 8601, from Monday), ``2020-07``, ``2020-Q3``,
    ``2020``."""

    first: date
    last: date
    name: str


def stretch_of(day: date, by: By) -> Stretch:
    """The week, month, quarter or year that a day lies in."""
    match by:
        case "week":
            year, week, weekday = day.isocalendar()
            monday = day - timedelta(days=weekday - 1)
            return Stretch(monday, monday + min(timedelta(days=6), date.max - monday), f"{year}-W{week:02}")
        case "month":
            return _months(day.year, day.month, 1, f"{day:%Y-%m}")
        case "quarter":
            quarter = (day.month - 1) // 3 + 1
            return _months(day.year, 3 * quarter - 2, 3, f"{day.year}-Q{quarter}")
        case "year":
            return _months(day.year, 1, 12, f"{day.year}")
        case _:
            raise UsageError(f"{by!r} is no period. Choose one of {', '.join(BYS)}.")


def stretches(first: date, last: date, by: By) -> Iterator[Stretch]:
    """All periods from the one that ``first`` lies in to that of ``last``."""
    stretch = stretch_of(first, by)
    while stretch.first <= last:
        yield stretch
        if stretch.last == date.max:  # the end of all calendars
            return
        stretch = stretch_of(stretch.last + timedelta(days=1), by)


def bounds(when: Interval) -> tuple[date, date] | None:
    """First and last day of an interval that is closed on both sides; ``None`` for any other."""
    first, last = days(when)
    if first > last or first == FIRST or last == LAST:
        return None
    return date.fromisoformat(first), date.fromisoformat(last)


def placed(first: str, last: str, by: By) -> Stretch | None:
    """The one period in which all days from the first to the last lie (see ``days``); ``None`` if there is none."""
    if first > last or first == FIRST or last == LAST:
        return None
    return _placed(first, last, by) if by == "week" else _placed(f"{first[:7]}-01", f"{last[:7]}-01", by)


@lru_cache(maxsize=10_000)  # the deeds of a series lie in the same months again and again
def _placed(first: str, last: str, by: By) -> Stretch | None:
    stretch = stretch_of(date.fromisoformat(first), by)
    return stretch if date.fromisoformat(last) <= stretch.last else None


def _months(year: int, month: int, length: int, name: str) -> Stretch:
    end = month + length
    last = date(year, 12, 31) if end > 12 else date(year, end, 1) - timedelta(days=1)
    return Stretch(date(year, month, 1), last, name)

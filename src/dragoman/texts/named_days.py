"""Days, months and years that are named outright, as publication dates are: nothing relative, nothing guessed.

Surface forms: ``2020-04-21``, ``2020/4/21``, ``20200421``, ``21 April 2020``, ``21st of April, 2020``,
``April 21, 2020``, ``Apr. 21``, ``Tuesday, April 21, 2020``, ``April 2020``, ``2020``, and dates of feeds
(``Tue, 21 Apr 2020 10:00:00 +0430``).
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.errors import UsageError
from dragoman.texts.document import UNKNOWN, Basis, Granularity, Interval, Span

MONTHS = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name} | {
    "sept": 9
}
WEEKDAYS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}

MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|"
    r"APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_DAY, _YEAR = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
_TO_DAY = r" ?[-–] ?[0-3]?\d\b"  # "July 6-11, 2022" is named by its first day
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b{_YEAR}(?P<sep>[-/])(?P<number>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?!\d)",
        rf"\b(?:{WEEKDAY},? )?{MONTH} {_DAY}(?:{_TO_DAY})?(?:,? {_YEAR})?\b",
        rf"\b(?:{WEEKDAY},? (?:the )?)?{_DAY}(?: of)?[ -]{MONTH}(?:,?[ -]{_YEAR})?\b",
        rf"\b{MONTH},? (?:of )?{_YEAR}\b",
    )
)
_ALONE = re.compile(rf"{_YEAR}(?:-(?P<number>\d\d))?")
_BESIDE = re.compile(
    r"[T ]\d{1,2}(?::\d\d){1,2}(?:[.,]\d+)?Z?|[+-]\d\d:?\d\d\b|\b\d{1,2} ?[ap]\.?m\b\.?|\b[ap]\.?m\b\.?|"
    r"\b(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?|at|on|[A-Z]{2,4}|Z)\b"
)
_DIGITS = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?\d{2,6}Z?)?")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day or month in a text. A month has ``day`` ``None``; where the text gives no year, ``year`` is ``None``."""

    span: Span
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None

    def first(self, year: int | None = None) -> date:
        """The day, or the first of the month, in its own year or the one given."""
        return date(self.year or year or 1, self.month, self.day or 1)

    def last(self, year: int | None = None) -> date:
        first = self.first(year)
        return first if self.day else first.replace(day=monthrange(first.year, first.month)[1])


def named_days(text: str) -> Iterator[NamedDay]:
    """All in order; where two forms overlap, the longer one. Days that no calendar has (31 April) are left out."""
    found = (_named(match) for form in _FORMS for match in form.finditer(text))
    end = 0
    for day in sorted((day for day in found if day), key=lambda d: (d.span.start, -d.span.end)):
        if day.span.start >= end:
            end = day.span.end
            yield day


def interval_of(text: str) -> Interval:
    """A user's date: one day, month or year, in any of the forms of this file.

    :raises UsageError: it is none of them, or can be read in two ways (``03/04/2020``).
    """
    found = read_date(text)
    if found is UNKNOWN:
        raise UsageError(
            f"{text!r} is not a date that can be read in one way only. "
            "Write a day (2020-07-22), a month (2020-07) or a year (2020)."
        )
    return found


def read_date(text: str) -> Interval:
    """A date that came with a document, basis ``given``; ``UNKNOWN`` where it is in no known form."""
    text = text.strip()
    if digits := _DIGITS.fullmatch(text):
        text = "-".join(digits.groups())
    if alone := _ALONE.fullmatch(text):
        year, month = int(alone["year"]), alone["number"]
        if month is None:
            return Interval(alone["year"], alone["year"], "year", "given")
        return as_interval(NamedDay(Span(0, 0), year, int(month), None), "given") if 1 <= int(month) <= 12 else UNKNOWN
    days = [day for day in named_days(text) if day.year]
    if (
        len(days) != 1
        or re.search(rf"{MONTH} {_DAY}{_TO_DAY}", text)
        or re.search(r"[^\W_]", _beside(text, days[0].span))
    ):
        return UNKNOWN
    return as_interval(days[0], "given")


def as_interval(day: NamedDay, basis: Basis, *, how: str = "") -> Interval:
    """A named day as an interval of one day or month; ``XXXX`` stands for the year it lacks."""
    text = f"{day.year or 'XXXX':04}-{day.month:02}" + (f"-{day.day:02}" if day.day else "")
    granularity: Granularity = "day" if day.day else "month"
    return Interval(text, text, granularity, basis, day.span if basis != "given" else None, how)


def _named(match: re.Match[str]) -> NamedDay | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else MONTHS[parts["month"].lower().rstrip(".")]
    year = int(parts["year"]) if parts.get("year") else None
    day = int(parts["day"]) if parts.get("day") else None
    weekday = WEEKDAYS[parts["weekday"].lower()] if parts.get("weekday") else None
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= monthrange(year or 2000, month)[1]):
        return None
    return NamedDay(Span(*match.span()), year, month, day, weekday)


def _beside(text: str, span: Span) -> str:
    """What stands beside a date in a field for dates, without what may: weekday, time of day, zone."""
    return _BESIDE.sub(" ", text[: span.start] + " " + text[span.end :])

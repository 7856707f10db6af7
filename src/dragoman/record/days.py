"""Intervals as a pair of days that a database can compare as text."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange

from dragoman.errors import UsageError
from dragoman.texts.document import UNKNOWN, Granularity, Interval

FIRST, LAST = "0000-01-01", "9999-12-31"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(date: str) -> str:
    """The first day of a year, month or day (``2020``, ``2020-04``, ``2020-04-01``).

    :raises UsageError: it is none of these.
    """
    year, month, day = _parts(date)
    return f"{year}-{month or '01'}-{day or '01'}"


def last_day(date: str) -> str:
    """The last day of a year, month or day.

    :raises UsageError: it is none of these.
    """
    year, month, day = _parts(date)
    month = month or "12"
    return f"{year}-{month}-{day or monthrange(int(year), int(month))[1]}"


def days(interval: Interval) -> tuple[str, str]:
    """First and last day of an interval. An open side reaches to the end of time.

    A date that nobody knows (both sides open, or a year written ``XXXX``) becomes the pair (``LAST``, ``FIRST``): as an
    interval it is empty, so it overlaps no period asked for, and it sorts behind all others.
    """
    start, end = interval.start, interval.end
    if start is None and end is None:
        return LAST, FIRST
    try:
        return first_day(start) if start else FIRST, last_day(end) if end else LAST
    except UsageError:  # "XXXX-09-01"
        return LAST, FIRST


def interval(first: str, last: str) -> Interval:
    """The interval that a pair of ``days`` stands for; what else was known of it is not kept in the pair."""
    if (first, last) == (LAST, FIRST):
        return UNKNOWN
    granularity: Granularity = "day" if first == last else "interval"
    return Interval(None if first == FIRST else first, None if last == LAST else last, granularity)


def _parts(date: str) -> tuple[str, str | None, str | None]:
    found = _DATE.fullmatch(date)
    try:
        year, month, day = found.groups() if found else ("", None, None)
        datetime.date.fromisoformat(f"{year}-{month or '01'}-{day or '01'}")
    except ValueError:
        message = f"{date!r} is not a date. Write a day, a month or a year: 2020-04-01, 2020-04 or 2020."
        raise UsageError(message) from None
    return year, month, day

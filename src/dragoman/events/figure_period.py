"""When a figure holds, and what a change is counted from; and which numbers are parts of dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dragoman.codebook.units import Units
from dragoman.events.dates import RawTime
from dragoman.events.figure_numbers import Number
from dragoman.events.figure_units import TIME_UNITS
from dragoman.events.time_forms import Length
from dragoman.texts.document import UNKNOWN, Interval
from dragoman.texts.parsed import Doc, Token

Times = Mapping[RawTime, Interval]
_CLIMB = 12
FROM_THERE = re.compile(r"\s(?:after|before|prior|later|earlier|ago|since|away)\b")  # "two days before the visit"


def is_date(text: str, number: Number, unit: str, times: Times) -> bool:
    """Whether a number is part of a date or an age; lengths ("a 20-year treaty", "every five years") are none."""
    for raw in times:
        if raw.start < number.last and number.first < raw.end:
            if number.ordinal:
                return unit in TIME_UNITS or raw.kind != "set"
            ahead = isinstance(raw.form, Length) and raw.form.ahead
            return ahead or raw.kind not in ("duration", "set") or bool(FROM_THERE.match(text, raw.end))
    return False


def period_of(doc: Doc, word: Token, times: Times, units: Units) -> Interval:
    """The time that belongs to the same verb as the figure; the nearest of several."""
    verb = _verb(word)
    fitting = [
        (abs(token.i - word.i), days)
        for raw, days in times.items()
        if raw.kind in ("point", "since", "until")
        and (days.start or days.end)
        and not _is_base(doc.text, raw, units)
        and _verb(token := _token(doc, raw)).i in (verb.i, verb.head.i)
    ]
    return min(fitting, key=lambda pair: pair[0])[1] if fitting else UNKNOWN


def base_of(text: str, times: Times, units: Units) -> Interval:
    """ "compared to last year", "from 2019" """
    return next((days for raw, days in times.items() if _is_base(text, raw, units) and days.start), UNKNOWN)


def _is_base(text: str, raw: RawTime, units: Units) -> bool:
    return bool(_opening(units).search(text[max(0, raw.start - 40) : raw.start].lower()))


@cache
def _opening(units: Units) -> re.Pattern[str]:
    words = "|".join(sorted(units.bases))
    return re.compile(rf"\b(?:{words})(?: (?:to|with|the|that|same|period|of|in|for|its|level|levels))*\s*$")


def _token(doc: Doc, raw: RawTime) -> Token:
    inside = [t for t in doc if t.idx < raw.end and t.idx + len(t.text) > raw.start]
    return next((t for t in inside if not raw.start <= t.head.idx < raw.end), inside[0])


def _verb(token: Token) -> Token:
    for _ in range(_CLIMB):
        if token.tag_.startswith("V") or token.head.i == token.i:
            break
        token = token.head
    return token

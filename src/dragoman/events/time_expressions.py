"""Time expressions in a sentence: found by a grammar of our own, before any parse and without knowing any date.

Reads "21 July 2020", "July 21-23", "Aug. 5", "21/07/2020", "mid-July", "the first half of 2020", "late on Tuesday",
"10 p.m. on Tuesday", "three days ago", "since May 2018", "the past six months", "ten years" and their like.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.events.calendar import Unit
from dragoman.events.time_forms import Fixed, Form, Length, Nearby, Period, Season, Share, Weekday, Window, Years
from dragoman.events.time_grammar import core, levels, rewritten
from dragoman.events.time_parts import Between, Echo, Inner, Part, Portion, Side, Within
from dragoman.events.time_words import Word, shown, words

TimeKind = Literal["point", "duration", "set", "since", "until", "age"]
_FOUND = ("date", "period", "range", "time", "length", "set", "age")
_SINCE, _UNTIL = ("since", "after"), ("until", "till", "by", "before", "through", "within")
_LENGTHS: Mapping[str, TimeKind] = {"length": "duration", "set": "set", "age": "age"}


@dataclass(frozen=True, slots=True)
class RawTime:
    """A time expression at ``[start, end)`` of a sentence, not yet put on a calendar.

    ``lead`` is the preposition before it (``"since"``), not part of its place; ``words`` is the text at its place.
    """

    start: int
    end: int
    words: str
    lead: str
    kind: TimeKind
    form: Form


def scan(text: str) -> tuple[RawTime, ...]:
    """The time expressions of a sentence, in order, none inside another. Needs no parse and no date."""
    found = _parsed(text, alone=False)
    return tuple(_raw(text, found, at) for at, word in enumerate(found) if word.kind in _FOUND)


def read(text: str) -> RawTime | None:
    """The longest time expression of a text that is known to be one ("May", "2008"), or ``None``."""
    found = _parsed(text, alone=True)
    times = [_raw(text, found, at) for at, word in enumerate(found) if word.kind in _FOUND]
    return max(times, key=lambda time: time.end - time.start, default=None)


def _parsed(text: str, *, alone: bool) -> list[Word]:
    found = words(text)
    if not core().search(shown(found)):
        return []
    for level in levels():
        found = rewritten(found, level, shown(found), text, alone=alone)
    return found


def _raw(text: str, found: list[Word], at: int) -> RawTime:
    word = found[at]
    before = found[at - 1] if at else None
    lead = text[before.start : before.end].lower() if before is not None and text[before.start].isalpha() else ""
    owned = text[word.end : word.end + 2] == "'s"
    kind, form = _led("" if owned else lead, word.kind, word.form)
    return RawTime(word.start, word.end, text[word.start : word.end], lead, kind, form)


def _led(lead: str, kind: str, form: Form) -> tuple[TimeKind, Form]:
    """What the preposition makes of an expression: a point, a beginning, an end; a length that lies ahead."""
    if kind == "length" and isinstance(form, Length) and form.unit and form.count:
        if lead == "within":
            return "until", Window(form.unit, form.count, forward=True)
        return "duration", Length(form.unit, form.count, ahead=lead == "in")
    if kind in _LENGTHS:
        return _LENGTHS[kind], form
    if lead in _SINCE:
        return "since", form
    if lead in _UNTIL and not isinstance(form, Between):
        return "until", form
    return "point", form


def stated(form: Form) -> bool:
    """Whether the words alone say which days they mean."""
    if isinstance(form, Between):
        return stated(form.last)
    inner = _inner(form)
    if inner is not None:
        return stated(inner)
    return isinstance(form, Years) or (isinstance(form, Fixed | Season) and form.year is not None)


def counted_in(form: Form) -> Unit | None:
    """The unit of a form that is counted from what was spoken of before, not from the report."""
    inner = _inner(form)
    if inner is not None:
        return counted_in(inner)
    if isinstance(form, Weekday) and form.from_context:
        return "day"
    return form.unit if isinstance(form, Period) and form.from_context else None


def _inner(form: Form) -> Form | None:
    if isinstance(form, Portion | Share | Inner | Within | Echo | Side):
        return form.whole
    return form.inner if isinstance(form, Part | Nearby) else None

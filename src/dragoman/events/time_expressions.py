"""Time expressions in a sentence: found by a grammar of our own, before any parse and without knowing any date.

Reads "21 July 2020", "July 21-23", "Aug. 5", "21/07/2020", "mid-July", "the first half of 2020", "late on Tuesday",
"10 p.m. on Tuesday", "three days ago", "since May 2018", "the past six months", "ten years" and their like.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.events.time_forms import Fixed, Form, Length, Nearby, Period, Season, Share, Weekday, Window, Years
from dragoman.events.time_grammar import core, levels, reduce
from dragoman.events.time_parts import Between, Echo, Inner, Part, Portion, Side, Within
from dragoman.events.time_words import Word, shown, words

TimeKind = Literal["point", "duration", "set", "since", "until", "age"]
_FOUND = ("date", "period", "range", "time", "length", "set", "age")
_SINCE, _UNTIL = ("since", "after", "from"), ("until", "till", "by", "before", "through", "within")


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
        found = reduce(found, level, shown(found), text, alone=alone)
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
    if kind in ("length", "set", "age"):
        return {"length": "duration", "set": "set", "age": "age"}[kind], form  # type: ignore[return-value]
    if lead in _SINCE[:2]:
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


def counted(form: Form) -> bool:
    """Whether the form is counted from the day spoken of before, not from the report's."""
    inner = _inner(form)
    return counted(inner) if inner is not None else isinstance(form, Period | Weekday) and form.from_context


def _inner(form: Form) -> Form | None:
    if isinstance(form, Portion | Share | Inner | Within | Echo | Side):
        return form.whole
    return form.inner if isinstance(form, Part | Nearby) else None

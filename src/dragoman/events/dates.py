"""When a deed was done: its own words first, then a chain of fallbacks, each of which says its name.

    clock = set_clock(map(scan, texts), published)           before the first sentence
    date_of(doc, predicate, scan(text), clock, status="occurred")
    clock = clock.after(resolved)                            after each sentence

The chain: the deed's own time · the time of the verb that governs it · the sentence's only day · the day the report is
about · not after publication · unknown. An event never takes its report's date without ``how`` saying so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.events.calendar import Tense
from dragoman.events.event import Status
from dragoman.events.event_time import clause, event_time, is_verb, perfect, root_of, tense_of, time_tense
from dragoman.events.time_expressions import RawTime, TimeKind, read, scan
from dragoman.events.time_forms import Lately, Window
from dragoman.events.time_resolution import TimeExpression, bounds, find_times, resolve
from dragoman.texts.document import UNKNOWN, Interval

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "Clock", "RawTime", "Tense", "TimeExpression", "TimeKind", "bounds", "date_of", "event_time", "find_times", "read", "resolve", "scan",
    "set_clock", "tense_of", "time_tense",
]  # fmt: skip

# Nine in ten leads tell what happened in the week before; older days are background and date nothing but themselves.
_NEWS = timedelta(days=7)
_RECYCLED = timedelta(days=90)  # remarks of last month, told again with their date, date what follows them
_LATER = frozenset({"later", "then", "subsequently", "afterwards", "since"})
_AHEAD: frozenset[Status] = frozenset({"planned", "called-for", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Clock:
    """What a sentence's dates are read against: the report's own date, the day it is about, the last day it named."""

    anchor: Interval
    news: Interval = UNKNOWN
    context: date | None = None

    def after(self, stated: Iterable[Interval]) -> Clock:
        """The clock once a sentence with these resolved times has been read."""
        clock = self
        for interval in stated:
            if interval.granularity not in ("day", "part_of_day") or interval.start != interval.end:
                continue
            day = bounds(interval)[0]
            clock = replace(clock, context=day or clock.context)
            if _is_news(interval, self.anchor, _RECYCLED):
                clock = replace(clock, news=interval)
        return clock


def set_clock(sentences: Iterable[Sequence[RawTime]], anchor: Interval) -> Clock:
    """The clock for a report's first sentence. Leads often leave out the day that the next sentence gives, so the first
    day within a week before publication, wherever it stands, is the day the report is about."""
    days = (resolve(raw, anchor, "past") for times in sentences for raw in times if raw.kind == "point")
    return Clock(anchor, next((day for day in days if _is_news(day, anchor, _NEWS)), UNKNOWN))


def date_of(
    doc: Doc, predicate: int, times: Sequence[RawTime], clock: Clock, *, status: Status = "occurred", lead: bool = False
) -> Interval:
    """When the deed told by token ``predicate`` was, or is to be, done. ``lead``: the sentence opens the report.

    ``times`` are those of ``scan(doc.text)``. A deed that is only planned or asked for, without a time of its own, has the
    day of its being said; one that is going on is open at its start.
    """
    token = doc[predicate]
    for found in (
        _later(doc, token, times, clock),
        _own(doc, token, times, clock, status),
        _governing(doc, token, times, clock, status),
        _only(doc, token, times, clock, status),
        _news_day(token, clock, status, lead=lead),
    ):
        if found is not None and (found.start or found.end):
            return found
    return _published(token, clock, status, lead=lead)


def _own(doc: Doc, token: Token, times: Sequence[RawTime], clock: Clock, status: Status) -> Interval | None:
    raw = event_time(doc, token.i, times)
    if raw is None:
        return None
    tense = "future" if status == "planned" and tense_of(token) != "past" else time_tense(doc, raw)
    found = resolve(raw, clock.anchor, tense, clock.context)
    if status in ("occurred", "denied") and raw.kind == "until" and raw.lead in ("until", "till"):
        return None  # "stayed until Friday" does not say when it was done
    if raw.kind == "since" and status not in _AHEAD and found.start and clock.anchor.end:
        return replace(found, end=clock.anchor.end, granularity="interval", how=f"{found.how}, up to the report")
    return found


def _later(doc: Doc, token: Token, times: Sequence[RawTime], clock: Clock) -> Interval | None:
    """ "Withdrew in May and later imposed sanctions": after the first deed, before the report."""
    first = token.head
    adverb = next((w for w in doc[max(first.i, token.i - 4) : token.i] if w.lower_ in _LATER), None)
    if token.dep_ != "conj" or adverb is None or tense_of(token) != "past":
        return None
    raw = event_time(doc, first.i, times)
    start = resolve(raw, clock.anchor, time_tense(doc, raw), clock.context).start if raw else None
    if start is None:
        return None
    return Interval(start, clock.anchor.end, "interval", "inferred", None, f"'{adverb.text}' than {start}, before the report")


def _governing(doc: Doc, token: Token, times: Sequence[RawTime], clock: Clock, status: Status) -> Interval | None:
    """The day of the verb that reports or frames the deed; a relative clause tells something of its own."""
    verb = clause(token)
    own = ("relcl",) if status in _AHEAD else ("relcl", "acl")
    while status != "ongoing" and verb.head.i != verb.i and verb.dep_ not in own:
        verb = clause(verb.head)
        raw = event_time(doc, verb.i, times)
        if raw is None or raw.kind != "point" or isinstance(raw.form, Window | Lately):
            continue
        found = resolve(raw, clock.anchor, time_tense(doc, raw), clock.context)
        if found.start and found.end:
            return _borrowed(found, f"the day of '{verb.text}'")
    return None


def _only(doc: Doc, token: Token, times: Sequence[RawTime], clock: Clock, status: Status) -> Interval | None:
    """The one day that a sentence names, unless a clause of its own or another verb of time has it."""
    points = [raw for raw in times if raw.kind == "point"]
    if len(points) != 1 or status == "ongoing":
        return None
    top = clause(root_of(doc, points[0]))
    if top.dep_ in ("relcl", "acl", "advcl", "ccomp") and top.i != clause(token).i:
        return None
    tense = time_tense(doc, points[0])
    found = resolve(points[0], clock.anchor, tense, clock.context)
    if found.granularity not in ("day", "part_of_day") or (tense == "future" and status not in _AHEAD):
        return None
    return _borrowed(found, "the only day the sentence names")


def _news_day(token: Token, clock: Clock, status: Status, *, lead: bool) -> Interval | None:
    """The day the report is about holds for what is told in the simple past, and for what is said in it."""
    if clock.news is UNKNOWN or status in ("ongoing", "negated"):
        return None
    if status in _AHEAD or _narrates(token, lead=lead):
        return _borrowed(clock.news, "the day the report is about")
    return None


def _narrates(token: Token, *, lead: bool) -> bool:
    """Simple past, a lead, or the content of what somebody said; not "has long rejected", not "that were imposed"."""
    verb = clause(token)
    if verb.dep_ in ("relcl", "acl"):
        return False
    if lead or (verb.dep_ == "ccomp" and is_verb(verb.head)):
        return True
    return tense_of(verb) == "past" and not perfect(verb)


def _published(token: Token, clock: Clock, status: Status, *, lead: bool) -> Interval:
    """What publication says: no deed is told before it is done, and what opens a report is fresh."""
    first, last = bounds(clock.anchor)
    if last is None or first is None:
        return replace(UNKNOWN, how="no date in the text, and the report's own is not known")
    opening = clock.context is None and status not in ("ongoing", "negated")
    if opening and (status in _AHEAD or _narrates(token, lead=lead)):
        start = first - _NEWS if first == last else first
        return Interval(str(start), str(last), "interval", "inferred", None, f"news of the week before the report's date {last}")
    doing = "under way at" if status == "ongoing" else "not after"
    return Interval(None, str(last), "open", "inferred", None, f"no date in the text: {doing} the report's date {last}")


def _borrowed(found: Interval, whose: str) -> Interval:
    granularity = "day" if found.granularity == "part_of_day" else found.granularity
    return replace(found, granularity=granularity, basis="inferred", how=f"{whose}: {found.how}")


def _is_news(day: Interval, anchor: Interval, reach: timedelta) -> bool:
    """Whether a day lies shortly before publication, or can, where nobody knows the one or the other."""
    if day.granularity not in ("day", "part_of_day") or day.start != day.end or day.start is None:
        return False
    if day.basis == "stated" and day.start == anchor.start:
        return False  # a dateline: the report's own date says nothing about the deed's
    start, (first, last) = bounds(day)[0], bounds(anchor)
    if start is None or first is None or last is None:
        return day.basis != "stated" or start is None
    return first - reach <= start <= last

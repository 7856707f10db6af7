"""When a deed was done: its own words first, then a chain of fallbacks, each of which says its name.

    clock = set_clock(map(scan, texts), published)           before the first sentence
    date_of(doc, predicate, times, clock.at(sentence), status="occurred")
    clock = clock.after(clock.read(doc, times))              after each sentence

The chain: the deed's own time · the time of the verb that governs it · the sentence's only day · the day the report is
about · the day of an official release · the week before publication (openings only) · not after publication · unknown.
An event never takes its report's date without ``how`` saying so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.events.calendar import Tense
from dragoman.events.clock import NEWS, Clock, is_day, placed, set_clock
from dragoman.events.event import Status
from dragoman.events.event_time import clause, event_time, is_verb, perfect, root_of, tense_of, time_tense
from dragoman.events.time_expressions import RawTime, TimeKind, read, scan
from dragoman.events.time_forms import Lately, Window
from dragoman.events.time_resolution import TimeExpression, bounds, find_times, resolve
from dragoman.texts.document import UNKNOWN, Interval
from dragoman.texts.parsed import Doc, Token

__all__ = [
    "Clock", "RawTime", "Tense", "TimeExpression", "TimeKind", "bounds", "date_of", "event_time", "find_times", "read",
    "resolve", "scan", "set_clock", "tense_of", "time_tense",
]  # fmt: skip

_LATER = frozenset({"later", "then", "subsequently", "afterwards"})
_AHEAD: frozenset[Status] = frozenset({"planned", "called-for", "hypothetical"})


@dataclass(frozen=True, slots=True)
class _Telling:
    """A deed as the sentence tells it: with the sentence's times and their days."""

    doc: Doc
    token: Token
    dates: Mapping[RawTime, Interval]
    clock: Clock
    status: Status
    lead: bool

    def time_of(self, token: Token) -> RawTime | None:
        return event_time(self.doc, token.i, tuple(self.dates))


def date_of(  # a deed in its sentence, in its report, and how it is told
    doc: Doc,
    predicate: int,
    times: Sequence[RawTime],
    clock: Clock,
    *,
    status: Status = "occurred",
    lead: bool = False,
) -> Interval:
    """When the deed told by token ``predicate`` was, or is to be, done. ``lead``: the sentence opens the report.

    ``times`` are those of ``scan(doc.text)``. A deed that is only planned or asked for, without a time of its own, has
    the day of its being said; one that is going on is open at its start.
    """
    told = _Telling(doc, doc[predicate], dict(zip(times, clock.read(doc, times), strict=True)), clock, status, lead)
    for step in (_later, _own, _governing, _only, _news_day):
        found = step(told)
        if found is not None and (found.start or found.end):
            return found
    return _published(told)


def _later(told: _Telling) -> Interval | None:
    """ "Withdrew in May and later imposed sanctions": after the first deed, before the report."""
    token, first = told.token, told.token.head
    adverb = next((w for w in told.doc[max(first.i, token.i - 4) : token.i] if w.lower_ in _LATER), None)
    raw = told.time_of(first) if token.dep_ == "conj" and adverb is not None else None
    if raw is None or adverb is None or tense_of(token) != "past" or not told.dates[raw].start:
        return None
    start, end = told.dates[raw].start, told.clock.written
    how = f"'{adverb.text}' than {start}, before the report"
    return Interval(start, end, "interval", "inferred", told.dates[raw].words, how)


def _own(told: _Telling) -> Interval | None:
    raw = told.time_of(told.token)
    if raw is None:
        return None
    found = told.dates[raw]
    if told.status == "planned" and tense_of(told.token) != "past":
        found = resolve(raw, told.clock.anchor, "future", told.clock.context)
        found = placed(found, raw, told.clock.sentence)
    if told.status in ("occurred", "denied") and raw.lead in ("until", "till"):
        return None  # "stayed until Friday" does not say when it was done
    end = told.clock.written
    if raw.kind == "since" and told.status not in _AHEAD and found.start and end:
        return replace(found, end=end, granularity="interval", how=f"{found.how}, up to the report")
    if found.start is None and found.end == told.clock.anchor.end:
        return replace(found, end=end)
    return found


def _governing(told: _Telling) -> Interval | None:
    """The day of the verb that reports or frames the deed; a relative clause tells something of its own."""
    verb = clause(told.token)
    own = ("relcl",) if told.status in _AHEAD else ("relcl", "acl")
    while told.status != "ongoing" and verb.head.i != verb.i and verb.dep_ not in own:
        verb = clause(verb.head)
        raw = told.time_of(verb)
        if raw is None or raw.kind != "point" or isinstance(raw.form, Window | Lately):
            continue
        found = told.dates[raw]
        if found.start and found.end:
            return _borrowed(found, f"the day of '{verb.text}'")
    return None


def _only(told: _Telling) -> Interval | None:
    """The one day that a sentence names, unless it belongs to another clause."""
    points = [raw for raw in told.dates if raw.kind == "point"]
    if len(points) != 1 or told.status == "ongoing":
        return None
    top = clause(root_of(told.doc, points[0]))
    if top.dep_ in ("relcl", "acl", "advcl", "ccomp") and top.i != clause(told.token).i:
        return None
    found = told.dates[points[0]]
    ahead = time_tense(told.doc, points[0]) == "future" and told.status not in _AHEAD
    return None if ahead or not is_day(found) else _borrowed(found, "the only day the sentence names")


def _news_day(told: _Telling) -> Interval | None:
    """The day the report is about holds for what is told in the simple past, and for what is said in it."""
    news = told.clock.news
    if news is UNKNOWN or told.status == "negated":
        return None
    if told.status == "ongoing":
        return replace(_borrowed(news, "under way on the day the report is about"), start=None, granularity="open")
    return _borrowed(news, "the day the report is about") if told.status in _AHEAD or _narrated(told) else None


def _narrated(told: _Telling) -> bool:
    """Simple past, a lead, or the content of what somebody said; not "has long rejected", not "that were imposed"."""
    verb = clause(told.token)
    if verb.dep_ in ("relcl", "acl"):
        return False
    if told.lead or (verb.dep_ == "ccomp" and is_verb(verb.head)):
        return True
    return tense_of(verb) == "past" and not perfect(verb)


def _published(told: _Telling) -> Interval:
    """What publication says: no deed is told before it is done, and what opens a report is fresh."""
    first, last = bounds(told.clock.anchor)
    if last is None or first is None:
        return replace(UNKNOWN, how="no date in the text, and the report's own is not known")
    if told.clock.release and first == last and _of_that_day(told):
        how = f"no date in the text: an official release tells of its own day, {last}"
        return Interval(str(last), str(last), "day", "inferred", None, how)
    opening = not told.clock.context and told.status not in ("ongoing", "negated")
    if opening and (told.status in _AHEAD or _narrated(told)):
        start = first - NEWS if first == last else first
        how = f"no date in the text: news of the week before the report's date {last}"
        return Interval(str(start), str(last), "interval", "inferred", None, how)
    doing = "under way at" if told.status == "ongoing" else "not after"
    written = told.clock.written
    how = f"no date in the text: {doing} the report's date {written}"
    return Interval(None, written, "open", "inferred", None, how)


def _of_that_day(told: _Telling) -> bool:
    """What a release opens with, or says in the present tense: "Norway condemns the raid"."""
    if told.status in _AHEAD or told.status in ("ongoing", "negated"):
        return False
    verb = clause(told.token)
    saying = is_verb(verb) and tense_of(verb) == "present" and not perfect(verb) and verb.dep_ in ("ROOT", "conj")
    return saying or (told.lead and _narrated(told))


def _borrowed(found: Interval, whose: str) -> Interval:
    granularity = "day" if found.granularity == "part_of_day" else found.granularity
    return replace(found, granularity=granularity, basis="inferred", how=f"{whose}: {found.how}")

"""When a report was published: given, said in its head, or worked out from the days that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.texts.boilerplate import Stretch, stretches
from dragoman.texts.document import UNKNOWN, Granularity, Interval, Span
from dragoman.texts.named_days import MONTH, MONTHS, WEEKDAYS, NamedDay, as_interval, named_days

_WEEK = timedelta(days=6)
_ENOUGH = 50_000  # characters; no report is longer, and a list of a hundred thousand days would take minutes
_PARAGRAPH = re.compile(r"^[^\n]{200}", re.MULTILINE)
_BARE_WEEKDAY = re.compile(
    r"\b(?:[Oo]n|late|early)(?: late| early)? ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!,? (?:[A-Z]\w+ )?\d)"
)
_BARE_MONTH = re.compile(rf"\b[Ii]n {MONTH}(?=[\s,.;)])(?! (?:of )?(?:last|this|next|\d))")
_NEXT_MONTH = re.compile(rf"\b(?:next|coming) {MONTH}\b")
_YEARS_LONG = re.compile(r"\b(\d{1,3})[ -]year(?:s|-long)?\b")
# Not after one letter: "p.m. EDT", "Washington, D.C. and".
_SENTENCE = re.compile(r"(?<=[a-z\d%)][a-z\d%)])[.!?][\"'”’)\]]*(?=\s+[\"'“‘(]?[A-Z]|[A-Z“\"])|\n")
# What makes a day in a sentence one to come or of no deed: words anywhere in it, or right before the day.
_AHEAD = re.compile(
    r"\b(?:will|shall|going to|set to|due|scheduled|slated|expected|planned|plans?|would|could|may|might|should|if|"
    r"to be|ensure|upcoming|forthcoming|deadline|expires?|ahead of|look\w* forward|candidates?|elections?|occasion|"
    r"prepar\w+)\b|[’']ll\b"
)
_AHEAD_BEFORE = re.compile(r"\b(?:by|from|until|till|before|next|for|the|to|through|as of|than) $")
_TO_COME = re.compile(r"\b(?:will|shall|(?:is|are) (?:set|due|scheduled|slated|to)|expires?)\b")
_SCHEDULED = re.compile(r"(?<!was )(?<!were )(?<!been )\b(?:slated|due|set) to\b[^.,;]{0,40}$")  # just before
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|met|held|made|took|came|went|left|gave|saw|began|sent|spoke|\w{2,}ed)\b"
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Days between which a report was published, ``None`` where open, and why."""

    start: date | None = None
    end: date | None = None
    words: Span | None = None
    reasons: tuple[str, ...] = ()

    def narrowed(self, start: date | None, end: date | None, words: Span | None, reason: str) -> Bounds:
        """With a further bound; unchanged if that says nothing new or contradicts what is known."""
        low = max(filter(None, (self.start, start)), default=None)
        high = min(filter(None, (self.end, end)), default=None)
        if (low, high) == (self.start, self.end) or (low and high and low > high):
            return self
        return Bounds(low, high, self.words or words, (*self.reasons, reason))

    def interval(self) -> Interval:
        if self.start is None and self.end is None:
            return UNKNOWN
        start, end = (day.isoformat() if day else None for day in (self.start, self.end))
        granularity: Granularity = "open" if start is None or end is None else "day" if start == end else "interval"
        return Interval(start, end, granularity, "inferred", self.words, "; ".join(self.reasons))


def published(text: str, given: Interval | None = None, found: Sequence[Stretch] | None = None) -> Interval:
    """The day of publication, or the days between which it lies.

    In this order: what is ``given``; a header or a line that is a date ("Wednesday, January 23, 2019", ``stated``); the
    date in the dateline; what the days in the text allow (``inferred``, with the reason in ``how``); else ``UNKNOWN``.
    A dateline without a year takes the one that the text allows, or has ``XXXX``.

    :param found: the text's boilerplate, if it is known already.
    """
    if given is not None and given is not UNKNOWN and given.basis != "unknown":
        return given
    found = stretches(text) if found is None else found
    return _stated(text, found) or _inferred(text, found)


def _stated(text: str, found: Sequence[Stretch]) -> Interval | None:
    """A header, or a date alone on a line before the first paragraph; below that only where "Published" leads it in."""
    body = _PARAGRAPH.search(text)
    for stretch in found:
        if body and stretch.span.start > body.start() and stretch.kind == "date_line":
            continue
        for name, span in stretch.words:
            days = list(named_days(text[span.start : span.end])) if name == "published" else []
            if days:
                return as_interval(
                    _moved(days[0], span.start), "stated", how=f"{stretch.kind.replace('_', ' ')} of the report"
                )
    return None


def _inferred(text: str, found: Sequence[Stretch]) -> Interval:
    text = text[:_ENOUGH]
    captions = [s.span for s in found if s.kind == "caption"]
    days = [_Day.of(day, text, captioned=any(span.holds(day.span) for span in captions)) for day in named_days(text)]
    bounds = _after_what_it_tells(days)
    bounds = _before_what_it_announces(days, bounds)
    bounds = _term_that_ends(text, days, bounds)
    bounds = _within_the_week(text, days, bounds)
    bounds = _days_without_year(text, days, bounds)
    bounds = _months_without_year(text, bounds)
    return _dateline(text, found, bounds) or bounds.interval()


@dataclass(frozen=True, slots=True)
class _Day:
    """A named day, and whether the sentence round it tells of it or announces it. It may do neither."""

    named: NamedDay
    past: bool
    to_come: bool

    @classmethod
    def of(cls, named: NamedDay, text: str, *, captioned: bool) -> _Day:
        """A caption tells in the present tense of what is past."""
        before, sentence = text[max(0, named.span.start - 12) : named.span.start], _sentence(text, named.span)
        scheduled = _SCHEDULED.search(text, max(0, named.span.start - 60), named.span.start)
        ahead = scheduled or (_TO_COME.search(sentence) and not _PAST.search(sentence))
        to_come = bool(ahead) and not re.search(r"\b(?:since|after) $", before)
        return cls(named, captioned or (_is_past(before, sentence) and not scheduled), to_come)


def _after_what_it_tells(days: Iterable[_Day]) -> Bounds:
    told = [d.named for d in days if d.named.year and d.past]
    last = max(told, key=lambda day: day.first(), default=None)
    if last is None:
        return Bounds()
    return Bounds().narrowed(last.first(), None, last.span, f"it tells of {_shown(last)}")


def _before_what_it_announces(days: Iterable[_Day], bounds: Bounds) -> Bounds:
    ahead = [d.named for d in days if d.named.year and d.to_come]
    first = min(
        (day for day in ahead if not bounds.start or day.first() >= bounds.start), key=lambda d: d.first(), default=None
    )
    return bounds.narrowed(None, first.last(), first.span, f"{_shown(first)} is still to come") if first else bounds


def _term_that_ends(text: str, days: Iterable[_Day], bounds: Bounds) -> Bounds:
    """ "a 10-year pact … ends next May" beside "signed in May 2011": the May meant is that of 2021."""
    for ahead in _NEXT_MONTH.finditer(text):
        month = _month(ahead)
        begun = {d.named.year for d in days if d.named.year and d.named.month == month}
        for year, length in ((y, int(term.group(1))) for y in begun if y for term in _YEARS_LONG.finditer(text)):
            end = date(year + length, month, 1)
            if bounds.start is None or bounds.start < end:
                why = f"{ahead.group()!r} is {length} years after {year}-{month:02}"
                return bounds.narrowed(
                    _month_after(date(year + length - 1, month, 1)), end - timedelta(days=1), Span(*ahead.span()), why
                )
    return bounds


def _within_the_week(text: str, days: Sequence[_Day], bounds: Bounds) -> Bounds:
    """A weekday without a date is one of the last seven days; if it fits the last day told of, it is that day."""
    dated = [d.named for d in days if d.named.year and d.named.day and d.named.first() == bounds.start]
    for day in dated:
        for bare in _BARE_WEEKDAY.finditer(text):
            if WEEKDAYS[bare.group(1).lower()] == day.first().weekday():
                why = f"{bare.group()!r} fits {_shown(day)}, a {bare.group(1)}"
                return bounds.narrowed(day.first(), day.first() + _WEEK, Span(*bare.span()), why)
    return bounds


def _days_without_year(text: str, days: Sequence[_Day], bounds: Bounds) -> Bounds:
    """Days told of without a year lie in the year before the report; a weekday beside them shows which one."""
    weekdays = {WEEKDAYS[bare.group(1).lower()] for bare in _BARE_WEEKDAY.finditer(text)}
    bare = [d.named for d in days if d.named.year is None and d.past and d.named.day]
    if bounds.start is None or bounds.end is None or bounds.end - bounds.start > timedelta(days=366):
        return bounds
    for named in bare:
        years = [
            y for y in range(bounds.start.year, bounds.end.year + 1) if bounds.start <= _in_year(named, y) <= bounds.end
        ]
        fits = [y for y in years if not weekdays or _in_year(named, y).weekday() in weekdays]
        if len(years) == 1 and fits:
            day = _in_year(named, years[0])
            bounds = bounds.narrowed(day, None, named.span, f"it tells of {text[named.span.start : named.span.end]}")
    return bounds


def _months_without_year(text: str, bounds: Bounds) -> Bounds:
    """ "in July" of what has been is a month of this year that is over; of what will be, one that is not."""
    if bounds.start is None or bounds.end is None:
        return bounds
    for bare in _BARE_MONTH.finditer(text):
        sentence, month = _sentence(text, Span(*bare.span())), _month(bare)
        if not _is_past("", sentence):
            continue
        year = bounds.start.year if month >= bounds.start.month else bounds.end.year
        over = _month_after(date(year, month, 1))
        bounds = bounds.narrowed(
            over, date(over.year - (over.month == 1), 12, 31), Span(*bare.span()), f"{bare.group()!r} is over"
        )
    return bounds


def _dateline(text: str, found: Sequence[Stretch], bounds: Bounds) -> Interval | None:
    """The date in "OSLO, March 1 (AP) -"; its year is that of the bounds, if they leave one."""
    lines = (s.span for s in found if s.kind == "dateline")
    named = next((_moved(day, line.start) for line in lines for day in named_days(text[line.start : line.end])), None)
    if named is None:
        return None
    if named.year or bounds.start is None or bounds.end is None:
        return as_interval(named, "stated", how="dateline")
    years = [
        y for y in range(bounds.start.year, bounds.end.year + 1) if bounds.start <= _in_year(named, y) <= bounds.end
    ]
    if len(years) != 1:
        return as_interval(named, "stated", how="dateline")
    day = NamedDay(named.span, years[0], named.month, named.day)
    return as_interval(day, "inferred", how="dateline; the year because " + ", ".join(bounds.reasons))


def _is_past(before: str, sentence: str) -> bool:
    return bool(_PAST.search(sentence)) and not _AHEAD.search(sentence) and not _AHEAD_BEFORE.search(before)


def _sentence(text: str, span: Span) -> str:
    start, end = max(0, span.start - 300), min(len(text), span.end + 300)
    before = [m.end() + start for m in _SENTENCE.finditer(text[start : span.start])]
    after = _SENTENCE.search(text, span.end, end)
    return text[before[-1] if before else start : after.start() if after else end]


def _month(match: re.Match[str]) -> int:
    return MONTHS[match["month"].lower().rstrip(".")]


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _in_year(day: NamedDay, year: int) -> date:
    """29 February is the 28th where there is none."""
    return date(year, day.month, min(day.day or 1, 28) if (day.month, day.day) == (2, 29) else day.day or 1)


def _moved(day: NamedDay, by: int) -> NamedDay:
    return NamedDay(Span(day.span.start + by, day.span.end + by), day.year, day.month, day.day, day.weekday)


def _shown(day: NamedDay) -> str:
    return day.first().isoformat() if day.day else f"{day.year}-{day.month:02}"

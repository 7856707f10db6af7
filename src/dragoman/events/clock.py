"""The clock of a report: its own date, the day it is about, and the days spoken of before a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.events.calendar import Range
from dragoman.events.event_time import time_tense
from dragoman.events.time_expressions import RawTime
from dragoman.events.time_forms import Fixed, Weekday
from dragoman.events.time_parts import plain
from dragoman.events.time_resolution import bounds, resolve, spoken
from dragoman.texts.document import UNKNOWN, Interval
from dragoman.texts.parsed import Doc
from dragoman.texts.sentences import Sentence

NEWS = timedelta(days=7)  # what opens a report is seldom older
_RECYCLED = timedelta(days=90)  # remarks of last month, told again with their date, date what follows them


@dataclass(frozen=True, slots=True)
class Clock:
    """What a sentence's dates are read against: the report's date, the day it is about, what was spoken of before.

    ``named`` are the days that the report names by day and month, anywhere. With ``sentence`` (the one at hand) dates
    know the place of their words in the document. ``release``: the report is official, and tells of its own day.
    """

    anchor: Interval
    news: Interval = UNKNOWN
    context: tuple[Range, ...] = ()
    named: frozenset[date] = frozenset()
    sentence: Sentence | None = None
    release: bool = False

    @property
    def written(self) -> str | None:
        """The day by which the report was written at the latest: where its own date is only known to lie in the week
        after its news, the day after the news. What it tells without a date is older."""
        end, news = bounds(self.anchor)[1], bounds(self.news)[1]
        if end is None or news is None or self.anchor.basis != "inferred":
            return self.anchor.end
        return str(min(end, news + timedelta(days=1)))

    def at(self, sentence: Sentence) -> Clock:
        """The clock on reaching a sentence."""
        return replace(self, sentence=sentence)

    def read(self, doc: Doc, times: Iterable[RawTime]) -> tuple[Interval, ...]:
        """The times of a sentence in order, each resolved by its own verb's tense and by those before it."""
        found = []
        context = self.context
        for raw in times:
            interval = resolve(raw, self.anchor, time_tense(doc, raw), context)
            interval = self._named(raw) or interval if not is_day(interval) else interval
            interval = placed(interval, raw, self.sentence)
            context = spoken(context, interval) if raw.kind == "point" else context
            found.append(interval)
        return tuple(found)

    def _named(self, raw: RawTime) -> Interval | None:
        """ "On Wednesday" in a report of some day of a month: the one Wednesday that it names elsewhere."""
        weekday = plain(raw.form)
        if not isinstance(weekday, Weekday) or weekday.which is not None or raw.kind != "point":
            return None
        days = [day for day in self.named if day.weekday() == weekday.number]
        if len(days) != 1:
            return None
        how = f"'{raw.lead} {raw.words}': {days[0]}, which the report names, is that day of the week"
        return Interval(str(days[0]), str(days[0]), "day", "inferred", None, how)

    def after(self, dates: Iterable[Interval]) -> Clock:
        """The clock once a sentence with these resolved times has been read."""
        clock = self
        for interval in dates:
            told = not _may_head(interval, self.anchor) and _is_news(interval, self.anchor, _RECYCLED)
            news = interval if told else clock.news
            clock = replace(clock, context=spoken(clock.context, interval), news=news)
        return clock


def set_clock(
    times: Iterable[Sequence[RawTime]],
    anchor: Interval,
    *,
    sentences: Iterable[Sentence] | None = None,
    parsed: Mapping[int, Doc] | None = None,
    release: bool = False,
) -> Clock:
    """The clock for a report with these times, a sequence a sentence, without those of boilerplate.

    Leads often leave out the day that a later sentence gives, so the first day within a week before publication,
    wherever it stands, is the day the report is about. Without a date of publication, news and background look alike.
    With ``sentences`` (one a sequence of times) boilerplate is left out here, and dates know the place of their words.
    ``parsed``, by number of the sentence, tells which times lie ahead ("will travel on Thursday"): these are no news.
    ``release``: a government or body publishes it.
    """
    paired = zip(times, sentences, strict=True) if sentences is not None else ((raws, None) for raws in times)
    told = [(raw, at) for raws, at in paired if not (at and at.boilerplate) for raw in raws if raw.kind == "point"]
    days = [placed(resolve(raw, anchor, "past"), raw, sentence) for raw, sentence in told]
    fixed = [day for (raw, _), day in zip(told, days, strict=True) if isinstance(raw.form, Fixed) and is_day(day)]
    named = frozenset(first for day in fixed if (first := bounds(day)[0]) is not None)
    if bounds(anchor)[0] is None:
        return Clock(anchor, named=named, release=release)
    past = (
        day
        for (raw, at), day in zip(told, days, strict=True)
        if not _ahead(raw, at, parsed or {}) and (raw.lead == "on" or not _may_head(day, anchor))
    )
    news = next((day for day in past if _is_news(day, anchor, NEWS)), UNKNOWN)
    return Clock(anchor, news, named=named, release=release)


def _ahead(raw: RawTime, at: Sentence | None, parsed: Mapping[int, Doc]) -> bool:
    return at is not None and at.index in parsed and time_tense(parsed[at.index], raw) == "future"


def placed(found: Interval, raw: RawTime, sentence: Sentence | None) -> Interval:
    """The interval with the place of its words, where the sentence is known."""
    return replace(found, words=sentence.raw(raw.start, raw.end)) if sentence else found


def is_day(found: Interval) -> bool:
    """Whether it is one day, or a part of one."""
    return found.start is not None and found.start == found.end and found.granularity in ("day", "part_of_day")


def _may_head(day: Interval, anchor: Interval) -> bool:
    """Whether it is the report's own date in so many words: at its head that says nothing about the deed's."""
    return day.basis == "stated" and day.start == anchor.start


def _is_news(day: Interval, anchor: Interval, reach: timedelta) -> bool:
    """Whether a day lies shortly before publication, or may, where nobody knows the year of the one or of the other."""
    if not is_day(day):
        return False
    start, (first, last) = bounds(day)[0], bounds(anchor)
    if start is None or first is None or last is None:
        return day.basis != "stated" or start is None
    return first - reach <= start <= last

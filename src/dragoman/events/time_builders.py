"""What the words that a rule has matched mean: one builder a kind of expression, each giving a form or ``None``."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from dragoman.codebook.times import load_times
from dragoman.events.calendar import Unit
from dragoman.events.time_forms import (
    Fixed,
    Form,
    Lately,
    Length,
    Nearby,
    Period,
    Season,
    Share,
    Weekday,
    Which,
    Window,
    Years,
)
from dragoman.events.time_match import Match, counts, is_year, led, named
from dragoman.events.time_parts import Between, Echo, Edge, Inner, Part, Portion, Side, Within

Builder = Callable[[Match], Form | None]

_LEAP = 2000  # a year in which every day exists
_LONGEST = 5000  # units; what is longer ("5,000,000 years ago") lies on no calendar


def date(m: Match) -> Form | None:
    if m.one("year") is None and m.words[-1].kind == "day" and counts(m):
        return None  # "In July 21 people died"
    found = Fixed(m.one("year"), m.one("month", "mon"), m.one("day", "ordinal"), m.one("weekday", "wday"))
    return found if found.of(found.year or _LEAP) else None


def days(m: Match) -> Form | None:
    month, year = m.one("month", "mon"), m.one("year")
    first, last = (Fixed(year, month, day) for day in m.all("day", "ordinal")[:2])
    possible = last.of(year or _LEAP) is not None and (first.day or 0) < (last.day or 0)
    return Between(first, last) if possible else None


def month(m: Match) -> Form | None:
    return Fixed(m.one("year"), m.one("month", "mon"))


def season(m: Match) -> Form | None:
    return Season(m.one("season") or 0, m.one("year"))


def holiday(m: Match) -> Form | None:
    if m.words[0].kind == "holiday" and named(m):
        return None  # "Anna Christmas"
    month, day = next(str(w.value) for w in m.words if w.kind == "holiday").split("-")
    return Fixed(m.one("year"), int(month), int(day))


def years(m: Match) -> Form | None:
    first, *rest = m.all("year", "day", "number")
    last = rest[0] if rest[0] >= 1000 else first - first % 100 + rest[0]
    return Between(Fixed(first), Fixed(last)) if first < last < first + 200 else None


def decade(m: Match) -> Form | None:
    year = m.one("decade") or 0
    first = year if year >= 1000 else 1900 + year
    return Years(first, first + 9)


def century(m: Match) -> Form | None:
    n = m.one("ordinal", "nth") or 0
    return Years(100 * n - 100 or 1, 100 * n - 1) if m.unit() == "century" and 0 < n < 30 else None


def length(m: Match) -> Form | None:
    numbers = m.all("day", "number", "word", "article") if not m.has("few") else []
    return Length(m.unit(), sum(numbers) if numbers else None) if sum(numbers) <= _LONGEST else None


def age(m: Match) -> Form | None:
    return Length()


def written(m: Match) -> Form | None:
    return m.forms()[0]


def lately(m: Match) -> Form | None:
    return Lately()


def clock(m: Match) -> Form | None:
    """A time of day alone is one of the day spoken of, else of the report's."""
    return Period("day", 0, from_context=True, part=True)


def _measure(m: Match) -> tuple[Unit, int | None]:
    """Unit and count of "two weeks", "a week", "weeks"; no count where it is vague."""
    for form in m.forms():
        if isinstance(form, Length) and form.unit:
            return form.unit, form.count
    return m.unit(), 1 if m.has("article") else None


def ago(m: Match) -> Form | None:
    """ "Three days ago" is a day, "two years ago" a year, "a few years ago" some years."""
    if m.words[0].kind == "units" and m.before and m.before[-1].kind == "number":
        return None  # longer than any calendar
    unit, count = _measure(m)
    least, most = load_times().some
    if count is None:
        return Window(unit, most, forward=False, least=least)
    if unit == "hour" and count > 12:
        return Window(unit, count, forward=False)
    return Period("day", 0) if unit in ("hour", "minute") else Period(unit, -count)


def apart(m: Match) -> Form | None:
    """ "Three days later", "a week earlier", "two weeks from now"."""
    unit, count = _measure(m)
    if count is None:
        return Length()
    if unit in ("hour", "minute"):
        unit, count = "day", 0
    return Period(unit, -count if m.has("earlier") else count, from_context=not m.has("hence"))


def window(m: Match) -> Form | None:
    if m.after and m.after[0].kind == "of":
        return None  # "the last five months of her life"
    unit, count = _measure(m)
    return Window(unit, count or load_times().vague[unit], forward=m.has("next", "coming", "following"))


def neighbour(m: Match) -> Form | None:
    """ "Last week", "the same day", "the following month", "the past year"; not "the last week of March"."""
    unit = m.unit()
    if m.has("last") and m.after and m.after[0].kind == "of":
        return None
    if m.has("same"):
        return Period(unit, 0, from_context=True)
    if m.has("following", "previous", "before", "after", "earlier", "later") or (m.has("the") and m.has("next")):
        back = m.has("previous", "before", "earlier")
        return Period(unit, -1 if back else 1, from_context=True)
    if m.has("past", "recent") and not m.has("this"):
        return Window(unit, 1, forward=False)
    if m.has("the") and m.has("last") and m.before and m.said(m.before[-1]) in ("over", "during", "within", "in"):
        return Window(unit, 1, forward=False)
    return Period(unit, -1 if m.has("last", "past") else 1 if m.has("next", "coming") else 0)


def beside(m: Match) -> Form | None:
    """ "The day before", unless it goes on ("the day before the talks")."""
    return neighbour(m) if not m.after or not m.text[m.after[0].start].isalnum() else None


def _which(m: Match) -> Which:
    return "last" if m.has("last", "past", "previous") else "next" if m.has("next", "coming", "following") else "this"


def weekday(m: Match) -> Form | None:
    number = m.one("weekday") or 0
    if m.has("same"):
        return None
    told = m.has("following", "previous") or (m.has("the") and m.has("next"))
    return Weekday(number, _which(m), from_context=told)


def nearby(m: Match) -> Form | None:
    season = m.one("season")
    return Nearby(_which(m), Season(season) if season else Fixed(None, m.one("month")))


def today(m: Match) -> Form | None:
    return Period("day", m.one("deictic", "deictic_part") or 0, part=m.has("part", "deictic_part", "earlier", "later"))


def side(m: Match) -> Form | None:
    inner = m.forms()[0] if m.forms() else Period(m.unit(), 0)
    return Side(inner, later=m.has("later", "rest"))


def bare_weekday(m: Match) -> Form | None:
    return Weekday(m.one("weekday") or 0)


def bare_month(m: Match) -> Form | None:
    placed = bool(m.after) and m.after[0].kind == "period"  # "May last year"
    return month(m) if m.alone or placed or not m.words[0].doubtful or led(m) else None


def bare_season(m: Match) -> Form | None:
    if m.words[-1].doubtful:  # "fall", "spring": not "the fall of the government", "to fall"
        told = led(m) and m.before[-1].kind != "to" and not (m.after and m.after[0].kind == "of")
    else:
        told = m.has("the") or led(m)
    return season(m) if m.alone or told else None


def bare_weekend(m: Match) -> Form | None:
    return Period("weekend", 0) if m.unit() == "weekend" else None


def bare_year(m: Match) -> Form | None:
    year = m.one("year")
    return Fixed(year) if m.alone or is_year(m) else None


def named_year(m: Match) -> Form | None:
    """ "The year 2019", "the year of 2019" """
    return Fixed(m.one("year")) if m.unit() == "year" else None


def portion(m: Match) -> Form | None:
    edge = cast(Edge, next(w.kind for w in m.words if w.kind in ("early", "mid", "late", "begin", "end")))
    whole = m.forms()[0] if m.forms() else Period(m.unit(), 0)
    return Portion(whole, edge) if not isinstance(whole, Between) else None


def share(m: Match) -> Form | None:
    n = -1 if m.has("last") else m.one("nth", "ordinal") or 1
    parts = 4 if m.has("quarter") else 2
    return Share(n, parts, m.forms()[0] if m.forms() else None) if n <= parts else None


def inner(m: Match) -> Form | None:
    unit, count = _measure(m) if isinstance(m.forms()[0], Length) else (m.unit(), None)
    nth = -1 if m.has("last") else m.one("nth", "ordinal") or 1
    whole = m.forms()[-1]
    return Inner(whole, unit, nth, count) if not isinstance(whole, Length) else None


def part(m: Match) -> Form | None:
    return Part(next(w.form for w in m.words if w.kind == "date"))


def eve(m: Match) -> Form | None:
    return Part(m.forms()[0], shift=-1)


def within(m: Match) -> Form | None:
    """ "October of next year", "the same month last year"."""
    inner, whole = m.forms()
    if not isinstance(whole, Period) or whole.unit != "year":
        return None
    if isinstance(inner, Period) and inner.from_context and inner.shift == 0:
        return Echo(whole)
    if isinstance(inner, Season) or (isinstance(inner, Fixed) and inner.month):
        return Within(inner, whole) if inner.year is None else None
    return None


def echo(m: Match) -> Form | None:
    return Echo(m.forms()[0])


def between(m: Match) -> Form | None:
    first, last = m.forms()
    return None if isinstance(first, Length) or isinstance(last, Length) else Between(first, last)

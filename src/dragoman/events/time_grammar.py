"""The grammar of time expressions: rules in levels, each level reading what the one before has made.

A rule is a regular expression over word classes ("DAY of? MONTH") and a builder that makes a form of what matched, or
``None`` where the words mean no time. On one level the leftmost match wins, then the rule written first.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.codebook.times import load_times
from dragoman.events.time_forms import (
    Between, Fixed, Form, Inner, Lately, Length, Nearby, Part, Period, Portion, Season, Share, Side, Weekday, Which, Window, Within, Years,
)  # fmt: skip
from dragoman.events.time_words import Word, symbols


@dataclass(frozen=True, slots=True)
class Match:
    """The words a rule matched, with those beside them. ``alone``: the text is a time expression, nothing else."""

    words: Sequence[Word]
    before: Sequence[Word]
    after: Sequence[Word]
    text: str
    alone: bool

    def all(self, *kinds: str) -> list[int]:
        return [w.value for w in self.words if w.kind in kinds and isinstance(w.value, int)]

    def one(self, *kinds: str) -> int | None:
        return next(iter(self.all(*kinds)), None)

    def unit(self) -> str:
        return next(str(w.value) if w.kind != "quarter" else "quarter" for w in self.words if w.kind in ("unit", "units", "quarter"))

    def forms(self) -> list[Form]:
        return [w.value for w in self.words if w.value is not None and not isinstance(w.value, int | str)]

    def has(self, *kinds: str) -> bool:
        return any(w.kind in kinds for w in self.words)

    def said(self, word: Word) -> str:
        return self.text[word.start : word.end].lower()


Builder = Callable[[Match], Form | None]


# --- builders ---------------------------------------------------------------------------------------------------------
def _date(m: Match) -> Form | None:
    if m.one("year") is None and m.words[-1].kind == "day" and _counts(m):
        return None  # "In July 21 people died"
    return Fixed(m.one("year"), m.one("month", "mon"), m.one("day", "ordinal"), m.one("weekday", "wday"))


def _days(m: Match) -> Form | None:
    month, year = m.one("month", "mon"), m.one("year")
    first, last = m.all("day", "ordinal")[:2]
    return Between(Fixed(year, month, first), Fixed(year, month, last)) if first < last else None


def _month(m: Match) -> Form | None:
    return Fixed(m.one("year"), m.one("month", "mon"))


def _season(m: Match) -> Form | None:
    return Season(m.one("season") or 0, m.one("year"))


def _holiday(m: Match) -> Form | None:
    month, day = next(str(w.value) for w in m.words if w.kind == "holiday").split("-")
    return Fixed(m.one("year"), int(month), int(day))


def _years(m: Match) -> Form | None:
    first, *rest = m.all("year", "day", "number")
    last = rest[0] if rest[0] >= 1000 else first - first % 100 + rest[0]
    return Between(Fixed(first), Fixed(last)) if first < last < first + 200 else None


def _decade(m: Match) -> Form | None:
    year = m.one("decade") or 0
    first = year if year >= 1000 else 1900 + year
    return Years(first, first + 9)


def _century(m: Match) -> Form | None:
    n = m.one("ordinal", "nth") or 0
    return Years(100 * n - 100 or 1, 100 * n - 1) if m.unit() == "century" and 0 < n < 30 else None


def _length(m: Match) -> Form | None:
    counts = m.all("day", "number", "word", "article") if not m.has("few") else []
    return Length(m.unit(), sum(counts) if counts else None)  # type: ignore[arg-type]


def _age(m: Match) -> Form | None:
    return Length()


def _measure(m: Match) -> tuple[str, int | None]:
    """Unit and count of "two weeks", "a week", "weeks"; no count where it is vague."""
    for form in m.forms():
        if isinstance(form, Length) and form.unit:
            return form.unit, form.count
    return m.unit(), 1 if m.has("article") else None


def _ago(m: Match) -> Form | None:
    unit, count = _measure(m)
    least, most = load_times().some
    if count is None:
        return Window(unit, most, forward=False, least=least)  # type: ignore[arg-type]
    if unit == "hour" and count > 12:
        return Window(unit, count, forward=False)
    return Period("day" if unit in ("hour", "minute") else unit, -count if unit not in ("hour", "minute") else 0)  # type: ignore[arg-type]


def _apart(m: Match) -> Form | None:
    """ "Three days later", "a week earlier", "two weeks from now"."""
    unit, count = _measure(m)
    if count is None:
        return Length()
    if unit in ("hour", "minute"):
        unit, count = "day", 0
    return Period(unit, -count if m.has("earlier") else count, from_context=not m.has("hence"))  # type: ignore[arg-type]


def _window(m: Match) -> Form | None:
    unit, count = _measure(m)
    return Window(unit, count or load_times().vague[unit], forward=m.has("next", "coming", "following"))  # type: ignore[arg-type]


def _neighbour(m: Match) -> Form | None:
    """ "Last week", "the same day", "the following month", "the past year"."""
    unit = m.unit()
    if m.has("same"):
        return Period(unit, 0, from_context=True)  # type: ignore[arg-type]
    if m.has("following", "previous", "before", "after", "earlier", "later") or (m.has("the") and m.has("next")):
        back = m.has("previous", "before", "earlier")
        return Period(unit, -1 if back else 1, from_context=True)  # type: ignore[arg-type]
    if m.has("past", "recent") and not m.has("this"):
        return Window(unit, 1, forward=False)  # type: ignore[arg-type]
    if m.has("the") and m.has("last") and m.before and m.said(m.before[-1]) in ("over", "during", "within", "in"):
        return Window(unit, 1, forward=False)  # type: ignore[arg-type]
    return Period(unit, -1 if m.has("last", "past") else 1 if m.has("next", "coming") else 0)  # type: ignore[arg-type]


def _beside(m: Match) -> Form | None:
    """ "The day before", unless it goes on ("the day before the talks")."""
    return _neighbour(m) if not m.after or not m.text[m.after[0].start].isalnum() else None


def _which(m: Match) -> Which:
    return "last" if m.has("last", "past", "previous") else "next" if m.has("next", "coming", "following") else "this"


def _weekday(m: Match) -> Form | None:
    number = m.one("weekday") or 0
    if m.has("same"):
        return None
    told = m.has("following", "previous") or (m.has("the") and m.has("next"))
    return Weekday(number, _which(m), from_context=told)


def _nearby(m: Match) -> Form | None:
    season = m.one("season")
    return Nearby(_which(m), Season(season) if season else Fixed(None, m.one("month")))


def _today(m: Match) -> Form | None:
    return Period("day", m.one("deictic", "deictic_part") or 0, part=m.has("part", "deictic_part", "earlier", "later"))


def _side(m: Match) -> Form | None:
    inner = m.forms()[0] if m.forms() else Period(m.unit(), 0)  # type: ignore[arg-type]
    return Side(inner, later=m.has("later", "rest"))


def _bare_weekday(m: Match) -> Form | None:
    return Weekday(m.one("weekday") or 0)


def _bare_month(m: Match) -> Form | None:
    told = m.alone or not m.words[0].doubtful or _led(m) or (bool(m.after) and m.after[0].kind == "period")  # "May last year"
    return _month(m) if told else None


def _bare_season(m: Match) -> Form | None:
    word = m.words[-1]
    led = _led(m) if word.doubtful else m.has("the") or _led(m)
    return _season(m) if m.alone or (led and not (word.doubtful and m.after and m.after[0].kind == "of")) else None


def _bare_year(m: Match) -> Form | None:
    year = m.one("year")
    return Fixed(year) if m.alone or _is_year(m) else None


def _portion(m: Match) -> Form | None:
    edge = next(w.kind for w in m.words if w.kind in ("early", "mid", "late", "begin", "end"))
    whole = m.forms()[0] if m.forms() else Period(m.unit(), 0)  # type: ignore[arg-type]
    return Portion(whole, edge) if not isinstance(whole, Between) else None  # type: ignore[arg-type]


def _share(m: Match) -> Form | None:
    n = -1 if m.has("last") else m.one("nth", "ordinal") or 1
    parts = 4 if m.has("quarter") else 2
    return Share(n, parts, m.forms()[0] if m.forms() else None) if n <= parts else None


def _inner(m: Match) -> Form | None:
    unit, count = _measure(m) if isinstance(m.forms()[0], Length) else (m.unit(), None)
    nth = -1 if m.has("last") else m.one("nth", "ordinal") or 1
    whole = m.forms()[-1]
    return Inner(whole, unit, nth, count) if not isinstance(whole, Length) else None  # type: ignore[arg-type]


def _part(m: Match) -> Form | None:
    return Part(next(f for f in m.forms() if not isinstance(f, Length)))


def _eve(m: Match) -> Form | None:
    return Part(m.forms()[0], shift=-1)


def _within(m: Match) -> Form | None:
    inner, whole = m.forms()
    if isinstance(inner, Fixed) and inner.month and inner.year is None and isinstance(whole, Period) and whole.unit == "year":
        return Within(inner, whole)
    return Within(inner, whole) if isinstance(inner, Season) and inner.year is None and isinstance(whole, Period) else None


def _between(m: Match) -> Form | None:
    first, last = m.forms()
    return None if isinstance(first, Length) or isinstance(last, Length) else Between(first, last)


# --- guards -----------------------------------------------------------------------------------------------------------
_LEADS = frozenset({"in", "on", "since", "until", "by", "from", "to", "of", "before", "after", "between", "within", "early", "mid", "late", "begin", "end"})


def _led(m: Match) -> bool:
    """Whether the word before says that a time follows: a preposition, or another month and "and"."""
    if not m.before:
        return False
    last = m.before[-1]
    if last.kind in ("and", "comma", "dash", "slash") and len(m.before) > 1:
        return m.before[-2].kind in ("month", "season", "period", "date", "year", "mid", "early", "late")
    return last.kind in _LEADS


def _counts(m: Match) -> bool:
    """Whether the number counts what follows ("2,000 troops", "1990 people")."""
    if not m.after or m.after[0].kind not in ("other", "and"):
        return False
    following = m.text[m.after[0].start : m.after[0].end]
    if following in ("%", "°") or following.lower() in load_times().counted and following != "and":
        return True
    plural = following.islower() and len(following) > 3 and following.endswith("s") and not following.endswith(("ss", "us", "is"))
    led_in = bool(m.before) and m.said(m.before[-1]) in ("in", "since", "during", "the", "until")
    value = m.words[-1].value
    return plural and (not led_in or (isinstance(value, int) and value % 100 == 0)) and following not in ("was", "has", "does")


def _is_year(m: Match) -> bool:
    """A number of four digits is a year after a preposition, an article or a name, in brackets, or opening a sentence."""
    if _counts(m):
        return False
    if not m.before:
        return bool(m.after) and m.after[0].kind in ("comma", "other")
    last = m.before[-1]
    said = m.said(last)
    if said in load_times().numbered:
        return False
    if last.kind in ("and", "comma", "dash", "slash") and len(m.before) > 1:
        return m.before[-2].kind in ("year", "period", "date", "month") or (last.kind == "comma" and _closed(m))
    if last.kind in _LEADS or last.kind in ("the", "open", "last", "this", "next"):
        return True
    return last.kind == "other" and m.text[last.start].isupper()


def _closed(m: Match) -> bool:
    return not m.after or m.after[0].kind in ("comma", "dot") or m.text[m.after[0].start] == ")"


# --- rules ------------------------------------------------------------------------------------------------------------
_MACROS = {
    "WDAY": "((weekday|wday dot?) (comma|open)?)",
    "MONTH": "(month|mon dot?)",
    "DAY": "(day|ordinal)",
    "COUNT": "((article|the)? few of?|day|number|(word dash?)? word)",
    "WHICH": "(last|past|this|next|coming|previous|following|same)",
    "TO": "(dash|to|and|until|slash)",
}
LEVELS: tuple[tuple[tuple[str, str, Builder], ...], ...] = (
    (
        ("range", "WDAY? (from|between)? the? DAY TO the? DAY of? MONTH (comma? year)?", _days),
        ("range", "WDAY? MONTH DAY TO the? DAY (comma? year)?", _days),
        ("date", "WDAY? the? DAY of? MONTH (comma? year)?", _date),
        ("date", "WDAY? MONTH DAY (comma? year)?", _date),
        ("period", "MONTH (comma|of)? year", _month),
        ("period", "the? season (comma|of|in)? year", _season),
        ("range", "year (dash|slash) (year|day|number)", _years),
        ("date", "the? holiday (comma|of)? year", _holiday),
        ("date", "iso", lambda m: m.forms()[0]),
        ("period", "the? decade", _decade),
        ("period", "the? (ordinal|nth) dash? unit", _century),
        ("age", "COUNT dash? (unit|units) dash? old | aged (day|number)", _age),
        ("length", "COUNT dash? (unit|units) (dash long)?", _length),
        ("time", "(clock|(day|number) ampm) ampm? zone?", _age),
    ),
    (
        ("date", "(length|article unit|units) ago", _ago),
        ("date", "(length|article unit) (earlier|later|hence)", _apart),
        ("set", "every other? (length|unit|weekday|month)", _age),
        ("period", "the? this? (WHICH|recent) length", _window),
        ("period", "the? (recent|coming|past) units", _window),
        ("period", "(earlier|later) this unit", _side),
        ("period", "the? this? WHICH (unit|quarter)", _neighbour),
        ("date", "the unit (before|after|previous|earlier|later)", _beside),
        ("date", "the? this? WHICH weekday", _weekday),
        ("period", "this? (last|past|this|next|coming) (month|season)", _nearby),
        ("date", "this part", _today),
        ("date", "(earlier|later)? the? deictic part?", _today),
        ("date", "deictic_part", _today),
        ("date", "vague", lambda m: Lately()),
    ),
    (
        ("date", "weekday", _bare_weekday),
        ("period", "month", _bare_month),
        ("period", "the? season", _bare_season),
        ("period", "year", _bare_year),
        ("date", "the? holiday", _holiday),
    ),
    (("period", "(period|date) (comma|of|in)? period", _within),),
    (
        ("date", "((early|late) on?)? date (comma|open)? part", _part),
        ("date", "the? part (of|on)? date", _part),
        ("date", "eve of date", _eve),
        ("date", "time (on|comma)? date", _part),
        ("date", "date (comma|in)? other? time", _part),
        ("period", "the? (begin|end|mid) of the unit", _portion),
        ("period", "the? rest of (period|the unit)", _side),
        ("period", "unit dash? end", _portion),
        ("period", "the? (early|mid|late) (dash|of|in|on)? (period|date)|the? (begin|end) of (period|date)", _portion),
        ("period", "the? (nth|ordinal|last) dash? (quarter|half) (of (period|date))?", _share),
        ("period", "the? (nth|ordinal|last) (length|unit) of period", _inner),
        ("date", "(earlier|later) on? date", _side),
    ),
    (
        ("range", "from? (date|period) (to|until|dash) (date|period)", _between),
        ("range", "between (date|period) and (date|period)", _between),
    ),
)  # fmt: skip
_CORE = ("month", "mon", "weekday", "unit", "units", "deictic", "deictic_part", "year", "iso", "decade", "season", "holiday", "vague",
         "quarter", "half", "part", "aged")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """The rules of a level as one regular expression whose group ``r<n>`` is the n-th rule."""

    pattern: re.Pattern[str]
    rules: tuple[tuple[str, Builder], ...]


@functools.cache
def levels() -> tuple[Level, ...]:
    """The rules, compiled once."""
    made = []
    for rules in LEVELS:
        parts = [f"(?P<r{n}>{compiled(pattern)})" for n, (_, pattern, _) in enumerate(rules)]
        made.append(Level(re.compile("|".join(parts)), tuple((kind, builder) for kind, _, builder in rules)))
    return tuple(made)


@functools.cache
def core() -> re.Pattern[str]:
    """Finds whether words hold anything that a time expression could be made of."""
    table = symbols()
    return re.compile("[" + "".join(table[kind] for kind in _CORE) + "]")


def compiled(pattern: str) -> str:
    """A rule as a regular expression over class characters."""
    for name, macro in _MACROS.items():
        pattern = re.sub(rf"\b{name}\b", macro, pattern)
    table = symbols()
    spelt = re.sub(r"[a-z_]+", lambda m: "[.]" if m.group() == "other" else table[m.group()], pattern)
    return spelt.replace("(", "(?:").replace(" ", "")


def reduce(words: list[Word], level: Level, shown: str, text: str, *, alone: bool) -> list[Word]:
    """The words with each match of the level's rules replaced by the one expression that it is."""
    made: list[Word] = []
    at = 0
    for found in level.pattern.finditer(shown):
        kind, builder = level.rules[int((found.lastgroup or "r0")[1:])]
        start, end = found.span()
        form = builder(Match(words[start:end], words[:start], words[end:], text, alone))
        if form is None:
            continue
        made += words[at:start]
        made.append(Word(kind, form, words[start].start, words[end - 1].end))
        at = end
    return made + words[at:] if at else words

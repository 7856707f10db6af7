"""The grammar of time expressions: rules in levels, each level reading what the one before has made.

A rule is the kind it makes, a regular expression over word classes ("DAY of? MONTH"; ``codebook/data/time.yaml`` says
which words are in each), and a builder that makes a form of what matched, or ``None`` where the words mean no time. On
one level the leftmost match wins, then the rule written first.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from dragoman.events import time_builders as build
from dragoman.events.time_builders import Builder
from dragoman.events.time_match import Match
from dragoman.events.time_words import Word, symbols

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
        ("range", "WDAY? (from|between)? the? DAY TO the? DAY of? MONTH (comma? year)?", build.days),
        ("range", "WDAY? MONTH DAY TO the? DAY (comma? year)?", build.days),
        ("date", "WDAY? the? DAY of? MONTH (comma? year)?", build.date),
        ("date", "WDAY? MONTH DAY (comma? year)?", build.date),
        ("period", "MONTH (comma|of)? year", build.month),
        ("period", "the? season (comma|of|in)? year", build.season),
        ("range", "year (dash|slash) (year|day|number)", build.years),
        ("date", "the? holiday (comma|of)? year", build.holiday),
        ("date", "iso", build.written),
        ("period", "the? decade", build.decade),
        ("period", "the? (ordinal|nth) dash? unit", build.century),
        ("age", "COUNT dash? (unit|units) dash? old | aged (day|number)", build.age),
        ("length", "COUNT dash? (unit|units) (dash long)?", build.length),
        ("time", "(clock|(day|number) ampm) ampm? zone?|(year|number) zone", build.clock),
    ),
    (
        ("date", "(length|article unit|units) ago", build.ago),
        ("date", "(length|article unit) (earlier|later|hence)", build.apart),
        ("set", "every other? (length|unit|weekday|month)", build.age),
        ("period", "the? this? (WHICH|recent) length", build.window),
        ("period", "the? (recent|coming|past) units", build.window),
        ("period", "(earlier|later) this unit", build.side),
        ("period", "the? this? WHICH (unit|quarter)", build.neighbour),
        ("date", "the unit (before|after|previous|earlier|later)", build.beside),
        ("date", "the? this? WHICH weekday", build.weekday),
        ("period", "this? (last|past|this|next|coming) (month|season)", build.nearby),
        ("date", "this part", build.today),
        ("date", "(earlier|later)? the? deictic part?", build.today),
        ("date", "deictic_part", build.today),
        ("date", "vague", build.lately),
    ),
    (
        ("date", "weekday", build.bare_weekday),
        ("period", "month", build.bare_month),
        ("period", "the? season", build.bare_season),
        ("period", "the? unit of? year", build.named_year),
        ("period", "the? unit", build.bare_weekend),
        ("period", "year", build.bare_year),
        ("date", "the? holiday", build.holiday),
    ),
    (
        ("period", "(period|date) (comma|of|in)? (period|date)", build.within),
        ("period", "the? same stretch (of|in)? (period|date)", build.echo),
    ),
    (
        ("date", "((early|late) on?)? date (comma|open)? part", build.part),
        ("date", "the? part (of|on)? date", build.part),
        ("date", "eve of date", build.eve),
        ("date", "time (on|comma)? date", build.part),
        ("date", "date (comma|in)? other? time", build.part),
        ("period", "the? (begin|end|mid) of the unit", build.portion),
        ("period", "the? rest of (period|the unit)", build.side),
        ("period", "unit dash? end", build.portion),
        ("period", "the? (early|mid|late) (dash|of|in|on)? (period|date)", build.portion),
        ("period", "the? (begin|end) of (period|date)", build.portion),
        ("period", "the? (nth|ordinal|last) dash? (quarter|half) of (period|date)", build.share),
        ("period", "the? (nth|ordinal|last) dash? quarter", build.share),
        ("period", "the? (nth|ordinal|last) (length|unit) of period", build.inner),
        ("date", "(earlier|later) on? date", build.side),
    ),
    (
        ("range", "from? (date|period) (to|until|dash) (date|period)", build.between),
        ("range", "between (date|period) and (date|period)", build.between),
    ),
)  # fmt: skip

# A sentence without any of these words holds no time expression.
_CORE = (
    "ampm", "aged", "clock", "decade", "deictic", "deictic_part", "half", "holiday", "iso", "mon", "month", "part",
    "quarter", "season", "unit", "units", "vague", "weekday", "year",
)  # fmt: skip


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


def rewritten(words: list[Word], level: Level, shown: str, text: str, *, alone: bool) -> list[Word]:
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

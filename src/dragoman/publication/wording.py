"""Dates, stages, terms and amounts in plain words, as tables and explanations show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.codebook.instruments import Stage
from dragoman.events.agreement import Duration, Terms
from dragoman.events.event import Status
from dragoman.events.figure import Figure
from dragoman.texts.document import Interval

_DONE: Mapping[Stage, str] = {
    "negotiating": "in negotiation", "in_force": "in force", "implementing": "being carried out", "withdrawn": "left",
}  # fmt: skip
_TO_DO: Mapping[Stage, str] = {
    "negotiating": "be negotiated", "in_force": "enter into force", "implementing": "be carried out", "ended": "end",
}  # fmt: skip
_NOT_YET: Mapping[Status, str] = {"planned": "to", "called-for": "should", "hypothetical": "might"}
_UNCHANGED = ("percent", "fold", "yen", "yuan", "rand", "won", "baht", "aircraft", "series")
_PLURALS = {"person": "people", "woman": "women", "man": "men", "child": "children"}
_COMPARED = {">": "over ", ">=": "at least ", "<": "under ", "<=": "up to ", "~": "about "}


def shown(date: Interval) -> str:
    """``2020-04-21``, ``2020-04``, ``2020-07-20 – 2020-07-22``, ``since 2020``, ``until 2021``; ``?`` if not known."""
    start, end = date.start, date.end
    if date.granularity in ("month", "year") and start and end:
        length = 7 if date.granularity == "month" else 4
        start, end = start[:length], end[:length]
    match start, end:
        case None, None:
            return "?"
        case str(), None:
            return f"since {start}"
        case None, str():
            return f"until {end}"
        case _:
            return str(start) if start == end else f"{start} – {end}"


def printable(words: str) -> str:
    """Line breaks, odd spaces and control characters as single spaces."""
    return words if words.isprintable() else "".join(char if char.isprintable() else " " for char in words)


def stands(stage: Stage) -> str:
    """Where an agreement stands: ``in force``, ``signed``."""
    return stage.replace("_", " ")


def step(stage: Stage, status: Status) -> str:
    """A stage change: ``signed``, ``to be signed``, ``should be extended``, ``to end``."""
    done = _DONE.get(stage, stage)
    if status not in _NOT_YET:
        return done
    return f"{_NOT_YET[status]} {_TO_DO.get(stage, f'be {done}')}"


def terms(told: Terms) -> str:
    """``signed 2001-03, for 10 years, renewed automatically every 5 years, ends 2021-03``; empty if nothing is told."""
    return ", ".join(_terms(told))


def _terms(told: Terms) -> Iterator[str]:
    if told.signed.start:
        yield f"signed {shown(told.signed)}"
    if told.duration:
        yield f"for {length(told.duration)}"
    if told.renewal:
        rule = "automatically" if told.renewal.rule == "automatic" else "by agreement"
        every = f" every {length(told.renewal.length)}" if told.renewal.length else ""
        yield f"renewed {rule}{every}"
    if told.expires.start:
        yield f"ends {shown(told.expires)}"


def length(duration: Duration) -> str:
    """``10 years``, ``1 year``."""
    return f"{number(duration.value)} {_plural(duration.unit, duration.value)}"


def amount(figure: Figure) -> str:
    """``over 20 percent``, ``12 soldiers``, ``17 billion US dollars``, ``3rd visit``; without a number the
    direction alone."""
    value, unit = figure.value, figure.unit or ""
    if value is None:
        return figure.direction or "?"
    if figure.ordinal:
        return f"{_ordinal(int(value))} {unit}".strip()
    compared = _COMPARED.get(figure.comparator or "", "")
    return f"{compared}{_short(value)} {_plural(unit, value)}".strip()


def _short(value: float) -> str:
    """``17 billion``; in full where three digits after the point do not hold it."""
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if value >= size and round(value / size, 3) * size == value:
            return f"{number(value / size)} {name}"
    return number(value)


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _plural(unit: str, value: float) -> str:
    """Of "barrel per day" the first noun has the plural; shares have none, nor has yen."""
    noun, per, rest = unit.partition(" per ")
    if not noun or value == 1 or noun.endswith(_UNCHANGED):
        return unit
    for singular, plural in _PLURALS.items():
        if noun.endswith(singular):
            return noun.removesuffix(singular) + plural + per + rest
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        noun = f"{noun[:-1]}ie"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s") + per + rest


def number(value: float) -> str:
    """Digits in groups of three: ``1,200,000``, ``5.5``."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"

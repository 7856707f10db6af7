"""Dates, stages, terms and amounts in plain words, as tables and explanations show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.codebook.instruments import Stage
from dragoman.events.agreement import Duration, Terms
from dragoman.events.event import Status
from dragoman.events.figure import Figure
from dragoman.texts.document import Interval

_DONE: Mapping[Stage, str] = {
    "negotiating": "negotiated", "in_force": "in force", "implementing": "carried out", "withdrawn": "left",
}  # fmt: skip
_STATUS: Mapping[Status, str] = {
    "planned": "to be {}", "called-for": "should be {}", "hypothetical": "might be {}", "negated": "not {}",
    "denied": "denied: {}",
}  # fmt: skip
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
    return "".join(char if char.isprintable() else " " for char in words)


def stands(stage: Stage) -> str:
    """Where an agreement stands: ``in force``, ``signed``."""
    return stage.replace("_", " ")


def step(stage: Stage, status: Status) -> str:
    """A stage change: ``signed``, ``to be signed``, ``should be extended``."""
    done = _DONE.get(stage, stage)
    return _STATUS.get(status, "{}").format(done)


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
    return f"{number(duration.value)} {duration.unit}" + ("" if duration.value == 1 else "s")


def amount(figure: Figure) -> str:
    """``over 20 percent``, ``12 soldier``, ``1,200,000 US dollar``; without a number the direction alone."""
    if figure.value is None:
        return figure.direction or "?"
    compared = _COMPARED.get(figure.comparator or "", "")
    return f"{compared}{number(figure.value)} {figure.unit or ''}".strip()


def number(value: float) -> str:
    """Digits in groups of three: ``1,200,000``, ``5.5``."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"

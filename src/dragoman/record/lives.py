"""The life of a contact: announced, put off, called off, held, denied. Relations between deeds, which stay several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.record import features
from dragoman.record.outline import Outline
from dragoman.record.same_event import Match, Met
from dragoman.record.telling import LATER, Telling, day

Turn = Literal["held", "put off", "called off", "denied"]
VERSION = "life 1"
_SOON: dict[Turn, float] = {"held": 8, "denied": 8, "put off": 20, "called off": 20}  # days that take away a point


@dataclass(frozen=True, slots=True)
class Life:
    """``one`` was announced (or reported); with ``other`` it was held, called off or put off, or is denied."""

    turn: Turn
    one: str
    other: str
    match: Match


def life(a: Telling, b: Telling) -> Life | None:
    """Whether two tellings are stages of one contact's life."""
    for first, then in ((a, b), (b, a)):
        turn = _turn(first, then)
        if turn and not _apart(first, then, turn):
            match = _match(first, then, turn)
            return Life(turn, first.claim, then.claim, match) if match.score > 0 else None
    return None


def may_turn(a: Outline, b: Outline) -> bool:
    """Whether ``life`` may find something, as far as the outlines show."""
    turns = ((first, then, _turn(first, then)) for first, then in ((a, b), (b, a)))
    return any(turn and not _other_contact(first, then, turn) for first, then, turn in turns)


def _turn(first: Outline, then: Outline) -> Turn | None:
    if first.family != then.family:
        return None
    match first.stage, then.stage:
        case (("ahead" | "put off"), "done") if first.family == "contact":
            return "held"
        case "ahead", "put off":
            return "put off"
        case (("ahead" | "put off"), "off"):
            return "called off"
        case (("done" | "ahead"), "denied"):
            return "denied"
        case _:
            return None


def _apart(first: Telling, then: Telling, turn: Turn) -> bool:
    return (
        len(first.states & then.states) < 2 or features.other_people(first, then) or _other_contact(first, then, turn)
    )


def _other_contact(first: Outline, then: Outline, turn: Turn) -> bool:
    if first.form and then.form and _kind(first.form) != _kind(then.form):
        return True
    if turn == "denied":
        return features.days_apart(first, then) > 7
    if turn == "held" and not first.presumed and day(then.last) < day(first.first) - 1:
        return True
    if first.document == then.document and features.days_apart(first, then) == 0:
        return True  # what a report tells of one day is not what became of it
    return not 0 <= _wait(first, then) <= LATER


def _match(first: Telling, then: Telling, turn: Turn) -> Match:
    """An announcement is of the next contact of its kind: the sooner it comes, the better it fits."""
    wait = features.days_apart(first, then) if turn == "denied" else _wait(first, then)
    compared = [
        (1.0, features.people(first, then), "people"),
        (0.6, features.place(first, then), "place"),
        (0.8, features.wording(first, then), "wording"),
        (0.4, features.form(first, then), "form"),
    ]
    met = [Met(name, c.one, c.other, round(weight * c.value, 3)) for weight, c, name in compared if c is not None]
    days = Met("date", first.last, then.first, round(1.2 - wait / _SOON[turn], 3))
    why = (days, *met)
    return Match(round(sum(one.adds for one in why), 3), why)


def _wait(first: Outline, then: Outline) -> int:
    """Days from what was announced to what came; below 0 where that was before it was even announced."""
    if first.first > first.last or then.first > then.last or day(then.last) < day(first.told[0]) - 2:
        return -1
    return max(0, day(then.first) - day(first.last))


def _kind(form: str) -> str:
    """A visit is announced as talks, and talks as a visit."""
    return "face to face" if form in ("visit", "meeting") else form

"""Who deals with whom, as a network of states."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dragoman.measures.dealing import Dealing


@dataclass(frozen=True, slots=True)
class Tie:
    """What one state did toward another (ISO3): how many deeds, their mean Goldstein value, and the first and last day.

    ``quads`` counts them by class: verbal and material cooperation, verbal and material conflict. What both did counts
    in both directions. Days are those that are known to the day.
    """

    one: str
    other: str
    events: int
    goldstein: float | None
    quads: tuple[int, int, int, int]
    first: str | None
    last: str | None


def ties(dealings: Iterable[Dealing], goldstein: Callable[[Dealing], float | None]) -> list[Tie]:
    """The ties of all that was done, by their states. What is only planned, or denied, makes none."""
    told: dict[tuple[str, str], list[Dealing]] = {}
    for dealing in dealings:
        if dealing.done:
            for pair in dealing.directed():
                told.setdefault(pair, []).append(dealing)
    return [_tie(pair, done, goldstein) for pair, done in sorted(told.items())]


def _tie(pair: tuple[str, str], done: list[Dealing], goldstein: Callable[[Dealing], float | None]) -> Tie:
    scores = [score for score in map(goldstein, done) if score is not None]
    classes = [dealing.event.quad for dealing in done]
    days = sorted(dealing.day for dealing in done if dealing.day)
    mean = round(sum(scores) / len(scores), 3) if scores else None
    one, two, three, four = (classes.count(quad) for quad in (1, 2, 3, 4))
    first, last = (days[0], days[-1]) if days else (None, None)
    return Tie(*pair, len(done), mean, (one, two, three, four), first, last)

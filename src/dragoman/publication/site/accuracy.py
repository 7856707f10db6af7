"""How right dragoman is: our published score, with what it makes up and what it misses said first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.measures.figures import Figure
from dragoman.publication.accuracy import Published, published
from dragoman.publication.site.templating import page

router = APIRouter()
_WIDTH, _HEIGHT = 120.0, 22.0
Of = Literal["share", "rest", "precision", "recall"]
_OF: Mapping[Of, Callable[[Figure], float]] = {  # what of a figure is the fault
    "share": lambda figure: figure.value,
    "rest": lambda figure: 1 - figure.value,
    "precision": lambda figure: 1 - (figure.precision or 0),
    "recall": lambda figure: 1 - (figure.recall or 0),
}
_QUIET, _GOLD, _SEEDS = (
    "Quiet sentences, by hand",
    "Coded sentences",
    "Seed reports",
)  # as benchmarks/scores.py has them
_MADE_UP: tuple[tuple[str, str, Of, str], ...] = (
    (_QUIET, "quiet sentences with an event", "share", "of sentences that tell no deed got an event all the same"),
    (
        _GOLD,
        "root type",
        "precision",
        "of the kinds coded are not in the gold standard, which leaves out some that are told",
    ),
    (_SEEDS, "events", "precision", "of the events coded in the seed reports are not what they tell"),
)
_MISSED: tuple[tuple[str, str, Of, str], ...] = (
    (_SEEDS, "events", "recall", "of what a careful reader put on record is missed"),
    (_GOLD, "root type", "recall", "of the kinds in the gold standard are missed"),
    (_QUIET, "sentences of a deed with an event", "rest", "of sentences that tell a deed got no event"),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A share (0 to 1) of what goes wrong, in words; ``set`` is where it was measured."""

    share: float
    words: str
    set: str


@dataclass(frozen=True, slots=True)
class Course:
    """A figure from run to run, as the points of a line."""

    name: str
    first: float
    last: float
    runs: int
    points: str


@router.get("/accuracy")
def accuracy(request: Request) -> HTMLResponse:
    score = published()
    return page(
        request,
        "accuracy.html.j2",
        score=score,
        made_up=list(made_up(score)),
        missed=list(missed(score)),
        courses=[course(name, values) for name, values in score.courses()],
        width=_WIDTH,
        height=_HEIGHT,
    )


def made_up(score: Published) -> Iterator[Fault]:
    """The events that are none, by what can be told of them."""
    return _faults(score, _MADE_UP)


def missed(score: Published) -> Iterator[Fault]:
    """The events that are not found."""
    return _faults(score, _MISSED)


def _faults(score: Published, asked: Iterable[tuple[str, str, Of, str]]) -> Iterator[Fault]:
    """What was not measured is left out."""
    for name, key, of, words in asked:
        scored = score.scored(name)
        figure = scored.figure(key) if scored else None
        if figure:
            share = _OF[of](figure)
            yield Fault(round(share, 3), words, name)


def course(name: str, values: Sequence[float]) -> Course:
    """The line goes from its lowest to its highest value, and is flat where nothing changed."""
    low, high = min(values), max(values)
    wide = _WIDTH / max(len(values) - 1, 1)
    tall = (_HEIGHT - 6) / (high - low) if high > low else 0.0
    places = ((at * wide, 3 + (high - value) * tall if tall else _HEIGHT / 2) for at, value in enumerate(values))
    return Course(name, values[0], values[-1], len(values), " ".join(f"{x:.1f},{y:.1f}" for x, y in places))

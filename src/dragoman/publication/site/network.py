"""The network of a selection: who deals with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.measures.dyads import Dyad
from dragoman.measures.networks import Standing, standings
from dragoman.publication.desk import AtDesk
from dragoman.publication.plain_english import English, capital
from dragoman.publication.site.layout import HEIGHT, WIDTH, Node, Point, laid_out
from dragoman.publication.site.projection import HEIGHT as MAP_HEIGHT
from dragoman.publication.site.projection import projected
from dragoman.publication.site.selected import MOST, dyads
from dragoman.publication.site.templating import page
from dragoman.publication.wishes import Wishes

router = APIRouter()
_EDGES, _NODES, _LISTED = 60, 40, 40
_COUNTED = 2_000  # pairs that the measures are taken of: a third of a second
NETS = (  # the net cooperation index up to which a tie is called so
    (-0.5, "conflict", "conflict"),
    (-0.1, "more-conflict", "more conflict"),
    (0.1, "even", "even"),
    (0.5, "more-cooperation", "more cooperation"),
    (1.0, "cooperation", "cooperation"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A tie as it is drawn."""

    dyad: Dyad
    ends: tuple[Point, Point]
    width: float
    net: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The busiest ties, and the states that they are between."""

    lines: tuple[Line, ...]
    nodes: tuple[tuple[Node, Point], ...]
    width: float = WIDTH
    height: float = HEIGHT


@router.get("/network")
def network(request: Request, desk: AtDesk, wanted: Wishes) -> HTMLResponse:
    found, cut = dyads(desk, wanted)
    done = [dyad for dyad in found.dyads if dyad.events]
    measured = measures(done[:_COUNTED])
    return page(
        request,
        "network.html.j2",
        wanted=wanted,
        drawing=drawing(done, desk.english),
        nets=NETS,
        ties=len(done),
        standings=measured[:_LISTED],
        states=len(measured),
        counted=_COUNTED,
        cut=cut,
        most=MOST,
    )


def measures(done: Sequence[Dyad]) -> tuple[Standing, ...]:
    """Who stands in the middle; the deeds of a state are counted with each other state."""
    events = Counter[str]()
    for dyad in done:
        events.update({dyad.one: dyad.events, dyad.other: dyad.events})
    return standings({(dyad.one, dyad.other): dyad.events for dyad in done}, events)


def drawing(done: Iterable[Dyad], english: English) -> Drawing:
    """The busiest ties between so many states at most."""
    drawn, states = _busiest(done)
    deeds = {state: sum(dyad.events for dyad in drawn if state in (dyad.one, dyad.other)) for state in states}
    most = max(deeds.values(), default=1)
    nodes = tuple(_node(state, deeds[state] / most, english) for state in sorted(states))
    at = laid_out(nodes, tuple((dyad.one, dyad.other, dyad.events) for dyad in drawn))
    widest = max((dyad.events for dyad in drawn), default=1)
    lines = (
        Line(dyad, (at[dyad.one], at[dyad.other]), round(1.2 + 9 * sqrt(dyad.events / widest), 1), net(dyad))
        for dyad in reversed(drawn)  # the busiest on top
    )
    return Drawing(tuple(lines), tuple((node, at[node.id]) for node in nodes))


def net(dyad: Dyad) -> str:
    """What a tie is called by its net cooperation."""
    index = dyad.goldstein.net or 0.0
    return next(name for upto, name, _ in NETS if index <= upto)


def _busiest(done: Iterable[Dyad]) -> tuple[list[Dyad], set[str]]:
    drawn: list[Dyad] = []
    states: set[str] = set()
    for dyad in done:
        new = states | {dyad.one, dyad.other}
        if len(drawn) < _EDGES and len(new) <= _NODES:
            drawn.append(dyad)
            states = new
    return drawn, states


def _node(state: str, share: float, english: English) -> Node:
    middle = english.book.sites.states.get(state)
    x, y = projected(middle.longitude, middle.latitude) if middle else (WIDTH / 2, MAP_HEIGHT / 2)
    name = capital(english.state(state).removeprefix("the "))
    return Node(state, name, round(5 + 13 * sqrt(share), 1), round(x, 1), round(y * HEIGHT / MAP_HEIGHT, 1))

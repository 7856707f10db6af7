"""Where the nodes of a network are drawn: worked out here, the same each time, so that the page needs no script.

Nodes start where they lie on the map and are moved a little at a time: ties draw together, all nodes keep apart, and in
the end no name covers another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import cos, hypot, sin

WIDTH, HEIGHT, _MARGIN = 1000.0, 640.0, 26.0
_TURNS, _APART = 120, 160
_LETTER, _LINE = 6.6, 15.0  # the room of a letter of a name, and of its line


@dataclass(frozen=True, slots=True)
class Node:
    """A node with the radius of its circle and its name, which stands below; it starts at ``x`` and ``y``."""

    id: str
    name: str
    radius: float
    x: float
    y: float


Edge = tuple[str, str, int]
Point = tuple[float, float]


@lru_cache(maxsize=64)  # a page that is asked for again need not be laid out again
def laid_out(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> Mapping[str, Point]:
    """A point for each node, by its id. Of some dozens of nodes: it takes time in proportion to their square."""
    # A little spiral parts those that begin at one point.
    at = {node.id: [node.x + 9 * cos(2.4 * n), node.y + 9 * sin(2.4 * n)] for n, node in enumerate(nodes)}
    most = max((weight for *_, weight in edges), default=1)
    rest = 0.62 * (WIDTH * HEIGHT / max(len(nodes), 1)) ** 0.5  # how far apart two nodes like to be
    for turn in range(_TURNS):
        moves = _pushed(at, rest)
        for one, other, weight in edges:
            _pull(moves, at, (one, other), rest / (0.6 + weight / most))
        _move(at, moves, farthest=60 * (1 - turn / _TURNS) + 1)
    _fit(at)
    for _ in range(_APART):
        if not _part(nodes, at):
            break
    return {id: (round(x, 1), round(y, 1)) for id, (x, y) in at.items()}


def _pushed(at: Mapping[str, Sequence[float]], rest: float) -> dict[str, list[float]]:
    """Each node away from all others, and all a little to the middle, so that what has no ties stays in sight."""
    moves = {id: [(WIDTH / 2 - x) * 0.04, (HEIGHT / 2 - y) * 0.08] for id, (x, y) in at.items()}
    for (one, here), (other, there) in combinations(at.items(), 2):
        dx, dy = here[0] - there[0], here[1] - there[1]
        far = max(hypot(dx, dy), 1.0)
        by = rest * rest / far / far
        moves[one][0] += dx * by
        moves[one][1] += dy * by
        moves[other][0] -= dx * by
        moves[other][1] -= dy * by
    return moves


def _pull(moves: dict[str, list[float]], at: Mapping[str, Sequence[float]], ends: tuple[str, str], rest: float) -> None:
    one, other = ends
    dx, dy = at[one][0] - at[other][0], at[one][1] - at[other][1]
    by = hypot(dx, dy) / rest
    for node, sign in ((one, -1), (other, 1)):
        moves[node][0] += sign * dx * by
        moves[node][1] += sign * dy * by


def _move(at: dict[str, list[float]], moves: Mapping[str, Sequence[float]], farthest: float) -> None:
    for id, (dx, dy) in moves.items():
        by = min(1.0, farthest / max(hypot(dx, dy), 1e-9))
        at[id][0] += dx * by
        at[id][1] += dy * by


def _fit(at: dict[str, list[float]]) -> None:
    """All of the drawing is used."""
    for axis, size in ((0, WIDTH), (1, HEIGHT)):
        values = [point[axis] for point in at.values()]
        low, high = min(values, default=0), max(values, default=0)
        margin = _MARGIN * (2 if axis == 0 else 1)
        for point in at.values():
            share = (point[axis] - low) / (high - low) if high > low else 0.5
            point[axis] = margin + share * (size - 2 * margin)


def _part(nodes: Sequence[Node], at: dict[str, list[float]]) -> bool:
    """Two nodes whose circles or names meet are moved apart the shorter way. Whether any were."""
    met = False
    for one, other in combinations(nodes, 2):
        here, there = at[one.id], at[other.id]
        over = [_reach(one, axis) + _reach(other, axis) - abs(here[axis] - there[axis]) for axis in (0, 1)]
        if min(over) <= 0:
            continue
        met = True
        axis = 0 if over[0] < over[1] else 1
        step = over[axis] / 2 + 0.5
        sign = 1 if (here[axis], one.id) > (there[axis], other.id) else -1
        here[axis] += sign * step
        there[axis] -= sign * step
    for node in nodes:
        point = at[node.id]
        point[0] = min(max(point[0], _reach(node, 0)), WIDTH - _reach(node, 0))
        point[1] = min(max(point[1], _reach(node, 1)), HEIGHT - _reach(node, 1))
    return met


def _reach(node: Node, axis: int) -> float:
    """Half the room that a node takes."""
    return max(node.radius, _LETTER * len(node.name) / 2) + 3 if axis == 0 else node.radius + _LINE / 2 + 3

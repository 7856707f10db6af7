"""How much a node of a network stands in the middle. No library is needed: networks of states are small."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from math import sqrt

Edge = tuple[str, str]
Neighbours = Mapping[str, Mapping[str, float]]
_TURNS, _NEAR = 5_000, 1e-6  # as networkx has them by default, but for more turns


def neighbours(edges: Mapping[Edge, float]) -> Neighbours:
    """By node: its neighbours with the weight of the edge to each. An edge leads both ways."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), weight in sorted(edges.items()):
        found[one][other] = found[other][one] = weight
    return found


def betweenness(near: Neighbours) -> dict[str, float]:
    """The share of the shortest ways between two others that lead over a node, from 0 to 1; weights do not count.

    Brandes (2001): each node is the start once, and what lies behind a node is summed on the way back.
    """
    found = dict.fromkeys(near, 0.0)
    for start in near:
        order, before, ways = _ways(near, start)
        behind = dict.fromkeys(order, 0.0)
        for node in reversed(order):
            for previous in before[node]:
                behind[previous] += ways[previous] / ways[node] * (1 + behind[node])
            if node != start:
                found[node] += behind[node]
    pairs = (len(near) - 1) * (len(near) - 2)
    return {node: value / pairs if pairs > 0 else 0.0 for node, value in found.items()}


def _ways(near: Neighbours, start: str) -> tuple[list[str], Mapping[str, list[str]], Mapping[str, int]]:
    """The nodes that can be reached, nearest first; those that come before each; how many shortest ways lead there."""
    steps, ways = {start: 0}, defaultdict(int, {start: 1})
    before: defaultdict[str, list[str]] = defaultdict(list)
    order, waiting = [], deque([start])
    while waiting:
        node = waiting.popleft()
        order.append(node)
        for other in near[node]:
            if other not in steps:
                steps[other] = steps[node] + 1
                waiting.append(other)
            if steps[other] == steps[node] + 1:
                ways[other] += ways[node]
                before[other].append(node)
    return order, before, ways


def eigenvector(near: Neighbours) -> dict[str, float]:
    """The weight of a node by the weight of those it is tied to; the squares of all add up to 1. Empty where that does
    not settle."""
    value = dict.fromkeys(near, 1 / len(near)) if near else {}
    for _ in range(_TURNS):
        last = value
        value = {node: last[node] + sum(last[other] * weight for other, weight in near[node].items()) for node in near}
        size = _size(value.values())
        value = {node: part / size for node, part in value.items()}
        if sum(abs(value[node] - last[node]) for node in near) < len(near) * _NEAR:
            return value
    return {}


def _size(values: Iterable[float]) -> float:
    return sqrt(sum(value * value for value in values)) or 1

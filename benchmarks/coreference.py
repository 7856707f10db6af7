"""How well clusters agree: B³, MUC, CEAF-e and their mean, the CoNLL score. Definitions after Pradhan et al. 2014.

Both sides are given as cluster by mention, over the same mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Clusters = Mapping[Any, Hashable]
Group = frozenset[Any]


class Score(NamedTuple):
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall) if sum(self) else 0.0


def b_cubed(gold: Clusters, found: Clusters) -> Score:
    """The share of a mention's cluster that belongs to it, averaged over mentions."""
    theirs, ours = _groups(gold), _groups(found)

    def share(whole: Mapping[Hashable, Group], of: Clusters) -> float:
        common = (len(theirs[gold[m]] & ours[found[m]]) / len(whole[of[m]]) for m in gold)
        return sum(common) / len(gold)

    return Score(share(ours, found), share(theirs, gold))


def muc(gold: Clusters, found: Clusters) -> Score:
    """The share of the links that hold clusters together; mentions alone count for nothing."""

    def share(key: Clusters, response: Clusters) -> float:
        groups = _groups(key).values()
        kept = sum(len(group) - len({response[mention] for mention in group}) for group in groups)
        links = sum(len(group) - 1 for group in groups)
        return kept / links if links else 0.0

    return Score(share(found, gold), share(gold, found))


def ceaf_e(gold: Clusters, found: Clusters) -> Score:
    """How alike the clusters are that the best one-to-one pairing puts together."""
    theirs, ours = list(_groups(gold).values()), list(_groups(found).values())
    total = sum(_alike(theirs[a], ours[b]) for a, b in _pairing(theirs, ours))
    return Score(total / len(ours), total / len(theirs))


def conll(gold: Clusters, found: Clusters) -> float:
    """The mean F1 of MUC, B³ and CEAF-e."""
    measures: tuple[Callable[[Clusters, Clusters], Score], ...] = (muc, b_cubed, ceaf_e)
    return sum(measure(gold, found).f1 for measure in measures) / len(measures)


def _groups(clusters: Clusters) -> dict[Hashable, Group]:
    groups: defaultdict[Hashable, set[Any]] = defaultdict(set)
    for mention, cluster in clusters.items():
        groups[cluster].add(mention)
    return {cluster: frozenset(group) for cluster, group in groups.items()}


def _alike(one: Group, other: Group) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _pairing(theirs: Sequence[Group], ours: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """The best one-to-one pairing, part by part: only clusters that share a mention are paired, so parts are small."""
    holders: defaultdict[object, list[int]] = defaultdict(list)
    for b, group in enumerate(ours):
        for mention in group:
            holders[mention].append(b)
    near = [sorted({b for mention in group for b in holders[mention]}) for group in theirs]
    back: defaultdict[int, list[int]] = defaultdict(list)
    for a, partners in enumerate(near):
        for b in partners:
            back[b].append(a)
    left = set(range(len(theirs)))
    while left:
        rows, columns, edge = set[int](), set[int](), {min(left)}
        while edge:
            rows |= edge
            columns |= {b for a in edge for b in near[a]}
            edge = {a for b in columns for a in back[b]} - rows
        left -= rows
        yield from _assigned(sorted(rows), sorted(columns), lambda a, b: _alike(theirs[a], ours[b]))


def _assigned(rows: list[int], columns: list[int], worth: Callable[[int, int], float]) -> Iterator[tuple[int, int]]:
    """Kuhn and Munkres' assignment with potentials, in O(n³): rows one by one, each by its cheapest path."""
    if len(rows) > len(columns):
        yield from ((a, b) for b, a in _assigned(columns, rows, lambda b, a: worth(a, b)))
        return
    width = len(columns)
    of_row, of_column = [0.0] * (len(rows) + 1), [0.0] * (width + 1)
    taken = [0] * (width + 1)  # by column, from 1: the row, from 1, that has it
    for row in range(1, len(rows) + 1):
        taken[0], column = row, 0
        cost, came = [float("inf")] * (width + 1), [0] * (width + 1)
        seen = [False] * (width + 1)
        while taken[column]:
            seen[column] = True
            at, step, following = taken[column], float("inf"), 0
            for other in range(1, width + 1):
                if seen[other]:
                    continue
                reduced = -worth(rows[at - 1], columns[other - 1]) - of_row[at] - of_column[other]
                if reduced < cost[other]:
                    cost[other], came[other] = reduced, column
                if cost[other] < step:
                    step, following = cost[other], other
            for other in range(width + 1):
                if seen[other]:
                    of_row[taken[other]] += step
                    of_column[other] -= step
                else:
                    cost[other] -= step
            column = following
        while column:
            taken[column], column = taken[came[column]], came[column]
    yield from ((rows[taken[b] - 1], columns[b - 1]) for b in range(1, width + 1) if taken[b])

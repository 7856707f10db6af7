"""Where a series of numbers changes its level.

A stretch is cut where the means before and after differ most, if chance alone would seldom do as much: the cut of the
stretch as it is must be better than those of all but ``chance`` of the same numbers in shuffled order. Both
parts are then looked at alone. This asks for no kind of distribution, so it suits counts with many zeros as well as
sums of scores; it sees changes of the level only, not of the spread, and takes neighbouring periods as independent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from random import Random

_SHUFFLES = 999
_SHORTEST = 4  # numbers on each side of a change: three alike are a common accident


@dataclass(frozen=True, slots=True)
class Change:
    """From place ``at`` (0-based) on the level is another. ``chance`` is how often shuffled numbers look as changed."""

    at: int
    before: float
    after: float
    chance: float


def changes(values: Sequence[float], *, chance: float = 0.01) -> list[Change]:
    """The changes of level, in order. The same values give the same answer."""
    cuts = sorted(_cuts(values, 0, len(values), chance))
    edges = [0, *(at for at, _ in cuts), len(values)]
    parts = [values[one:other] for one, other in pairwise(edges)]
    means = [round(sum(part) / len(part), 3) if part else 0.0 for part in parts]
    return [Change(at, means[n], means[n + 1], p) for n, (at, p) in enumerate(cuts)]


def _cuts(values: Sequence[float], start: int, stop: int, chance: float) -> Iterator[tuple[int, float]]:
    part = list(values[start:stop])
    if len(part) < 2 * _SHORTEST or min(part) == max(part):
        return
    size, at = _best(part)
    p = _chance(part, size, chance)
    if p <= chance:
        yield start + at, p
        yield from _cuts(values, start, start + at, chance)
        yield from _cuts(values, start + at, stop, chance)


def _chance(part: list[float], size: float, enough: float) -> float:
    """How often the numbers in shuffled order have a cut as good as ``size``; counted no further than ``enough``."""
    random = Random(len(part))  # seeded: the same series has the same changes
    as_good = 1
    for _ in range(_SHUFFLES):
        as_good += _best(random.sample(part, len(part)))[0] >= size
        if as_good > enough * (_SHUFFLES + 1):
            break
    return round(as_good / (_SHUFFLES + 1), 3)


def _best(part: Sequence[float]) -> tuple[float, int]:
    """How much the best cut explains (the squares that it takes off the deviations), and where it is."""
    count, sums = len(part), list(accumulate(part))
    mean = sums[-1] / count
    cuts = range(_SHORTEST, count - _SHORTEST + 1)
    return max(((sums[at - 1] - at * mean) ** 2 * count / (at * (count - at)), at) for at in cuts)

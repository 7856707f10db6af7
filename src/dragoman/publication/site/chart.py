"""A series as a chart: cooperation above the line, conflict below it.

All is worked out here, in units of the drawing, so the page needs no script to show it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.measures.dyads import Period, Series
from dragoman.publication.site.classes import LOOKS

WIDTH, HEIGHT, _LEFT, _FOOT = 1000, 220, 34, 20
_WIDEST = 28  # of a bar: two years of a quiet dyad are no billboard
_NAMES = 8  # so many periods are named below


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a column: so many deeds of one class."""

    kind: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """A period: its place, its bars, and what it stands for. ``named``: whether its name is written below.

    ``score`` is where the mean of Goldstein's values lies, of which 10 reaches as far as the longest column.
    """

    x: float
    width: float
    bars: tuple[Bar, ...]
    period: Period
    named: bool
    score: float | None


@dataclass(frozen=True, slots=True)
class Chart:
    """``zero`` is where the line between cooperation and conflict lies; ``ticks`` are counts with their heights."""

    columns: tuple[Column, ...]
    zero: float
    ticks: tuple[tuple[int, float], ...]
    width: int = WIDTH
    height: int = HEIGHT


def chart(series: Series) -> Chart | None:
    """``None`` where there is nothing to draw."""
    periods = series.periods
    if not any(period.events for period in periods):
        return None
    above = max(sum(period.classes[:2]) for period in periods)
    below = max(sum(period.classes[2:]) for period in periods)
    tall = HEIGHT - _FOOT - 12
    unit = tall / max(above + below, 4)
    zero = 8 + above * unit if above + below >= 4 else 8 + tall * (above / max(above + below, 1))
    step = (WIDTH - _LEFT) / len(periods)
    columns = tuple(
        Column(
            x=_LEFT + at * step + (step - min(step * 0.8, _WIDEST)) / 2,
            width=min(step * 0.8, _WIDEST),
            bars=tuple(_bars(period, zero, unit)),
            period=period,
            named=at % -(-len(periods) // _NAMES) == 0,
            score=None if (mean := period.goldstein.mean) is None else zero - mean * max(above, below) * unit / 10,
        )
        for at, period in enumerate(periods)
    )
    ticks = tuple((count, zero - count * unit) for count in _ticks(above, below))
    return Chart(columns, zero, ticks)


def _bars(period: Period, zero: float, unit: float) -> Iterator[Bar]:
    up = down = zero
    for kind, count in zip(LOOKS, period.classes, strict=True):
        height = count * unit
        if not count:
            continue
        if kind.endswith("cooperation"):
            up -= height
            yield Bar(kind, up, height)
        else:
            yield Bar(kind, down, height)
            down += height


def _ticks(above: int, below: int) -> list[int]:
    rounded = (step * 10**power for power in range(9) for step in (1, 2, 5))
    step = next(step for step in rounded if max(above, below) <= 4 * step)
    return list(range(-(below // step) * step, above + 1, step))

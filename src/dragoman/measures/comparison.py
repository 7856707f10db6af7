"""One pair of states beside another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation

from dragoman.errors import UsageError
from dragoman.measures.dyads import Period, Series, empty
from dragoman.measures.periods import stretches
from dragoman.measures.tabular import Cell, Tabular


@dataclass(frozen=True, slots=True)
class Comparison(Tabular):
    """Two series over the same periods.

    ``events`` and ``goldstein`` say how far the two go together: Pearson's correlation of the number of deeds and of
    the sums of Goldstein's values, ``None`` where one of the two does not vary or there are fewer than three periods.
    """

    one: Series
    other: Series
    pairs: tuple[tuple[Period, Period], ...]
    events: float | None
    goldstein: float | None

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        for pair in self.pairs:
            row: dict[str, Cell] = {"period": pair[0].stretch.name}
            for series, period in zip((self.one, self.other), pair, strict=True):
                name = f"{series.one}_{series.other}"
                row[f"{name}_events"] = period.events
                row[f"{name}_goldstein_sum"] = period.goldstein.sum
                row[f"{name}_net_cooperation"] = period.goldstein.net
            yield row


def compare(one: Series, other: Series) -> Comparison:
    """Two series side by side, from the first period of either to the last.

    :raises UsageError: the periods of one are months, those of the other weeks.
    """
    if one.by != other.by:
        raise UsageError(f"One series is by {one.by}, the other by {other.by}. Make both by the same.")
    known = [{period.stretch: period for period in series.periods} for series in (one, other)]
    all_ = sorted(known[0].keys() | known[1].keys())
    every = list(stretches(all_[0].first, all_[-1].last, one.by)) if all_ else []
    pairs = tuple((known[0].get(at, empty(at)), known[1].get(at, empty(at))) for at in every)
    return Comparison(
        one,
        other,
        pairs,
        events=_together([(float(mine.events), float(theirs.events)) for mine, theirs in pairs]),
        goldstein=_together([(mine.goldstein.sum, theirs.goldstein.sum) for mine, theirs in pairs]),
    )


def _together(pairs: Sequence[tuple[float, float]]) -> float | None:
    if len(pairs) < 3:
        return None
    mine, theirs = zip(*pairs, strict=True)
    try:
        return round(correlation(mine, theirs), 3)
    except StatisticsError:  # one of the two is constant
        return None

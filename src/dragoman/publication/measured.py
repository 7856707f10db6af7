"""Measures as tables to be read on a terminal, or as rows for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.table import Table

from dragoman.measures.comparison import Comparison
from dragoman.measures.contacts import rank_order
from dragoman.measures.dyads import Dyad, Dyads, Period, Series
from dragoman.measures.networks import Network
from dragoman.measures.scales import Balance
from dragoman.measures.tabular import Tabular
from dragoman.publication.exports import by_name, write_csv, write_json

_SHOWN_RANKS = 3
_PIPED_WIDTH = 120


def show_measure(measure: Dyads | Series | Comparison | Network, form: str) -> None:
    """Print to standard output: as a table with notes below it, or as ``csv`` or ``json`` rows."""
    if form != "table":
        _write(measure, form)
        return
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH)
    console.print(_table(measure))
    for note in _notes(measure):
        console.print(note, highlight=False)


def _write(measure: Tabular, form: str) -> None:
    rows = list(measure.rows())
    write = write_csv if form == "csv" else write_json
    write(rows, by_name(rows[0] if rows else ()), sys.stdout)


def _table(measure: Dyads | Series | Comparison | Network) -> Table:
    match measure:
        case Dyads():
            return _dyads(measure.dyads)
        case Series():
            return _series(measure)
        case Comparison():
            return _comparison(measure)
        case Network():
            return _network(measure)


def _dyads(dyads: Iterable[Dyad]) -> Table:
    table = _grid("Between", "Deeds", "Contacts", "Cooperation", "Conflict", "First", "Last", "Goldstein", "Net")
    for dyad in dyads:
        one, two, three, four = dyad.classes
        table.add_row(
            *(f"{dyad.one} {dyad.other}", str(dyad.events), str(dyad.contacts), f"{one} + {two}", f"{three} + {four}"),
            *(dyad.first or "?", dyad.last or "?", *_balance(dyad.goldstein)),
        )
    return table


def _series(series: Series) -> Table:
    ranks = sorted({rank for period in series.periods for rank in period.ranks}, key=rank_order)[:_SHOWN_RANKS]
    headers = (rank.replace("_", " ") for rank in ranks)
    table = _grid(series.by.capitalize(), "Deeds", "Cooperation", "Conflict", "Sum", "Net", *headers, "Independent")
    for name, period in _runs((period.stretch.name, period) for period in series.periods):
        one, two, three, four = period.classes
        share = "" if period.independent is None else f"{period.independent:.0%}"
        contacts = (str(period.ranks.get(rank) or "") for rank in ranks)
        table.add_row(
            *(name, str(period.events), f"{one} + {two}", f"{three} + {four}"),
            *(_signed(period.goldstein.sum), _balance(period.goldstein)[1], *contacts, share),
        )
    return table


def _runs(periods: Iterable[tuple[str, Period]]) -> Iterator[tuple[str, Period]]:
    """Periods with their names; several in a row in which nothing was done as one."""
    for idle, run in groupby(periods, key=lambda named: not named[1].events):
        named = list(run)
        if idle and len(named) > 2:
            yield f"{named[0][0]} – {named[-1][0]}", named[0][1]
        else:
            yield from named


def _comparison(comparison: Comparison) -> Table:
    pairs = [f"{series.one} {series.other}" for series in (comparison.one, comparison.other)]
    headers = (f"{pair} {what}" for pair in pairs for what in ("deeds", "sum", "net"))
    table = _grid(comparison.one.by.capitalize(), *headers)
    for mine, theirs in comparison.pairs:
        if not mine.events and not theirs.events:
            continue
        cells = ((str(p.events), _signed(p.goldstein.sum), _balance(p.goldstein)[1]) for p in (mine, theirs))
        table.add_row(mine.stretch.name, *(value for three in cells for value in three))
    return table


def _network(network: Network) -> Table:
    table = _grid("State", "Partners", "Deeds", "Degree", "Betweenness", "Eigenvector")
    for one in network.standings:
        weight = "?" if one.eigenvector is None else f"{one.eigenvector:.3f}"
        numbers = (str(one.partners), str(one.events), f"{one.degree:.3f}", f"{one.betweenness:.3f}", weight)
        table.add_row(one.state, *numbers)
    return table


def _notes(measure: Dyads | Series | Comparison | Network) -> Iterable[str]:
    match measure:
        case Dyads():
            yield "Cooperation and conflict: verbal + material. Goldstein: the mean. Only what was done is counted."
        case Series():
            for change in measure.changes:
                name = measure.periods[change.at].stretch.name
                yield f"From {name} on the level is another: {change.before:g} a {measure.by}, then {change.after:g}."
            if measure.unplaced:
                yield f"{measure.unplaced} deeds have no date that tells the {measure.by}."
            if measure.not_done:
                yield f"{measure.not_done} were only planned, called for or denied, and are not counted."
        case Comparison():
            if measure.goldstein is not None:
                yield f"Correlation of deeds {_number(measure.events)}, of sums {_number(measure.goldstein)}."
        case Network():
            yield f"{len(measure.standings)} states, {len(measure.ties)} ties."


def _grid(first: str, *rest: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(first)
    for header in rest:
        table.add_column(header, justify="right")
    return table


def _balance(balance: Balance) -> tuple[str, str]:
    return _number(balance.mean), _number(balance.net)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:+.2f}"


def _signed(value: float) -> str:
    return f"{value:+.1f}" if value else "0"

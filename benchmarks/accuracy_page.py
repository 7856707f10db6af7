"""The page docs/accuracy.md: the latest figures of each set, and a table of the runs before, newest first.

The same goes into the package as data, for the page of `dragoman serve`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.measures.figures import Figure, Report
from dragoman.publication.accuracy import Published, Scored, dumped

HISTORY = "## History"
INTRODUCTION = """# How right dragoman is

This page is written by `make score`, which measures on sets that are not part of the project; where they are kept is an
argument of `python -m benchmarks.scores`. Figures are from 0 to 1. P is precision (how much of what dragoman says is
right), R recall (how much of what there is it finds), F1 their harmonic mean; a *share* is how often a field is right.
These sets are looked at while the rules are written, so figures on unseen text may be lower.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on one set, with the names of the figures that go into the history."""

    name: str
    about: str
    command: str
    report: Report
    keys: tuple[str, ...]


def write_page(
    page: Path, measured: Sequence[Measured], *, day: datetime.date, version: str, data: Path | None = None
) -> None:
    """Write the page, and the same as ``data``; the history that the page held is kept below the new run."""
    row = {"date": day.isoformat(), "version": version} | dict(_keys(measured))
    history = [row, *(read_history(page.read_text(encoding="utf-8")) if page.exists() else [])]
    latest = f"## Latest run: {row['date']}, version {version}\n"
    parts = [INTRODUCTION, latest, *map(_section, measured), _history(history)]
    page.parent.mkdir(exist_ok=True)
    page.write_text("\n".join(parts), encoding="utf-8")
    if data:
        data.write_text(dumped(_published(measured, history)), encoding="utf-8")


def _published(measured: Sequence[Measured], history: Sequence[dict[str, str]]) -> Published:
    sets = (
        Scored(
            one.name,
            one.about,
            one.command,
            one.report.items,
            one.report.unit,
            tuple(map(_rounded, one.report.figures)),
            one.report.remarks,
        )
        for one in measured
    )
    return Published(history[0]["date"], history[0]["version"], tuple(sets), tuple(history))


def _rounded(figure: Figure) -> Figure:
    """As the page has it."""
    known = (None if value is None else round(value, 3) for value in (figure.precision, figure.recall))
    return Figure(figure.name, round(figure.value, 3), *known)


def _keys(measured: Sequence[Measured]) -> Iterator[tuple[str, str]]:
    for one in measured:
        figures = {figure.name: figure.value for figure in one.report.figures}
        yield from ((f"{one.name}: {key}", f"{figures[key]:.3f}") for key in one.keys if key in figures)


def _section(one: Measured) -> str:
    report = one.report
    lines = [
        f"### {one.name}\n\n{one.about} {report.items} {report.unit}.\n\n```\n{one.command}\n```\n",
        "| | P | R | F1 or share |\n|---|---|---|---|",
        *(f"| {figure.name} | {' | '.join(_cells(figure))} |" for figure in report.figures),
    ]
    return "\n".join([*lines, *(f"\n{remark}" for remark in report.remarks), ""])


def _cells(figure: Figure) -> Iterator[str]:
    for value in (figure.precision, figure.recall, figure.value):
        yield "" if value is None else f"{value:.3f}"


def _history(rows: Sequence[dict[str, str]]) -> str:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    table = [columns, ["---"] * len(columns), *([row.get(name, "") for name in columns] for row in rows)]
    head = f"{HISTORY}\n\nF1 or shares, newest first.\n"
    return "\n".join([head, *(f"| {' | '.join(cells)} |" for cells in table), ""])


def read_history(page: str) -> list[dict[str, str]]:
    """The rows of the table under the heading "History", newest first; none if there is no such table."""
    _, _, table = page.partition(HISTORY)
    lines = (line for line in table.splitlines() if line.startswith("|"))
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]
    if len(rows) < 3:
        return []
    # an empty last cell is stripped with the border, hence not strict
    return [{name: cell for name, cell in zip(rows[0], row, strict=False) if cell} for row in rows[2:]]

"""The tracker of agreements: a block for each, with its stages in the order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.publication.tables import ID, plain, teller
from dragoman.publication.wording import shown, stands, step, terms
from dragoman.record.same_agreement import Step, Tracked


def tracker(tracked: Iterable[Tracked]) -> Table:
    """Name and stage of each; kind, parties and terms; then its steps, with who tells each and the id to explain."""
    table = Table(box=None, show_header=False, expand=True, pad_edge=False, padding=(0, 0, 1, 0))
    for one in tracked:
        about = (Text(line, style="dim") for line in _about(one))
        table.add_row(Group(_head(one), *about, _line(one)))
    return table


def _head(one: Tracked) -> Table:
    head = Table.grid(expand=True, padding=(0, 2, 0, 0))
    head.add_column(ratio=1, style="bold")
    head.add_column(justify="right", style="bold")
    head.add_row(plain(one.name), stands(one.stage))
    return head


def _about(one: Tracked) -> Iterator[str]:
    reports = len({found.source.id for found in one.told})
    told_in = f"in {reports} report{'s' if reports > 1 else ''}"
    yield " · ".join(filter(None, (one.agreement_kind, " ".join(one.parties), told_in)))
    for found in one.told:
        if words := terms(found.thing.terms):
            yield f"{words} ({teller(found.source)})"


def _line(one: Tracked) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for width in (1, 12, 18, None, ID):
        table.add_column(width=width, ratio=None if width else 1)
    for cells in (*_standing(one), *map(_cells, one.steps())):
        table.add_row("", *cells)
    return table


def _cells(step_: Step) -> tuple[RenderableType, ...]:
    by = ", ".join(actor.name for actor in step_.by)
    who = " · ".join(filter(None, (by, teller(step_.source))))
    return shown(step_.date), step(step_.stage, step_.status), plain(who), step_.agreement[:ID]


def _standing(one: Tracked) -> Iterator[tuple[RenderableType, ...]]:
    """How it stands in the reports that tell no step."""
    for found in one.told:
        if not found.thing.stage_changes:
            by = ", ".join(actor.name for actor in found.who(found.thing.said_by))
            who = " · ".join(filter(None, (by, teller(found.source))))
            yield shown(found.source.published), stands(found.thing.stage), plain(who), found.thing.id[:ID]

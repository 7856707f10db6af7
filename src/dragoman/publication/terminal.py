"""What goes to the terminal, or into the pipe that takes its place. rich is imported where something is drawn."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from dragoman.publication.exports import (
    AGREEMENT,
    CONTACT,
    CONTRADICTION,
    DEED,
    EVENT,
    FIGURE,
    MATCH,
    STATEMENT,
    Columns,
    tellings,
    write_csv,
    write_json,
)

if TYPE_CHECKING:
    from rich.table import Table

Listing = Literal["events", "deeds", "contradictions", "contacts", "statements", "agreements", "figures", "search"]
FORMS = ("table", "csv", "json")
COLUMNS: dict[Listing, Columns[Any]] = {
    "events": EVENT,
    "deeds": DEED,
    "contradictions": CONTRADICTION,
    "contacts": CONTACT,
    "statements": STATEMENT,
    "agreements": AGREEMENT,
    "figures": FIGURE,
    "search": MATCH,
}
_PIPED = (120, 0)  # columns of a table, where neither a terminal nor COLUMNS says how many; lines do not matter


def show(listing: Listing, things: Iterable[Any], form: str) -> None:
    """Print a listing to standard output, in one of ``FORMS``. Of agreements programs get a row for each report."""
    if form == "table":
        _draw(listing, things)
        return
    write = write_csv if form == "csv" else write_json
    write(tellings(things) if listing == "agreements" else things, COLUMNS[listing], sys.stdout)


def _draw(listing: Listing, things: Iterable[Any]) -> None:
    from rich.console import Console

    from dragoman.publication import tables
    from dragoman.publication.tracker import tracker

    drawers: dict[Listing, Callable[[Iterable[Any]], Table]] = {
        "events": tables.events,
        "deeds": tables.deeds,
        "contradictions": tables.contradictions,
        "contacts": tables.contacts,
        "statements": tables.statements,
        "agreements": tracker,
        "figures": tables.figures,
        "search": tables.matches,
    }
    table = drawers[listing](things)
    if table.row_count:
        Console(width=shutil.get_terminal_size(_PIPED).columns).print(table)
    else:
        nothing = "Nothing" if listing == "search" else f"No {listing}"
        sys.stderr.write(f"{nothing} of this kind in the record. `dragoman {listing} --help` says what can be asked.\n")


@contextmanager
def counting(noun: str) -> Iterator[Callable[[], None]]:
    """A line on a terminal that counts each call; nothing where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,} {task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(noun, total=None)
        yield lambda: progress.advance(task)

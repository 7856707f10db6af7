"""The tracker of agreements: a block for each, with its stages in the order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from rich.console import Group
from rich.table import Table
from rich.text import Text

from dragoman.actors.actor import Actor
from dragoman.codebook.instruments import load_agreements
from dragoman.events.agreement import Agreement
from dragoman.publication.tables import ID, plain, teller
from dragoman.publication.wording import shown, stands, step, terms
from dragoman.record.days import days
from dragoman.record.found import Found, Source
from dragoman.record.same_agreement import Step, Tracked

_SOURCES = 6  # are named in the block's head


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
    yield " · ".join(filter(None, (one.agreement_kind, " ".join(one.parties))))
    key = next((found.thing.instrument for found in one.told if found.thing.instrument), None)
    if key and (name := load_agreements().instruments[key].name) != one.name:
        yield name
    sources = list(dict.fromkeys(found.source for found in one.told))
    further = f", and {len(sources) - _SOURCES} more" if len(sources) > _SOURCES else ""
    yield "told by " + ", ".join(map(_source, sources[:_SOURCES])) + further
    for found in one.told:
        if words := terms(found.thing.terms):
            yield words if len(sources) == 1 else f"{words} — {teller(found.source)}"


def _source(source: Source) -> str:
    """Outlet and day of publication, from which an expiry "next March" is to be seen."""
    return f"{teller(source)} ({shown(source.published)})" if source.published.start else teller(source)


def _line(one: Tracked) -> Table:
    """The stage line. A report that tells no step says at least how the agreement stands on its day."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for width in (1, 12, 21, None, ID):
        table.add_column(width=width, ratio=None if width else 1)
    single = len({found.source for found in one.told}) == 1
    steps = [(step.when(), _step(step)) for step in one.steps()]
    silent = [found for found in one.told if not found.thing.stage_changes]
    standing = [(days(found.source.published), _standing(found)) for found in silent]
    telling = [(when, row) for when, row in standing if row.what != "mentioned"]
    for _, row in sorted([*steps, *telling] or standing, key=itemgetter(0)):
        table.add_row("", row.date, row.what, plain(row.who(single=single)), row.id[:ID])
    return table


@dataclass(frozen=True, slots=True)
class _Row:
    date: str
    what: str
    by: tuple[Actor, ...]
    source: Source
    id: str

    def who(self, *, single: bool) -> str:
        """Who says so, and in which report; the only report is named in the block's head."""
        names = ", ".join(actor.name for actor in self.by)
        return names if single and names else " · ".join(filter(None, (names, teller(self.source))))


def _step(told: Step) -> _Row:
    date = shown(told.date) if told.date.start or told.date.end else "open"
    return _Row(date, step(told.stage, told.status), told.by, told.source, told.agreement)


def _standing(found: Found[Agreement]) -> _Row:
    agreement = found.thing
    by = tuple(found.who(agreement.said_by))
    return _Row(shown(found.source.published), stands(agreement.stage), by, found.source, agreement.id)

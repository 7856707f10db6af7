"""The tracker of agreements: a block for each, with its stages in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from rich.console import Group
from rich.table import Table
from rich.text import Text

from dragoman.actors.actor import Actor
from dragoman.codebook.instruments import load_agreements
from dragoman.publication.tables import ID, plain, teller
from dragoman.publication.wording import shown, stands, step, terms
from dragoman.record.days import days
from dragoman.record.found import Source
from dragoman.record.same_agreement import Tracked

_SOURCES = 4  # are named in the block's head
_TELLERS = 3  # of a term


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
    told = defaultdict(list)
    for found in one.told:
        told[terms(found.thing.terms)].append(teller(found.source))
    for words, tellers in told.items():
        if words:
            yield words if len(sources) == 1 else f"{words} — {', '.join(tellers[:_TELLERS])}"


def _source(source: Source) -> str:
    """Outlet and day of publication, from which an expiry "next March" is to be seen."""
    return f"{teller(source)} ({shown(source.published)})" if source.published.start else teller(source)


def _line(one: Tracked) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for width in (1, 12, 21, None, ID):
        table.add_column(width=width, ratio=None if width else 1)
    single = len({found.source for found in one.told}) == 1
    for _, row in sorted(_rows(one), key=itemgetter(0)):
        table.add_row("", row.date, row.what, plain(row.who(single=single)), row.id[:ID])
    return table


@dataclass(frozen=True, slots=True)
class _Row:
    date: str
    what: str
    by: tuple[Actor, ...]
    source: Source
    id: str
    others: int = 0

    def who(self, *, single: bool) -> str:
        """Who says so, and in which report; the only report is named in the block's head."""
        names = ", ".join(actor.name for actor in self.by)
        told = names if single and names else " · ".join(filter(None, (names, teller(self.source))))
        return f"{told}, and {self.others} more" if self.others and not single else told


def _rows(one: Tracked) -> Iterator[tuple[tuple[str, str], _Row]]:
    """Where each row stands in time. How it stands in a report that tells no step is told where nobody tells one."""
    line = one.line()
    for point in line:
        step_, others = point.step, len({other.source for other in point.others} - {point.step.source})
        date = shown(step_.date) if step_.date.start or step_.date.end else "open"
        what = step(step_.stage, step_.status)
        yield step_.when(), _Row(date, what, step_.by, step_.source, step_.agreement, others)
    for found in one.told if not line else ():
        agreement = found.thing
        row = _Row(
            shown(found.source.published),
            stands(agreement.stage),
            tuple(found.who(agreement.said_by)),
            found.source,
            agreement.id,
        )
        yield days(found.source.published), row

"""Files in the very columns of other data sets, so that what reads those reads ours.

None of these sets has a field that says "planned" or "denied", or a date that is not a day. So only what was done, on
a known day, goes in; the rest is counted by reason. The names of the columns are those of POLECAT's weekly files, of
ICEWS' coded event data, of GDELT 2.0's events and mentions and of OEDA's Phoenix; the last two come without a header.
What we do not know (tone, ethnic groups, identifiers of GeoNames and Wikipedia) stays empty.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.actors.actor import Actor
from dragoman.codebook.state import State
from dragoman.events.event import Event, Place
from dragoman.measures.dealing import Dealing
from dragoman.publication.asked import Asked, Texts, Written
from dragoman.publication.cells import cell
from dragoman.record.found import Found

Value = str | float | None
NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Row:
    """One pair of one deed, as ``telling`` has it. ``day`` is ``YYYY-MM-DD``."""

    asked: Asked
    texts: Texts
    dealing: Dealing
    day: str
    actor: Actor
    recipient: Actor | None
    telling: Found[Event]

    @property
    def number(self) -> int:
        """Of the pair, the same in all files."""
        return number(self.dealing.id, self.actor.id, self.recipient.id if self.recipient else "")

    @property
    def place(self) -> Place:
        return self.dealing.event.place or NOWHERE

    def state(self, code: str | None) -> State | None:
        return self.asked.book.states.get(code or "")


RowColumns = Mapping[str, Callable[[Row], Value]]
Who = Callable[[Row], Actor | None]


def acting(row: Row) -> Actor:
    return row.actor


def receiving(row: Row) -> Actor | None:
    return row.recipient


def nothing(row: Row) -> Value:
    """Of what we do not know."""
    return None


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a set has room for. ``out`` counts what it has not, by reason."""

    out: Counter[str]
    plover: bool = False
    recipient: bool = False

    def rows(self, asked: Asked, texts: Texts) -> Iterator[Row]:
        for dealing in asked.dealings():
            day = dealing.day
            pairs = [pair for pair in dealing.pairs() if self._fits(asked, *pair)]
            if reason := self._unfit(dealing, any_pair=bool(pairs)):
                self.out[reason] += 1
            elif day:
                for actor, recipient in pairs:
                    yield Row(asked, texts, dealing, day, actor, recipient, dealing.telling)

    def _fits(self, asked: Asked, actor: Actor, recipient: Actor | None) -> bool:
        if recipient is None and self.recipient:
            return False
        return asked.wants(actor.country, recipient.country if recipient else None)

    def _unfit(self, dealing: Dealing, *, any_pair: bool) -> str | None:
        if not dealing.done:
            return f"not done: {dealing.event.status}"
        if dealing.day is None:
            return "no known day"
        if self.plover and dealing.event.event is None:
            return "no event of PLOVER"
        return None if any_pair else "not done by one to another"


def write_rows(rows: Iterable[Row], columns: RowColumns, path: Path, *, header: bool) -> int:
    """Tab-separated, without quotation marks; says how many rows there are."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as out:
        if header:
            out.write("\t".join(columns) + "\n")
        for row in rows:
            count += 1
            out.write("\t".join(_field(value(row)) for value in columns.values()) + "\n")
    return count


def drop_in(asked: Asked, path: Path, columns: RowColumns, sieve: Sieve, *, header: bool) -> Written:
    rows = write_rows(sieve.rows(asked, Texts(asked.record)), columns, path, header=header)
    return Written(rows, tuple(columns), dict(sorted(sieve.out.items())))


def number(*parts: str) -> int:
    """A number from content, of at most 15 digits: what spreadsheets and JavaScript hold exactly."""
    return int(hashlib.sha256("\x1f".join(parts).encode()).hexdigest(), 16) % 10**15


def teller(found: Found[Event]) -> str:
    """Where it stands: the address of the report, or its name."""
    return found.source.url or found.source.name


def _field(value: Value) -> str:
    if value is None:
        return ""
    return cell(value) if isinstance(value, str) else str(value)

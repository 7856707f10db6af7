"""Contacts as a strip: a row for each rank, a mark for each contact at its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.measures.contacts import is_contact, rank_order
from dragoman.measures.dealing import Dealing
from dragoman.measures.periods import bounds

WIDTH, ROW, LEFT, _FOOT = 1000, 30, 210, 22
# The marks are told apart by their shapes, drawn round a middle of 0, 0; colour alone would leave some readers out.
SHAPES = {
    "visit": "M0-6 6 5-6 5z",
    "in_person_meeting": "M-5-5h10v10h-10z",
    "phone_call": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "message_or_letter": "M-7-4h14v8h-14z",
    "negotiations": "M0-7 7 0 0 7-7 0z",
}
_OTHER = "negotiations"


@dataclass(frozen=True, slots=True)
class Mark:
    """A contact in the row of one rank; ``width`` is that of the days between which it lies, 0 for a single day."""

    x: float
    width: float
    shape: str
    dealing: Dealing


@dataclass(frozen=True, slots=True)
class Row:
    """A rank and its contacts; ``undated`` counts those whose day nobody tells."""

    rank: str
    y: float
    marks: tuple[Mark, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Strip:
    """``years`` are the beginnings of years with their places; ``shapes`` the kinds of contact that occur."""

    rows: tuple[Row, ...]
    years: tuple[tuple[str, float], ...]
    shapes: tuple[str, ...]
    height: float
    width: int = WIDTH


def strip(dealings: Iterable[Dealing]) -> Strip | None:
    """``None`` where nobody met, called or wrote."""
    contacts = list(filter(is_contact, dealings))
    if not contacts:
        return None
    ranks = sorted({rank for dealing in contacts for rank in _ranks(dealing)}, key=rank_order)
    days = [day for dealing in contacts for day in bounds(dealing.event.date) or ()]
    scale = _Scale(min(days), max(days)) if days else None
    rows = tuple(_row(rank, at, contacts, scale) for at, rank in enumerate(ranks))
    shapes = dict.fromkeys(mark.shape for row in rows for mark in row.marks)
    return Strip(rows, tuple(scale.years()) if scale else (), tuple(shapes), ROW * len(rows) + _FOOT)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def place(self, day: date) -> float:
        whole = max((self.last - self.first).days, 1)
        return LEFT + 16 + (WIDTH - LEFT - 32) * (day - self.first).days / whole

    def years(self) -> Iterator[tuple[str, float]]:
        """Not more than can stand beside each other; months within one year."""
        if self.first.year == self.last.year:
            starts = [date(self.first.year, month, 1) for month in range(1, 13)]
        else:
            step = -(-(self.last.year - self.first.year + 1) // 10)
            starts = [date(year, 1, 1) for year in range(self.first.year + 1, self.last.year + 1, step)]
        for day in starts:
            if self.first <= day <= self.last:
                yield (f"{day:%Y-%m}" if self.first.year == self.last.year else str(day.year)), self.place(day)


def _ranks(dealing: Dealing) -> tuple[str, ...]:
    """Those at which it was; of the states where nobody tells."""
    return dealing.event.level or ("state",)


def _row(rank: str, at: int, contacts: Iterable[Dealing], scale: _Scale | None) -> Row:
    mine = [dealing for dealing in contacts if rank in _ranks(dealing)]
    marks = [mark for dealing in mine if scale and (mark := _mark(dealing, scale))]
    return Row(rank, at * ROW + ROW / 2, tuple(marks), len(mine) - len(marks))


def _mark(dealing: Dealing, scale: _Scale) -> Mark | None:
    known = bounds(dealing.event.date)
    if known is None:
        return None
    first, last = map(scale.place, known)
    shape = dealing.event.channel if dealing.event.channel in SHAPES else _OTHER
    return Mark((first + last) / 2, last - first, shape, dealing)
